package import Records
package import Values

/// How a family stands against a criteria set as at a day, with the facts that say so.
package struct Identification: Sendable {
    package let family: Position<Family>
    /// The first fact for each criterion that is met, in the order of the criteria.
    package let evidence: [Evidence]
    /// How many needs are met.
    package let needsMet: Int
    /// Meets every need.
    package let meetsAll: Bool
    /// Someone decided that it may count although it meets only some.
    package let byDiscretion: Bool

    package var isIdentified: Bool { meetsAll || byDiscretion }

    /// Whether the criterion at this position is met.
    package func meets(_ criterion: Int) -> Bool {
        evidence.contains { $0.criterion == criterion }
    }
}

extension CriteriaSet {
    /// How one family stands as at the day.
    package func identify(family: Int, in snapshot: Snapshot, asAt day: Day) -> Identification {
        let period = Period.last(months: looksBackMonths, asAt: day)
        var evidence: [Evidence] = []
        for (index, criterion) in criteria.enumerated() {
            for rule in criterion.rules {
                guard let met = rule.evidence(ofFamily: family, in: snapshot, during: period) else { continue }
                evidence.append(Evidence(criterion: index, person: met.person, fact: met.fact))
                break
            }
        }
        let met = Set(evidence.map(\.criterion))
        let needsMet = needs.count { $0.contains(where: met.contains) }
        let meetsAll = needsMet == needs.count
        let enough = needsWithDiscretion.map { needsMet >= $0 } ?? false
        return Identification(
            family: Position(family),
            evidence: evidence,
            needsMet: needsMet,
            meetsAll: meetsAll,
            byDiscretion: !meetsAll && enough && hasDiscretion(family: family, in: snapshot, asAt: day)
        )
    }

    /// The families identified as at the day, in the order of their references.
    package func identified(in snapshot: Snapshot, asAt day: Day) -> [Identification] {
        snapshot.familyIDs.indices.lazy
            .map { identify(family: $0, in: snapshot, asAt: day) }
            .filter(\.isIdentified)
    }

    /// A decision for this criteria set, set by the day and not withdrawn by it.
    private func hasDiscretion(family: Int, in snapshot: Snapshot, asAt day: Day) -> Bool {
        guard let symbol = snapshot.symbols.symbol(id) else { return false }
        return snapshot.discretionOfFamily[family].contains { position in
            let decision = snapshot.discretion[Int(position)]
            guard decision.criteria == symbol, decision.setOn <= day else { return false }
            return decision.withdrawnOn.map { $0 > day } ?? true
        }
    }
}
