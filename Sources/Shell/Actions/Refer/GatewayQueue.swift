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

    package let entries: [Entry]
    package let rules: PriorityRules?
    package let day: Day

    package init(_ keeper: Keeper, asAt day: Day) throws {
        self.day = day
        let closed = try keeper.closedFamilies()
        let pending = try keeper.register.held(
            Referral.self,
            where: "decision",
            is: .text(ReferralDecision.pending.rawValue)
        )
        .filter { !closed.contains($0.record.familyID.text) }
        let round = try ReferralRound(pending, keeper, asAt: day)
        let rules = keeper.definitions.priorities["gateway-priority"]
        self.rules = rules
        entries = pending.map(\.record)
            .map { referral in
                let all = round.eligibility(referral)
                let asked = all.first { $0.programme == referral.programme }
                return Entry(
                    referral: referral,
                    child: round.child(of: referral),
                    family: round.family(of: referral),
                    priority: rules.inOrder(round.priorityFacts(referral, since: referral.receivedOn), asAt: day),
                    eligibility: asked ?? all.first { $0.standing == .eligible } ?? all.first,
                    age: max(0, day - referral.receivedOn),
                    decideBy: rules?.decideBy(referral.receivedOn),
                    ownerName: round.ownerName(of: referral)
                )
            }
            .sorted {
                Priority.comes(($0.priority, $0.referral.id.text), before: ($1.priority, $1.referral.id.text))
            }
    }

    /// Those that should have been decided by now.
    package var late: [Entry] { entries.filter { $0.isLate(on: day) } }
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
