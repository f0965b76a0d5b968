import Values

/// A contract tried out under other suppositions than its own: how an investor learns what the return hangs on.
package struct Scenario: Hashable, Sendable {
    package let label: String
    /// How many times as likely each outcome is; care is as much less likely.
    let success: Double
    /// How many times as many members start.
    let starts: Double
    /// How many times as much the service costs.
    let cost: Double
    /// By how many months everything comes later.
    let delayMonths: Double

    package init(_ label: String, success: Double = 1, starts: Double = 1, cost: Double = 1, delayMonths: Double = 0) {
        self.label = label
        self.success = success
        self.starts = starts
        self.cost = cost
        self.delayMonths = delayMonths
    }

    /// Those that are shown side by side.
    package static let usual = [
        Scenario("As the contract supposes"),
        Scenario("Success a fifth less likely", success: 0.8),
        Scenario("Success a fifth likelier", success: 1.2),
        Scenario("A fifth fewer start", starts: 0.8),
        Scenario("Outcomes half a year later", delayMonths: 6),
        Scenario("The service costs a tenth more", cost: 1.1),
        Scenario("A fifth less likely, half a year later, a tenth dearer", success: 0.8, cost: 1.1, delayMonths: 6),
    ]

    /// The contract with its plan changed; nil where it has no plan.
    package func applied(to contract: Contract) -> Contract? {
        guard let plan = contract.plan else { return nil }
        var changed = contract
        changed.plan = SimulationPlan(
            startsInQuarter: plan.startsInQuarter.times(starts, upTo: 100_000),
            success: plan.success.map { item in
                SimulationPlan.Success(
                    outcome: item.outcome,
                    percent: item.percent.times(success, upTo: 100),
                    afterMonths: item.afterMonths.later(by: delayMonths)
                )
            },
            care: plan.care.map { care in
                SimulationPlan.Care(
                    entersPercent: care.entersPercent.times(2 - success, upTo: 100),
                    afterMonths: care.afterMonths,
                    stayMonths: care.stayMonths
                )
            },
            costInQuarter: Money(pence: Int64((Double(plan.costInQuarter.pence) * cost).rounded())),
            setUpCost: Money(pence: Int64((Double(plan.setUpCost.pence) * cost).rounded())),
            saving: plan.saving
        )
        return changed
    }
}

extension Triangle {
    /// So many times as much, and no more than a most.
    fileprivate func times(_ factor: Double, upTo most: Double) -> Triangle {
        Triangle(low: min(most, low * factor), likely: min(most, likely * factor), high: min(most, high * factor))
            ?? self
    }

    fileprivate func later(by months: Double) -> Triangle {
        Triangle(low: low + months, likely: likely + months, high: high + months) ?? self
    }
}
