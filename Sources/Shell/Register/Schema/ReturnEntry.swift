import FoundationEssentials
package import Records

/// One row of an SSDA903 return, kept as it came.
///
/// Versioned like every record: its key is its table, its child and its place among that child's rows, so that the
/// order of the file does not matter and a second import of the same rows changes nothing.
package struct ReturnEntry: Hashable, Sendable {
    /// Table of the return, such as `Reviews`.
    package var table: String
    /// The child, by the reference the register gives them.
    package var personID: String
    /// The file it came in.
    package var file: String
    /// Data row of that file, counted from 0.
    package var row: Int
    /// Column and value, as they stood.
    package var values: [String: String]

    package init(table: String, personID: String, file: String, row: Int, values: [String: String]) {
        self.table = table
        self.personID = personID
        self.file = file
        self.row = row
        self.values = values
    }

    package static let table = Table(
        "return_rows",
        "A row of an SSDA903 return, kept as it came.",
        [
            Field("return_table", .text, key: true, required: true, "Table of the return."),
            Field("person_id", .text, key: true, required: true, "The child."),
            Field("place", .integer, key: true, required: true, "Place among the child's rows of that table."),
            Field("file", .text, required: true, "The file it came in."),
            Field("row", .integer, required: true, "Data row of the file, counted from 0."),
            Field("values", .text, required: true, personal: true, "Columns and values, as JSON."),
        ]
    )

    /// The rows as the register stores them, in the order of their keys.
    static func rows(of entries: [ReturnEntry]) throws -> [[Cell]] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let texts = try entries.map {
            (entry: $0, json: String(decoding: try encoder.encode($0.values), as: UTF8.self))
        }
        let sorted = texts.sorted {
            ($0.entry.table, $0.entry.personID, $0.json) < ($1.entry.table, $1.entry.personID, $1.json)
        }
        var place = 0
        return sorted.indices.map { index in
            let (entry, json) = sorted[index]
            let before = index > 0 ? sorted[index - 1].entry : nil
            place = before?.table == entry.table && before?.personID == entry.personID ? place + 1 : 0
            return [
                .text(entry.table), .text(entry.personID), .integer(Int64(place)), .text(entry.file),
                .integer(Int64(entry.row)), .text(json),
            ]
        }
    }

    /// The entry a stored row holds; its values are empty once the child has been erased.
    init(row cells: [Cell]) {
        table = cells[0].plain
        personID = cells[1].plain
        file = cells[3].plain
        if case .integer(let number) = cells[4] { row = Int(number) } else { row = 0 }
        let json = FoundationEssentials.Data(cells[5].plain.utf8)
        values = (try? JSONDecoder().decode([String: String].self, from: json)) ?? [:]
    }
}
