import Values

/// One possible course of a contract: who starts when, and what becomes of them.
struct SimulatedCohort {
    let facts: CohortFacts
    /// How many reached each outcome, by position.
    let successes: [Int]

    /// Draws a course.
    ///
    /// What is uncertain about the service as a whole (how likely success and care are) is drawn once for the course; what
    /// is chance is drawn for each member. A member's one number decides all its outcomes, so whoever reaches the harder
    /// one reaches the easier one too.
    init(_ contract: Contract, _ plan: SimulationPlan, quarters: [Period], numbers: inout SeededNumbers) {
        let likely = plan.success.map { $0.percent.quantile(numbers.part()) / 100 }
        let enters = plan.care.map { $0.entersPercent.quantile(numbers.part()) / 100 } ?? 0
        var columns = SimulatedColumns(outcomes: contract.outcomes.count)
        for quarter in quarters {
            let count = Int(plan.startsInQuarter.quantile(numbers.part()).rounded())
            for _ in 0..<count {
                let start = quarter.from + Int(numbers.part() * Double(quarter.days))
                let luck = numbers.part()
                let pace = numbers.part()
                for (index, success) in plan.success.enumerated() where luck < likely[index] {
                    columns.reach(success.outcome, on: start, afterMonths: success.afterMonths.quantile(pace))
                }
                if let care = plan.care, numbers.part() < enters {
                    let from = start.adding(monthsAndDays: care.afterMonths.quantile(numbers.part()))
                    let until = from.adding(monthsAndDays: care.stayMonths.quantile(numbers.part()))
                    if from < until { columns.spells.append(.init(from: from, until: until)) }
                }
                columns.end(startedOn: start)
            }
        }
        successes = columns.successes
        facts = columns.facts
    }
}

private struct SimulatedColumns {
    var startedOn: [Day] = []
    var outcomes: [OutcomeFact] = []
    var outcomesFrom: [Int32] = [0]
    var spells: [CohortFacts.CareSpell] = []
    var spellsFrom: [Int32] = [0]
    var successes: [Int]

    init(outcomes: Int) {
        successes = [Int](repeating: 0, count: outcomes)
    }

    mutating func reach(_ outcome: Int, on start: Day, afterMonths months: Double) {
        let day = start.adding(monthsAndDays: months)
        outcomes.append(OutcomeFact(outcome: outcome, on: day, provenOn: day))
        successes[outcome] += 1
    }

    mutating func end(startedOn start: Day) {
        startedOn.append(start)
        outcomesFrom.append(Int32(truncatingIfNeeded: outcomes.count))
        spellsFrom.append(Int32(truncatingIfNeeded: spells.count))
    }

    var facts: CohortFacts {
        CohortFacts(
            ids: [],
            startedOn: startedOn,
            outcomes: outcomes,
            outcomesFrom: outcomesFrom,
            spells: spells,
            spellsFrom: spellsFrom
        )
    }
}

extension Day {
    /// So many months later, a part of a month as days of 30.4375 a month, rounded down.
    fileprivate func adding(monthsAndDays months: Double) -> Day {
        self + Int(months * 30.4375)
    }
}
