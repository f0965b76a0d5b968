import Definitions
package import Pay

/// Cases of costs against benefits by their names or their files.
package enum BenefitCases {
    /// The case of this name among the definitions, or in the file at this path, which may name the unit costs of both.
    ///
    /// Throws where there is none, and everything that is wrong with its file.
    package static func load(_ name: String, definitions folder: String?) throws -> BenefitCase {
        let local = try folder.map(DefinitionsInForce.files) ?? []
        let isFile = name.hasSuffix(".yml") || name.hasSuffix(".yaml")
        guard isFile else {
            let cases = try BenefitCase.all(DefinitionSet(local: local))
            guard let found = cases.first(where: { $0.id == name }) else {
                throw FileRefusal(
                    "There is no case \(name). Give one of \(cases.map(\.id).joined(separator: ", ")), or a case's file (.yml)."
                )
            }
            return found
        }
        let files = try ReadFiles.read([name]).map { DefinitionFile(name: $0.name, bytes: $0.bytes) }
        // The file's own id tells its case from those that the program carries.
        let own = try DefinitionSet(shipped: [], local: files).definitions.first { $0.kind == .benefit }?.id
        let cases = try BenefitCase.all(DefinitionSet(local: local + files))
        guard let own, let found = cases.first(where: { $0.id == own }) else {
            throw FileRefusal("\(name) has no case in it: it must say “kind: benefit”.")
        }
        return found
    }
}
