import Records
import Values

extension FamilySupport {
    /// Families with key workers: by area, age, tier and who the key worker is; how long, and what sort of work.
    func keyWorkerMeasures() -> [Measure] {
        let held = families.filter { holder($0) != nil }
        let all = broken("keyworker.families", held, by: [.area, .age, .tier, .worker]) { id, part, cases in
            Measure(
                id,
                "Families with a key worker\(part)",
                .count,
                "Families with a case open in the period that a key worker or therapist held on any day of it."
            ) { tally in
                for index in cases {
                    tally.add(.counted, .family(snapshot.cases[index].family.index), because: started(index))
                }
                return .count
            }
        }
        return all + disability(held) + dedicated(held) + lengths() + natures(held)
    }

    /// Who held the case on any day of the period, the latest first.
    private func holder(_ index: Int) -> Snapshot.Worker? {
        snapshot.allocationsOfCase[index].map { snapshot.allocations[Int($0)] }
            .filter { $0.role != .supervisor && $0.from <= period.to && ($0.to ?? .latest) >= period.from }
            .max { ($0.from, $0.worker.number) < ($1.from, $1.worker.number) }
            .map { snapshot.workers[$0.worker.index] }
    }

    private func count(_ id: String, _ label: String, _ definition: String, _ cases: [Int]) -> Measure {
        Measure(id, label, .count, definition) { tally in
            for index in cases { tally.add(.counted, .caseAt(index), because: started(index)) }
            return .count
        }
    }

    /// Disability as the referral gives it: there is no other record of it.
    private func disability(_ held: [Int]) -> [Measure] {
        let found = byIssue(held) { snapshot.cases[$0].referral?.index }.first { $0.issue == "disability" }
        return [
            count(
                "keyworker.families.disability",
                "Families with a key worker: child disability",
                "Of those, the ones whose referral gives disability among the presenting issues.",
                found?.members ?? []
            )
        ]
    }

    /// A dedicated key worker works on a programme; a lead worker of another service does this beside other work.
    private func dedicated(_ held: [Int]) -> [Measure] {
        let parts = Dictionary(grouping: held) { holder($0)?.programme != nil }
        return [
            count(
                "keyworker.dedicated",
                "Families with a dedicated key worker",
                "The latest who held the case in the period has a post in a programme.",
                parts[true] ?? []
            ),
            count(
                "keyworker.lead",
                "Families with a lead worker of another service",
                "The latest who held the case in the period has no post in a programme.",
                parts[false] ?? []
            ),
        ]
    }

    /// How long cases that closed had lasted, in whole months.
    private func lengths() -> [Measure] {
        let bands: [(id: String, label: String, from: Int, until: Int?)] = [
            ("under-1", "less than 1 month", 0, 1), ("1-3", "1 to 3 months", 1, 3), ("3-6", "3 to 6 months", 3, 6),
            ("6-plus", "6 months or more", 6, nil),
        ]
        return bands.flatMap { band in
            let cases = closed.filter { index in
                let item = snapshot.cases[index]
                guard let ended = item.endedOn else { return false }
                return ended >= item.startedOn.adding(months: band.from)
                    && (band.until.map { ended < item.startedOn.adding(months: $0) } ?? true)
            }
            return broken("keyworker.time.\(band.id)", cases, by: [.tier]) { id, part, cases in
                count(
                    id,
                    "Time with families, \(band.label)\(part)",
                    "Cases that closed in the period after so long, counted in whole months from the start.",
                    cases
                )
            }
        }
    }

    /// Direct work with the family, or the work of others brought together.
    private func natures(_ held: [Int]) -> [Measure] {
        let parts = Dictionary(grouping: held) { index -> Bool? in
            let contacts = contacts(ofCase: index)
            return contacts.isEmpty ? nil : contacts.contains { $0.direct == true }
        }
        return [
            count(
                "keyworker.nature.direct",
                "Coordination with direct work",
                "Families with a key worker and a direct contact in the period.",
                parts[true] ?? []
            ),
            count(
                "keyworker.nature.coordination",
                "Mainly coordination",
                "Families with a key worker whose contacts in the period were none of them direct.",
                parts[false] ?? []
            ),
        ]
    }
}
