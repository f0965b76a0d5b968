import Records
import Values

extension ProgrammePerformance {
    /// Families and children served, once each.
    func servedMeasures() -> [Measure] {
        [
            Measure(
                id("families.served"),
                "Families served",
                .count,
                "Families with a case open on any day of the period."
            ) { tally in
                for family in familiesServed {
                    tally.add(.counted, .family(family), because: "a case open in the period")
                }
                return .count
            },
            Measure(
                id("children.served"),
                "Children served",
                .count,
                "People of role child in those families, born and under 18 on a first day of a case in the period; once each."
            ) { tally in
                for (child, day) in childrenServed {
                    tally.add(.counted, .person(child), because: "under 18 on \(day.long)")
                }
                return .count
            },
        ]
    }

    /// The children served, each with the first day that makes it one.
    ///
    /// That day is the start of a case in the period, or the period's first where the case was open already.
    var childrenServed: [(child: Position<Person>, on: Day)] {
        var firstDays: [Int: [Day]] = [:]
        for index in cases where nightsOpen(index) > 0 {
            let item = snapshot.cases[index]
            firstDays[item.family.index, default: []].append(max(item.startedOn, period.from))
        }
        return familiesServed.flatMap { family -> [(child: Position<Person>, on: Day)] in
            let days = firstDays[family]?.sorted() ?? []
            return snapshot.peopleOfFamily[family].compactMap { position in
                let person = snapshot.people[Int(position)]
                guard person.role == .child, let bornOn = person.bornOn,
                    let day = days.first(where: { bornOn <= $0 && $0.age(bornOn: bornOn) < 18 })
                else { return nil }
                return (Position(Int(position)), day)
            }
        }
    }
}
