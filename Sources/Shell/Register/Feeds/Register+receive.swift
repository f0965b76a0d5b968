package import Identify
import Records
package import Values

extension Register {
    /// Takes an extract into the register in one change: all of it or, where it throws, nothing.
    ///
    /// A record that is new is added, one that says something else replaces what was there, and one that a full extract
    /// no longer has is deleted, with a record that it was. The latest extract again changes nothing.
    ///
    /// - Parameters:
    ///   - rows: the records, each reference once.
    ///   - feed: whose they are; the caller has seen that its agreement is in force.
    ///   - day: the day they count as received on.
    ///   - notRead: the columns whose values were not read, as JSON.
    ///   - draft: who takes them and why.
    ///   - time: when.
    ///   - progress: told how many of how many records are done.
    /// - Returns: what was new, changed, the same and gone.
    /// - Throws: where the register cannot be written; nothing of the extract is kept then.
    package func receive(
        _ rows: [FeedRow],
        of feed: Feed,
        on day: Day,
        notRead: String = "[]",
        as draft: ChangeDraft,
        at time: Timestamp,
        progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws -> FeedReceipt {
        let order = rows.indices.sorted { rows[$0].recordID < rows[$1].recordID }
        let digest = FeedDigest.of(rows, in: order, feed: feed.id)
        return try store.write { connection in
            let latest = try extracts(of: feed.id, limit: 1, connection).first
            if let latest, latest.digest == digest, latest.hasTerms(of: feed), try isWhole(latest, connection) {
                let tally = FeedTally(same: rows.count)
                return FeedReceipt(change: nil, number: latest.number, tally: tally, held: latest.held)
            }
            let writer = try ChangeWriter(on: connection, tenant: tenant, random: random)
            var receiver = FeedReceiver(
                feed: try FeedWriter(feed.id, in: writer, random: random),
                rows: rows,
                order: order,
                isFull: feed.extent == .full,
                number: (latest?.number ?? 0) + 1
            )
            try receiver.run(existing: latest == nil ? 0 : feedRowCount(feed.id, connection), tenant: tenant, progress)
            let held = try receiver.feed.held()
            let received = max(day, latest?.receivedOn ?? day)
            try receiver.feed.enter(receiver.goneReferences, reason: .gone, note: nil, on: received, held: held)
            try receiver.feed.insert(
                receiver.entry(feed, received, digest: digest, notRead: notRead, held: held),
                into: .feedExtracts
            )
            let change = try writer.close(as: draft, at: time)
            return FeedReceipt(change: change, number: receiver.number, tally: receiver.tally, held: held.rows)
        }
    }

    /// Whether nothing of the feed was deleted since the extract.
    private func isWhole(_ latest: FeedExtract, _ connection: any Connection) throws -> Bool {
        try feedRowCount(latest.feed, connection) == latest.held
    }

    func feedRowCount(_ feed: String, _ connection: any Connection) throws -> Int {
        try connection.number("SELECT COUNT(*) FROM feed_rows WHERE tenant = \(tenant) AND feed = \(feed)")
    }
}

extension FeedExtract {
    /// Whether it came under just the terms that the feed has now.
    fileprivate func hasTerms(of feed: Feed) -> Bool {
        agreement == feed.agreement.reference && agreementVersion == feed.version
            && expiresOn == feed.agreement.expiresOn && retentionMonths == feed.agreement.retentionMonths
    }
}

/// Compares an extract with the rows that are held and writes what differs.
private struct FeedReceiver {
    let feed: FeedWriter
    let rows: [FeedRow]
    /// Places of the rows in the order of their references.
    let order: [Int]
    let isFull: Bool
    let number: Int
    private(set) var tally = FeedTally()
    private(set) var goneReferences: [String] = []
    /// Places of rows that are held already.
    private var known: Set<Int> = []

    init(feed: FeedWriter, rows: [FeedRow], order: [Int], isFull: Bool, number: Int) {
        self.feed = feed
        self.rows = rows
        self.order = order
        self.isFull = isFull
        self.number = number
    }

    mutating func run(existing: Int, tenant: Int64, _ progress: (Int, Int) -> Void) throws {
        if existing > 0 { try compare(tenant) }
        for (done, index) in order.enumerated() where !known.contains(index) {
            try feed.insert(rows[index].cells(of: feed.feed), extract: number)
            tally.new += 1
            if done.isMultiple(of: 4096) { progress(done, rows.count) }
        }
        progress(rows.count, rows.count)
    }

    private mutating func compare(_ tenant: Int64) throws {
        let places = Dictionary(
            rows.enumerated().map { ($1.recordID, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        var changed: [(id: Int64, place: Int)] = []
        var same: [Int64] = []
        var gone: [Int64] = []
        var cells: [Cell] = []
        let table = StoredTable.feedRows
        let statement = try feed.connection.prepare(
            """
            SELECT id, \(table.fieldColumns) FROM \(table.name) WHERE tenant = \(tenant) AND feed = \(feed.feed)
            """
        )
        while try statement.step() {
            let id = statement.integer(0)
            table.read(statement, from: 1, into: &cells)
            guard let place = places[cells[1].plain] else {
                guard isFull else { continue }
                gone.append(id)
                goneReferences.append(cells[1].plain)
                continue
            }
            known.insert(place)
            if rows[place].cells(of: feed.feed) == cells { same.append(id) } else { changed.append((id, place)) }
        }
        statement.reset()
        for (id, place) in changed { try feed.replace(id, by: rows[place].cells(of: feed.feed), extract: number) }
        try feed.noteSeen(same, extract: number)
        try feed.delete(gone)
        tally.changed = changed.count
        tally.same = same.count
        tally.gone = gone.count
    }

    /// The extract as the log has it.
    func entry(
        _ definition: Feed,
        _ day: Day,
        digest: String,
        notRead: String,
        held: (rows: Int, digest: String)
    ) -> [Cell] {
        let agreement = definition.agreement
        let counts = [tally.new, tally.changed, tally.same, tally.gone].map { Cell.integer(Int64($0)) }
        return [
            .text(feed.feed), .integer(Int64(number)), .day(day), .text(definition.extent.rawValue),
            .text(agreement.reference), .text(definition.version), .day(agreement.expiresOn),
            .integer(Int64(agreement.retentionMonths)), .integer(Int64(rows.count)), .text(digest),
        ] + counts + [.text(notRead), .integer(Int64(held.rows)), .text(held.digest)]
    }
}
