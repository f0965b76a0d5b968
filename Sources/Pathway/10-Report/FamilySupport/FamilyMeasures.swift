import Records
import Values

extension FamilySupport {
    /// Families with a case open in the period: by area, age and tier, by what brought them, and by who referred.
    func familyMeasures() -> [Measure] {
        let all = broken("families", families) { id, part, cases in
            Measure(id, "Families\(part)", .count, "Families with a case open on any day of the period.") { tally in
                for index in cases {
                    tally.add(.counted, .family(snapshot.cases[index].family.index), because: started(index))
                }
                return .count
            }
        }
        return all + characteristicMeasures() + sourceMeasures()
    }

    /// What the referral of the case gave as presenting issues; a family with several counts in each.
    private func characteristicMeasures() -> [Measure] {
        let issues = byIssue(families) { snapshot.cases[$0].referral?.index }
        return issues.map { issue, cases in
            Measure(
                "families.issue.\(issue.figureName)",
                "Families: \(issue)",
                .count,
                "Families with a case open in the period whose referral gives this among the presenting issues."
            ) { tally in
                for index in cases {
                    tally.add(.counted, .family(snapshot.cases[index].family.index), because: started(index))
                }
                return .count
            }
        }
    }

    /// Members by each presenting issue of the referral they name, the issues in order of the alphabet.
    func byIssue(_ members: [Int], referral: (Int) -> Int?) -> [(issue: String, members: [Int])] {
        var found: [String: [Int]] = [:]
        for member in members {
            guard let index = referral(member), let issues = snapshot.referrals[index].issues else { continue }
            for issue in Set(Referral.issues(in: snapshot.text(issues))) {
                found[issue, default: []].append(member)
            }
        }
        return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Who instigated the process: the referrer of the case.
    private func sourceMeasures() -> [Measure] {
        let bySource = Dictionary(grouping: families) { index in
            snapshot.cases[index].referral.map { snapshot.referrals[$0.index].source }
        }
        return ReferralSource.allCases.compactMap { source in
            guard let cases = bySource[source] else { return nil }
            return Measure(
                "families.source.\(source.rawValue)",
                "Families referred by: \(source.label.lowercased())",
                .count,
                "Families with a case open in the period whose case came from a referral by this kind of referrer."
            ) { tally in
                for index in cases {
                    tally.add(.counted, .family(snapshot.cases[index].family.index), because: started(index))
                }
                return .count
            }
        }
    }
}
