package import Values

/// What a plan's saving depends on.
package struct PlanSensitivity: Sendable {
    /// What one input alone does to the saving, from the low to the high end of its range.
    package struct Bar: Sendable {
        package let range: PlanRange
        package let planned: Double
        package let atLow: Money
        package let atHigh: Money

        /// How far apart the ends are.
        package var spread: Int64 { abs(atHigh.pence - atLow.pence) }
    }

    /// The value of an input at which the plan saves nothing.
    package struct BreakEven: Sendable {
        package let input: PlanInput
        package let planned: Double
        /// Nil where it saves, or costs, whatever the value.
        package let value: Double?
    }

    /// What the plan saves by its rules, nothing changed.
    package let saved: Money
    /// By how much each matters, most first; those that change nothing are left out.
    package let bars: [Bar]
    package let breakEvens: [BreakEven]

    package init(_ plan: Plan, _ option: FinancingOption, ranges: [PlanRange]) {
        let scenario = PlanScenario(plan, option)
        saved = scenario.saved
        bars = ranges.compactMap { range in
            plan.value(of: range.input, option).map { planned in
                Bar(
                    range: range,
                    planned: planned,
                    atLow: scenario.with(range.input, range.low).saved,
                    atHigh: scenario.with(range.input, range.high).saved
                )
            }
        }.filter { $0.spread > 0 }.sorted { $0.spread > $1.spread }
        breakEvens = bars.filter { !$0.range.isDecision }.map { bar in
            BreakEven(
                input: bar.range.input,
                planned: bar.planned,
                value: scenario.breakEven(bar.range.input)
            )
        }
    }
}

extension PlanScenario {
    /// The value of an input at which the plan begins, or ceases, to save; nil where neither happens.
    ///
    /// By bisection of the values it can have: what is saved rises or falls all the way with every input.
    package func breakEven(_ input: PlanInput) -> Double? {
        var (low, high) = (input.possible.lowerBound, input.possible.upperBound)
        let savesAtLow = with(input, low).saved >= .zero
        guard savesAtLow != (with(input, high).saved >= .zero) else { return nil }
        for _ in 0..<60 where high - low > 0.0001 {
            let middle = (low + high) / 2
            if (with(input, middle).saved >= .zero) == savesAtLow { low = middle } else { high = middle }
        }
        return high
    }

    /// What is saved for every pair of values of two inputs: a row for each of the first.
    package func table(
        _ one: PlanInput,
        _ values: [Double],
        _ other: PlanInput,
        _ others: [Double]
    ) -> [[Money]] {
        values.map { value in others.map { with(one, value).with(other, $0).saved } }
    }
}
