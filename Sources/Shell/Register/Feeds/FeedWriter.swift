import Identify
import Records
import Values

/// Changes the rows of one feed within one change, and enters what it did in the logs.
final class FeedWriter {
    let feed: String
    private let writer: ChangeWriter
    private var salts: Salts
    private var seal = Seal()
    private let form = RowForm(.feedRows)
    private let insertion: any PreparedStatement
    private let update: any PreparedStatement

    var connection: any Connection { writer.connection }
    private var table: StoredTable { .feedRows }
    private var ofFeed: SQL { "tenant = \(writer.tenant) AND feed = \(feed)" }

    init(_ feed: String, in writer: ChangeWriter, random: @escaping (Int) -> [UInt8]) throws {
        self.feed = feed
        self.writer = writer
        salts = Salts(random)
        let table = StoredTable.feedRows
        let fields = table.columns.map { SQL("\($0)") }.joined(by: ", ")
        let width = table.columns.count
        insertion = try writer.connection.prepare(
            """
            INSERT INTO \(table.name) (tenant, first_extract, changed_extract, last_extract, \(fields), salt, seal) \
            VALUES (\(writer.tenant), \(open: 3 + width + 2))
            """
        )
        let values = table.columns.dropFirst(2).map { SQL("\($0) = \(open: 1)") }.joined(by: ", ")
        update = try writer.connection.prepare(
            """
            UPDATE \(table.name) SET changed_extract = \(open: 1), last_extract = \(open: 1), \(values), \
            salt = \(open: 1), seal = \(open: 1) WHERE id = \(open: 1)
            """
        )
    }

    // MARK: Rows

    func insert(_ cells: [Cell], extract: Int) throws {
        for parameter in 2...4 { try insertion.bind(.integer(Int64(extract)), at: parameter) }
        for (index, cell) in cells.enumerated() { try insertion.bind(cell, at: index + 5) }
        let salt = salts.draw()
        try insertion.bind(salt, at: cells.count + 5)
        try insertion.bind(seal.of(cells, salt: salt, form: form), at: cells.count + 6)
        try insertion.run()
    }

    func replace(_ id: Int64, by cells: [Cell], extract: Int) throws {
        for parameter in 1...2 { try update.bind(.integer(Int64(extract)), at: parameter) }
        for (index, cell) in cells.dropFirst(2).enumerated() { try update.bind(cell, at: index + 3) }
        let salt = salts.draw()
        try update.bind(salt, at: cells.count + 1)
        try update.bind(seal.of(cells, salt: salt, form: form), at: cells.count + 2)
        try update.bind(.integer(id), at: cells.count + 3)
        try update.run()
    }

    func noteSeen(_ ids: [Int64], extract: Int) throws {
        let statement = try connection.prepare(
            "UPDATE \(table.name) SET last_extract = \(extract) WHERE id = \(open: 1)"
        )
        for id in ids {
            try statement.bind(.integer(id), at: 2)
            try statement.run()
        }
    }

    func delete(_ ids: [Int64]) throws {
        let statement = try connection.prepare("DELETE FROM \(table.name) WHERE id = \(open: 1)")
        for id in ids {
            try statement.bind(.integer(id), at: 1)
            try statement.run()
        }
    }

    func deleteAll() throws {
        try connection.run("DELETE FROM \(table.name) WHERE \(ofFeed)")
    }

    /// The feed's rows as they are held now.
    func held() throws -> (rows: Int, digest: String) {
        try connection.heldRows(of: feed, tenant: writer.tenant)
    }

    // MARK: Logs

    /// Enters rows deleted; nothing where there were none.
    ///
    /// What was decided of them, and what matching remembers, goes with them.
    func enter(
        _ references: [String],
        reason: FeedDeletionReason,
        note: String?,
        on day: Day,
        held: (rows: Int, digest: String)
    ) throws {
        guard !references.isEmpty else { return }
        let number = try connection.number(
            "SELECT MAX(number) FROM feed_deletions WHERE \(ofFeed)"
        )
        let gone = Set(references)
        let decisions = try writer.eraseDecisions(of: feed) { gone.contains($0) }
        try writer.forgetMatching()
        try insert(
            [
                .text(feed), .integer(Int64(number + 1)), .day(day), .text(reason.rawValue),
                note.map { .text($0) } ?? .missing, .integer(Int64(references.count)),
                .text(FeedDigest.of(references: references)), .integer(Int64(held.rows)), .text(held.digest),
                .integer(Int64(decisions)),
            ],
            into: .feedDeletions
        )
    }

    func insert(_ row: [Cell], into table: StoredTable) throws {
        let rows = try writer.writer(of: table)
        try rows.insert(row)
        rows.tally.new += 1
    }
}

extension Connection {
    /// How many rows of a feed are held, and the digest of their seals.
    func heldRows(of feed: String, tenant: Int64) throws -> (rows: Int, digest: String) {
        var digest = FeedDigest()
        var rows = 0
        try each("SELECT seal FROM feed_rows WHERE tenant = \(tenant) AND feed = \(feed) ORDER BY id") { row in
            digest.add(row.bytes(0))
            rows += 1
        }
        return (rows, digest.finish())
    }
}
