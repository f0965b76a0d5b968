import Records
import Values

/// One period of care of one child, from the first night to the last, before it is cut into episodes.
struct CareSpell {
    enum Kind {
        case ordinary
        /// Remanded by a court.
        case remand
    }

    let child: Member
    let from: Day
    /// First night elsewhere; nil while it goes on.
    let until: Day?
    let ending: ReasonEpisodeCeased?
    let kind: Kind
}

extension CareSpell {
    /// A spell of so many days that ends as spells of its length and the child's age do, never after the eighteenth
    /// birthday, and is still open where it would end after the last day.
    init(
        child: Member,
        from: Day,
        days: Int,
        ending wanted: ReasonEpisodeCeased? = nil,
        kind: Kind = .ordinary,
        until lastDay: Day,
        _ numbers: inout SeededGenerator
    ) {
        let adulthood = child.birth.adding(months: 18 * 12)
        let end = min(from + days, adulthood)
        let ending: ReasonEpisodeCeased
        if end == adulthood {
            ending = numbers.pick([(.e5, 40), (.e17, 34), (.e6, 16), (.e7, 10)])
        } else {
            ending = wanted ?? CareSpell.ending(age: child.age(on: end), days: end - from, &numbers)
        }
        self.child = child
        self.from = from
        until = end <= lastDay ? end : nil
        self.ending = end <= lastDay ? ending : nil
        self.kind = kind
    }

    /// Most go home; guardianship and adoption take time, and adoption is for the young.
    private static func ending(age: Int, days: Int, _ numbers: inout SeededGenerator) -> ReasonEpisodeCeased {
        if age < 6, days >= 400, numbers.chance(0.5) { return numbers.chance(0.7) ? .e12 : .e11 }
        if age >= 16, numbers.chance(0.2) { return numbers.chance(0.7) ? .e5 : .e6 }
        if days >= 240, numbers.chance(0.22) { return numbers.chance(0.8) ? .e47 : .e48 }
        return numbers.pick([(.e4a, 58), (.e4b, 17), (.e13, 9), (.e41, 6), (.e8, 7), (.e3, 3)])
    }

    var isAdoption: Bool { ending == .e11 || ending == .e12 }
    var nights: Nights { Nights(from: from, until: until) }
}
