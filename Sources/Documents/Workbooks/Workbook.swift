/// A spreadsheet: what it is about, what must be known about it, and its tables, one a sheet.
///
/// A cover first, then the contents and the notes, then one table a sheet under its title, as the Government Analysis
/// Function asks: no merged cells, no blank rows in a table, no meaning by colour.
package struct Workbook: Sendable {
    package let title: String
    package let marking: Marking
    /// What it stands on: the day, the change, the definitions, who made it.
    package let lines: [String]
    /// Cover, contents, notes and the tables, each under a name of its own.
    package let sheets: [Sheet]

    package init(title: String, marking: Marking, lines: [String], notes: [String], sheets: [Sheet]) {
        self.title = title
        self.marking = marking
        self.lines = lines
        let tables = Workbook.named(sheets)
        let symbols = sheets.reduce(into: Set<SheetCell.Symbol>()) { $0.formUnion($1.symbols) }
        let meanings = SheetCell.Symbol.allCases.filter(symbols.contains).map { ($0.text, $0.meaning) }
        let said = notes.enumerated().map { ("[note \($0.offset + 1)]", $0.element) }
        self.sheets =
            [
                Sheet(
                    name: "Contents",
                    title: "Contents",
                    columns: ["Sheet", "What it holds"],
                    rows: tables.map { [.words($0.name), .words($0.title)] }
                ),
                Sheet(
                    name: "Notes",
                    title: "Notes",
                    columns: ["Mark", "What it means"],
                    rows: (said + meanings).map { [.words($0.0), .words($0.1)] }
                ),
            ] + tables
    }

    /// How many sheets stand before the tables.
    package static let before = 2

    /// Names of tabs have at most 31 characters, none of `[]:*?/\`, and there is one of each.
    private static func named(_ sheets: [Sheet]) -> [Sheet] {
        // A spreadsheet keeps the name History for itself.
        var taken: Set<String> = ["cover", "contents", "notes", "history"]
        return sheets.map { sheet in
            let legal = String(sheet.name.map { "[]:*?/\\'".contains($0) ? " " : $0 })
            let short = cut(legal, to: 31)
            var name = short
            var number = 2
            while !taken.insert(name.lowercased()).inserted {
                name = "\(cut(short, to: 27)) \(number)"
                number += 1
            }
            return sheet.named(name)
        }
    }

    /// The first words that fit, by what a spreadsheet counts as a character.
    private static func cut(_ words: String, to most: Int) -> String {
        guard words.utf16.count > most else { return words.isEmpty ? "Table" : words }
        var name = ""
        for word in words.split(separator: " ") {
            let longer = name.isEmpty ? String(word) : "\(name) \(word)"
            guard longer.utf16.count <= most else { break }
            name = longer
        }
        return name.isEmpty ? "Table" : name
    }
}
