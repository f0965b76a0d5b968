/// Families that meet exactly these criteria and no other.
package struct Overlap: Hashable, Sendable {
    /// Positions among the criteria of the set, ascending.
    package let criteria: [Int]
    package let families: Int
}

extension Cohort {
    /// Every combination of criteria that a family identified meets, the most common first: each family is in one alone.
    package var overlaps: [Overlap] {
        Overlap.counts(
            of: identified.map { member in criteriaSet.criteria.indices.filter(member.identification.meets) }
        )
    }

    /// Families identified that meet each criterion, whatever else they meet.
    package var meeting: [Int] {
        criteriaSet.criteria.indices.map { index in identified.count { $0.identification.meets(index) } }
    }
}

extension Overlap {
    /// Counts combinations, the most common first and then by what they are.
    package static func counts(of combinations: [[Int]]) -> [Overlap] {
        Dictionary(grouping: combinations) { $0 }
            .map { Overlap(criteria: $0.key, families: $0.value.count) }
            .sorted { one, other in
                if one.families != other.families { return one.families > other.families }
                return one.criteria.lexicographicallyPrecedes(other.criteria)
            }
    }
}
