import Identify
package import Records
import Register
package import Values
import Synchronization

/// A matching with what pages show of it.
package struct KeptMatching: Sendable {
    package let match: MatchPartners
    package let review: MatchReview
    /// The register and the partners' facts together, to try criteria on.
    package let snapshot: Snapshot
    /// The register's change it was worked out at.
    package let change: Int
    /// Families that are none of the register's, by what they are called in addresses.
    private let families: [String: String]
    private let names: [String: String]

    init(_ match: MatchPartners, _ opaque: OpaqueNames, registered: Set<String>, change: Int) {
        self.match = match
        self.change = change
        review = MatchReview(match, opaque)
        snapshot = match.working.snapshot(change: change)
        let unknown = snapshot.familyIDs.filter { !registered.contains($0) }
        names = Dictionary(unknown.map { ($0, opaque.name(of: $0, "household")) }) { first, _ in first }
        families = Dictionary(names.map { ($1, $0) }) { first, _ in first }
    }

    /// What a family is called in addresses: the reference of one of the register, and nothing that says anything of
    /// whom partners alone know.
    package func name(ofFamily id: String) -> String { names[id] ?? id }

    /// The family that is called so in addresses.
    package func family(named name: String) -> String { families[name] ?? name }

    /// Whether only partners know the family.
    package func isOnlyPartners(_ family: String) -> Bool { names[family] != nil }

    /// Families only partners know.
    package var householdsUnknown: Int { names.count }
}

/// Keeps the last matchings, each worked out once for a change of the register and a day.
final class KeptMatchings: Sendable {
    private struct Key: Hashable {
        let change: Int
        let day: Day
        let asKnownThen: Bool
    }

    private static let most = 2
    private let kept = Mutex<[(key: Key, matching: KeptMatching)]>([])

    func matching(
        _ register: Register,
        _ definitions: DefinitionsInForce,
        asAt day: Day,
        knownAt change: Int?
    ) throws -> KeptMatching {
        // What has had its time goes first, so that it is in no matching, and its going does not make this one old.
        try register.sweepFeeds(definitions)
        return try kept.withLock { kept in
            let latest = try register.latestChange()
            let key = Key(change: change ?? latest, day: day, asKnownThen: change != nil && change != latest)
            if let found = kept.first(where: { $0.key == key }) { return found.matching }
            let match = try MatchPartners(
                register,
                definitions,
                asAt: day,
                knownAt: key.asKnownThen ? change : nil,
                needsFeeds: false,
                keepsReasons: true
            )
            let registered = try Set(register.records(knownAt: key.change).families.map(\.id.text))
            let matching = KeptMatching(
                match,
                try register.opaqueNames(),
                registered: registered,
                change: key.change
            )
            kept.append((key, matching))
            if kept.count > KeptMatchings.most { kept.removeFirst() }
            return matching
        }
    }
}

extension Keeper {
    /// Who is who in the partners' feeds and the register; worked out once for a change and a day, and shared.
    ///
    /// - Throws: `FeedRefusal` where there is nothing to match.
    package func matching(asAt day: Day? = nil, knownAt change: Int? = nil) throws -> KeptMatching {
        try matchings.matching(register, definitions, asAt: day ?? today(), knownAt: change)
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
