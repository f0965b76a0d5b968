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
    private let sources: Heads
    private let clusterSources: Heads

    package init(_ linkage: Linkage, names: RecordNames) {
        self.linkage = linkage
        self.names = names
        sources = Heads(names.sources.map { CSVBytes.quoted(Array($0.utf8)) + [UInt8(ascii: ",")] })
        clusterSources = Heads(names.sources.map { Array("\($0)/".utf8) })
    }

    /// Writes `source,record_id,cluster_id`, a row a record.
    package func clusters(_ write: ([UInt8]) throws -> Void) throws {
        try write(Array("source,record_id,cluster_id\n".utf8))
        let least = linkage.leastMembers(names)
        let clusters = linkage.clusters
        try parts(clusters.count, write) { records, rows in
            withBytes { bytes in
                for record in records {
                    bytes.append(record, to: &rows)
                    rows.append(UInt8(ascii: ","))
                    bytes.appendCluster(of: least[clusters[record]], to: &rows)
                    rows.append(UInt8(ascii: "\n"))
                }
            }
        }
    }

    /// Writes `source_l,record_id_l,source_r,record_id_r,match_weight,match_probability`, a row a pair.
    package func pairs(_ write: ([UInt8]) throws -> Void) throws {
        try write(Array("source_l,record_id_l,source_r,record_id_r,match_weight,match_probability\n".utf8))
        let pairs = linkage.pairs
        try parts(pairs.count, write) { range, rows in
            withBytes { bytes in
                for pair in pairs[range] {
                    let isInOrder = names.isBefore(pair.left, pair.right)
                    bytes.append(isInOrder ? pair.left : pair.right, to: &rows)
                    rows.append(UInt8(ascii: ","))
                    bytes.append(isInOrder ? pair.right : pair.left, to: &rows)
                    rows.append(UInt8(ascii: ","))
                    rows += pair.weight.description.utf8
                    rows.append(UInt8(ascii: ","))
                    rows += pair.probability.description.utf8
                    rows.append(UInt8(ascii: "\n"))
                }
            }
        }
    }

    private func parts(
        _ count: Int,
        _ write: ([UInt8]) throws -> Void,
        _ append: @Sendable (_ range: Range<Int>, _ rows: inout [UInt8]) -> Void
    ) throws {
        let batch = LinkageOutput.partSize * LinkageOutput.partsAtOnce
        for start in stride(from: 0, to: count, by: batch) {
            let parts = Parts.map(min(batch, count - start), size: LinkageOutput.partSize) { range in
                var rows: [UInt8] = []
                rows.reserveCapacity(range.count * 64)
                append(start + range.lowerBound..<start + range.upperBound, &rows)
                return rows
            }
            for part in parts { try write(part) }
        }
    }

    /// Gives the names' bytes for as long as rows are made of them: counting who holds an array for every row, on several
    /// cores at a time, took longer than the rows.
    private func withBytes(_ body: (NameBytes) -> Void) {
        names.bytes.withUnsafeBufferPointer { ids in
            names.ends.withUnsafeBufferPointer { ends in
                names.sourceOfRecord.withUnsafeBufferPointer { sourceOfRecord in
                    sources.withBytes { sources in
                        clusterSources.withBytes { clusters in
                            body(
                                NameBytes(
                                    ids: ids,
                                    ends: ends,
                                    sourceOfRecord: sourceOfRecord,
                                    sources: sources,
                                    clusterSources: clusters
                                )
                            )
                        }
                    }
                }
            }
        }
    }
}

/// What each source begins with, one after the other.
private struct Heads {
    private let bytes: [UInt8]
    private let ends: [Int]

    /// Heads while their bytes are at hand.
    struct Bytes {
        let bytes: UnsafeBufferPointer<UInt8>
        let ends: UnsafeBufferPointer<Int>

        subscript(source: Int) -> UnsafeBufferPointer<UInt8> {
            UnsafeBufferPointer(rebasing: bytes[(source == 0 ? 0 : ends[source - 1])..<ends[source]])
        }
    }

    init(_ heads: [[UInt8]]) {
        bytes = Array(heads.joined())
        ends = heads.reduce(into: []) { $0.append(($0.last ?? 0) + $1.count) }
    }

    func withBytes(_ body: (Bytes) -> Void) {
        bytes.withUnsafeBufferPointer { bytes in
            ends.withUnsafeBufferPointer { body(Bytes(bytes: bytes, ends: $0)) }
        }
    }
}

/// The names of records while their bytes are at hand.
private struct NameBytes {
    let ids: UnsafeBufferPointer<UInt8>
    let ends: UnsafeBufferPointer<Int>
    let sourceOfRecord: UnsafeBufferPointer<UInt16>
    let sources: Heads.Bytes
    let clusterSources: Heads.Bytes

    /// Adds `source,record_id`.
    func append(_ record: Int, to row: inout [UInt8]) {
        row.append(contentsOf: sources[Int(sourceOfRecord[record])])
        let id = id(record)
        if CSVBytes.mustBeQuoted(id) { row += CSVBytes.quoted(id) } else { row.append(contentsOf: id) }
    }

    /// Adds the name of the cluster whose first record this is.
    func appendCluster(of first: Int, to row: inout [UInt8]) {
        let source = clusterSources[Int(sourceOfRecord[first])]
        let id = id(first)
        if CSVBytes.mustBeQuoted(id) || CSVBytes.mustBeQuoted(source) {
            row += CSVBytes.quoted(Array(source) + id)
        } else {
            row.append(contentsOf: source)
            row.append(contentsOf: id)
        }
    }

    private func id(_ record: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: ids[(record == 0 ? 0 : ends[record - 1])..<ends[record]])
    }
}

/// Fields of comma-separated values as bytes.
private enum CSVBytes {
    static func mustBeQuoted(_ field: some Collection<UInt8>) -> Bool {
        field.contains { byte in
            byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 10 || byte == 13
        }
    }

    static func quoted(_ field: some Collection<UInt8>) -> [UInt8] {
        guard mustBeQuoted(field) else { return Array(field) }
        var bytes = [UInt8(ascii: "\"")]
        for byte in field {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        return bytes + [UInt8(ascii: "\"")]
    }
}
