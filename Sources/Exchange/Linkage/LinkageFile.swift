package import Linkage
import Values

/// Why a file of people cannot be read for linking.
package struct LinkageFileFault: Error, Hashable, Sendable, CustomStringConvertible {
    package let file: String
    /// Counted from 1.
    package let line: Int?
    package let reason: String

    package var description: String {
        line.map { "\(file), line \($0): \(reason)" } ?? "\(file): \(reason)"
    }
}

/// A file of people, a row a record, read for linking: large files in parts, on several cores.
package struct LinkageFile: Sendable {
    /// Bytes in a part.
    private static let partSize = 4 << 20

    package let name: String
    package let source: String
    package let chunks: [RawChunk]
    /// Fields of the model that the file has no column for.
    package let absent: [String]

    /// Reads the file; throws where its columns do not serve or a row cannot be read.
    package init(
        name: String,
        bytes: UnsafeRawBufferPointer,
        model: LinkageModel,
        mapping: LinkageMapping = LinkageMapping(),
        progress: (@Sendable (Int) -> Void)? = nil
    ) throws(LinkageFileFault) {
        self.name = name
        source = mapping.source ?? LinkageFile.baseName(name)
        let bytes = UnsafeBufferPointer(rebasing: bytes.bindMemory(to: UInt8.self)[...])
        var header = RowScanner(bytes, at: LinkageFile.start(bytes))
        guard case .row = header.next() else {
            throw LinkageFileFault(file: name, line: 1, reason: "the file has no header row; give it one")
        }
        let names = header.texts.map { $0.trimmed.lowercased() }
        let layout = try Layout(names, file: name, model: model, mapping: mapping)
        absent = layout.absent
        let bounds = LinkageFile.bounds(bytes, from: header.position)
        let body = Body(bytes: bytes, layout: layout, fields: layout.columns.count, width: names.count)
        let parts = Parts.map(bounds.count - 1, size: 1) { index in
            let range = bounds[index.lowerBound]..<bounds[index.lowerBound + 1]
            defer { progress?(range.count) }
            return body.chunk(range)
        }
        var chunks: [RawChunk] = []
        for part in parts {
            switch part {
            case .success(let chunk): chunks.append(chunk)
            case .failure(let fault):
                let line = 1 + bytes[..<fault.position].count { $0 == UInt8(ascii: "\n") }
                throw LinkageFileFault(file: name, line: line, reason: fault.reason)
            }
        }
        self.chunks = chunks
    }

    private static func baseName(_ name: String) -> String {
        let last = name.split(separator: "/").last.map(String.init) ?? name
        guard let dot = last.lastIndex(of: "."), dot > last.startIndex else { return last }
        return String(last[..<dot])
    }

    private static func start(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    }

    /// Where the parts begin and end: at line ends that are outside quotes.
    private static func bounds(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> [Int] {
        let rest = bytes.count - start
        nonisolated(unsafe) let shared = bytes
        let quotes = Parts.map(rest, size: partSize) { range in
            shared[start + range.lowerBound..<start + range.upperBound].count { $0 == UInt8(ascii: "\"") }
        }
        var bounds = [start]
        var before = 0
        for index in quotes.indices.dropLast() {
            before += quotes[index]
            var at = start + (index + 1) * partSize
            var inQuotes = !before.isMultiple(of: 2)
            while at < bytes.count && (inQuotes || bytes[at] != UInt8(ascii: "\n")) {
                if bytes[at] == UInt8(ascii: "\"") { inQuotes.toggle() }
                at += 1
            }
            let end = min(bytes.count, at + 1)
            if end > bounds[bounds.count - 1] { bounds.append(end) }
        }
        if bounds[bounds.count - 1] < bytes.count || bounds.count == 1 { bounds.append(bytes.count) }
        return bounds
    }
}

/// Which column of a file serves each field of a model.
private struct Layout: Sendable {
    /// The column of each field that is read, in the model's order; nil where the file has none.
    var columns: [Int?] = []
    var recordID: Int
    var absent: [String] = []

    init(
        _ names: [String],
        file: String,
        model: LinkageModel,
        mapping: LinkageMapping
    ) throws(LinkageFileFault) {
        let has = "the file has the columns \(names.joined(separator: ", "))"
        let idNames = mapping.recordID.map { [$0] } ?? LinkageMapping.usualRecordIDs
        guard let id = idNames.lazy.compactMap({ names.firstIndex(of: $0.lowercased()) }).first else {
            let wanted = idNames.joined(separator: ", ")
            let reason = "no column tells records apart (\(wanted)); \(has); name it in the mapping as record_id"
            throw LinkageFileFault(file: file, line: 1, reason: reason)
        }
        recordID = id
        for field in model.fields {
            guard case .columns(let usual) = field.origin else { continue }
            if let mapped = mapping.columns[field.name] {
                guard let column = names.firstIndex(of: mapped.lowercased()) else {
                    let reason = "the mapping takes \(field.name) from the column \(mapped), which is not there; \(has)"
                    throw LinkageFileFault(file: file, line: 1, reason: reason)
                }
                columns.append(column)
            } else {
                let column = usual.lazy.compactMap { names.firstIndex(of: $0.lowercased()) }.first
                if column == nil { absent.append(field.name) }
                columns.append(column)
            }
        }
        guard columns.contains(where: { $0 != nil }) else {
            let reason = "none of the model's fields has a column; \(has); say which is which in a mapping"
            throw LinkageFileFault(file: file, line: 1, reason: reason)
        }
    }
}

private struct RowFault: Error {
    let position: Int
    let reason: String
}

/// The rows below the header.
private struct Body: @unchecked Sendable {
    let bytes: UnsafeBufferPointer<UInt8>
    let layout: Layout
    let fields: Int
    let width: Int

    func chunk(_ range: Range<Int>) -> Result<RawChunk, RowFault> {
        var chunk = RawChunk(fields: fields)
        var scanner = RowScanner(UnsafeBufferPointer(rebasing: bytes[..<range.upperBound]), at: range.lowerBound)
        let none = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        while true {
            let position = scanner.position
            switch scanner.next() {
            case .end: return .success(chunk)
            case .unclosed:
                let reason = "a quotation mark is opened and never closed; close it"
                return .failure(RowFault(position: position, reason: reason))
            case .row:
                guard scanner.count == width else {
                    let reason = "the row has \(scanner.count) fields and the header \(width); give it as many"
                    return .failure(RowFault(position: position, reason: reason))
                }
                chunk.add(recordID: scanner.field(layout.recordID))
                for (field, column) in layout.columns.enumerated() {
                    chunk.add(column.map { scanner.field($0) } ?? none, field: field)
                }
            }
        }
    }
}
