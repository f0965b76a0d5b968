import Records
import Values

/// The short breaks of a disabled child: a few nights a month, never more than 17 at once or 75 a year (rules 365, 367).
enum ShortBreaks {
    static func placements(of child: Member, _ setting: Setting, _ numbers: inout SeededGenerator) -> [Placement] {
        var placements: [Placement] = []
        let status: LegalStatus = numbers.chance(0.5) ? .v3 : .v4
        let isFostering = numbers.chance(0.5)
        var day = max(setting.until.adding(months: -numbers.whole(8...34)), child.birth + 900)
        while day < setting.until - 10, child.age(on: day + 10) < 18 {
            placements.append(
                Placement(
                    personID: child.id,
                    startedOn: day,
                    endedOn: day + numbers.whole(2...4),
                    legalStatus: status,
                    type: isFostering ? .u6 : .r1,
                    provider: .pr1,
                    reasonNew: .s,
                    reasonCeased: .e8,
                    weeklyCost: Money(pence: isFostering ? 70_000 : 190_000)
                )
            )
            day = day + numbers.whole(24...45)
        }
        return placements
    }
}
