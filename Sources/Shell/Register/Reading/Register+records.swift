package import Records
import Values

extension Register {
    /// Every record known at a change; nil for the latest. Tables are read side by side, each from its own connection:
    /// what was known at one change is the same to all of them.
    package func records(knownAt change: Int? = nil) throws -> RecordSet {
        let condition = Known(at: try change ?? latestChange()).condition(tenant: tenant)
        let tables = StoredTable.all.filter { $0.position < RecordSet.tables.count }
        let parts = Parts.map(tables.count, size: 1) { part in
            Result { try records(of: tables[part.lowerBound], where: condition) }
        }
        var records = RecordSet()
        for part in parts { records.take(try part.get()) }
        return records
    }

    private func records(of table: StoredTable, where condition: SQL) throws -> RecordSet {
        try store.read { connection in
            var records = RecordSet()
            try read(table, where: condition, into: &records, connection)
            return records
        }
    }

    /// The rows of returns known at a change, as they came: all of a table of the return, or those of one person.
    package func returns(
        ofTable table: String? = nil,
        person: String? = nil,
        knownAt change: Int? = nil
    ) throws -> [ReturnEntry] {
        let stored = StoredTable.returns
        let ofTable: SQL = table.map { " AND return_table = \($0)" } ?? ""
        let ofPerson: SQL = person.map { " AND person_id = \($0)" } ?? ""
        return try store.read { connection in
            try connection.all(
                """
                SELECT \(stored.fieldColumns) FROM \(stored.name) \
                WHERE \(Known(at: change).condition(tenant: tenant))\(ofTable)\(ofPerson) ORDER BY id
                """
            ) { ReturnEntry(row: stored.row($0, from: 0)) }
        }
    }

    private func read(
        _ table: StoredTable,
        where condition: SQL,
        into records: inout RecordSet,
        _ connection: any Connection
    ) throws {
        let statement = try connection.prepare(
            "SELECT \(table.fieldColumns) FROM \(table.name) WHERE \(condition) ORDER BY id"
        )
        defer { statement.reset() }
        var row: [Cell] = []
        while try statement.step() {
            table.read(statement, from: 0, into: &row)
            try records.add(row, to: table)
        }
    }
}

/// What was known: at a change, or at the latest.
struct Known {
    let change: Int?

    init(at change: Int?) {
        self.change = change
    }

    /// The condition for reading a whole table.
    ///
    /// The sum keeps the database from going through an index for the tenant: from one end to the other is several times
    /// faster.
    func condition(tenant: Int64) -> SQL {
        guard let change else { return "tenant + 0 = \(tenant) AND to_change IS NULL" }
        return """
            tenant + 0 = \(tenant) AND from_change <= \(change) AND (to_change IS NULL OR to_change > \(change))
            """
    }

    /// The conditions under which both indexes, of current and of ended rows, are used: one query for each.
    func conditions(tenant: Int64) -> [SQL] {
        guard let change else { return ["tenant = \(tenant) AND to_change IS NULL"] }
        return [
            "tenant = \(tenant) AND to_change IS NULL AND from_change <= \(change)",
            """
            tenant = \(tenant) AND to_change IS NOT NULL AND to_change > \(change) AND from_change <= \(change)
            """,
        ]
    }
}

extension StoredTable {
    var fieldColumns: SQL {
        columns.map { SQL("\($0)") }.joined(by: ", ")
    }
}

extension RecordSet {
    /// Adds a stored row; a row that is no record means that the file has been damaged.
    mutating func add(_ row: [Cell], to table: StoredTable) throws {
        do {
            try append(row, toTableAt: table.position)
        } catch {
            throw RegisterError.corrupt(detail: "a row of \(table.table.name): \(error.message)")
        }
    }
}
