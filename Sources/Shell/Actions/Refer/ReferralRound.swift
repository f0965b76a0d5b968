package import Records
package import Refer
package import Register
package import Values

/// Referrals with everything around them that the gateway goes by, read in a few looks however many they are.
package struct ReferralRound: Sendable {
    package let referrals: [Held<Referral>]
    private let definitions: DefinitionsInForce
    private let day: Day
    private let families: [Identifier<Family>: Family]
    private let people: [Identifier<Family>: [Person]]
    private let details: [Identifier<Referral>: ReferralDetails]
    private let placements: [Identifier<Person>: [Placement]]
    private let others: [Identifier<Family>: [Referral]]
    private let holders: [Identifier<Referral>: ReferralHolder]
    private let cases: [Identifier<Referral>: Case]
    private let allocations: [Allocation]
    private let ownership: Ownership
    private let names: OwnerNames

    /// Reads what is around the referrals, as at a day.
    package init(_ referrals: [Held<Referral>], _ keeper: Keeper, asAt day: Day) throws {
        let register = keeper.register
        self.referrals = referrals
        self.day = day
        definitions = keeper.definitions
        let ids = referrals.map(\.record.id.text)
        let familyIDs = Set(referrals.map(\.record.familyID.text))
        families = try register.held(Family.self, where: "family_id", isAnyOf: familyIDs).byKey { $0.id }
        let members = try register.held(Person.self, where: "family_id", isAnyOf: familyIDs).map(\.record)
        people = Dictionary(grouping: members) { $0.familyID ?? Identifier("") }
        details = try register.held(ReferralDetails.self, where: "referral_id", isAnyOf: ids).byKey { $0.referralID }
        let personIDs = members.map(\.id.text)
        placements = Dictionary(
            grouping: try register.held(Placement.self, where: "person_id", isAnyOf: personIDs).map(\.record)
        ) { $0.personID }
        others = Dictionary(
            grouping: try register.held(Referral.self, where: "family_id", isAnyOf: familyIDs).map(\.record)
        ) { $0.familyID }
        holders = try register.held(ReferralHolder.self, where: "referral_id", isAnyOf: ids).byKey { $0.referralID }
        cases = try register.held(Case.self, where: "referral_id", isAnyOf: ids).byKey {
            $0.referralID ?? Identifier("")
        }
        allocations = try register.held(Allocation.self, where: "case_id", isAnyOf: cases.values.map(\.id.text))
            .map(\.record)
        names = try OwnerNames(register, asAt: day)
        ownership = names.ownership
    }

    package func family(of referral: Referral) -> Family? { families[referral.familyID] }

    /// Those who belong to the family, as they were recorded.
    package func people(of referral: Referral) -> [Person] { people[referral.familyID] ?? [] }

    package func details(of referral: Referral) -> ReferralDetails? { details[referral.id] }

    /// The case it became.
    package func itsCase(_ referral: Referral) -> Case? { cases[referral.id] }

    /// The child referred: the one named, else the only child of the family.
    package func child(of referral: Referral) -> Person? {
        let members = people(of: referral)
        if let named = referral.personID { return members.first { $0.id == named } }
        let children = members.filter { $0.role == .child }
        return children.count == 1 ? children[0] : nil
    }

    /// Other referrals of the family, the latest first.
    package func others(than referral: Referral) -> [Referral] {
        (others[referral.familyID] ?? []).filter { $0.id != referral.id }.sorted { $0.receivedOn > $1.receivedOn }
    }

    /// Who answers for it.
    package func owner(of referral: Referral) -> Owner {
        ownership.owner(
            of: referral,
            takenBy: holders[referral.id]?.userID,
            itsCase: cases[referral.id],
            allocations: allocations
        )
    }

    /// Who answers for it, in words.
    package func ownerName(of referral: Referral) -> String { names.words(owner(of: referral)) }
}

extension ReferralRound {
    /// What is known of a referral where its programmes are looked at.
    ///
    /// A care record goes before what the referrer says of where the child lives.
    package func eligibilityFacts(_ referral: Referral) -> EligibilityFacts {
        let said = details(of: referral)
        return EligibilityFacts(
            day: day,
            birth: child(of: referral)?.birth,
            living: child(of: referral).flatMap { LivingNow(among: placements[$0.id] ?? [], on: day) } ?? said?.living,
            protectionPlan: said?.protectionPlan,
            route: referral.route,
            agreed: said?.agreed,
            livesInArea: said?.livesInArea
        )
    }

    /// How a referral stands against every programme, the one asked for first.
    package func eligibility(_ referral: Referral) -> [Eligibility] {
        let facts = eligibilityFacts(referral)
        let all = definitions.eligibility.map { $0.look(at: facts) }
        return all.filter { $0.programme == referral.programme } + all.filter { $0.programme != referral.programme }
    }
}

extension Sequence {
    /// The records by what names them; of several the first.
    fileprivate func byKey<Kept: Record, Key: Hashable>(_ key: (Kept) -> Key) -> [Key: Kept]
    where Element == Held<Kept> {
        Dictionary(map { (key($0.record), $0.record) }) { first, _ in first }
    }
}
