import Actions
import Records
import Testing

@Suite struct `The data dictionary` {
    /// The lines of each table's section, by its name.
    private static let sections: [String: [Substring]] = {
        let parts = DataDictionary.markdown.split(separator: "\n## ").dropFirst()
        return Dictionary(
            parts.map { part in
                let lines = part.split(separator: "\n")
                return (String(lines[0]), Array(lines.dropFirst()))
            },
            uniquingKeysWith: +
        )
    }()

    @Test func `has a section for each table, in order`() {
        let titles = DataDictionary.markdown.split(separator: "\n").filter { $0.hasPrefix("## ") }.map {
            $0.dropFirst(3)
        }
        #expect(titles.map(String.init) == RecordSet.tables.map(\.name))
    }

    @Test(arguments: RecordSet.tables.map(\.name))
    func `lists every field with its meaning, codes and marks`(name: String) throws {
        let table = try #require(RecordSet.tables.first { $0.name == name })
        let lines = try #require(Self.sections[name])
        #expect(lines.first.map(String.init) == table.meaning)
        let rows = lines.filter { $0.hasPrefix("| ") }.dropFirst()
        #expect(rows.count == table.fields.count)
        for (row, field) in zip(rows, table.fields) {
            let cells = row.split(separator: "|").map { $0.trimmed }
            try #require(cells.count == 4, "\(row)")
            #expect(cells[0] == (field.isKey ? "**\(field.name)**" : field.name))
            #expect(cells[3] == field.meaning)
            #expect(cells[2].contains("required") == field.isRequired, "\(name).\(field.name)")
            #expect(cells[2].contains("*personal*") == field.isPersonal, "\(name).\(field.name)")
            if let parent = field.refersTo { #expect(cells[2].contains("`\(parent)`"), "\(name).\(field.name)") }
            if case .code(let codes) = field.kind {
                #expect(cells[1].split(separator: " ").map(String.init) == codes.map { "`\($0)`" })
            }
        }
    }
}

extension Substring {
    /// Without the spaces around it.
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
