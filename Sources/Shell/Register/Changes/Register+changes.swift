package import Records
import Values

extension Register {
    /// Number of the latest change; 0 for a register without any.
    package func latestChange() throws -> Int {
        try store.read { try latestChange($0) }
    }

    func latestChange(_ connection: any Connection) throws -> Int {
        try connection.number("SELECT MAX(number) FROM changes")
    }

    /// Number of the latest change of anything that figures are made of; 0 where there is none.
    ///
    /// A change of users, or of what the stages of the pathway keep for themselves, moves no figure, and so needs no new
    /// picture of the register.
    package func latestChangeOfRecords() throws -> Int {
        let still = ([UserTables.users, UserTables.roles] + PathwayTables.all + OpenIDTables.all)
            .map { SQL("\($0.name)") }
        return try store.read { connection in
            try connection.number(
                """
                SELECT change FROM change_parts WHERE table_name NOT IN (\(still.joined(by: ", "))) \
                ORDER BY change DESC LIMIT 1
                """
            )
        }
    }

    /// The number of the latest change to records of these tables; 0 where there is none.
    package func latestChange(in tables: [Table]) throws -> Int {
        let names = SQL.lists(of: tables.map(\.name))
        return try store.read { connection in
            // From the end: the latest is seldom far from it.
            try names.map { names in
                try connection.number(
                    "SELECT change FROM change_parts WHERE table_name IN (\(names)) ORDER BY change DESC LIMIT 1"
                )
            }
            .max() ?? 0
        }
    }

    /// The number of the change by which somebody was erased last; 0 where nobody was.
    package func latestErasure() throws -> Int {
        try store.read { try $0.number("SELECT MAX(change) FROM erasures") }
    }

    /// The change with this number.
    package func change(_ number: Int) throws -> Change {
        let found = try store.read { connection in
            try connection.first("\(Change.columns) WHERE c.number = \(number)", Change.init(reading:))
        }
        guard let found else { throw RegisterError.noSuchChange(number, latest: try latestChange()) }
        return found
    }

    /// The latest changes before a number (or of all), the latest first.
    package func changes(before number: Int? = nil, limit: Int) throws -> [Change] {
        try store.read { connection in
            try connection.all(
                "\(Change.columns) WHERE c.number < \(number ?? Int.max) ORDER BY c.number DESC LIMIT \(limit)",
                Change.init(reading:)
            )
        }
    }

    /// How many rows a change wrote and ended in each table it touched.
    package func tables(ofChange number: Int) throws -> [(table: String, written: Int, ended: Int)] {
        try store.read { connection in
            let parts = try connection.parts(of: number)
            return StoredTable.all.map(\.table.name).compactMap { table in
                let mine = parts.filter { $0.table == table }
                if mine.isEmpty { return nil }
                func rows(_ act: ChangePart.Act) -> Int { mine.first { $0.act == act }?.rows ?? 0 }
                return (table, rows(.written), rows(.ended))
            }
        }
    }

    /// The change number a person means by "known at".
    ///
    /// - Parameter text: a change number; a time, for the last change at or before it; or a date, for the last change of
    ///   that day or before it, in UTC.
    /// - Returns: the number, 0 where that is before the first change.
    /// - Throws: `RegisterError.noSuchChange` or `.notATime`.
    package func resolveKnownAt(_ text: String) throws -> Int {
        if let number = Int(text) {
            let latest = try latestChange()
            guard (0...latest).contains(number) else { throw RegisterError.noSuchChange(number, latest: latest) }
            return number
        }
        guard let time = Day(iso: text).map(Timestamp.init(endOf:)) ?? Timestamp(iso: text) else {
            throw RegisterError.notATime
        }
        return try store.read { try $0.number("SELECT MAX(number) FROM changes WHERE at <= \(time.iso)") }
    }
}

extension Change {
    static let columns: SQL = """
        SELECT c.number, c.tenant, c.at, c.actor, c.organisation, c.purpose, c.summary, c.hash, \
        (SELECT SUM(p.row_count) FROM change_parts p WHERE p.change = c.number AND p.act = 'written'), \
        (SELECT SUM(p.row_count) FROM change_parts p WHERE p.change = c.number AND p.act = 'ended') \
        FROM changes c
        """

    init(reading row: any PreparedStatement) throws {
        guard let time = Timestamp(iso: row.text(2)) else {
            throw RegisterError.corrupt(detail: "change \(row.integer(0)) has no real time")
        }
        self.init(
            number: Int(row.integer(0)),
            tenant: row.integer(1),
            at: time,
            actor: row.text(3),
            organisation: row.text(4),
            purpose: row.text(5),
            summary: row.text(6),
            written: row.isMissing(8) ? 0 : Int(row.integer(8)),
            ended: row.isMissing(9) ? 0 : Int(row.integer(9)),
            hash: row.bytes(7)
        )
    }
}

extension Connection {
    /// What a change did, in the order in which it is hashed.
    func parts(of change: Int) throws -> [ChangePart] {
        let parts = try all("SELECT table_name, act, row_count, digest FROM change_parts WHERE change = \(change)") {
            (table: $0.text(0), act: $0.text(1), rows: Int($0.integer(2)), digest: $0.bytes(3))
        }
        return parts.compactMap { part in
            ChangePart.Act(rawValue: part.act).map {
                ChangePart(table: part.table, act: $0, rows: part.rows, digest: part.digest)
            }
        }
        .inHashOrder
    }
}
