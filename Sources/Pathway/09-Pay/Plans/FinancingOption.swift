package import Values

/// A way to pay for the programme.
package struct FinancingOption: Hashable, Sendable {
    package let id: String
    package let label: String
    /// Whether the programme runs at all; doing nothing is an option too.
    package let runs: Bool
    /// Grants that come with this option.
    package let grants: [String]
    /// Partners whose places are counted.
    package let partners: [String]
    /// Who pays first where the council does not; nil where it does.
    package var investor: Investor?
    package let note: String?

    /// Investors who pay for headings of the plan first and are paid back by outcomes.
    package struct Investor: Hashable, Sendable {
        /// The headings they pay for.
        package let funds: [String]
        /// What they are paid over what they have put in, where every outcome planned is reached: per cent, once.
        package var returnPercent: Decimal
        /// When an outcome is paid: quarters after the child has gone home, each an equal part.
        package let milestones: [Int]
    }
}

/// Rates at which later money counts for less, by years from the first.
package struct DiscountRates: Hashable, Sendable {
    package struct Step: Hashable, Sendable {
        /// The first year it applies to; the plan's first year is 0.
        package let fromYear: Int
        package let percent: Decimal
    }

    /// By year, the first from year 0.
    package let steps: [Step]

    package init(_ steps: [Step]) {
        self.steps = steps
    }

    /// HM Treasury, The Green Book, annex A6: 3.5 % for the years to 30, 3.0 % to 75, 2.5 % beyond.
    package static let greenBook = DiscountRates([
        Step(fromYear: 0, percent: Decimal(digits: 35, places: 1)), Step(fromYear: 31, percent: Decimal(3)),
        Step(fromYear: 76, percent: Decimal(digits: 25, places: 1)),
    ])

    /// What a pound of the year is worth in the first: each year's rate on top of those before it.
    package func factor(year: Int) -> Double {
        var factor = 1.0
        for passed in stride(from: 1, through: year, by: 1) {
            let step = steps.last { $0.fromYear <= passed } ?? steps.first
            factor /= 1 + (step?.percent.double ?? 0) / 100
        }
        return factor
    }

    /// The present value of an amount of the year, to the penny, half away from zero.
    package func presentValue(_ money: Money, year: Int) -> Money {
        let pence = Double(money.pence) * factor(year: year)
        return Money(pence: Int64(pence.rounded(.toNearestOrAwayFromZero)))
    }
}
