package import Values

/// A plan tried many times, with what is uncertain left to chance.
///
/// Every input of a range is drawn from a triangle with its peak at what is planned, and every child goes home by a draw
/// of its own. The same seed gives the same trials on every machine.
package struct PlanTrials: Sendable {
    /// What was saved in each trial, least first.
    package let saved: [Money]

    package init(
        _ plan: Plan,
        _ option: FinancingOption,
        ranges: [PlanRange],
        trials: Int,
        seed: UInt64
    ) {
        let base = PlanScenario(plan, option)
        let chancy = ranges.filter { !$0.isDecision && plan.value(of: $0.input, option) != nil }
        var draws = PlanDraws(seed: seed)
        saved = (0..<max(0, trials)).map { _ in
            var scenario = base
            for range in chancy {
                let planned = plan.value(of: range.input, option) ?? range.low
                scenario = scenario.with(range.input, draws.triangle(range.low, planned, range.high))
            }
            let children = scenario.plan.plannedChildren.map { draws.chance(of: $0, scenario.plan.cohort) }
            return PlanTotals(scenario.plan, scenario.option, children: children).totalSaved
        }.sorted()
    }

    /// The amount that this share of trials did not exceed; nothing of no trials.
    package func percentile(_ percent: Int) -> Money {
        guard !saved.isEmpty else { return .zero }
        let position = (saved.count * percent + 99) / 100 - 1
        return saved[min(max(position, 0), saved.count - 1)]
    }

    /// The share of trials in which the plan saved anything.
    package var shareSaving: Share {
        Share(saved.count { $0 > .zero }, of: saved.count)
    }
}

/// What is left to chance in a plan, the same for the same seed on every machine.
struct PlanDraws {
    private var numbers: SeededNumbers

    init(seed: UInt64) {
        numbers = SeededNumbers(seed: seed)
    }

    /// From a triangle over the range with its peak at the likely value, or at the end nearer to it.
    mutating func triangle(_ low: Double, _ likely: Double, _ high: Double) -> Double {
        let draw = numbers.part()
        return Triangle(low: low, likely: min(max(likely, low), high), high: high)?.quantile(draw) ?? low
    }

    /// The child with going home drawn by the cohort's share.
    mutating func chance(of child: PlannedChild, _ rules: CohortRules) -> PlannedChild {
        let returns = numbers.part() * 100 < rules.successPercent.double
        let home = child.starts + rules.quartersInHome
        return PlannedChild(
            id: child.id,
            starts: child.starts,
            placement: child.placement,
            annualPrice: child.annualPrice,
            returns: returns,
            savingEnds: returns ? rules.savingLasts.map { home + $0 } : nil
        )
    }
}
