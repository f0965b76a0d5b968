package import Records
package import Refer
import Register
package import Values

/// The referrals that wait for a decision, in the order they should be looked at.
package struct GatewayQueue: Sendable {
    package struct Entry: Sendable {
        package let referral: Referral
        package let child: Person?
        package let family: Family?
        package let priority: Priority
        /// Against the programme asked for, or the first it is eligible for, or the first of all.
        package let eligibility: Eligibility?
        /// Days since it came.
        package let age: Int
        /// The last day on which it is decided in time.
        package let decideBy: Day?
        package let ownerName: String
    }

    /// Those of the page asked for.
    package let entries: [Entry]
    package let page: ListPage
    /// How many wait, on every page.
    package let count: Int
    /// How many of them should have been decided by now.
    package let late: Int
    package let rules: PriorityRules?
    package let day: Day
    /// Referrals of a page.
    package static let pageSize = 50

    package init(_ keeper: Keeper, asAt day: Day, page: ListPage = ListPage(asked: nil, size: pageSize)) throws {
        self.day = day
        self.page = page
        let rules = keeper.definitions.priorities["gateway-priority"]
        self.rules = rules
        let closed = try keeper.closedFamilies()
        let places = try QueueOrder(standing: .pending, rules, keeper, asAt: day) { $0.receivedOn }.places
            .filter { !closed.contains($0.referral.familyID.text) }
        count = places.count
        late = places.count { rules?.decideBy($0.referral.receivedOn).map { $0 < day } ?? false }
        let shown = page.rows(of: places)
        let held = try keeper.register.held(
            Referral.self,
            where: "referral_id",
            isAnyOf: shown.map(\.referral.id.text)
        )
        let round = try ReferralRound(held, keeper, asAt: day)
        let referrals = Dictionary(held.map { ($0.record.id, $0.record) }) { first, _ in first }
        entries = shown.compactMap { place in
            referrals[place.referral.id].map { referral in
                let all = round.eligibility(referral)
                let asked = all.first { $0.programme == referral.programme }
                return Entry(
                    referral: referral,
                    child: round.child(of: referral),
                    family: round.family(of: referral),
                    priority: place.priority,
                    eligibility: asked ?? all.first { $0.standing == .eligible } ?? all.first,
                    age: max(0, day - referral.receivedOn),
                    decideBy: rules?.decideBy(referral.receivedOn),
                    ownerName: round.ownerName(of: referral)
                )
            }
        }
    }
}

extension GatewayQueue.Entry {
    /// Whether it should have been decided before the day.
    package func isLate(on day: Day) -> Bool { decideBy.map { $0 < day } ?? false }
}

extension PriorityRules? {
    /// The priority by these rules; where none are defined, in the order of the days alone.
    func inOrder(_ facts: PriorityFacts, asAt day: Day) -> Priority {
        let rules = self ?? PriorityRules(title: "", signals: [], pointsEachWeek: 1, bands: [])
        return rules.priority(of: facts, asAt: day)
    }
}
