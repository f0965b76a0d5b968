package import Values

/// What a contract is supposed to bring, before anybody knows: the ranges a simulation draws from.
package struct SimulationPlan: Sendable {
    /// Members that start in a quarter of the term.
    package let startsInQuarter: Triangle
    package let success: [Success]
    /// Care without which the unit clauses have nothing to count; nil where the contract counts no days.
    package let care: Care?
    /// What running the service costs in each quarter of the starts.
    package let costInQuarter: Money
    package let setUpCost: Money
    /// What a quarter that is fully in the term saves the commissioner for each unit or outcome.
    package let saving: Saving

    /// How likely an outcome is, and when it is reached.
    package struct Success: Sendable {
        /// A position in the contract's outcomes.
        package let outcome: Int
        package let percent: Triangle
        package let afterMonths: Triangle
    }

    /// How likely care is, when it begins and how long it lasts.
    package struct Care: Sendable {
        package let entersPercent: Triangle
        package let afterMonths: Triangle
        package let stayMonths: Triangle
    }

    /// What the commissioner no longer spends.
    package struct Saving: Sendable {
        package let careDay: Money
        /// By position in the contract's outcomes; nought where none is given.
        package let outcome: [Money]
    }
}

/// A range with its likeliest value: the triangular distribution.
package struct Triangle: Hashable, Sendable {
    package let low: Double
    package let likely: Double
    package let high: Double

    /// Nil unless low <= likely <= high.
    package init?(low: Double, likely: Double, high: Double) {
        guard low <= likely, likely <= high else { return nil }
        self.low = low
        self.likely = likely
        self.high = high
    }

    /// The value below which this part of the distribution lies, from 0 to 1.
    package func quantile(_ part: Double) -> Double {
        let width = high - low
        guard width > 0 else { return likely }
        let turn = (likely - low) / width
        return part < turn
            ? low + (part * width * (likely - low)).squareRoot()
            : high - ((1 - part) * width * (high - likely)).squareRoot()
    }
}
