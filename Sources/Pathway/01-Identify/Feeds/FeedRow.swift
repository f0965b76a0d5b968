package import Values

/// One record of a partner's extract: who it is about, and the dated facts it holds about them.
package struct FeedRow: Hashable, Sendable {
    /// The record's own reference in the extract; the same in the next extract.
    package var recordID: String
    package var identity: FeedIdentity
    /// In canonical order, each once.
    package private(set) var facts: [FeedFact]

    package init(recordID: String, identity: FeedIdentity = FeedIdentity(), facts: [FeedFact] = []) {
        self.recordID = recordID
        self.identity = identity
        self.facts = facts.canonical
    }

    /// Takes more facts, such as those of another line about the same record.
    package mutating func add(_ more: [FeedFact]) {
        guard !more.isEmpty else { return }
        facts = (facts + more).canonical
    }
}

/// Names one record of one feed.
package struct FeedRowKey: Hashable, Comparable, Sendable {
    package let feed: String
    package let recordID: String

    package init(feed: String, recordID: String) {
        self.feed = feed
        self.recordID = recordID
    }

    package static func < (one: FeedRowKey, other: FeedRowKey) -> Bool {
        (one.feed, one.recordID) < (other.feed, other.recordID)
    }
}

/// Who a partner's record is about, as the partner wrote it.
///
/// Dates are `2014-08-19` (a date of birth as far as it is known), sex is M, F or U; the rest is text without white
/// space around it.
package struct FeedIdentity: Hashable, Sendable {
    private var values: [String?]

    package init(_ values: [FeedField: String] = [:]) {
        self.values = Array(repeating: nil, count: FeedField.identity.count)
        for (field, value) in values { self[field] = value }
    }

    /// The values in the order of `FeedField.identity`; more are left out, and fewer leave the rest missing.
    package init(inOrder values: [String?]) {
        let count = FeedField.identity.count
        self.values = Array((values + Array(repeating: nil, count: max(0, count - values.count))).prefix(count))
    }

    /// In the order of `FeedField.identity`.
    package var inOrder: [String?] { values }

    /// Nil where the extract does not say; always nil for fields that are facts.
    package subscript(field: FeedField) -> String? {
        get { field.place.flatMap { values[$0] } }
        set { if let place = field.place { values[place] = newValue } }
    }

    /// Date of birth, as far as it is known.
    package var birth: BirthDate? { self[.dob].flatMap(BirthDate.init(iso:)) }
}
