import Records
import Values

/// The referrals of the authority, and which case each led to.
struct Referrals {
    private let authority: Authority
    private var setting: Setting { authority.setting }
    private var drafts: [(referral: Referral, engagement: Int?)] = []

    /// Share of cases that nobody recorded a referral for.
    private static let unrecorded = 0.01
    /// Share of families worked with that had been turned away before.
    private static let turnedAwayBefore = 0.07
    /// Waits at the end of the five years, as a share of those at the start.
    private static let quicker = 0.35

    init(_ authority: Authority) {
        self.authority = authority
        for household in authority.households {
            var numbers = setting.stream(.referrals, household.number)
            addAccepted(household, &numbers)
            switch household.path {
            case .worked(let day):
                if numbers.chance(Referrals.turnedAwayBefore) {
                    addTurnedAway(household, on: day - numbers.whole(200...600), &numbers)
                }
            case .turnedAway(let day):
                addTurnedAway(household, on: day, &numbers)
                let again = day + numbers.whole(90...500)
                if again <= setting.until, numbers.chance(0.12) { addTurnedAway(household, on: again, &numbers) }
            case .waiting(let day): addWaiting(household, on: day, &numbers)
            case .unreferred: break
            }
        }
    }

    /// In order of the day received, with the reference of the referral of each case by its number.
    func numbered() -> (records: [Referral], ofCase: [Int: Identifier<Referral>]) {
        let order = drafts.indices.sorted {
            (drafts[$0].referral.receivedOn, $0) < (drafts[$1].referral.receivedOn, $1)
        }
        var records: [Referral] = []
        var ofCase: [Int: Identifier<Referral>] = [:]
        for (position, index) in order.enumerated() {
            var referral = drafts[index].referral
            referral.id = Identifier(reference("R", position + 1))
            records.append(referral)
            if let engagement = drafts[index].engagement { ofCase[engagement] = referral.id }
        }
        return (records, ofCase)
    }

    private mutating func addAccepted(_ household: Household, _ numbers: inout SeededGenerator) {
        for (index, engagement) in household.work.enumerated() where !numbers.chance(Referrals.unrecorded) {
            let longest = Double(numbers.whole(engagement.programme.wait))
            let quicker = 1 - Referrals.quicker * setting.progress(engagement.startedOn)
            let wait = max(5, Int(longest * quicker))
            let received = engagement.startedOn - wait
            var referral = draft(household, engagement.programme, received: received, &numbers)
            if index > 0 { referral.route = numbers.pick([(.stepDown, 6), (.nomination, 3), (.returnHome, 1)]) }
            referral.decision = .accepted
            referral.decidedOn = received + numbers.whole(1...min(10, wait - 1))
            drafts.append((referral, engagement.number))
        }
    }

    private mutating func addTurnedAway(_ household: Household, on day: Day, _ numbers: inout SeededGenerator) {
        var referral = draft(household, numbers.pick(open(on: day)), received: day, &numbers)
        let decided = day + numbers.whole(2...24)
        guard decided <= setting.until else { return addWaiting(household, on: day, &numbers) }
        referral.decision = numbers.pick([(.declined, 48), (.inappropriate, 32), (.withdrawn, 20)])
        referral.decidedOn = decided
        if referral.decision != .withdrawn { referral.destination = numbers.pick(Referrals.destinations) }
        drafts.append((referral, nil))
    }

    private mutating func addWaiting(_ household: Household, on day: Day, _ numbers: inout SeededGenerator) {
        var referral = draft(household, numbers.pick(open(on: day)), received: day, &numbers)
        let days = setting.until - day
        if days < 18 {
            referral.decision = .pending
        } else {
            referral.decision = numbers.chance(0.72) ? .waiting : .accepted
            referral.decidedOn = day + numbers.whole(3...min(12, days))
        }
        drafts.append((referral, nil))
    }

    /// The programmes that take referrals on the day; priority families twice, as it is the largest.
    private func open(on day: Day) -> [Programme] {
        let opened = Programme.all.filter { programme in
            programme.teams.contains { setting.from.adding(months: $0.opensAfter) <= day }
        }
        return opened + [Programme.priorityFamilies]
    }

    private func draft(
        _ household: Household,
        _ programme: Programme,
        received: Day,
        _ numbers: inout SeededGenerator
    ) -> Referral {
        let source = numbers.pick(programme.sources)
        return Referral(
            id: Identifier(""),
            familyID: household.id,
            personID: numbers.chance(0.03) ? nil : household.children[0].id,
            receivedOn: received,
            sourceOrganisationID: source.organisation(&numbers),
            source: source,
            route: source.route(&numbers),
            programme: programme.code,
            tier: programme.tier(&numbers),
            presentingIssues: household.need.issues(&numbers),
            decision: .pending
        )
    }

    private static let destinations = [
        "Early help", "Children's social care", "School support", "Young Minds Clinic", "Youth Justice Service",
        "Parenting programme", "Domestic abuse service", "Family hub",
    ]
}

extension Authority {
    func referrals() -> (records: [Referral], ofCase: [Int: Identifier<Referral>]) {
        Referrals(self).numbered()
    }
}
