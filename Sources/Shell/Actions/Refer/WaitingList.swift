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
        /// Those that were asked for.
        package let entries: [Entry]
        /// How many wait for it in all.
        package let count: Int
        /// Cases that began in the weeks looked at.
        package let placesLately: Int
    }

    /// Which of those who wait are asked for.
    package enum Part: Sendable {
        /// The first of each programme.
        case first
        /// A page of one programme's.
        case page(ListPage, of: String)
        /// One referral.
        case one(Identifier<Referral>)
    }

    package let queues: [Queue]
    package let rules: PriorityRules?
    /// Weeks that the expected wait goes by.
    package static let weeks = 26
    /// Families of a page.
    package static let pageSize = 50

    package init(_ keeper: Keeper, asAt day: Day, _ part: Part = .first) throws {
        let rules = keeper.definitions.priorities["waiting-priority"]
        self.rules = rules
        let order = try QueueOrder(standing: .waiting, rules, keeper, asAt: day) { $0.decidedOn ?? $0.receivedOn }
        let programmes = Dictionary(grouping: order.places) { $0.referral.programme ?? "" }
        let shown = programmes.map { programme, places in
            (programme, all: places.count, places: part.places(of: programme, among: Array(places.enumerated())))
        }
        let reader = try Reader(shown.flatMap { $0.places.map(\.element.referral.id.text) }, keeper, asAt: day)
        let lately = Period(from: day - (7 * WaitingList.weeks - 1), to: day)
        let starts = try lately.map { try keeper.register.casesStarted(in: $0) } ?? [:]
        queues = shown.sorted { $0.0 < $1.0 }
            .map { programme, all, places in
                let lately = starts[programme] ?? 0
                let entries = places.compactMap { reader.entry($0.element, at: $0.offset + 1, places: lately) }
                return Queue(programme: programme, entries: entries, count: all, placesLately: lately)
            }
    }

    /// Where a referral stands; nil where it does not wait.
    package static func entry(_ referral: Identifier<Referral>, _ keeper: Keeper, asAt day: Day) throws -> Entry? {
        try WaitingList(keeper, asAt: day, .one(referral)).queues.lazy.flatMap(\.entries).first
    }
}

extension WaitingList.Part {
    /// Those of a programme's queue who are asked for, each with how many stand before.
    fileprivate func places(
        of programme: String,
        among all: [(offset: Int, element: QueueOrder.Place)]
    )
        -> ArraySlice<(offset: Int, element: QueueOrder.Place)>
    {
        switch self {
        case .first: all.prefix(WaitingList.pageSize)
        case .page(let page, let asked): asked == programme ? page.rows(of: all) : []
        case .one(let referral): all.filter { $0.element.referral.id == referral }[...]
        }
    }
}

/// Reads what is shown of those who wait.
private struct Reader {
    let round: ReferralRound
    let referrals: [Identifier<Referral>: Referral]
    let offers: [Identifier<Referral>: [PlaceOffer]]
    let meanwhile: [Identifier<Referral>: [MeanwhileSupport]]

    init(_ ids: [String], _ keeper: Keeper, asAt day: Day) throws {
        let register = keeper.register
        let held = try register.held(Referral.self, where: "referral_id", isAnyOf: ids)
        round = try ReferralRound(held, keeper, asAt: day)
        referrals = Dictionary(held.map { ($0.record.id, $0.record) }) { first, _ in first }
        offers = Dictionary(
            grouping: try register.held(PlaceOffer.self, where: "referral_id", isAnyOf: ids).map(\.record)
        ) { $0.referralID }
        meanwhile = Dictionary(
            grouping: try register.held(MeanwhileSupport.self, where: "referral_id", isAnyOf: ids).map(\.record)
        ) { $0.referralID }
    }

    func entry(_ place: QueueOrder.Place, at number: Int, places: Int) -> WaitingList.Entry? {
        referrals[place.referral.id].map { referral in
            WaitingList.Entry(
                referral: referral,
                child: round.child(of: referral),
                family: round.family(of: referral),
                place: number,
                since: place.since,
                priority: place.priority,
                wait: ExpectedWait(atPlace: number, places: places, inWeeks: WaitingList.weeks),
                offers: offers[referral.id] ?? [],
                meanwhile: meanwhile[referral.id] ?? [],
                ownerName: round.ownerName(of: referral)
            )
        }
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
    ) throws -> PlaceOffer {
        let offer = PlaceOffer(
            id: Identifier(keeper.newReference("OFFER")),
            referralID: referral.id,
            programme: programme,
            organisationID: provider,
            team: team,
            offeredOn: today,
            startsOn: start,
            answer: .waiting
        )
        var entry = Entry()
        entry.add(offer)
        try keeper.enter(entry, purpose: "gateway", summary: "Offered a place: referral \(referral.id.text)")
        return offer
    }

    /// Notes what the family answered to an offer that was open.
    package func answer(
        _ held: Held<PlaceOffer>,
        version: Int64,
        _ answer: OfferAnswer,
        on today: Day
    ) throws -> PlaceOffer {
        var offer = held.record
        offer.answer = answer
        offer.answeredOn = answer == .waiting ? nil : max(today, offer.offeredOn)
        var entry = Entry()
        entry.revise(offer, version: version)
        try keeper.enter(entry, purpose: "gateway", summary: "Answered offer \(offer.id.text)")
        return offer
    }

    /// Notes what a family is offered while it waits.
    package func support(_ referral: Referral, what: String, from: Day, to: Day?) throws -> MeanwhileSupport {
        let support = MeanwhileSupport(
            id: Identifier(keeper.newReference("SUP")),
            referralID: referral.id,
            personID: referral.personID,
            from: from,
            to: to,
            what: what
        )
        var entry = Entry()
        entry.add(support)
        try keeper.enter(entry, purpose: "gateway", summary: "Support while waiting: referral \(referral.id.text)")
        return support
    }
}
