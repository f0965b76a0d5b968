extension MapReader {
    /// Reads a small file that is no definition, such as a mapping; throws everything that is wrong with it.
    ///
    /// `make` returns nil where it noted a problem.
    package static func read<Item>(
        _ file: DefinitionFile,
        as make: (inout MapReader) -> Item?
    ) throws(DefinitionRefusal) -> Item {
        let problems = ProblemList()
        var item: Item?
        if let map = YamlMap(file, problems: problems) {
            var reader = MapReader(map, file: file.name, problems: problems)
            item = make(&reader)
            reader.finish()
        }
        guard let item, problems.problems.isEmpty else { throw DefinitionRefusal(problems.problems) }
        return item
    }

    /// A mapping of names that the file chooses to one text each; empty where the key is missing.
    package mutating func optionalTextsByName(_ key: String) -> [String: String]? {
        guard let value = take(key) else { return [:] }
        guard case .map(let map) = value.content else {
            note(value, "\(key) must have names and values, like “forename: First name”")
            return nil
        }
        var texts: [String: String] = [:]
        for entry in map.entries {
            guard let text = scalar(entry.value, entry.key) else { return nil }
            texts[entry.key] = text
        }
        return texts
    }
}
