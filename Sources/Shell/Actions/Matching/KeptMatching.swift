import Identify
import Linkage
import Register
import Synchronization
package import Values

/// A matching with the pairs that people are to look at.
package struct KeptMatching: Sendable {
    package let match: MatchPartners
    package let review: MatchReview
    /// The register's change it was worked out at.
    package let change: Int

    init(_ match: MatchPartners, change: Int) {
        self.init(match, MatchReview(match, match.names), change: change)
    }

    private init(_ match: MatchPartners, _ review: MatchReview, change: Int) {
        self.match = match
        self.review = review
        self.change = change
    }

    /// The same without pairs with a record of anybody whose family is closed to whoever looks.
    func without(_ closed: ClosedFamilies) -> KeptMatching {
        guard !closed.ids.isEmpty else { return self }
        let hidden = match.clusters(ofFamilies: closed.ids)
        let review = review.without { pair in
            [pair.first, pair.second].contains { name in
                match.sources.record(name).map { hidden.contains(match.linkage.clusters[$0]) } ?? false
            }
        }
        return KeptMatching(match, review, change: change)
    }
}

/// Keeps the last matchings, each worked out once for a change of the register and a day and shared by all pages.
final class KeptMatchings: Sendable {
    private struct Kept {
        var matchings: [(key: Key, matching: KeptMatching)] = []
        var grounds: [(key: Key, day: Day, ground: PartnersGround)] = []
    }

    private struct Key: Hashable {
        let change: Int
        let latest: Int
        let today: Day
    }

    private static let most = 2
    private let kept = Mutex(Kept())

    /// Who is who, as the register was known at a change.
    func matching(_ keeper: Keeper, knownAt change: Int?) throws -> KeptMatching {
        // What has had its time goes first, so that it is in no matching, and its going does not make this one old.
        try keeper.register.sweepFeeds(keeper.definitions)
        return try kept.withLock { try matching(keeper, try key(keeper, change), in: &$0) }
    }

    /// The register with the partners' facts, as at a day.
    func ground(_ keeper: Keeper, asAt day: Day, knownAt change: Int?) throws -> PartnersGround {
        try keeper.register.sweepFeeds(keeper.definitions)
        return try kept.withLock { kept in
            let key = try key(keeper, change)
            if let found = kept.grounds.first(where: { $0.key == key && $0.day == day }) { return found.ground }
            let ground = PartnersGround(try matching(keeper, key, in: &kept).match, asAt: day, change: key.change)
            kept.grounds.append((key, day, ground))
            if kept.grounds.count > KeptMatchings.most { kept.grounds.removeFirst() }
            return ground
        }
    }

    private func key(_ keeper: Keeper, _ change: Int?) throws -> Key {
        let latest = try keeper.register.latestChangeOfRecords()
        return Key(change: change ?? latest, latest: latest, today: try keeper.today())
    }

    private func matching(_ keeper: Keeper, _ key: Key, in kept: inout Kept) throws -> KeptMatching {
        if let found = kept.matchings.first(where: { $0.key == key }) { return found.matching }
        let match = try MatchPartners(
            keeper.register,
            keeper.definitions,
            asAt: key.today,
            knownAt: key.change == key.latest ? nil : key.change,
            needsFeeds: false,
            keepsReasons: true
        )
        let matching = KeptMatching(match, change: key.change)
        kept.matchings.append((key, matching))
        if kept.matchings.count > KeptMatchings.most { kept.matchings.removeFirst() }
        return matching
    }
}

extension Keeper {
    /// Who is who in the partners' feeds and the register; worked out once for a change, and shared.
    ///
    /// - Throws: `FeedRefusal` where there is nothing to match.
    package func matching(knownAt change: Int? = nil) throws -> KeptMatching {
        try matchings.matching(self, knownAt: change)
    }

    /// Who is who, with the pairs that the person who acts may look at.
    ///
    /// - Throws: `FeedRefusal` where there is nothing to match.
    package func matchingToReview() throws -> KeptMatching {
        try matching().without(closedFamilies())
    }

    /// The register with the partners' facts, as at a day; worked out once, and shared.
    ///
    /// - Throws: `FeedRefusal` where there is nothing to match.
    package func partnersGround(asAt day: Day, knownAt change: Int? = nil) throws -> PartnersGround {
        try matchings.ground(self, asAt: day, knownAt: change)
    }

    /// Whether any feed has rows that may be matched now.
    package func hasFeedsToMatch() throws -> Bool {
        let held = try register.feedHoldings().filter { $0.rows > 0 }
        let day = try today()
        return definitions.feeds.contains { feed in
            feed.agreement.isInForce(on: day)
                && held.contains { $0.feed == feed.id && $0.latest.agreement == feed.agreement.reference }
        }
    }
}
