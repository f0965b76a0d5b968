extension AccessTable {
    /// The whole table as Markdown, for `docs/access.md`.
    package static var markdown: String {
        let heads = Role.allCases.map { $0.label.lowercased() }.joined(separator: " | ")
        let rule = Role.allCases.map { _ in "---" }.joined(separator: "|")
        let lines = Action.allCases.map { action in
            let cells = Role.allCases.map { cell($0, action) }.joined(separator: " | ")
            return "| \(action.label) | \(cells) |"
        }
        return """
            | | \(heads) |
            |---|\(rule)|
            \(lines.joined(separator: "\n"))

            """
    }

    /// The relations of one role and action in words, the nearest first; empty where there are none.
    package static func cell(_ role: Role, _ action: Action) -> String {
        let relations = relations(role, action)
        return Relation.allCases.filter(relations.contains).map(\.label).joined(separator: ", ")
    }
}
