package import Records
package import Values

/// A child's return from care to the family.
package struct Reunification: Hashable, Sendable {
    package let child: Position<Person>
    /// The day the placement ended.
    package let on: Day
}

extension Reunification {
    /// A return does not count when another placement began this many days or fewer after it.
    package static let settlingDays = 7

    /// The returns home: a placement of a person of role child that ended as E4A or E4B, with no placement started 0 to
    /// 7 days after (`figures.md`, reunified.children).
    ///
    /// In the order of people, then of days.
    package static func all(of snapshot: Snapshot) -> [Reunification] {
        snapshot.placements.compactMap { placement in
            guard !placement.isShortBreak, let ended = placement.endedOn,
                placement.reasonCeased == .e4a || placement.reasonCeased == .e4b,
                snapshot.people[placement.person.index].role == .child
            else { return nil }
            let returned = snapshot.placements(ofPerson: placement.person.index).contains { later in
                !later.isShortBreak && later.startedOn >= ended && later.startedOn - ended <= settlingDays
            }
            return returned ? nil : Reunification(child: placement.person, on: ended)
        }
    }

    /// The returns home in the period.
    package static func all(in period: Period, of snapshot: Snapshot) -> [Reunification] {
        all(of: snapshot).filter { period.contains($0.on) }
    }

    /// The case that had a part in the return, if any: of any programme, of the child's family or with the child as
    /// index child, started before the return and open at it, or ended on or after the return less 12 months.
    package func service(in snapshot: Snapshot) -> Int? {
        let family = snapshot.people[child.index].family
        let candidates =
            (family.map { Array(snapshot.casesOfFamily[$0.index]) } ?? []) + snapshot.casesOfChild[child.index]
        return candidates.map(Int.init).first { index in
            let item = snapshot.cases[index]
            guard item.startedOn < on else { return false }
            return item.endedOn.map { $0 >= on.adding(months: -12) } ?? true
        }
    }
}
