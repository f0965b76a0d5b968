import Records
import Values

extension Authority {
    /// Share of adults whose work or benefits are known, where the criterion does not turn on them.
    private static let known = 0.8

    private static let benefits: [(String, Int)] = [
        ("Universal Credit", 66), ("Employment and Support Allowance", 20), ("Jobseeker's Allowance", 8),
        ("Income Support", 6),
    ]

    private static let inWork: [(WorkState, Int)] = [
        (.employed, 58), (.selfEmployed, 8), (.training, 9), (.workProgramme, 6), (.economicallyInactive, 15),
        (.other, 4),
    ]

    /// Spells of work and benefit of each adult, one after the other.
    ///
    /// Whether one is on benefit on the last day is the family's hardship; families worked with leave benefit more often.
    func workStatus() -> [WorkStatus] {
        var records: [WorkStatus] = []
        for (index, household) in households.enumerated() {
            var numbers = setting.stream(.work, household.number)
            for (position, adult) in household.adults.enumerated() {
                let isOnBenefit = hardship[index].workless && position == 0
                if isOnBenefit || numbers.chance(Authority.known) {
                    records += spells(of: adult, in: household, isOnBenefit: isOnBenefit, &numbers)
                }
            }
        }
        return records
    }

    private func spells(
        of adult: Member,
        in household: Household,
        isOnBenefit: Bool,
        _ numbers: inout SeededGenerator
    ) -> [WorkStatus] {
        let start = max(setting.from - numbers.whole(0...900), adult.birth.adding(months: 17 * 12))
        guard start < setting.until else { return [] }
        // The last change comes after the work with the family, if there was some.
        let ends = household.work.last?.endedOn ?? setting.anyDay(&numbers)
        let change = min(ends + numbers.whole(-60...120), setting.until - 10)
        guard change > start + 30, numbers.chance(0.7) else {
            return [spell(adult, from: start, to: nil, onBenefit: isOnBenefit, &numbers)]
        }
        let wasOnBenefit = isOnBenefit ? numbers.chance(0.5) : household.need.workless
        return [
            spell(adult, from: start, to: change - 1, onBenefit: wasOnBenefit, &numbers),
            spell(adult, from: change, to: nil, onBenefit: isOnBenefit, &numbers),
        ]
    }

    private func spell(
        _ adult: Member,
        from: Day,
        to: Day?,
        onBenefit: Bool,
        _ numbers: inout SeededGenerator
    ) -> WorkStatus {
        let benefit = numbers.pick(Authority.benefits)
        let state = numbers.pick(Authority.inWork)
        return WorkStatus(
            personID: adult.id,
            status: onBenefit ? .outOfWorkBenefit : state,
            benefit: onBenefit ? benefit : nil,
            from: from,
            to: to,
            source: onBenefit ? "jobcentre" : numbers.pick(["family", "jobcentre"])
        )
    }
}
