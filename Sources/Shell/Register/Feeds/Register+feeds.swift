package import Identify
import Records
package import Values

extension Register {
    /// What is held of each feed that ever had an extract, in the order of their ids.
    package func feedHoldings() throws -> [FeedHolding] {
        try store.read { try holdings($0) }
    }

    func holdings(_ connection: any Connection) throws -> [FeedHolding] {
        let counts = try connection.all(
            "SELECT feed, COUNT(*) FROM feed_rows WHERE tenant = \(tenant) GROUP BY feed"
        ) { (feed: $0.text(0), rows: Int($0.integer(1))) }
        let held = Dictionary(counts.map { ($0.feed, $0.rows) }, uniquingKeysWith: { first, _ in first })
        let feeds = try connection.all(
            "SELECT DISTINCT feed FROM feed_extracts WHERE tenant = \(tenant) ORDER BY feed"
        ) { $0.text(0) }
        return try feeds.compactMap { feed in
            try extracts(of: feed, limit: 1, connection).first.map {
                FeedHolding(feed: feed, rows: held[feed] ?? 0, latest: $0)
            }
        }
    }

    /// The latest extracts of a feed, the latest first.
    package func feedExtracts(of feed: String, limit: Int = .max) throws -> [FeedExtract] {
        try store.read { try extracts(of: feed, limit: limit, $0) }
    }

    func extracts(of feed: String, limit: Int, _ connection: any Connection) throws -> [FeedExtract] {
        let fields = StoredTable.feedExtracts.columns.map { SQL("e.\($0)") }.joined(by: ", ")
        return try connection.all(
            """
            SELECT c.number, c.at, c.actor, \(fields) FROM feed_extracts e JOIN changes c ON c.number = e.from_change \
            WHERE e.tenant = \(tenant) AND e.feed = \(feed) ORDER BY e.number DESC LIMIT \(limit)
            """,
            FeedExtract.init(reading:)
        )
    }

    /// The latest deletions, of one feed or of all, the latest first.
    package func feedDeletions(of feed: String? = nil, limit: Int = .max) throws -> [FeedDeletion] {
        let fields = StoredTable.feedDeletions.columns.map { SQL("d.\($0)") }.joined(by: ", ")
        let ofFeed: SQL = feed.map { " AND d.feed = \($0)" } ?? ""
        return try store.read { connection in
            try connection.all(
                """
                SELECT c.number, c.at, c.actor, \(fields) \
                FROM feed_deletions d JOIN changes c ON c.number = d.from_change \
                WHERE d.tenant = \(tenant)\(ofFeed) ORDER BY d.id DESC LIMIT \(limit)
                """,
                FeedDeletion.init(reading:)
            )
        }
    }

    /// The rows of a feed that may be used on a day: none where its agreement is not in force, or is not the one they
    /// came under, and none that have been kept longer than agreed.
    ///
    /// - Parameters:
    ///   - feed: the feed.
    ///   - day: the day.
    ///   - extract: only rows that are new, or say something else, since the extract of this number.
    /// - Returns: the rows, in the order of their references.
    /// - Throws: where the register cannot be read.
    package func feedRows(of feed: Feed, on day: Day, since extract: Int? = nil) throws -> [FeedRow] {
        var rows: [FeedRow] = []
        try eachFeedRow(of: feed, on: day, since: extract) { rows.append($0) }
        return rows
    }

    /// Hands over one after the other what `feedRows` gives, in the order in which they were first received.
    package func eachFeedRow(
        of feed: Feed,
        on day: Day,
        since extract: Int? = nil,
        _ body: (FeedRow) throws -> Void
    ) throws {
        guard feed.agreement.isInForce(on: day) else { return }
        let table = StoredTable.feedRows
        try store.read { connection in
            let extracts = try extracts(of: feed.id, limit: .max, connection)
            guard let latest = extracts.first, latest.agreement == feed.agreement.reference else { return }
            let kept = extracts.filter { feed.agreement.keptUntil(receivedOn: $0.receivedOn) >= day }
            guard let oldest = kept.map(\.number).min() else { return }
            let statement = try connection.prepare(
                """
                SELECT \(table.fieldColumns) FROM \(table.name) WHERE tenant = \(tenant) AND feed = \(feed.id) \
                AND last_extract >= \(oldest) AND changed_extract > \(extract ?? 0) ORDER BY id
                """
            )
            defer { statement.reset() }
            var cells: [Cell] = []
            while try statement.step() {
                table.read(statement, from: 0, into: &cells)
                try body(FeedRow(cells: cells))
            }
        }
    }
}

extension FeedExtract {
    fileprivate init(reading row: any PreparedStatement) throws {
        let cells = StoredTable.feedExtracts.row(row, from: 3)
        func number(_ place: Int) -> Int { if case .integer(let value) = cells[place] { Int(value) } else { 0 } }
        guard case .day(let received) = cells[2], case .day(let expires) = cells[6],
            let at = Timestamp(iso: row.text(1))
        else { throw RegisterError.corrupt(detail: "an extract of a feed has no real day") }
        self.init(
            feed: cells[0].plain,
            number: number(1),
            change: Int(row.integer(0)),
            at: at,
            actor: row.text(2),
            receivedOn: received,
            extent: FeedExtent(rawValue: cells[3].plain) ?? .full,
            agreement: cells[4].plain,
            agreementVersion: cells[5].plain,
            expiresOn: expires,
            retentionMonths: number(7),
            rows: number(8),
            digest: cells[9].plain,
            tally: FeedTally(new: number(10), changed: number(11), same: number(12), gone: number(13)),
            notRead: cells[14].plain,
            held: number(15),
            heldDigest: cells[16].plain
        )
    }
}

extension FeedDeletion {
    fileprivate init(reading row: any PreparedStatement) throws {
        let cells = StoredTable.feedDeletions.row(row, from: 3)
        func number(_ place: Int) -> Int { if case .integer(let value) = cells[place] { Int(value) } else { 0 } }
        guard case .day(let deleted) = cells[2], let at = Timestamp(iso: row.text(1)) else {
            throw RegisterError.corrupt(detail: "a deletion of rows of a feed has no real day")
        }
        self.init(
            feed: cells[0].plain,
            number: number(1),
            change: Int(row.integer(0)),
            at: at,
            actor: row.text(2),
            deletedOn: deleted,
            reason: FeedDeletionReason(rawValue: cells[3].plain) ?? .purged,
            note: cells[4] == .missing ? nil : cells[4].plain,
            rows: number(5),
            digest: cells[6].plain,
            held: number(7),
            heldDigest: cells[8].plain,
            decisions: number(9)
        )
    }
}
