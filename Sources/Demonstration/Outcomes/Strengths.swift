import Records
import Values

/// Rates and effects of the strengths and difficulties questionnaire.
private enum Rates {
    /// Share of cases with a parent's questionnaire at baseline.
    static let baseline = 0.82
    /// Share of those that have one at closure: of completed cases, and of others.
    static let closure = (completed: 0.82, other: 0.15)
    /// Share given item by item rather than as a total.
    static let byItem = 0.45
    static let teacher = 0.2
    static let oneself = 0.28
    /// Standard deviation of the total at baseline; 6.3 in Essex in 2019.
    static let spread = 6.2
    /// How much of a child's distance from the mean is left at closure, and what is new.
    static let kept = 0.64
    static let fresh = 5.0
    /// Mean change in points in the first year, what is gained by the last, and what a weak team loses.
    static let change = 3.9
    static let gained = 1.0
    static let weakness = 1.4
}

extension Authority {
    /// The questionnaire about the index child: a parent's, and of some a teacher's or the young person's own.
    func addStrengths(of engagement: Engagement, _ household: Household, to answers: inout Answers) {
        var numbers = setting.stream(.strengths, engagement.number)
        let child = household.children[0]
        guard child.age(on: engagement.startedOn) >= 4, numbers.chance(Rates.baseline) else { return }
        let byItem = numbers.chance(Rates.byItem)
        for informant in informants(child, on: engagement.startedOn, &numbers) {
            let start = baseline(informant, engagement.programme, &numbers)
            let first = engagement.startedOn + numbers.whole(0...18)
            guard first < engagement.end(setting.until) else { return }
            add(informant, "baseline", on: first, total: start, byItem: byItem, engagement, &answers, &numbers)
            let middle = engagement.startedOn.adding(months: 3)
            if middle < engagement.end(setting.until) - 20, numbers.chance(0.14) {
                let total = later(start, engagement, share: 0.5, &numbers)
                add(informant, "review_1", on: middle, total: total, byItem: false, engagement, &answers, &numbers)
            }
            guard let end = engagement.endedOn, end - first > 30,
                numbers.chance(engagement.isCompleted ? Rates.closure.completed : Rates.closure.other)
            else { continue }
            let total = later(start, engagement, share: engagement.isCompleted ? 1 : 0.3, &numbers)
            let last = end - numbers.whole(1...12)
            add(informant, "closure", on: last, total: total, byItem: byItem, engagement, &answers, &numbers)
        }
    }

    private func informants(_ child: Member, on day: Day, _ numbers: inout SeededGenerator) -> [Informant] {
        var informants: [Informant] = [.parent]
        if numbers.chance(Rates.teacher) { informants.append(.teacher) }
        if child.age(on: day) >= 11, numbers.chance(Rates.oneself) { informants.append(.oneself) }
        return informants
    }

    /// Teachers and the young people themselves see less difficulty than parents.
    private func baseline(_ informant: Informant, _ programme: Programme, _ numbers: inout SeededGenerator) -> Double {
        let mean = programme.difficulties - (informant == .parent ? 0 : 2.6)
        return mean + Rates.spread * numbers.normal()
    }

    private func later(
        _ start: Double,
        _ engagement: Engagement,
        share: Double,
        _ numbers: inout SeededGenerator
    ) -> Double {
        let mean = engagement.programme.difficulties
        let change =
            Rates.change + Rates.gained * setting.progress(engagement.startedOn)
            - (engagement.isWeak ? Rates.weakness : 0)
        return mean + Rates.kept * (start - mean) - share * change + Rates.fresh * numbers.normal()
    }

    private func add(
        _ informant: Informant,
        _ occasion: String,
        on day: Day,
        total: Double,
        byItem: Bool,
        _ engagement: Engagement,
        _ answers: inout Answers,
        _ numbers: inout SeededGenerator
    ) {
        let total = min(max(total.nearest, 0), 40)
        let form = informant == .parent ? "P4-17" : informant == .teacher ? "T4-17" : "S11-17"
        answers.add(
            "sdq",
            version: occasion == "baseline" ? form : form + "-FU",
            informant,
            occasion,
            on: day,
            of: engagement,
            by: worker(of: engagement, on: day),
            byItem ? StrengthsItems.answers(total: total, &numbers) : [("total", Decimal(total))]
        )
    }

    /// The carer's questionnaire that every child in care for a year has about the end of March; it belongs to no case.
    func addYearlyStrengths(to answers: inout Answers) {
        for child in households.flatMap(\.children) {
            for spell in care.spells(of: child) {
                var numbers = setting.stream(.strengths, -child.number)
                let end = min(spell.until ?? setting.until, setting.until)
                for year in spell.from.year + 1...max(end.year, spell.from.year + 1) {
                    guard let march = Day(year: year, month: 3, day: 31), march <= end,
                        march >= spell.from.adding(months: 12), (5...16).contains(child.age(on: march)),
                        numbers.chance(0.8)
                    else { continue }
                    let total = min(max((16.5 + 6.4 * numbers.normal()).nearest, 0), 40)
                    answers.add(
                        "sdq",
                        version: "P4-17",
                        .caregiver,
                        "annual",
                        on: march - numbers.whole(0...40),
                        of: nil,
                        about: child.id,
                        [("total", Decimal(total))]
                    )
                }
            }
        }
    }
}
