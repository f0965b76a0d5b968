package import Identify
package import Records
package import Values

/// What is known of the families a programme has found, as at a day (`figures.md`; seed 004, Derby).
package struct Intelligence: Sendable {
    let snapshot: Snapshot
    let day: Day
    let criteria: CriteriaSet
    let identified: [Identification]

    package init(_ snapshot: Snapshot, asAt day: Day, criteria: CriteriaSet) {
        self.snapshot = snapshot
        self.day = day
        self.criteria = criteria
        identified = criteria.identified(in: snapshot, asAt: day)
    }

    /// Every figure of the report, in its order; or those with the ids `kept`; or the one with the id `opened` alone, with
    /// its members.
    package func figures(opening opened: String? = nil, keeping kept: Set<String>? = nil) -> [Figure] {
        (familyMeasures() + peopleMeasures() + criterionMeasures() + tierMeasures())
            .figures(snapshot, opening: opened, keeping: kept)
    }

    private func familyMeasures() -> [Measure] {
        [
            Measure(
                "families.identified",
                "Families identified",
                .count,
                "Families of the register, referred or not, that meet the criteria set \(criteria.id)."
            ) { tally in
                for family in identified {
                    tally.add(.counted, .family(family.family.index), because: words(family))
                }
                return .count
            }
        ]
    }

    /// Which criteria a family meets, in words.
    private func words(_ family: Identification) -> String {
        let met = criteria.criteria.indices.filter(family.meets).map { criteria.criteria[$0].label.lowercased() }
        return "meets " + met.joined(separator: ", ") + (family.byDiscretion ? ", and local discretion" : "")
    }

    private func criterionMeasures() -> [Measure] {
        criteria.criteria.indices.map { index in
            let criterion = criteria.criteria[index]
            return Measure(
                "criterion.\(criterion.id).families",
                "Families meeting \(criterion.label.lowercased())",
                .count,
                "Of the families identified, those that meet this criterion."
            ) { tally in
                for family in identified {
                    guard let evidence = family.evidence(for: index).first else { continue }
                    tally.add(.counted, .family(family.family.index), because: words(evidence))
                }
                return .count
            }
        } + [
            Measure(
                "criteria.all.families",
                "Families meeting every need",
                .count,
                "Of the families identified, those that meet every need of the criteria set without discretion."
            ) { tally in
                for family in identified where family.meetsAll {
                    tally.add(.counted, .family(family.family.index), because: words(family))
                }
                return .count
            }
        ]
    }

    /// The facts that meet a criterion, in words.
    private func words(_ evidence: Evidence) -> String {
        guard case .status(let index) = evidence.facts[0] else { return evidence.words(in: snapshot, criteria) }
        return "\(snapshot.workStatus[index].status.label.lowercased()) on \(day.long)"
    }
}
