package import Records
package import Values

/// A dated fact of a partner's record, to hang on whoever the record turns out to be about.
package enum FeedFact: Hashable, Sendable {
    case event(kind: EventKind, on: Day, proven: Bool?, reference: String?)
    /// School sessions, both days included.
    case attendance(from: Day, to: Day, possible: Int, authorised: Int, unauthorised: Int)
    /// Without an end it goes on.
    case work(WorkState, benefit: String?, from: Day, to: Day?)
}

extension [FeedFact] {
    /// Each fact once, in the order of their texts, so that the order of an extract's lines does not matter.
    package var canonical: [FeedFact] {
        guard count > 1 else { return self }
        var seen: Set<FeedFact> = []
        return filter { seen.insert($0).inserted }.map { (text: [$0].json, fact: $0) }
            .sorted { $0.text < $1.text }.map(\.fact)
    }
}
