import Exchange
package import Linkage

/// Why two records of some files are taken for one person, or are not.
package enum ExplainLink {
    /// What speaks for and against, and what the linking made of it.
    package struct Answer: Sendable {
        /// The records by their names, `source/record_id`.
        package let left: String
        package let right: String
        package let waterfall: Waterfall
        package let threshold: Double
        package let areTogether: Bool
    }

    /// Links the files and says why two of their records have the match weight they have.
    ///
    /// A record is named `source/record_id`, or by its id alone where only one source has it.
    package static func run(
        _ left: String,
        _ right: String,
        in files: LinkFiles,
        options: LinkageOptions
    ) throws -> Answer {
        let input = try files.read()
        var options = options
        let pair = (left: try record(left, in: input.names), right: try record(right, in: input.names))
        guard pair.left != pair.right else {
            throw FileRefusal("The two records are the same. Name two different ones.")
        }
        options.explains = pair
        let linkage = try files.link(input, options: options)
        guard let waterfall = linkage.waterfall else {
            throw FileRefusal("The linking gave no account of the two records.")
        }
        return Answer(
            left: input.names.name(pair.left),
            right: input.names.name(pair.right),
            waterfall: waterfall,
            threshold: options.threshold ?? linkage.model.threshold,
            areTogether: linkage.clusters[pair.left] == linkage.clusters[pair.right]
        )
    }

    private static func record(_ name: String, in names: RecordNames) throws -> Int {
        let slash = name.firstIndex(of: "/")
        let whole = slash.map {
            names.records(withID: String(name[name.index(after: $0)...]), source: String(name[..<$0]))
        }
        let found = whole.flatMap { $0.isEmpty ? nil : $0 } ?? names.records(withID: name)
        guard let record = found.first else {
            throw FileRefusal(
                "No record is called \(name). Give source/record_id; the sources are \(names.sources.joined(separator: ", "))."
            )
        }
        guard found.count == 1 else {
            let all = found.map(names.name).joined(separator: ", ")
            throw FileRefusal("Several records are called \(name). Give one of \(all).")
        }
        return record
    }
}
