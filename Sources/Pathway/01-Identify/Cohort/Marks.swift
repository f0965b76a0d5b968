package import Records
package import Values

/// What must be known of a family before it is nominated, as at a day.
package struct Marks: Hashable, Sendable {
    /// Cases of the family open on the day, by their position.
    package let openCases: [Int]
    /// Nominations of the family that the gateway has not decided yet, by the position of the referral.
    package let pendingNominations: [Int]
    /// The claim that has been verified, approved or paid for it; nil where none has.
    package let claimed: FamilyNotices.Claimed?
    /// Whether it objects to being looked for or nominated.
    package let isObjecting: Bool

    init(ofFamily family: Int, in snapshot: Snapshot, asAt day: Day, _ notices: FamilyNotices) {
        let reference = snapshot.id(Position<Family>(family))
        claimed = notices.claimed[reference]
        isObjecting = notices.objecting.contains(reference)
        openCases = snapshot.casesOfFamily[family].map { Int($0) }.filter { snapshot.cases[$0].nights.contains(day) }
        pendingNominations = snapshot.referralsOfFamily[family].map { Int($0) }.filter { index in
            let referral = snapshot.referrals[index]
            return [.dataMatch, .nomination].contains(referral.route) && referral.receivedOn <= day
                && [.pending, .waiting].contains(referral.decision)
        }
    }

    package var isClaimed: Bool { claimed != nil }
    package var isOpen: Bool { !openCases.isEmpty }
    package var isNominated: Bool { !pendingNominations.isEmpty }

    /// Why the family may not be nominated, in words; nil where it may.
    package var refusal: String? {
        if isObjecting { return "the family objects" }
        if isOpen { return "a case is open already" }
        if isNominated { return "nominated already, and not yet decided" }
        return nil
    }
}

extension Snapshot {
    /// What must be known of a family before it is nominated, as at a day.
    package func marks(ofFamily family: Int, asAt day: Day, _ notices: FamilyNotices = .none) -> Marks {
        Marks(ofFamily: family, in: self, asAt: day, notices)
    }
}
