package import Records

/// A need that a family does not meet, and how near it comes.
package struct Shortfall: Sendable {
    /// One criterion that would meet the need.
    package struct Way: Sendable {
        /// Position among the criteria of the set.
        package let criterion: Int
        package let assessability: Assessability
        /// The facts that come nearest; nil where there are none.
        package let nearest: Evidence?
    }

    /// Position among the needs of the set.
    package let need: Int
    package let ways: [Way]
}

extension Identification {
    /// The needs the family does not meet, in the order of the set.
    package func shortfalls(of set: CriteriaSet, _ assessability: [Assessability]) -> [Shortfall] {
        set.needs.indices.compactMap { need in
            guard !set.needs[need].contains(where: meets) else { return nil }
            return Shortfall(
                need: need,
                ways: set.needs[need].map { criterion in
                    Shortfall.Way(
                        criterion: criterion,
                        assessability: assessability[criterion],
                        nearest: nearest(to: criterion)
                    )
                }
            )
        }
    }

    /// What is missing, in words: one line a criterion that would do, the nearest first, those that cannot be assessed
    /// last.
    package func missing(of set: CriteriaSet, _ assessability: [Assessability], in snapshot: Snapshot) -> [String] {
        shortfalls(of: set, assessability).flatMap(\.ways)
            .enumerated()
            .sorted { one, other in
                let ranks = (one.element.rank, other.element.rank)
                return ranks.0 == ranks.1 ? one.offset < other.offset : ranks.0 > ranks.1
            }
            .map { _, way in
                let label = set.criteria[way.criterion].label
                guard way.assessability.isAssessable else {
                    return
                        "\(label): cannot be assessed, since the register does not hold \(way.assessability.gapWords)"
                }
                return "\(label): \(way.nearest?.words(in: snapshot, set) ?? "nothing on record")"
            }
    }
}

extension Cohort {
    /// What a member is missing, in words (`Identification.missing`).
    package func missing(from identification: Identification, in snapshot: Snapshot) -> [String] {
        identification.missing(of: criteriaSet, assessability, in: snapshot)
    }
}

extension Shortfall.Way {
    fileprivate var rank: Double {
        assessability.isAssessable ? nearest?.reach.nearness ?? 0 : -1
    }
}

extension Assessability {
    /// `debts, offences`: the facts not held, within a sentence.
    package var gapWords: String { gaps.joined(separator: ", ") }
}
