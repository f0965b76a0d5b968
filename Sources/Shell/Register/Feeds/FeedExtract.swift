package import Identify
package import Values

/// An extract as it was received.
package struct FeedExtract: Hashable, Sendable {
    package let feed: String
    /// Its number among the feed's, from 1.
    package let number: Int
    /// The change that received it, with when and by whom.
    package let change: Int
    package let at: Timestamp
    package let actor: String
    package let receivedOn: Day
    package let extent: FeedExtent
    /// Reference of the agreement it came under, and the terms as they then stood.
    package let agreement: String
    package let agreementVersion: String
    package let expiresOn: Day
    package let retentionMonths: Int
    package let rows: Int
    package let digest: String
    package let tally: FeedTally
    /// Columns whose values were not read, as JSON.
    package let notRead: String
    /// Rows of the feed held afterwards.
    package let held: Int
    package let heldDigest: String
}

/// What became of the records of an extract.
package struct FeedTally: Hashable, Sendable {
    package var new = 0
    package var changed = 0
    package var same = 0
    /// Records that a full extract no longer has; their rows were deleted.
    package var gone = 0

    package init(new: Int = 0, changed: Int = 0, same: Int = 0, gone: Int = 0) {
        self.new = new
        self.changed = changed
        self.same = same
        self.gone = gone
    }
}

/// Rows of a feed that were deleted: how many and why.
package struct FeedDeletion: Hashable, Sendable {
    package let feed: String
    /// Its number among the feed's, from 1.
    package let number: Int
    package let change: Int
    package let at: Timestamp
    package let actor: String
    package let deletedOn: Day
    package let reason: FeedDeletionReason
    /// Why, in the words of whoever asked for it.
    package let note: String?
    package let rows: Int
    /// Digest of the references of the rows, in their order: whoever has them can show which they were.
    package let digest: String
    /// Rows of the feed held afterwards.
    package let held: Int
    package let heldDigest: String
    /// Versions of decisions about these rows that were erased with them.
    package let decisions: Int
}

/// Why rows of a feed are deleted.
package enum FeedDeletionReason: String, CaseIterable, Sendable {
    /// The agreement has run out.
    case expired
    /// The partner has taken the agreement back.
    case withdrawn
    /// They have been kept as long as the agreement lets them.
    case retention
    /// A newer full extract does not have them.
    case gone
    /// The people they are about meet no criterion.
    case unmatched
    /// Somebody asked for it.
    case purged

    package var label: String {
        switch self {
        case .expired: "Agreement expired"
        case .withdrawn: "Agreement withdrawn"
        case .retention: "Kept as long as agreed"
        case .gone: "No longer in the extract"
        case .unmatched: "Met no criterion"
        case .purged: "Purged"
        }
    }
}

/// What the register holds of one feed.
package struct FeedHolding: Hashable, Sendable {
    package let feed: String
    package let rows: Int
    package let latest: FeedExtract
}

/// What receiving an extract did.
package struct FeedReceipt: Hashable, Sendable {
    /// The change made; nil where the feed has just this extract already.
    package var change: Int?
    /// Number of the extract: the new one, or the one that was the same.
    package var number: Int
    package var tally: FeedTally
    package var held: Int

    package init(change: Int?, number: Int, tally: FeedTally, held: Int) {
        self.change = change
        self.number = number
        self.tally = tally
        self.held = held
    }
}
