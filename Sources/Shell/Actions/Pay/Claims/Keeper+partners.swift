import Identify
import Pay
import Records
import Register
import Values

extension Keeper {
    /// What partners say whose agreements allow claims to be held against it, and what their rows are called.
    func partnersOfClaims() throws -> (facts: [FeedKind: PartnerFacts], naming: (FeedRowKey) -> String) {
        let day = try today()
        let allowed = definitions.feeds.filter { $0.agreement.verifiesClaims && $0.agreement.isInForce(on: day) }
        guard !allowed.isEmpty, try hasFeedsToMatch() else { return ([:], { $0.feed }) }
        let match = try matching().match
        let feeds = allowed.filter { feed in match.feeds.contains { $0.id == feed.id } }
        var facts: [FeedKind: PartnerFacts] = [:]
        for (kind, feeds) in Dictionary(grouping: feeds, by: \.kind) {
            facts[kind] = try partner(feeds.sorted { $0.id < $1.id }, match)
        }
        return (facts, { "feed \($0.feed) \(match.names.name(of: $0.recordID, $0.feed).prefix(12))" })
    }

    private func partner(_ feeds: [Feed], _ match: MatchPartners) throws -> PartnerFacts? {
        let ids = Set(feeds.map(\.id))
        let days = match.sources.rows.filter { ids.contains($0.key.feed) }.values.flatMap(\.facts).flatMap(\.days)
        guard let first = days.min(), let last = days.max(), let covers = Period(from: first, to: last) else {
            return nil
        }
        return PartnerFacts(
            source: feeds.map(\.title).joined(separator: ", "),
            covers: covers,
            isThinned: try feeds.contains(where: isThinned),
            feeds: feeds.map { feed in match.told(by: feed.id) }
        )
    }

    /// Whether rows of the feed went because nothing needed them, and did not come again with a full extract.
    private func isThinned(_ feed: Feed) throws -> Bool {
        let latest = try register.feedExtracts(of: feed.id, limit: 1).first
        return try register.feedDeletions(of: feed.id).contains { deletion in
            [.unmatched, .purged].contains(deletion.reason)
                && (latest?.extent != .full || latest.map { $0.change < deletion.change } ?? true)
        }
    }
}

extension MatchPartners {
    /// What a feed says of the register's people.
    fileprivate func told(by feed: String) -> [Identifier<Person>: [PartnerFacts.Told]] {
        var told: [Identifier<Person>: [PartnerFacts.Told]] = [:]
        for person in linked {
            guard let id = person.personID else { continue }
            for key in person.rows where key.feed == feed {
                let facts = sources.rows[key]?.facts ?? []
                told[id, default: []] += facts.map { PartnerFacts.Told(row: key, fact: $0) }
            }
        }
        return told
    }
}

extension FeedFact {
    /// The days it tells of; none of what has no end.
    fileprivate var days: [Day] {
        switch self {
        case .event(_, let on, _, _): [on]
        case .attendance(let from, let to, _, _, _): [from, to]
        case .work: []
        }
    }
}
