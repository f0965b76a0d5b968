import Records

extension TableCheck {
    /// Two versions of one record that are known at the same time.
    mutating func checkOverlaps() throws {
        let keys = table.key.map { SQL("v.\($0)") }.joined(by: ", ")
        let sameKey = table.key.map { SQL("o.\($0) = v.\($0)") }.joined(by: " AND ")
        let pair: SQL = """
            SELECT v.from_change, \(keys) FROM \(table.name) v JOIN \(table.name) o \
            ON o.tenant = v.tenant AND \(sameKey)
            """
        let what = "Two versions of the record are known at the same time"
        try note(
            what,
            for: """
                \(pair) AND o.to_change IS NOT NULL AND o.id <> v.id AND o.from_change < v.to_change \
                AND o.to_change > v.from_change WHERE v.to_change IS NOT NULL
                """
        )
        try note(
            what,
            for: "\(pair) AND o.to_change IS NULL AND o.from_change < v.to_change WHERE v.to_change IS NOT NULL"
        )
        try note(
            what,
            for: """
                SELECT NULL, \(keys) FROM \(table.name) v WHERE v.to_change IS NULL \
                GROUP BY v.tenant, \(keys) HAVING COUNT(*) > 1
                """
        )
    }

    /// Current records that name one that is not there.
    mutating func checkReferences() throws {
        let keys = table.key.map { SQL("c.\($0)") }.joined(by: ", ")
        for (field, parent) in try table.references {
            try note(
                "\(field.text) names a record that is not in \(parent.table.name)",
                for: """
                    SELECT c.from_change, \(keys) FROM \(table.name) c \
                    WHERE c.to_change IS NULL AND \(parent.missingFor(field)) ORDER BY c.id
                    """
            )
        }
    }

    /// Notes the same of every row found: its change, then its key.
    private mutating func note(_ what: String, for rows: SQL) throws {
        let table = table
        let found = try connection.all(rows) { row in
            (
                change: row.optionalInteger(0).map { Int($0) },
                key: table.key.indices.map { row.text($0 + 1) }.joined(separator: "\u{1F}")
            )
        }
        for (change, key) in found { report.note(what, change: change, table: table.table.name, key: key) }
    }
}
