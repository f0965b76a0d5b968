package import Records

/// One version of one record.
package struct Version: Hashable, Sendable {
    /// Its number, for `Entry.revise`.
    package let number: Int64
    package let row: [Cell]
    package let fromChange: Int
    /// The change that ended it; nil while it is current.
    package let toChange: Int?
    /// When and by whom it was written.
    package let at: Timestamp
    package let actor: String
}

extension Register {
    /// Every version of one record, the oldest first.
    ///
    /// The key is as `Table.keyText` makes it.
    package func history(ofTable name: String, key: String) throws -> [Version] {
        let table = try StoredTable.named(name)
        let fields = table.columns.map { SQL("v.\($0)") }.joined(by: ", ")
        guard let cells = table.keyCells(key) else { return [] }
        let isKey = zip(table.key, cells).map { SQL("v.\($0) = \($1)") }.joined(by: " AND ")
        let arm: SQL = """
            SELECT v.id, v.from_change, v.to_change, c.at, c.actor, \(fields) FROM \(table.name) v \
            JOIN changes c ON c.number = v.from_change WHERE v.tenant = \(tenant) AND \(isKey)
            """
        return try store.read { connection in
            try connection.all(
                """
                \(arm) AND v.to_change IS NULL UNION ALL \(arm) AND v.to_change IS NOT NULL ORDER BY 2
                """
            ) {
                Version(
                    number: $0.integer(0),
                    row: table.row($0, from: 5),
                    fromChange: Int($0.integer(1)),
                    toChange: $0.optionalInteger(2).map { Int($0) },
                    at: Timestamp(iso: $0.text(3)) ?? Timestamp(seconds: 0),
                    actor: $0.text(4)
                )
            }
        }
    }

    /// The current version of one record; nil where there is none.
    package func current(inTable name: String, key: String) throws -> Version? {
        try history(ofTable: name, key: key).last { $0.toChange == nil }
    }

    /// Whether the table has a current record with this key.
    package func contains(key: String, inTable name: String) throws -> Bool {
        let table = try StoredTable.named(name)
        guard let cells = table.keyCells(key) else { return false }
        return try store.read { connection in
            try connection.number(
                """
                SELECT COUNT(*) FROM \(table.name) \
                WHERE tenant = \(tenant) AND \(table.keyIs(cells)) AND to_change IS NULL
                """
            ) > 0
        }
    }

    /// Whether a table has any current record.
    package func hasRecords(inTable name: String) throws -> Bool {
        let table = try StoredTable.named(name)
        return try store.read { connection in
            try connection.number(
                """
                SELECT COUNT(*) FROM (SELECT 1 FROM \(table.name) \
                WHERE tenant = \(tenant) AND to_change IS NULL LIMIT 1) t
                """
            ) > 0
        }
    }

    /// The keys of a table's current records.
    package func keys(ofTable name: String) throws -> Set<String> {
        let table = try StoredTable.named(name)
        let columns = table.key.map { SQL("\($0)") }.joined(by: ", ")
        return try store.read { connection in
            var keys: Set<String> = []
            try connection.each(
                "SELECT \(columns) FROM \(table.name) WHERE tenant = \(tenant) AND to_change IS NULL"
            ) { row in
                keys.insert(table.key.indices.map(row.text).joined(separator: "\u{1F}"))
            }
            return keys
        }
    }

    /// Current rows of a table whose field has this value, for looking people up by name, date of birth, identifier or
    /// postcode.
    package func rows(ofTable name: String, where field: String, is value: Cell) throws -> [[Cell]] {
        let table = try StoredTable.named(name)
        guard let field = table.field(named: field) else { throw RegisterError.noSuchTable("\(name).\(field)") }
        return try store.read { connection in
            try connection.all(
                """
                SELECT \(table.fieldColumns) FROM \(table.name) \
                WHERE tenant = \(tenant) AND to_change IS NULL AND \(table.columns[field]) = \(value) ORDER BY id
                """
            ) { table.row($0, from: 0) }
        }
    }
}
