import Identify
import Records

/// The tables of partners' feeds: what was received and what was deleted, which are kept for good and chained like every
/// record, and the rows themselves, which are not.
enum FeedTables {
    static let extracts = Table(
        "feed_extracts",
        "An extract that a partner sent, as it was received.",
        [
            Field("feed", .text, key: true, required: true, "The feed."),
            Field("number", .integer, key: true, required: true, "Its number among the feed's, from 1."),
            Field("received_on", .day, required: true, "Day it was received; retention counts from it."),
            Field("extent", .text, required: true, "Whether it held everything or what had changed."),
            Field("agreement", .text, required: true, "Reference of the agreement it came under."),
            Field("agreement_version", .text, required: true, "Version of the definition of the feed."),
            Field("expires_on", .day, required: true, "Last day of the agreement, as it then stood."),
            Field("retention_months", .integer, required: true, "Months its rows are kept, as it then stood."),
            Field("rows", .integer, required: true, "Records in it."),
            Field("digest", .text, required: true, "Digest of its records, whatever their order."),
            Field("new", .integer, required: true, "Records the feed did not have."),
            Field("changed", .integer, required: true, "Records that say something else than before."),
            Field("same", .integer, required: true, "Records as they were."),
            Field("gone", .integer, required: true, "Records that are no longer in it."),
            Field("not_read", .text, required: true, "Columns whose values were not read, as JSON."),
            Field("held", .integer, required: true, "Rows of the feed held afterwards."),
            Field("held_digest", .text, required: true, "Digest of the seals of the rows held."),
        ]
    )

    static let deletions = Table(
        "feed_deletions",
        "Rows of a feed that were deleted: how many and why, and nothing of what they said.",
        [
            Field("feed", .text, key: true, required: true, "The feed."),
            Field("number", .integer, key: true, required: true, "Its number among the feed's, from 1."),
            Field("deleted_on", .day, required: true, "Day they were deleted."),
            Field("reason", .text, required: true, "Why."),
            Field("note", .text, "Why, in the words of whoever asked for it."),
            Field("rows", .integer, required: true, "Rows deleted."),
            Field("digest", .text, required: true, "Digest of their references."),
            Field("held", .integer, required: true, "Rows of the feed held afterwards."),
            Field("held_digest", .text, required: true, "Digest of the seals of the rows held."),
            Field("decisions", .integer, "Versions of decisions about these rows that were erased with them."),
        ]
    )

    /// A row is sealed whole: its reference, who it is about, and its facts.
    static let rows = Table(
        "feed_rows",
        "A record of a partner's extract.",
        [
            Field("feed", .text, key: true, required: true, "The feed."),
            Field("record_id", .text, key: true, required: true, personal: true, "The record's reference."),
        ]
            + FeedField.identity.map { Field($0.rawValue, .text, personal: true, "The \($0.label).") }
            + [Field("facts", .text, required: true, personal: true, "Dated facts, as JSON.")]
    )
}

extension FeedRow {
    /// The fields of a stored row.
    func cells(of feed: String) -> [Cell] {
        var cells: [Cell] = [.text(feed), .text(recordID)]
        cells.reserveCapacity(FeedTables.rows.fields.count)
        for value in identity.inOrder { cells.append(value.map { .text($0) } ?? .missing) }
        cells.append(.text(facts.json))
        return cells
    }

    /// The row that cells hold; without facts where they cannot be read, which verifying finds.
    init(cells: [Cell]) {
        let values = cells[2..<(2 + FeedField.identity.count)].map { cell -> String? in
            if case .text(let text) = cell { text } else { nil }
        }
        self.init(
            recordID: cells[1].plain,
            identity: FeedIdentity(inOrder: values),
            facts: [FeedFact](json: cells[cells.count - 1].plain) ?? []
        )
    }
}
