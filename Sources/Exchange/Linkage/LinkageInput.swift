package import Linkage
import Values

/// The files of one linking put together: what is linked, and under which names.
package struct LinkageInput: Sendable {
    /// In the order of the names of their sources, so that nothing depends on the order of the files.
    package let records: RawColumns
    package let names: RecordNames
    package let files: [LinkageFile]

    /// Puts files together; throws where two of them would be taken for one source without the mapping saying so.
    package init(_ files: [LinkageFile], model: LinkageModel) throws(LinkageFileFault) {
        var chunks: [String: [RawChunk]] = [:]
        var first: [String: LinkageFile] = [:]
        for file in files {
            for source in file.sources {
                if let other = first[source.name], !file.isSourceGiven || !other.isSourceGiven {
                    let reason =
                        "its records would come from the same source as those of \(other.name); give the files "
                        + "different names, or say in a mapping which source each is of"
                    throw LinkageFileFault(file: file.name, line: nil, reason: reason)
                }
                first[source.name] = first[source.name] ?? file
                chunks[source.name, default: []] += source.chunks
            }
        }
        guard chunks.count <= LinkageInput.mostSources else {
            let reason =
                "there are \(chunks.count) sources, more than the \(LinkageInput.mostSources) that can be told apart"
            throw LinkageFileFault(file: files.first?.name ?? "", line: nil, reason: reason)
        }
        let sources = chunks.keys.sorted { Array("\($0)/".utf8).lexicographicallyPrecedes(Array("\($1)/".utf8)) }
        records = RawColumns(
            fields: model.fields.count { if case .columns = $0.origin { true } else { false } },
            sources: sources.map { (name: $0, chunks: chunks[$0] ?? []) }
        )
        names = records.names
        self.files = files
    }

    private static let mostSources = 65_000

    /// Records of each source, in the order of the sources' names.
    package var sources: [(name: String, records: Int)] {
        var counts = [Int](repeating: 0, count: names.sources.count)
        for source in names.sourceOfRecord { counts[Int(source)] += 1 }
        return zip(names.sources, counts).map { (name: $0, records: $1) }
    }
}

extension LinkageFile {
    /// The lines of this file on which a record of this id and source stands.
    package static func lines(
        ofID id: String,
        source: String,
        name: String,
        bytes: UnsafeRawBufferPointer,
        model: LinkageModel,
        mapping: LinkageMapping
    ) throws(LinkageFileFault) -> [Int] {
        let own = mapping.source ?? LinkageFile.baseName(name)
        guard mapping.sourceColumn != nil || own == source else { return [] }
        return try LinkageText.read(bytes, of: name, mapping.encoding) { text throws(LinkageFileFault) in
            let layout = try LinkageLayout(headerOf: text, file: name, model: model, mapping: mapping)
            return LinkageRows(text, layout: layout, dates: []).lines(ofID: Array(id.utf8), source: Array(source.utf8))
        }
    }
}
