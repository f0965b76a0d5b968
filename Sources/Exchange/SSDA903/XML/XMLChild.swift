/// An element on the way: its text if it is a field, its fields if it is a group of them.
struct ReturnElement {
    var name: String
    var line: Int
    var text = ""
    var isLeaf = true
    var fields: [String: String] = [:]
}

/// One `CHILD` of the XML return: the header and what else is said about the child.
struct XMLChild {
    var header: ReturnElement?
    var parts: [ReturnElement] = []

    /// The rows that the CSV files would have for the child.
    var rows: [(table: ReturnTable, line: Int, values: [String])] {
        var rows: [(table: ReturnTable, line: Int, values: [String])] = []
        if let header {
            rows.append((.header, header.line, row(of: .header, header.fields)))
            for table in XMLNames.headerTables where isPresent(table, in: header.fields) {
                rows.append((table, header.line, row(of: table, header.fields)))
            }
        }
        for part in parts {
            guard let table = XMLNames.table(of: part.fields) else { continue }
            rows.append((table, part.line, row(of: table, part.fields)))
        }
        return rows
    }

    /// A child is in the table of unaccompanied asylum seekers where the flag is set or the status has an end; in the
    /// others where any field of theirs has a value.
    private func isPresent(_ table: ReturnTable, in fields: [String: String]) -> Bool {
        if table == .uasc, ["1", "Y", "YES", "TRUE"].contains(fields["UASC"] ?? "") { return true }
        return XMLNames.ownColumns(of: table).contains { fields[$0]?.isEmpty == false }
    }

    private func row(of table: ReturnTable, _ fields: [String: String]) -> [String] {
        let common = header?.fields ?? [:]
        return table.columns.map { column in
            if let value = fields[column] { return value }
            return XMLNames.common.contains(column) ? common[column] ?? "" : ""
        }
    }
}

/// How the names of the XML return map to tables and columns.
enum XMLNames {
    /// Columns that say whom a row is about; in the XML they stand in the header alone.
    static let common: Set<String> = ["CHILD", "DOB", "SEX"]

    /// Tables whose fields stand in the header, one row a child.
    static let headerTables: [ReturnTable] = [.uasc, .ad1, .oc3]

    private static let tableOfColumn: [String: ReturnTable] = Dictionary(
        ReturnTable.allCases.filter { $0 != .header }.flatMap { table in
            table.columns.filter { !common.contains($0) }.map { ($0, table) }
        },
        uniquingKeysWith: { first, _ in first }
    )

    private static let known: Set<String> = Set(tableOfColumn.keys)
        .union(ReturnTable.header.columns)
        .union(["UASC"])

    /// The columns that this table alone has.
    static func ownColumns(of table: ReturnTable) -> [String] {
        table.columns.filter { !common.contains($0) }
    }

    /// The table of a group of fields; nil where none of them belongs to one.
    static func table(of fields: [String: String]) -> ReturnTable? {
        fields.keys.lazy.compactMap { tableOfColumn[$0] }.min { $0.rawValue < $1.rawValue }
    }

    static func isKnown(_ name: String) -> Bool {
        known.contains(column(of: name))
    }

    /// The CSV column of an element.
    static func column(of name: String) -> String {
        switch name {
        case "CHILDID": "CHILD"
        case "PL": "PLACE"
        default: name
        }
    }
}

extension String {
    /// As a value of the return: without blanks around it, in upper case.
    var asReturnValue: String {
        guard let first = utf8.firstIndex(where: { $0 > 0x20 }), let last = utf8.lastIndex(where: { $0 > 0x20 })
        else { return "" }
        return self[first...last].uppercased()
    }
}
