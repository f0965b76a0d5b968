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
        let (snapshot, open, from) = (snapshot, open, period.from)
        var children: [(child: Position<Person>, on: Day)] = []
        var place = 0
        for family in familiesServed {
            // The family's open cases stand together, the earliest first.
            let first = place
            while place < open.count, snapshot.cases[open[place]].family.index == family { place += 1 }
            for member in snapshot.peopleOfFamily.range(of: family) {
                let position = snapshot.peopleOfFamily.member(at: member)
                let person = snapshot.people[position]
                guard person.role == .child, let bornOn = person.bornOn else { continue }
                for index in open[first..<place] {
                    let day = max(snapshot.cases[index].startedOn, from)
                    guard bornOn <= day && day.age(bornOn: bornOn) < 18 else { continue }
                    children.append((Position(position), day))
                    break
                }
            }
        }
        return children
    }
}
