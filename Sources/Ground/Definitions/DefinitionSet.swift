/// The definitions in force: those the binary carries, and those of the installation, which replace or add.
package struct DefinitionSet: Sendable {
    /// By kind and id.
    package let definitions: [Definition]

    /// The shipped definitions with the installation's own (`--definitions DIR`) over them.
    ///
    /// A local definition replaces the shipped one of the same kind and id, or adds to them. Throws everything that is
    /// wrong with any file.
    package init(
        shipped: [DefinitionFile] = DefinitionFile.shipped,
        local: [DefinitionFile] = []
    ) throws(DefinitionRefusal) {
        let problems = ProblemList()
        var byName: [String: Definition] = [:]
        for layer in [shipped, local] {
            for (name, definition) in DefinitionSet.layer(layer, problems: problems) {
                byName[name] = definition
            }
        }
        guard problems.problems.isEmpty else { throw DefinitionRefusal(problems.problems) }
        definitions = byName.sorted { $0.key < $1.key }.map(\.value)
    }

    private static func layer(_ files: [DefinitionFile], problems: ProblemList) -> [String: Definition] {
        var byName: [String: Definition] = [:]
        for file in files {
            guard let definition = Definition(file: file, problems: problems) else { continue }
            let name = "\(definition.kind.rawValue) \(definition.id)"
            if let other = byName[name] {
                let line = definition.body.entry("id")?.line
                let reason = "id is already that of the \(definition.kind.rawValue) in \(other.file)"
                problems.add(DefinitionProblem(file: file.name, line: line, reason: reason))
            }
            byName[name] = definition
        }
        return byName
    }

    /// Reads every definition of a kind by its own keys; throws everything that is wrong with any of them.
    ///
    /// `make` reads what the kind adds to what every definition has, and returns nil where it noted a problem.
    package func read<Item>(
        _ kind: DefinitionKind,
        as make: (Definition, inout MapReader) -> Item?
    ) throws(DefinitionRefusal) -> [Item] {
        let problems = ProblemList()
        var items: [Item] = []
        for definition in definitions where definition.kind == kind {
            var map = MapReader(
                definition.body,
                file: definition.file,
                problems: problems,
                taken: Definition.commonKeys
            )
            let item = make(definition, &map)
            map.finish()
            if let item { items.append(item) }
        }
        guard problems.problems.isEmpty else { throw DefinitionRefusal(problems.problems) }
        return items
    }
}
