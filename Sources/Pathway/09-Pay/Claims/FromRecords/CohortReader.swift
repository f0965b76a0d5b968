package import FollowUp
package import Records
package import Values

/// Reads the facts of a contract's cohort from the register: who started, who reached which outcome, nights in care.
///
/// A pure function of a snapshot and a day, so the same change of the register gives the same facts again.
package struct CohortReader: Sendable {
    package let contract: Contract
    package let snapshot: Snapshot
    package let day: Day
    let care: CareHistory
    /// The days on which each child came home from care, by its position.
    let returns: [Int: [Day]]
    /// Those the contract is about, by reference.
    package let members: [ContractMember]

    package init(_ contract: Contract, _ snapshot: Snapshot, care: CareHistory, asAt day: Day) {
        self.contract = contract
        self.snapshot = snapshot
        self.care = care
        self.day = min(day, contract.term.lastClaim)
        members = contract.members(in: snapshot, asAt: day)
        let whole = contract.term.whole
        let found = Period(from: whole.from, to: max(whole.from, self.day)).map {
            Reunification.all(in: $0, of: snapshot)
        }
        returns = Dictionary(grouping: found ?? []) { $0.child.index }.mapValues { $0.map(\.on) }
    }

    /// The facts as the contract's clauses are evaluated on them.
    ///
    /// What the register shows is proven by the record that shows it; what a claim must bring is not there.
    package func facts() -> CohortFacts {
        CohortFacts(
            members.map { member in
                MemberHistory(
                    id: member.id,
                    startedOn: member.startedOn,
                    outcomes: contract.outcomes.indices.compactMap { outcome in
                        finding(of: outcome, member).map { found in
                            OutcomeFact(outcome: outcome, on: found.on, provenOn: found.on)
                        }
                    },
                    care: member.child.map { care.spells(of: $0).map(\.nights) } ?? []
                )
            }
        )
    }

    /// When and how a member reached an outcome; nil where it has not.
    ///
    /// It is reached on the first day on which every criterion is met or did not apply at the start, and one is met.
    package func finding(of outcome: Int, _ member: ContractMember) -> OutcomeFinding? {
        let criteria = contract.outcomes[outcome].criteria
        let days = Set(criteria.flatMap { candidateDays(of: $0, member) }).sorted()
        for day in days {
            let claimed = criteria.map { standing(of: $0, member, on: day) }
            guard claimed.allSatisfy({ $0.standing != .notMet }), claimed.contains(where: { $0.standing == .met })
            else { continue }
            return OutcomeFinding(on: day, criteria: claimed)
        }
        return nil
    }
}

/// An outcome that a member reached, with each criterion's standing and evidence on that day.
package struct OutcomeFinding: Hashable, Sendable {
    package let on: Day
    package let criteria: [ClaimedCriterion]
}
