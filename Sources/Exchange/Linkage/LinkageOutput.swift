package import Linkage
import Values

/// What a linking comes to as files: clusters and pairs, a row each, ready to be written part by part.
///
/// A cluster is named for the record of it whose name comes first, and the first of a pair's names stands left, so that
/// the rows are the same whatever the order of the files and of their rows.
package struct LinkageOutput: Sendable {
    /// Rows in a part.
    private static let partSize = 1 << 16
    /// Parts that are made at a time: enough for every core, and never the whole file.
    private static let partsAtOnce = 16

    private let names: RecordNames
    private let linkage: Linkage
    /// `source,` of each source, quoted where it must be, and `source/` as it begins the name of a cluster.
    private let sources: [[UInt8]]
    private let clusterSources: [[UInt8]]

    package init(_ linkage: Linkage, names: RecordNames) {
        self.linkage = linkage
        self.names = names
        sources = names.sources.map { CSVBytes.quoted(Array($0.utf8)[...]) + [UInt8(ascii: ",")] }
        clusterSources = names.sources.map { Array("\($0)/".utf8) }
    }

    /// Writes `source,record_id,cluster_id`, a row a record.
    package func clusters(_ write: ([UInt8]) throws -> Void) throws {
        try write(Array("source,record_id,cluster_id\n".utf8))
        let least = linkage.leastMembers(names)
        try parts(linkage.clusters.count, write) { record, row in
            append(record, to: &row)
            let first = least[linkage.clusters[record]]
            let source = clusterSources[Int(names.sourceOfRecord[first])]
            row.append(UInt8(ascii: ","))
            let id = names.bytes[names.range(first)]
            if CSVBytes.mustBeQuoted(id) || CSVBytes.mustBeQuoted(source[...]) {
                row += CSVBytes.quoted((source + id)[...])
            } else {
                row += source
                row += id
            }
            row.append(UInt8(ascii: "\n"))
        }
    }

    /// Writes `source_l,record_id_l,source_r,record_id_r,match_weight,match_probability`, a row a pair.
    package func pairs(_ write: ([UInt8]) throws -> Void) throws {
        try write(Array("source_l,record_id_l,source_r,record_id_r,match_weight,match_probability\n".utf8))
        try parts(linkage.pairs.count, write) { index, row in
            let pair = linkage.pairs[index]
            let isInOrder = names.isBefore(pair.left, pair.right)
            append(isInOrder ? pair.left : pair.right, to: &row)
            row.append(UInt8(ascii: ","))
            append(isInOrder ? pair.right : pair.left, to: &row)
            row.append(UInt8(ascii: ","))
            row += pair.weight.description.utf8
            row.append(UInt8(ascii: ","))
            row += pair.probability.description.utf8
            row.append(UInt8(ascii: "\n"))
        }
    }

    /// `source,record_id` of a record.
    private func append(_ record: Int, to row: inout [UInt8]) {
        row += sources[Int(names.sourceOfRecord[record])]
        let id = names.bytes[names.range(record)]
        if CSVBytes.mustBeQuoted(id) { row += CSVBytes.quoted(id) } else { row += id }
    }

    private func parts(
        _ count: Int,
        _ write: ([UInt8]) throws -> Void,
        _ append: @Sendable (_ index: Int, _ rows: inout [UInt8]) -> Void
    ) throws {
        let batch = LinkageOutput.partSize * LinkageOutput.partsAtOnce
        for start in stride(from: 0, to: count, by: batch) {
            let parts = Parts.map(min(batch, count - start), size: LinkageOutput.partSize) { range in
                var rows: [UInt8] = []
                rows.reserveCapacity(range.count * 64)
                for index in range { append(start + index, &rows) }
                return rows
            }
            for part in parts { try write(part) }
        }
    }
}

/// Fields of comma-separated values as bytes.
private enum CSVBytes {
    static func mustBeQuoted(_ field: ArraySlice<UInt8>) -> Bool {
        field.contains { byte in
            byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 10 || byte == 13
        }
    }

    static func quoted(_ field: ArraySlice<UInt8>) -> [UInt8] {
        guard mustBeQuoted(field) else { return Array(field) }
        var bytes = [UInt8(ascii: "\"")]
        for byte in field {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        return bytes + [UInt8(ascii: "\"")]
    }
}
