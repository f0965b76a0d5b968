import Values

/// One possible course of a contract: who starts when, and what becomes of them; drawn over for the next one.
struct SimulatedCohort {
    private(set) var facts = CohortFacts([])
    /// How many reached each outcome, by position.
    private(set) var successes: [Int]
    private let plan: SimulationPlan
    private let quarters: [Period]

    init(_ contract: Contract, _ plan: SimulationPlan, quarters: [Period]) {
        self.plan = plan
        self.quarters = quarters
        successes = [Int](repeating: 0, count: contract.outcomes.count)
    }

    /// Draws a course.
    ///
    /// What is uncertain about the service as a whole (how likely success and care are) is drawn once for the course; what
    /// is chance is drawn for each member. A member's one number decides all its outcomes, so whoever reaches the harder
    /// one reaches the easier one too.
    mutating func draw(_ numbers: inout SeededNumbers) {
        facts.removeAll()
        for outcome in successes.indices { successes[outcome] = 0 }
        let likely = plan.success.map { $0.percent.quantile(numbers.part()) / 100 }
        let enters = plan.care.map { $0.entersPercent.quantile(numbers.part()) / 100 } ?? 0
        for quarter in quarters {
            let count = Int(plan.startsInQuarter.quantile(numbers.part()).rounded())
            for _ in 0..<count {
                let start = quarter.from + Int(numbers.part() * Double(quarter.days))
                let luck = numbers.part()
                let pace = numbers.part()
                facts.start(on: start)
                for (index, success) in plan.success.enumerated() where luck < likely[index] {
                    facts.reach(success.outcome, on: start.adding(monthsAndDays: success.afterMonths.quantile(pace)))
                    successes[success.outcome] += 1
                }
                if let care = plan.care, numbers.part() < enters {
                    let from = start.adding(monthsAndDays: care.afterMonths.quantile(numbers.part()))
                    let until = from.adding(monthsAndDays: care.stayMonths.quantile(numbers.part()))
                    facts.spend(from: from, until: until)
                }
            }
        }
    }
}

// Columns filled in order: a member, and then what becomes of it; members have no references.
extension CohortFacts {
    mutating func removeAll() {
        startedOn.removeAll(keepingCapacity: true)
        outcomes.removeAll(keepingCapacity: true)
        outcomesFrom.removeAll(keepingCapacity: true)
        spells.removeAll(keepingCapacity: true)
        spellsFrom.removeAll(keepingCapacity: true)
        outcomesFrom.append(0)
        spellsFrom.append(0)
    }

    /// Adds a member.
    mutating func start(on day: Day) {
        startedOn.append(day)
        outcomesFrom.append(Int32(truncatingIfNeeded: outcomes.count))
        spellsFrom.append(Int32(truncatingIfNeeded: spells.count))
    }

    /// Adds an outcome of the member added last, proven on its day.
    mutating func reach(_ outcome: Int, on day: Day) {
        outcomes.append(OutcomeFact(outcome: outcome, on: day, provenOn: day))
        outcomesFrom[startedOn.count] = Int32(truncatingIfNeeded: outcomes.count)
    }

    /// Adds the nights in care of the member added last, from a day up to but without another.
    mutating func spend(from: Day, until: Day) {
        guard from < until else { return }
        spells.append(CareSpell(from: from, until: until))
        spellsFrom[startedOn.count] = Int32(truncatingIfNeeded: spells.count)
    }
}

extension Day {
    /// So many months later, a part of a month as days of 30.4375 a month, rounded down.
    fileprivate func adding(monthsAndDays months: Double) -> Day {
        self + Int(months * 30.4375)
    }
}
