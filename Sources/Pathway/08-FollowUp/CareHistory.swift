package import Records
package import Values

/// When each child was in care: placements joined into unbroken spells, once for a whole snapshot.
///
/// A placement is one whose legal status is not V3 or V4; overlaps count once; placed with parents is in care
/// (`figures.md`, Placement). Placements that follow each other without a night between are one spell, so a child enters
/// care on the first night of a spell and on no other.
package struct CareHistory: Sendable {
    /// By person, then by start; those of one person neither overlap nor touch.
    private let spells: [Spell]
    /// Where each person's spells begin in `spells`; one more entry than there are people.
    private let starts: [Int32]

    /// An unbroken run of nights in care.
    package struct Spell: Hashable, Sendable {
        package let from: Day
        /// The first night elsewhere; `Day.latest` while it goes on.
        package let until: Day

        /// As nights, without an end while it goes on.
        package var nights: Nights { Nights(from: from, until: until == .latest ? nil : until) }
    }

    package init(_ snapshot: Snapshot) {
        var spells: [Spell] = []
        var starts = [Int32](repeating: 0, count: snapshot.people.count + 1)
        spells.reserveCapacity(snapshot.placements.count)
        var person = 0
        for placement in snapshot.placements {
            // Placements stand by person and start, so one pass joins them.
            while person < placement.person.index {
                person += 1
                starts[person] = Int32(truncatingIfNeeded: spells.count)
            }
            let until = placement.endedOn ?? .latest
            guard !placement.isShortBreak, placement.startedOn < until else { continue }
            if spells.count > Int(starts[person]), spells[spells.count - 1].until >= placement.startedOn {
                let last = spells.removeLast()
                spells.append(Spell(from: last.from, until: max(last.until, until)))
            } else {
                spells.append(Spell(from: placement.startedOn, until: until))
            }
        }
        while person < snapshot.people.count {
            person += 1
            starts[person] = Int32(truncatingIfNeeded: spells.count)
        }
        self.spells = spells
        self.starts = starts
    }

    /// The child's spells, the earliest first.
    package func spells(of child: Position<Person>) -> ArraySlice<Spell> {
        spells[places(of: child)]
    }

    private func places(of child: Position<Person>) -> Range<Int> {
        Int(starts[child.index])..<Int(starts[child.index + 1])
    }

    /// The spell the child is in on the night of the day.
    package func spell(of child: Position<Person>, on day: Day) -> Spell? {
        // By index: a slice of the spells would be counted in and out for every child of a million.
        for index in places(of: child) where spells[index].from <= day && day < spells[index].until {
            return spells[index]
        }
        return nil
    }

    /// Whether the child is in care on the night of the day.
    package func isInCare(_ child: Position<Person>, on day: Day) -> Bool {
        spell(of: child, on: day) != nil
    }

    /// How many nights of `[start, end)` the child was in care.
    package func nightsInCare(_ child: Position<Person>, from start: Day, until end: Day) -> Int {
        var nights = 0
        for index in places(of: child) {
            let spell = spells[index]
            nights += max(0, min(spell.until, end) - max(spell.from, start))
        }
        return nights
    }

    /// The first night in `[start, end)` on which the child enters care: in care that night, and not the night before.
    package func firstEntry(of child: Position<Person>, from start: Day, until end: Day) -> Day? {
        spells(of: child).first { start <= $0.from && $0.from < end }?.from
    }
}
