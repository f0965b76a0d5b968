package import Identify
package import Records
package import Values

/// How many of the families that criteria find came to a referral and to a case: the way before the first referral.
///
/// Source: seed 003, 2.4 (the pathway begins with identification).
package struct IdentifiedFamilies: Sendable, Equatable {
    /// The title of the criteria set.
    package let criteria: String
    /// The day as at which they meet it.
    package let on: Day
    package let identified: Int
    /// Referred or nominated by the day they are followed to, be it before they met the criteria.
    package let referred: Int
    /// A case of theirs had started by then.
    package let started: Int

    /// Follows the families identified on one day as far as they had come by another.
    package init(_ snapshot: Snapshot, by criteria: CriteriaSet, on: Day, followedTo day: Day) {
        let families = criteria.identified(in: snapshot, asAt: on).map(\.family.index)
        self.criteria = criteria.title
        self.on = on
        identified = families.count
        referred = families.count { family in
            snapshot.referralsOfFamily[family].contains { snapshot.referrals[Int($0)].receivedOn <= day }
        }
        started = families.count { family in
            snapshot.casesOfFamily[family].contains { snapshot.cases[Int($0)].startedOn <= day }
        }
    }
}
