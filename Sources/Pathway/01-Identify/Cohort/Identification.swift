package import Records
package import Values

/// How a family stands against a criteria set as at a day, with the facts that say so.
package struct Identification: Sendable {
    /// Where it comes out.
    package enum Standing: String, Sendable, CaseIterable {
        case qualifies
        /// Someone decided that it may count although it meets too few needs.
        case byDiscretion = "by_discretion"
        /// One need more would do.
        case justShort = "just_short"
        case notIdentified = "not_identified"
    }

    package let family: Position<Family>
    /// What every rule finds, met or not, by criterion and rule.
    package let findings: [Evidence]
    /// How many needs are met.
    package let needsMet: Int
    /// Meets every need.
    package let meetsAll: Bool
    package let standing: Standing

    package var byDiscretion: Bool { standing == .byDiscretion }
    package var isIdentified: Bool { standing == .qualifies || standing == .byDiscretion }

    /// What meets the criteria that are met, in their order.
    package var evidence: [Evidence] { findings.filter(\.isMet) }

    /// Whether the criterion at this position is met.
    package func meets(_ criterion: Int) -> Bool {
        findings.contains { $0.criterion == criterion && $0.isMet }
    }

    /// What meets a criterion.
    package func evidence(for criterion: Int) -> [Evidence] {
        findings.filter { $0.criterion == criterion && $0.isMet }
    }

    /// What comes nearest to a criterion without meeting it; nil where there is no fact at all.
    package func nearest(to criterion: Int) -> Evidence? {
        findings.filter { $0.criterion == criterion && !$0.isMet }
            .enumerated()
            .max { ($0.element.reach.nearness, -$0.offset) < ($1.element.reach.nearness, -$1.offset) }?
            .element
    }
}

/// A criteria set made ready to be tried on the families of a snapshot, as at a day.
package struct Identifying: Sendable {
    package let criteriaSet: CriteriaSet
    package let snapshot: Snapshot
    package let day: Day
    private let finders: [FactFinder]
    private let symbol: Symbol?

    package init(_ set: CriteriaSet, in snapshot: Snapshot, asAt day: Day) {
        self.criteriaSet = set
        self.snapshot = snapshot
        self.day = day
        symbol = snapshot.symbols.symbol(set.id)
        finders = set.criteria.enumerated().map { index, criterion in
            FactFinder(criterion, at: index, of: set, in: snapshot, asAt: day)
        }
    }

    /// How one family stands.
    package func identify(_ family: Int) -> Identification {
        let findings = finders.flatMap { $0.evidence(ofFamily: family) }
        let met = Set(findings.lazy.filter(\.isMet).map(\.criterion))
        let needsMet = criteriaSet.needs.count { $0.contains(where: met.contains) }
        return Identification(
            family: Position(family),
            findings: findings,
            needsMet: needsMet,
            meetsAll: needsMet == criteriaSet.needs.count,
            standing: standing(needsMet, family)
        )
    }

    private func standing(_ needsMet: Int, _ family: Int) -> Identification.Standing {
        if needsMet >= criteriaSet.needsToQualify { return .qualifies }
        if let enough = criteriaSet.needsWithDiscretion, needsMet >= enough, discretion(ofFamily: family) != nil {
            return .byDiscretion
        }
        return needsMet > 0 && needsMet == criteriaSet.needsToQualify - 1 ? .justShort : .notIdentified
    }

    /// The decision for this criteria set that is in force: set by the day and not withdrawn by it.
    package func discretion(ofFamily family: Int) -> Int? {
        guard let symbol else { return nil }
        return snapshot.discretionOfFamily[family].map { Int($0) }.first { index in
            let decision = snapshot.discretion[index]
            guard decision.criteria == symbol, decision.setOn <= day else { return false }
            return decision.withdrawnOn.map { $0 > day } ?? true
        }
    }

    /// Every family of the register in the order of their references, on several cores at a time.
    package func all() -> [Identification] {
        Parts.map(snapshot.familyIDs.count, size: 1024) { $0.map(identify) }.flatMap(\.self)
    }
}

extension CriteriaSet {
    /// How one family stands as at the day.
    package func identify(family: Int, in snapshot: Snapshot, asAt day: Day) -> Identification {
        Identifying(self, in: snapshot, asAt: day).identify(family)
    }

    /// The families identified as at the day, in the order of their references.
    package func identified(in snapshot: Snapshot, asAt day: Day) -> [Identification] {
        Identifying(self, in: snapshot, asAt: day).all().filter(\.isIdentified)
    }
}

/// How a family stands on one criterion.
package enum CriterionStanding: String, Sendable {
    case met
    case notMet = "not_met"
    /// The register holds none of the facts: the family may well have the need.
    case unknown

    /// For people: `Met`, `Not met`, `Cannot be assessed`.
    package var words: String {
        switch self {
        case .met: "Met"
        case .notMet: "Not met"
        case .unknown: "Cannot be assessed"
        }
    }
}

extension Identification {
    /// How it stands on the criterion at this position.
    package func standing(on criterion: Int, _ assessability: [Assessability]) -> CriterionStanding {
        if meets(criterion) { return .met }
        return assessability[criterion].isAssessable ? .notMet : .unknown
    }
}
