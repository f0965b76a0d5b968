package import Records

extension Register {
    /// Every record known at a change, or those of some tables alone; nil for the latest.
    ///
    /// Tables are read side by side, on all cores.
    package func records(of wanted: [Table] = RecordSet.tables, knownAt change: Int? = nil) throws -> RecordSet {
        let known = Known(at: try change ?? latestChange())
        let (sizes, names) = (try sizes(), Set(wanted.map(\.name)))
        let tables = StoredTable.all.prefix(RecordSet.tables.count)
            .filter { names.contains($0.table.name) }
            .sorted { sizes[$0.position] > sizes[$1.position] }
        let parts = try concurrently(tables) { table in
            try store.read { try read(table, known, $0) }
        }
        var records = RecordSet()
        for part in parts { records.fill(from: part) }
        return records
    }

    /// About how many versions each table has.
    func sizes() throws -> [Int] {
        try store.read { connection in
            try StoredTable.all.map { try connection.number("SELECT MAX(id) FROM \($0.name)") }
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

    private func read(_ table: StoredTable, _ known: Known, _ connection: any Connection) throws -> RecordSet {
        let statement = try connection.prepare(
            "SELECT \(table.fieldColumns) FROM \(table.name) WHERE \(known.condition(tenant: tenant)) ORDER BY id"
        )
        defer { statement.reset() }
        var records = RecordSet()
        var row: [Cell] = []
        while try statement.step() {
            table.read(statement, from: 0, into: &row)
            try records.add(row, to: table)
        }
        return records
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

extension RecordSet {
    /// Takes over the tables that another set has rows of.
    fileprivate mutating func fill(from other: RecordSet) {
        func take<Fact>(_ facts: inout [Fact], _ others: [Fact]) {
            if facts.isEmpty { facts = others }
        }
        take(&organisations, other.organisations)
        take(&workers, other.workers)
        take(&families, other.families)
        take(&people, other.people)
        take(&referrals, other.referrals)
        take(&cases, other.cases)
        take(&allocations, other.allocations)
        take(&contacts, other.contacts)
        take(&assessments, other.assessments)
        take(&scores, other.scores)
        take(&goals, other.goals)
        take(&reviews, other.reviews)
        take(&followUps, other.followUps)
        take(&placements, other.placements)
        take(&events, other.events)
        take(&attendance, other.attendance)
        take(&workStatus, other.workStatus)
        take(&discretion, other.discretion)
        take(&costs, other.costs)
    }

    /// Adds a stored row; a row that is no record means that the file has been damaged.
    mutating func add(_ row: [Cell], to table: StoredTable) throws {
        do {
            try append(row, toTableAt: table.position)
        } catch {
            throw RegisterError.corrupt(detail: "a row of \(table.table.name): \(error.message)")
        }
    }
}
