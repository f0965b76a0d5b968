package import Identify
package import Records
import Register
import Report
package import Values

/// Nominates families found by a criteria set to the gateway: one referral each, all in one change.
package struct NominateFamilies {
    private let keeper: Keeper
    private let set: CriteriaSet
    /// The day the families were found as at.
    private let day: Day
    /// The day the nominations are received.
    private let today: Day
    /// The register with the partners' facts; nil looks at the register alone.
    private let partners: PartnersGround?

    package init(
        _ keeper: Keeper,
        by set: CriteriaSet,
        asAt day: Day,
        on today: Day,
        with partners: PartnersGround? = nil
    ) {
        self.partners = partners
        self.keeper = keeper
        self.set = set
        self.day = day
        self.today = today
    }

    /// What nominating would do.
    package struct Plan: Sendable {
        package struct Nominee: Sendable {
            package let family: String
            /// The criteria met, for people.
            package let criteria: [String]
            package let referral: Referral
            /// The family and its people, where only partners know them: they are recorded with the nomination.
            package let recorded: RecordSet
        }

        package struct Refused: Sendable {
            package let family: String
            /// In words: `a case is open already`.
            package let reason: String
        }

        package let nominees: [Nominee]
        package let refused: [Refused]
    }

    /// Looks at each family as it stands now: nominates it, or says why not.
    package func plan(_ families: [String], programme: String?) throws -> Plan {
        let snapshot = try partners?.snapshot ?? keeper.picture().ground.snapshot
        let notices = try keeper.notices(asAt: today)
        let identifying = Identifying(set, in: snapshot, asAt: day)
        var nominees: [Plan.Nominee] = []
        var refused: [Plan.Refused] = []
        var seen: Set<String> = []
        for family in families where seen.insert(family).inserted {
            guard let place = Snapshot.position(of: family, in: snapshot.familyIDs) else {
                refused.append(Plan.Refused(family: family, reason: "the register has no such family"))
                continue
            }
            let found = identifying.identify(place)
            if let reason = snapshot.marks(ofFamily: place, asAt: today, notices).refusal {
                refused.append(Plan.Refused(family: family, reason: reason))
            } else if !found.isIdentified {
                refused.append(Plan.Refused(family: family, reason: "it does not meet the criteria as at \(day.long)"))
            } else {
                nominees.append(nominee(found, programme, in: snapshot))
            }
        }
        return Plan(nominees: nominees, refused: refused)
    }

    /// Records the nominations in one change; gives its number.
    ///
    /// Nothing is recorded where any of the families may not be nominated any more: the plan that is returned says which.
    package func run(_ families: [String], programme: String?) throws -> (plan: Plan, change: Int?) {
        let plan = try plan(families, programme: programme)
        guard plan.refused.isEmpty, !plan.nominees.isEmpty else { return (plan, nil) }
        var records = RecordSet()
        records.families = plan.nominees.flatMap(\.recorded.families)
        records.people = plan.nominees.flatMap(\.recorded.people)
        records.referrals = plan.nominees.map(\.referral)
        let many = plan.nominees.count == 1 ? "1 family" : "\(plan.nominees.count) families"
        let outcome = try keeper.register.record(
            records,
            as: keeper.actor.draft(
                purpose: "identification",
                summary: "Nominated \(many) by \(set.id) as at \(day.iso)"
            ),
            at: Clock.now
        )
        return (plan, outcome.change)
    }

    private func nominee(_ found: Identification, _ programme: String?, in snapshot: Snapshot) -> Plan.Nominee {
        let basis = NominationBasis(found, of: set, in: snapshot, asAt: day) { row in
            partners?.name(of: row) ?? NominationBasis.RowName(table: row.table, key: row.key)
        }
        let household = snapshot.id(found.family)
        let recorded =
            partners.map { $0.isOnlyPartners(household) ? record($0, household) : RecordSet() } ?? RecordSet()
        let family = recorded.families.first?.id.text ?? household
        let referral = Referral(
            id: Identifier(reference(family, in: snapshot)),
            familyID: Identifier(family),
            receivedOn: today,
            source: .earlyHelp,
            route: .dataMatch,
            programme: programme,
            presentingIssues: basis.presentingIssues(set),
            decision: .pending
        )
        let labels = set.criteria.indices.filter(found.meets).map { set.criteria[$0].label }
        return Plan.Nominee(family: household, criteria: labels, referral: referral, recorded: recorded)
    }

    /// A household that only partners know as the register is to have it: who its people are, as the agreements permit.
    ///
    /// What happened to them stays in the feeds, and goes when its time is up.
    private func record(_ partners: PartnersGround, _ household: String) -> RecordSet {
        var records = RecordSet()
        let working = partners.working.records
        guard var family = working.families.first(where: { $0.id.text == household }) else { return records }
        let known = family.id
        family.id = Identifier(keeper.newReference("F"))
        records.families = [family]
        records.people = working.people.filter { $0.familyID == known }.map { person in
            var person = person
            person.id = Identifier(keeper.newReference("P"))
            person.familyID = family.id
            return person
        }
        return records
    }

    /// `DM-F0001-20260331`, and a number after it where that is taken.
    private func reference(_ family: String, in snapshot: Snapshot) -> String {
        let first = "DM-\(family)-\(today.iso.replacing("-", with: ""))"
        var reference = first
        var number = 1
        while Snapshot.position(of: reference, in: snapshot.referralIDs) != nil {
            number += 1
            reference = "\(first)-\(number)"
        }
        return reference
    }
}
