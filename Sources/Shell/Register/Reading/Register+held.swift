package import Records

/// A current record with the number of its version, which a form made from it carries along (`Entry.revise`).
package struct Held<Kept: Record>: Sendable {
    package let record: Kept
    package let version: Int64
}

extension Register {
    /// The current record with this key (`Table.keyText`); nil where there is none.
    package func held<Kept: Record>(_ kind: Kept.Type, key: String) throws -> Held<Kept>? {
        let table = try StoredTable.named(Kept.table.name)
        guard let cells = table.keyCells(key) else { return nil }
        return try held(kind, of: table, where: table.keyIs(cells)).first
    }

    /// The current records whose field has this value, in the order they were written.
    package func held<Kept: Record>(_ kind: Kept.Type, where field: String, is value: Cell) throws -> [Held<Kept>] {
        try held(kind, where: [(field, value)])
    }

    /// The current records whose fields have these values, in the order they were written; all of them where no field is
    /// given.
    package func held<Kept: Record>(
        _ kind: Kept.Type,
        where conditions: [(field: String, value: Cell)] = []
    ) throws -> [Held<Kept>] {
        let table = try StoredTable.named(Kept.table.name)
        var condition: SQL = "TRUE"
        for (field, value) in conditions { condition = "\(condition) AND \(try table.column(field)) = \(value)" }
        return try held(kind, of: table, where: condition)
    }

    /// The current records whose field has one of these values, in the order they were written.
    package func held<Kept: Record>(
        _ kind: Kept.Type,
        where field: String,
        isAnyOf values: some Sequence<String>
    ) throws -> [Held<Kept>] {
        let table = try StoredTable.named(Kept.table.name)
        let column = try table.column(field)
        let values = Set(values).sorted().map { SQL("\($0)") }
        var found: [Held<Kept>] = []
        // Databases limit how many parameters a statement may have.
        for start in stride(from: 0, to: values.count, by: 500) {
            let part = Array(values[start..<min(start + 500, values.count)])
            found += try held(kind, of: table, where: "\(column) IN (\(part.joined(by: ", ")))")
        }
        return found.sorted { $0.version < $1.version }
    }

    private func held<Kept: Record>(
        _ kind: Kept.Type,
        of table: StoredTable,
        where condition: SQL
    ) throws -> [Held<Kept>] {
        try store.read { connection in
            try connection.all(
                """
                SELECT id, \(table.fieldColumns) FROM \(table.name) \
                WHERE tenant = \(tenant) AND to_change IS NULL AND \(condition) ORDER BY id
                """
            ) { Held(record: try Kept(row: table.row($0, from: 1)), version: $0.integer(0)) }
        }
    }
}

extension StoredTable {
    /// The column of the field with this name; throws where there is none.
    func column(_ field: String) throws -> SQL.Name {
        guard let position = self.field(named: field) else {
            throw RegisterError.noSuchTable("\(table.name).\(field)")
        }
        return columns[position]
    }
}
