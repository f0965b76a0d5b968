package import Records
package import Values

// Lists that are filtered, counted and paged by the database, however many families are stored.
extension Register {
    /// The cases open on a day, in the order they were written.
    package func casesOpen(on day: Day) throws -> [Case] {
        let table = try StoredTable.named(Case.table.name)
        let day = Cell.day(day)
        // Two questions of an index each, rather than one of every row.
        let open: [SQL] = ["ended_on IS NULL", "ended_on > \(day)"]
        return try open.flatMap { ended in
            try store.read { connection in
                try connection.all(
                    """
                    SELECT \(table.fieldColumns) FROM cases \
                    WHERE tenant = \(tenant) AND to_change IS NULL AND \(ended) AND started_on <= \(day) ORDER BY id
                    """
                ) { try Case(row: table.row($0, from: 0)) }
            }
        }
    }

    /// How many cases of each programme began in a period.
    package func casesStarted(in period: Period) throws -> [String: Int] {
        try counts(
            """
            SELECT programme, COUNT(*) FROM cases WHERE tenant = \(tenant) AND to_change IS NULL \
            AND started_on BETWEEN \(Cell.day(period.from)) AND \(Cell.day(period.to)) GROUP BY programme
            """
        )
    }

    /// How many referrals stand so, by the programme they are for; under no name those for none.
    package func referrals(standing decision: ReferralDecision) throws -> [String: Int] {
        try counts(
            """
            SELECT COALESCE(programme, ''), COUNT(*) FROM referrals \
            WHERE tenant = \(tenant) AND to_change IS NULL AND decision = \(decision.rawValue) GROUP BY programme
            """
        )
    }

    private func counts(_ question: SQL) throws -> [String: Int] {
        try store.read { connection in
            Dictionary(
                try connection.all(question) { ($0.text(0), Int($0.integer(1))) },
                uniquingKeysWith: +
            )
        }
    }

    /// A page of the current records of a table with one key field, in the order of their keys.
    ///
    /// - Parameters:
    ///   - kind: what kind of records.
    ///   - condition: a field and the value it must have; nil for all.
    ///   - key: the key to go on after; empty from the beginning.
    ///   - limit: how many at most.
    /// - Returns: the records.
    /// - Throws: whatever reading throws.
    package func heldPage<Kept: Record>(
        _ kind: Kept.Type,
        where condition: (field: String, value: Cell)?,
        after key: String,
        limit: Int
    ) throws -> [Held<Kept>] {
        let table = try StoredTable.named(Kept.table.name)
        guard table.key.count == 1 else { throw RegisterError.noSuchTable("\(Kept.table.name) by one key") }
        var filter: SQL = "\(table.key[0]) > \(key)"
        if let condition { filter = "\(filter) AND \(try table.column(condition.field)) = \(condition.value)" }
        return try store.read { connection in
            try connection.all(
                """
                SELECT id, \(table.fieldColumns) FROM \(table.name) \
                WHERE tenant = \(tenant) AND to_change IS NULL AND \(filter) ORDER BY \(table.key[0]) LIMIT \(limit)
                """
            ) { Held(record: try Kept(row: table.row($0, from: 1)), version: $0.integer(0)) }
        }
    }
}
