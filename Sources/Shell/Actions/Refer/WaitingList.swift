package import Records
package import Refer
package import Register
package import Values

/// Families that wait for a place, by programme, in the order places are given.
package struct WaitingList: Sendable {
    package struct Entry: Sendable {
        package let referral: Referral
        package let child: Person?
        package let family: Family?
        /// 1 for whoever is next.
        package let place: Int
        package let since: Day
        package let priority: Priority
        /// Nil where no place came lately.
        package let wait: ExpectedWait?
        package let offers: [PlaceOffer]
        package let meanwhile: [MeanwhileSupport]
        package let ownerName: String
    }

    /// The families that wait for one programme.
    package struct Queue: Sendable {
        package let programme: String
        package let entries: [Entry]
        /// Cases that began in the weeks looked at.
        package let placesLately: Int
    }

    package let queues: [Queue]
    package let rules: PriorityRules?
    /// Weeks that the expected wait goes by.
    package static let weeks = 26

    package init(_ keeper: Keeper, asAt day: Day) throws {
        let waiting = try keeper.register.held(
            Referral.self,
            where: "decision",
            is: .text(ReferralDecision.waiting.rawValue)
        )
        let ids = waiting.map(\.record.id.text)
        let round = try ReferralRound(waiting, keeper, asAt: day)
        let offers = Dictionary(
            grouping: try keeper.register.held(PlaceOffer.self, where: "referral_id", isAnyOf: ids).map(\.record)
        ) { $0.referralID }
        let meanwhile = Dictionary(
            grouping: try keeper.register.held(MeanwhileSupport.self, where: "referral_id", isAnyOf: ids).map(\.record)
        ) { $0.referralID }
        let rules = keeper.definitions.priorities["waiting-priority"]
        self.rules = rules
        let lately = Period(from: day - (7 * WaitingList.weeks - 1), to: day)
        let starts = try lately.map { try keeper.register.casesStarted(in: $0) } ?? [:]
        queues = Dictionary(grouping: waiting.map(\.record)) { $0.programme ?? "" }
            .sorted { $0.key < $1.key }
            .map { programme, referrals in
                let ordered = referrals.map { referral in
                    let since = referral.decidedOn ?? referral.receivedOn
                    let facts = round.priorityFacts(referral, since: since)
                    return (referral: referral, since: since, priority: rules.inOrder(facts, asAt: day))
                }
                .sorted {
                    Priority.comes(($0.priority, $0.referral.id.text), before: ($1.priority, $1.referral.id.text))
                }
                let places = starts[programme] ?? 0
                let entries = ordered.enumerated().map { index, item in
                    Entry(
                        referral: item.referral,
                        child: round.child(of: item.referral),
                        family: round.family(of: item.referral),
                        place: index + 1,
                        since: item.since,
                        priority: item.priority,
                        wait: ExpectedWait(atPlace: index + 1, places: places, inWeeks: WaitingList.weeks),
                        offers: offers[item.referral.id] ?? [],
                        meanwhile: meanwhile[item.referral.id] ?? [],
                        ownerName: round.ownerName(of: item.referral)
                    )
                }
                return Queue(programme: programme, entries: entries, placesLately: places)
            }
    }

    /// Where a referral stands; nil where it does not wait.
    package func entry(_ referral: Identifier<Referral>) -> Entry? {
        queues.lazy.flatMap(\.entries).first { $0.referral.id == referral }
    }
}

/// Offers of places, and what a family is offered while it waits.
package struct KeepWaiting: Sendable {
    private let keeper: Keeper

    package init(_ keeper: Keeper) {
        self.keeper = keeper
    }

    /// Notes a place that was offered to a family.
    package func offer(
        _ referral: Referral,
        programme: String,
        provider: Identifier<Organisation>,
        team: String?,
        from start: Day,
        on today: Day
    ) throws {
        var entry = Entry()
        entry.add(
            PlaceOffer(
                id: Identifier(keeper.newReference("OFFER")),
                referralID: referral.id,
                programme: programme,
                organisationID: provider,
                team: team,
                offeredOn: today,
                startsOn: start,
                answer: .waiting
            )
        )
        try keeper.enter(entry, purpose: "gateway", summary: "Offered a place: referral \(referral.id.text)")
    }

    /// Notes what the family answered to an offer that was open.
    package func answer(_ held: Held<PlaceOffer>, version: Int64, _ answer: OfferAnswer, on today: Day) throws {
        var offer = held.record
        offer.answer = answer
        offer.answeredOn = answer == .waiting ? nil : max(today, offer.offeredOn)
        var entry = Entry()
        entry.revise(offer, version: version)
        try keeper.enter(entry, purpose: "gateway", summary: "Answered offer \(offer.id.text)")
    }

    /// Notes what a family is offered while it waits.
    package func support(_ referral: Referral, what: String, from: Day, to: Day?) throws {
        var entry = Entry()
        entry.add(
            MeanwhileSupport(
                id: Identifier(keeper.newReference("SUP")),
                referralID: referral.id,
                personID: referral.personID,
                from: from,
                to: to,
                what: what
            )
        )
        try keeper.enter(entry, purpose: "gateway", summary: "Support while waiting: referral \(referral.id.text)")
    }
}
