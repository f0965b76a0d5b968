package import Linkage
import Values

/// Why a file of people cannot be read for linking.
package struct LinkageFileFault: Error, Hashable, Sendable, CustomStringConvertible {
    package let file: String
    /// Counted from 1.
    package let line: Int?
    package let reason: String

    package init(file: String, line: Int?, reason: String) {
        self.file = file
        self.line = line
        self.reason = reason
    }

    package var description: String {
        line.map { "\(file), line \($0): \(reason)" } ?? "\(file): \(reason)"
    }
}

/// A file of people, a row a record, read for linking: large files in parts, on several cores.
package struct LinkageFile: Sendable {
    /// Records of one source, in the order of the file.
    package struct Source: Sendable {
        package let name: String
        package fileprivate(set) var chunks: [RawChunk]
        package var records: Int { chunks.reduce(0) { $0 + $1.count } }
    }

    /// Bytes in a part.
    private static let partSize = 4 << 20
    /// Sources that a column may name; one that names more is no column of sources.
    private static let mostSources = 1000

    package let name: String
    /// What its records come from: one source, unless a column says which.
    package let sources: [Source]
    /// Whether the mapping says what the records come from, rather than the file's name.
    package let isSourceGiven: Bool
    /// Fields of the model that the file has no column for.
    package let absent: [String]
    /// Values of each field of dates that are no date in the forms of the mapping, or that stand for none.
    package let unreadDates: [String: Int]

    package var records: Int { sources.reduce(0) { $0 + $1.records } }

    /// Reads the file; throws where its columns do not serve or a row cannot be read.
    ///
    /// `progress` is told how many bytes more are done, from any core.
    package init(
        name: String,
        bytes: UnsafeRawBufferPointer,
        model: LinkageModel,
        mapping: LinkageMapping = LinkageMapping(),
        progress: (@Sendable (Int) -> Void)? = nil
    ) throws(LinkageFileFault) {
        self = try LinkageText.read(bytes, of: name, mapping.encoding) { text throws(LinkageFileFault) in
            try LinkageFile(name: name, text: text, model: model, mapping: mapping, progress: progress)
        }
    }

    private init(
        name: String,
        text: UnsafeBufferPointer<UInt8>,
        model: LinkageModel,
        mapping: LinkageMapping,
        progress: (@Sendable (Int) -> Void)?
    ) throws(LinkageFileFault) {
        let layout = try LinkageLayout(headerOf: text, file: name, model: model, mapping: mapping)
        let bounds = LinkageText.bounds(text, from: layout.start, size: LinkageFile.partSize)
        let rows = LinkageRows(text, layout: layout, dates: mapping.dates)
        let parts = Parts.map(bounds.count - 1, size: 1) { index in
            let range = bounds[index.lowerBound]..<bounds[index.lowerBound + 1]
            defer { progress?(range.count) }
            return rows.part(range)
        }
        self.name = name
        absent = layout.absent
        isSourceGiven = mapping.source != nil || mapping.sourceColumn != nil
        var gathered = Gathered(file: name, layout: layout)
        for part in parts {
            switch part {
            case .success(let part): try gathered.take(part, ownSource: mapping.source ?? LinkageFile.baseName(name))
            case .failure(let fault):
                throw LinkageFileFault(
                    file: name,
                    line: LinkageText.line(of: fault.position, in: text),
                    reason: fault.reason
                )
            }
        }
        sources = gathered.sources
        unreadDates = gathered.unreadDates
    }

    /// Records of the parts by what they come from.
    private struct Gathered {
        let file: String
        let layout: LinkageLayout
        var sources: [Source] = []
        var unreadDates: [String: Int] = [:]
        private var places: [String: Int] = [:]

        init(file: String, layout: LinkageLayout) {
            self.file = file
            self.layout = layout
        }

        mutating func take(_ part: LinkageRows.Part, ownSource: String) throws(LinkageFileFault) {
            for (name, chunk) in zip(part.names, part.chunks) {
                let name = name.map { String(decoding: $0, as: UTF8.self) } ?? ownSource
                if let place = places[name] {
                    sources[place].chunks.append(chunk)
                } else {
                    places[name] = sources.count
                    sources.append(Source(name: name, chunks: [chunk]))
                }
            }
            for (column, count) in zip(layout.columns, part.unreadDates) where count > 0 {
                unreadDates[column.field, default: 0] += count
            }
            guard sources.count <= mostSources else {
                let reason =
                    "the column of sources names more than \(mostSources); give one that says what rows come from"
                throw LinkageFileFault(file: file, line: nil, reason: reason)
            }
        }
    }

    /// The file's name without the folders before it and without its ending.
    static func baseName(_ name: String) -> String {
        let last = name.split(separator: "/").last.map(String.init) ?? name
        guard let dot = last.lastIndex(of: "."), dot > last.startIndex else { return last }
        return String(last[..<dot])
    }
}
