import Definitions
package import Records
package import Refer
package import Register
package import Values

/// Those who stand in a queue, in the order they are looked at or given places.
///
/// Everybody's points are worked out from a few facts each; the records themselves are read of those alone who are shown.
package struct QueueOrder: Sendable {
    /// One referral in its place.
    package struct Place: Sendable {
        package let referral: QueueGround.Entry
        /// The day its waiting is counted from.
        package let since: Day
        package let priority: Priority
    }

    /// The first to come first.
    package let places: [Place]

    /// - Parameters:
    ///   - decision: how those in the queue stand.
    ///   - rules: what sets the order; nil for the days alone.
    ///   - keeper: whose register and definitions they are of.
    ///   - day: the day as at which they are looked at.
    ///   - since: the day from which a referral waits.
    /// - Throws: whatever reading throws.
    package init(
        standing decision: ReferralDecision,
        _ rules: PriorityRules?,
        _ keeper: Keeper,
        asAt day: Day,
        since: (QueueGround.Entry) -> Day
    ) throws {
        let kinds: [EventKind] = [.missingEpisode, .domesticAbuseIncident]
        let ground = try keeper.register.queue(standing: decision, events: kinds, on: day)
        places = ground.entries
            .map { entry in
                let since = since(entry)
                let facts = ground.facts(entry, since: since, keeper.definitions, on: day)
                return Place(referral: entry, since: since, priority: rules.inOrder(facts, asAt: day))
            }
            .sorted {
                Priority.comes(($0.priority, $0.referral.id.text), before: ($1.priority, $1.referral.id.text))
            }
    }
}

/// One page of a list, counted from 1.
package struct ListPage: Hashable, Sendable {
    /// Rows of a page.
    package let size: Int
    package let number: Int

    /// A page as it was asked for; the first where that is no number of a page.
    package init(asked text: String?, size: Int) {
        self.size = size
        number = text.flatMap(Int.init).map { max(1, min($0, 1_000_000)) } ?? 1
    }

    /// The rows of the page; none beyond the last.
    package func rows<Row>(of all: [Row]) -> ArraySlice<Row> {
        let start = min((number - 1) * size, all.count)
        return all[start..<min(start + size, all.count)]
    }
}

extension QueueGround {
    /// What is known of a referral where its place is set.
    fileprivate func facts(
        _ entry: Entry,
        since: Day,
        _ definitions: DefinitionsInForce,
        on day: Day
    )
        -> PriorityFacts
    {
        let members = members[entry.familyID] ?? []
        let child = child(of: entry, among: members)
        let placed = child.flatMap { LivingNow(among: placements[$0.id] ?? [], on: day) }
        let others = (received[entry.familyID] ?? []).filter { $0.id != entry.id }
        let happened = lastEvents[entry.familyID] ?? [:]
        return PriorityFacts(
            receivedOn: since,
            protectionPlan: entry.protectionPlan ?? false,
            edgeOfCare: entry.edgeOfCare ?? false,
            inCustody: (placed ?? entry.living) == .custody,
            lastMissing: happened[.missingEpisode],
            lastDomesticAbuse: happened[.domesticAbuseIncident],
            youngestBorn: members.filter(\.isChild).compactMap { $0.birth?.latest }.max(),
            referredBefore: others.map(\.on).filter { $0 <= entry.receivedOn }.max(),
            highNeed: entry.tier == .high,
            stepDown: entry.route == .stepDown || entry.route == .returnHome,
            tooOldOn: entry.programme.flatMap { definitions.tooOld(child?.birth, for: $0) }
        )
    }

    /// The child referred: the one named, else the only child of the family.
    private func child(of entry: Entry, among members: [Member]) -> Member? {
        if let named = entry.personID { return members.first { $0.id == named } }
        let children = members.filter(\.isChild)
        return children.count == 1 ? children[0] : nil
    }
}

extension DefinitionsInForce {
    /// The first day on which somebody is too old for a programme; nil where it has no upper age, or none is known.
    fileprivate func tooOld(_ birth: BirthDate?, for programme: String) -> Day? {
        guard let birth else { return nil }
        for rule in eligibility.first(where: { $0.programme == programme })?.rules ?? [] {
            if case .age(let ages) = rule.condition { return birth.latest.adding(months: 12 * (ages.upperBound + 1)) }
        }
        return nil
    }
}

extension LivingNow {
    /// Where somebody lives by the placements of their care record; nil where none is open on the day.
    init?(among placements: [Placement], on day: Day) {
        let open = placements.filter { placement in
            Nights(from: placement.startedOn, until: placement.endedOn).contains(day)
                && placement.legalStatus != .v3 && placement.legalStatus != .v4
        }
        guard let last = open.max(by: { $0.startedOn < $1.startedOn }) else { return nil }
        self.init(last.type)
    }
}
