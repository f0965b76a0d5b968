import Records

/// Checks the rows of feeds against their seals and against what the logs say is held.
struct FeedCheck {
    private let connection: any Connection
    private let tenant: Int64
    private var report = VerificationReport()

    init(_ connection: any Connection, tenant: Int64) {
        self.connection = connection
        self.tenant = tenant
    }

    private struct Held {
        var rows: Int
        var digest: String
        var change: Int
    }

    mutating func run(progress: (Int) -> Void) throws -> VerificationReport {
        let expected = try expected()
        let feeds = try connection.all("SELECT DISTINCT feed FROM feed_rows WHERE tenant = \(tenant)") { $0.text(0) }
        for feed in Set(feeds).union(expected.keys).sorted() {
            let found = try check(feed, progress: progress)
            guard let log = expected[feed] else {
                report.note("The log has no extract for rows that are held", table: "feed_rows")
                continue
            }
            if found.rows != log.rows {
                let what = "The log says that \(log.rows) rows of a feed are held and \(found.rows) are there"
                report.note(what, change: log.change, table: "feed_rows")
            } else if found.digest != log.digest {
                report.note("Rows of a feed are not those that were received", change: log.change, table: "feed_rows")
            }
        }
        return report
    }

    /// What the last entry of each feed says is held.
    private func expected() throws -> [String: Held] {
        var held: [String: Held] = [:]
        try connection.each(
            """
            SELECT feed, held, held_digest, from_change FROM feed_extracts WHERE tenant = \(tenant) \
            UNION ALL SELECT feed, held, held_digest, from_change FROM feed_deletions WHERE tenant = \(tenant)
            """
        ) { row in
            let entry = Held(rows: Int(row.integer(1)), digest: row.text(2), change: Int(row.integer(3)))
            if held[row.text(0)].map({ $0.change <= entry.change }) ?? true { held[row.text(0)] = entry }
        }
        return held
    }

    /// The rows of a feed, each checked against its seal.
    private mutating func check(_ feed: String, progress: (Int) -> Void) throws -> (rows: Int, digest: String) {
        let table = StoredTable.feedRows
        let form = RowForm(table)
        var digest = FeedDigest()
        var seal = Seal()
        var rows = 0
        var broken = 0
        var cells: [Cell] = []
        try connection.each(
            """
            SELECT salt, seal, \(table.fieldColumns) FROM \(table.name) \
            WHERE tenant = \(tenant) AND feed = \(feed) ORDER BY id
            """
        ) { row in
            table.read(row, from: 2, into: &cells)
            if seal.of(cells, salt: row.bytes(0), form: form) != row.bytes(1) { broken += 1 }
            digest.add(row.bytes(1))
            rows += 1
            if rows.isMultiple(of: 4096) { progress(4096) }
        }
        report.rows += rows
        if broken > 0 {
            report.note("Values of \(broken) rows of a feed are not what was received", table: table.table.name)
        }
        return (rows, digest.finish())
    }
}
