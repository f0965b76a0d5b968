import Definitions
import Exchange
package import Pay

/// Financial plans by their names or their files, and children for them.
package enum Plans {
    /// How often a plan is tried with what is uncertain left to chance, unless asked otherwise.
    package static let usualTrials = 1000
    /// The most trials that are worked out for one asking.
    package static let mostTrials = 1_000_000
    /// Where trials begin unless asked otherwise, so that two people who ask the same see the same.
    package static let usualSeed: UInt64 = 1

    /// The plan of this name among the definitions, or in the file at this path.
    ///
    /// Throws where there is none, and everything that is wrong with its file.
    package static func load(_ name: String, definitions folder: String?) throws -> Plan {
        let isFile = name.hasSuffix(".yml") || name.hasSuffix(".yaml")
        if isFile {
            let plans = try ReadFiles.read([name]).flatMap { file in
                let definition = DefinitionFile(name: file.name, bytes: file.bytes)
                return try Plan.all(DefinitionSet(shipped: [], local: [definition]))
            }
            guard let plan = plans.first else {
                throw FileRefusal("\(name) has no plan in it: it must say “kind: plan”.")
            }
            return plan
        }
        let plans = try Plan.all(DefinitionSet(local: folder.map(DefinitionsInForce.files) ?? []))
        guard let plan = plans.first(where: { $0.id == name }) else {
            throw FileRefusal(
                "There is no plan \(name). Give one of \(plans.map(\.id).joined(separator: ", ")), or a plan's file (.yml)."
            )
        }
        return plan
    }

    /// The children in a file of comma-separated values; throws everything that is wrong with it, with its lines.
    package static func children(_ path: String, of plan: Plan) throws -> [PlannedChild] {
        guard let file = try ReadFiles.read([path]).first else { return [] }
        let table = try CSVRows(file)
        return try ChildTable.read(path, header: table.header, rows: table.rows, of: plan)
    }
}
