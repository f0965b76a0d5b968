package import Identify
import Records
package import Values

extension Register {
    /// Deletes what may no longer be held, in one change: rows of agreements that have expired or were withdrawn, and
    /// rows kept as long as agreed.
    ///
    /// A feed goes by the terms of its definition while that is of the agreement its rows came under. Where it is not, or
    /// there is none, it goes by the terms that were written down with its latest extract, so that a definition that was
    /// left out by mistake deletes nothing before its time.
    ///
    /// - Returns: what was deleted; none where there was nothing to delete.
    @discardableResult
    package func sweepFeeds(
        _ feeds: [Feed],
        on day: Day,
        as draft: ChangeDraft,
        at time: Timestamp
    ) throws -> [FeedDeletion] {
        // Looked at first, so that a register that can only be read is left alone where there is nothing to delete.
        let isDue = try store.read { connection in
            try due(feeds, on: day, connection).contains { due in
                try connection.number(
                    "SELECT COUNT(*) FROM feed_rows WHERE tenant = \(tenant) AND feed = \(due.feed)\(due.condition)"
                ) > 0
            }
        }
        guard isDue else { return [] }
        return try deletions { writer, connection in
            for due in try due(feeds, on: day, connection) {
                try delete(from: due.feed, due.condition, due.reason, nil, on: day, writer)
            }
            return try writer.close(as: draft, at: time)
        }
    }

    /// Deletes every row of a feed because somebody asked for it, with their reason.
    @discardableResult
    package func purge(
        feed: String,
        reason: FeedDeletionReason = .purged,
        note: String,
        on day: Day,
        as draft: ChangeDraft,
        at time: Timestamp
    ) throws -> [FeedDeletion] {
        try deletions { writer, _ in
            try delete(from: feed, "", reason, note, on: day, writer)
            return try writer.close(as: draft, at: time)
        }
    }

    /// Deletes the rows of people who met no criterion: those of all feeds that are not to be kept.
    ///
    /// - Parameters:
    ///   - keys: the rows to keep.
    ///   - feeds: the feeds that were looked at; the rows of others stay.
    ///   - note: the run, such as the criteria set and the day.
    ///   - day: the day of the deletion.
    ///   - draft: who deletes them and why.
    ///   - time: when.
    /// - Returns: how many rows of each feed went, with a digest of their references.
    /// - Throws: where the register cannot be written; nothing is deleted then.
    @discardableResult
    package func purgeUnmatched(
        keeping keys: Set<FeedRowKey>,
        of feeds: [String],
        note: String,
        on day: Day,
        as draft: ChangeDraft,
        at time: Timestamp
    ) throws -> [FeedDeletion] {
        try deletions { writer, _ in
            for feed in feeds.sorted() {
                try delete(from: feed, "", .unmatched, note, on: day, writer) {
                    !keys.contains(FeedRowKey(feed: feed, recordID: $0))
                }
            }
            return try writer.close(as: draft, at: time)
        }
    }

    /// What a change deleted.
    private func deletions(
        _ work: (ChangeWriter, any Connection) throws -> Int?
    ) throws -> [FeedDeletion] {
        let change = try store.write { connection in
            try work(try ChangeWriter(on: connection, tenant: tenant, random: random), connection)
        }
        guard let change else { return [] }
        return try feedDeletions(limit: 1_000).filter { $0.change == change }.sorted { $0.feed < $1.feed }
    }

    private func delete(
        from feed: String,
        _ condition: SQL,
        _ reason: FeedDeletionReason,
        _ note: String?,
        on day: Day,
        _ writer: ChangeWriter,
        where isGone: (String) -> Bool = { _ in true }
    ) throws {
        let rows = try FeedWriter(feed, in: writer, random: random)
        let found = try writer.connection.all(
            "SELECT id, record_id FROM feed_rows WHERE tenant = \(tenant) AND feed = \(feed)\(condition) ORDER BY id"
        ) { (id: $0.integer(0), reference: $0.text(1)) }
        let gone = found.filter { isGone($0.reference) }
        guard !gone.isEmpty else { return }
        if gone.count == (try feedRowCount(feed, writer.connection)) {
            try rows.deleteAll()
        } else {
            try rows.delete(gone.map(\.id))
        }
        try rows.enter(gone.map(\.reference), reason: reason, note: note, on: day, held: rows.held())
    }
}

extension Register {
    /// Rows that must go on a day.
    private struct Due {
        var feed: String
        var reason: FeedDeletionReason
        /// What else holds for them.
        var condition: SQL = ""
    }

    private func due(_ feeds: [Feed], on day: Day, _ connection: any Connection) throws -> [Due] {
        try holdings(connection).filter { $0.rows > 0 }.map { holding in
            let latest = holding.latest
            let same = feeds.first { $0.id == holding.feed && $0.agreement.reference == latest.agreement }?.agreement
            if let withdrawn = same?.withdrawnOn, withdrawn <= day {
                return Due(feed: holding.feed, reason: .withdrawn)
            }
            if (same?.expiresOn ?? latest.expiresOn) < day { return Due(feed: holding.feed, reason: .expired) }
            let months = same?.retentionMonths ?? latest.retentionMonths
            let kept = try extracts(of: holding.feed, limit: .max, connection)
                .filter { $0.receivedOn.adding(months: months) >= day }.map(\.number)
            let oldest = kept.min() ?? latest.number + 1
            return Due(feed: holding.feed, reason: .retention, condition: " AND last_extract < \(oldest)")
        }
    }
}
