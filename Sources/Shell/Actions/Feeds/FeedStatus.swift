package import Identify
package import Register
package import Values

/// How a feed stands: its agreement, what is held under it, and what somebody should do about it.
package struct FeedStatus: Sendable {
    package let id: String
    /// Nil where rows are held and no definition of the feed is in force.
    package let feed: Feed?
    /// Nil where no extract was ever received.
    package let holding: FeedHolding?
    /// What needs attention, in words; empty where nothing does.
    package let attention: [String]

    package var title: String { feed?.title ?? id }
    package var rows: Int { holding?.rows ?? 0 }

    /// Every feed that is defined or held, in the order of their ids.
    package static func all(_ register: Register, _ definitions: DefinitionsInForce, on day: Day) throws -> [FeedStatus]
    {
        let holdings = try register.feedHoldings()
        let ids = Set(definitions.feeds.map(\.id)).union(holdings.map(\.feed))
        return ids.sorted().map { id in
            let feed = definitions.feeds.first { $0.id == id }
            let holding = holdings.first { $0.feed == id }
            return FeedStatus(id: id, feed: feed, holding: holding, attention: words(feed, holding, on: day))
        }
    }

    private static func words(_ feed: Feed?, _ holding: FeedHolding?, on day: Day) -> [String] {
        let isHeld = (holding?.rows ?? 0) > 0
        guard let feed else {
            return isHeld
                ? [
                    "Rows are held and no definition says under what agreement: they are not used. Add it, or purge them."
                ]
                : []
        }
        // An example that nobody uses needs nothing.
        if feed.isExample, holding == nil { return [] }
        let agreement = feed.agreement
        var words: [String] = []
        switch agreement.standing(on: day) {
        case .inForce(let days) where days < Agreement.renewalDays:
            let when = days == 0 ? "today" : days == 1 ? "tomorrow" : "in \(days) days"
            words.append("The agreement expires \(when), on \(agreement.expiresOn.long): renew it, or its rows go.")
        case .inForce: break
        case .notYetSigned: words.append("The agreement is not in force before \(agreement.signedOn.long).")
        case .expired:
            words.append("The agreement expired on \(agreement.expiresOn.long): its rows are not used and will go.")
        case .withdrawn: words.append("The agreement was withdrawn: its rows are not used and will go.")
        }
        if isHeld, let latest = holding?.latest, latest.agreement != agreement.reference {
            words.append("The rows came under \(latest.agreement): they are not used until a new extract is received.")
        }
        return words + extractWords(agreement, holding, on: day)
    }

    private static func extractWords(_ agreement: Agreement, _ holding: FeedHolding?, on day: Day) -> [String] {
        guard let holding else { return ["No extract has been received yet."] }
        guard holding.rows > 0, agreement.isInForce(on: day) else { return [] }
        let until = agreement.keptUntil(receivedOn: holding.latest.receivedOn)
        guard until - day < 30 else { return [] }
        return ["The rows go after \(until.long): ask for a new extract."]
    }
}
