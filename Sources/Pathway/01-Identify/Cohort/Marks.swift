package import Records
package import Values

/// What must be known of a family before it is nominated, as at a day.
///
/// A claim already made and an objection would stand here too; the register has no fact for either yet. Once it does,
/// each is one more property, read in `init`, and one more line in `refusal`.
package struct Marks: Hashable, Sendable {
    /// Cases of the family open on the day, by their position.
    package let openCases: [Int]
    /// Nominations of the family that the gateway has not decided yet, by the position of the referral.
    package let pendingNominations: [Int]

    init(ofFamily family: Int, in snapshot: Snapshot, asAt day: Day) {
        openCases = snapshot.casesOfFamily[family].map { Int($0) }.filter { snapshot.cases[$0].nights.contains(day) }
        pendingNominations = snapshot.referralsOfFamily[family].map { Int($0) }.filter { index in
            let referral = snapshot.referrals[index]
            return [.dataMatch, .nomination].contains(referral.route) && referral.receivedOn <= day
                && [.pending, .waiting].contains(referral.decision)
        }
    }

    package var isOpen: Bool { !openCases.isEmpty }
    package var isNominated: Bool { !pendingNominations.isEmpty }

    /// Why the family may not be nominated, in words; nil where it may.
    package var refusal: String? {
        if isOpen { return "a case is open already" }
        if isNominated { return "nominated already, and not yet decided" }
        return nil
    }
}

extension Snapshot {
    /// What must be known of a family before it is nominated, as at a day.
    package func marks(ofFamily family: Int, asAt day: Day) -> Marks {
        Marks(ofFamily: family, in: self, asAt: day)
    }
}
