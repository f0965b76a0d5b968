package import Identify
package import Register
package import Values

extension Register {
    /// The day by which agreements are held: today, or the last day of a demonstration.
    package func workingDay() throws -> Day {
        try setting(Keeper.Setting.demonstrationUntil).flatMap { Day(iso: $0) } ?? Clock.today
    }

    /// Deletes what may no longer be held of any feed, with a record of it.
    @discardableResult
    package func sweepFeeds(_ definitions: DefinitionsInForce, on day: Day? = nil) throws -> [FeedDeletion] {
        try sweepFeeds(
            definitions.feeds,
            on: day ?? workingDay(),
            as: LocalActor.draft(purpose: "retention", summary: "Deletion of rows of feeds that have had their time"),
            at: Clock.now
        )
    }

    /// What may be matched today: the rows of every feed whose agreement is in force, after what has had its time was
    /// deleted.
    package func feedsToMatch(_ definitions: DefinitionsInForce) throws -> [(feed: Feed, rows: [FeedRow])] {
        let day = try workingDay()
        try sweepFeeds(definitions, on: day)
        return try definitions.feeds.compactMap { feed in
            let rows = try feedRows(of: feed, on: day)
            return rows.isEmpty ? nil : (feed, rows)
        }
    }
}
