import Identify
import Records
import Values

extension Intelligence {
    /// Who lives in the families identified, and who works with them.
    func peopleMeasures() -> [Measure] {
        [
            Measure(
                "people.in_families",
                "People in the families identified",
                .count,
                "People in the families identified who had not died by the day."
            ) { tally in
                for person in people { tally.add(.counted, .person(person), because: "in a family identified") }
                return .count
            },
            Measure(
                "people.aged_14_17",
                "Of those, aged 14 to 17",
                .count,
                "Of those people, of any role, aged 14 to 17 on the day; without a date of birth not known.",
                read: aged14To17
            ),
            Measure(
                "families.with_lead_worker",
                "Families with a lead worker",
                .count,
                "Of the families identified, those with a key worker allocated on the day to a case open on it.",
                read: withLeadWorker
            ),
        ]
    }

    private var people: [Position<Person>] {
        identified.flatMap { snapshot.peopleOfFamily[$0.family.index] }
            .map { Position<Person>(Int($0)) }
            .filter { person in snapshot.people[person.index].diedOn.map { $0 > day } ?? true }
    }

    private func aged14To17(_ tally: inout Tally) -> Reading {
        for person in people {
            guard let bornOn = snapshot.people[person.index].bornOn else {
                tally.add(.unknown, .person(person), because: "no date of birth")
                continue
            }
            let age = day.age(bornOn: bornOn)
            if (14...17).contains(age) { tally.add(.counted, .person(person), because: "aged \(age)") }
        }
        return .countWithUnknown
    }

    private func withLeadWorker(_ tally: inout Tally) -> Reading {
        for family in identified {
            let cases = snapshot.casesOfFamily[family.family.index].map(Int.init)
            let held = cases.filter { snapshot.cases[$0].nights.contains(day) }.first { index in
                snapshot.allocationsOfCase[index].contains { position in
                    let allocation = snapshot.allocations[Int(position)]
                    return allocation.role == .keyWorker && allocation.runs(on: day)
                }
            }
            guard let held else { continue }
            let words = "a key worker holds case \(snapshot.caseIDs[held])"
            tally.add(.counted, .family(family.family.index), because: words)
        }
        return .count
    }

    /// Families identified by the highest tier of their cases open on the day.
    func tierMeasures() -> [Measure] {
        Tier.allCases.map { tier in
            Measure(
                "tier.\(tier.rawValue).families",
                "Families at \(tier.label.lowercased()) tier",
                .count,
                "Families identified whose highest tier, of their cases open on the day, is this one."
            ) { tally in
                for family in identified where highestTier(family.family.index) == tier {
                    tally.add(
                        .counted,
                        .family(family.family.index),
                        because: "highest tier \(tier.label.lowercased())"
                    )
                }
                return .count
            }
        }
    }

    private func highestTier(_ family: Int) -> Tier? {
        snapshot.casesOfFamily[family].map { snapshot.cases[Int($0)] }
            .filter { $0.nights.contains(day) }
            .compactMap(\.tier)
            .max { Tier.allCases.firstIndex(of: $0) ?? 0 < Tier.allCases.firstIndex(of: $1) ?? 0 }
    }
}
