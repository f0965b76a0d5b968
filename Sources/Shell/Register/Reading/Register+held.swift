package import Records

/// A current record with the number of its version, which a form made from it carries along (`Entry.revise`).
package struct Held<Kept: Record>: Sendable {
    package let record: Kept
    package let version: Int64
}

extension Register {
    /// Asks several questions of one picture of the register: no change of somebody else falls between them, and it is
    /// quicker than one by one.
    ///
    /// What is written meanwhile is not seen in it.
    package func atOnce<Value>(_ questions: () throws -> Value) throws -> Value {
        try store.read { _ in try questions() }
    }

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
        return try SQL.lists(of: values)
            .flatMap { try held(kind, of: table, where: "\(column) IN (\($0))") }
            .sorted { $0.version < $1.version }
    }

    func held<Kept: Record>(
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
