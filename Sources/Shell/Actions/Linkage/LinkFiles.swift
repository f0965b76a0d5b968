package import Exchange
import Foundation
package import Linkage
import Synchronization

/// Files of people that are to be linked by a model.
package struct LinkFiles: Sendable {
    /// Told the stage and the share of it that is done; may be called from any core, and often.
    package typealias Progress = @Sendable (_ stage: String, _ share: Double) -> Void

    private let paths: [String]
    private let mappings: [LinkageMapping]
    package let model: LinkageModel
    private let progress: Progress

    /// Throws where a mapping cannot be read, or is for none of the files.
    package init(_ paths: [String], mappings: [String], model: LinkageModel, progress: @escaping Progress) throws {
        self.paths = paths
        self.mappings = try LinkageMappings(mappings).mappings(of: paths)
        self.model = model
        self.progress = progress
    }

    /// Reads the files; throws where one cannot be read, or a record is there twice.
    package func read() throws -> LinkageInput {
        var files: [LinkageFile] = []
        for (path, mapping) in zip(paths, mappings) {
            let stage = "Reading \(path.split(separator: "/").last ?? "")"
            progress(stage, 0)
            let file = try MappedFile.withBytes(of: path) { bytes in
                let total = Double(max(1, bytes.count))
                let done = Mutex(0)
                let progress = progress
                return try LinkageFile(name: path, bytes: bytes, model: model, mapping: mapping) { count in
                    let sum = done.withLock { done in
                        done += count
                        return done
                    }
                    progress(stage, Double(sum) / total)
                }
            }
            files.append(file)
        }
        let input = try LinkageInput(files, model: model)
        if let repeated = input.names.firstRepeated() { throw try fault(of: repeated.later, in: input) }
        return input
    }

    /// Links what was read.
    package func link(_ input: LinkageInput, options: LinkageOptions) throws -> Linkage {
        try Linker.link(input.records, by: model, options: options, progress: LinkageProgress(progress))
    }

    /// Where a record stands that is there twice.
    private func fault(of record: Int, in input: LinkageInput) throws -> LinkageFileFault {
        let source = input.names.sources[Int(input.names.sourceOfRecord[record])]
        let id = String(decoding: input.names.bytes[input.names.range(record)], as: UTF8.self)
        var places: [(file: String, line: Int)] = []
        for (path, mapping) in zip(paths, mappings) where places.count < 2 {
            let lines = try MappedFile.withBytes(of: path) { bytes in
                try LinkageFile.lines(
                    ofID: id,
                    source: source,
                    name: path,
                    bytes: bytes,
                    model: model,
                    mapping: mapping
                )
            }
            places += lines.map { (file: path, line: $0) }
        }
        guard places.count > 1 else {
            return LinkageFileFault(file: paths.first ?? "", line: nil, reason: "two records have the same record id")
        }
        let first = places[0].file == places[1].file ? "line" : "\(places[0].file), line"
        return LinkageFileFault(
            file: places[1].file,
            line: places[1].line,
            reason: "the record id is also that of \(first) \(places[0].line); a source must have each record id once"
        )
    }
}
