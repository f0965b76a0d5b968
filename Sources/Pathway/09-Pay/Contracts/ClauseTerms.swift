package import Values

/// How often a fee is paid.
package enum FeePeriod: String, CaseIterable, Sendable {
    case month, quarter, year

    package var months: Int {
        switch self {
        case .month: 1
        case .quarter: 3
        case .year: 12
        }
    }
}

/// What a floor or a cap looks at.
package enum Scope: String, CaseIterable, Comparable, Sendable {
    /// Each child or family of the cohort, over the whole contract.
    case member
    /// Each financial year in which something was earned.
    case year
    /// The whole contract.
    case contract

    package static func < (one: Scope, other: Scope) -> Bool {
        one.rank < other.rank
    }

    private var rank: Int { Scope.allCases.firstIndex(of: self) ?? 0 }
}

/// A price by the day on which a member started; those who started on other days are paid nothing.
package struct PriceTable: Hashable, Sendable {
    package struct Price: Hashable, Sendable {
        package let starts: Period
        package let amount: Money
    }

    /// In order of days, without overlap.
    package let prices: [Price]

    /// The price for a member that started on the day.
    package func price(startedOn day: Day) -> Money? {
        for price in prices where price.starts.contains(day) { return price.amount }
        return nil
    }
}

/// What is counted by the unit, and its price.
package struct UnitPrice: Hashable, Sendable {
    package enum Unit: Hashable, Sendable {
        /// A night out of care that the baseline expected in care, in the first so many months.
        case careDayAvoided(Baseline)
        /// An event (such as a reconviction) fewer than in the comparison group, by the evaluator's count.
        case eventAvoided
    }

    package let unit: Unit
    package let price: Money

    /// How much care was to be expected without the service.
    package struct Baseline: Hashable, Sendable {
        /// Nights in care a million child nights, for each month since the start; one for all of them where it is constant.
        package let perMillion: [Int64]
        /// Over how many months since the start days count.
        package let windowMonths: Int

        /// The rate in a month since the start, counted from nought.
        package func rate(inMonth month: Int) -> Int64 {
            perMillion.count == 1 ? perMillion[0] : perMillion[min(month, perMillion.count - 1)]
        }
    }
}

/// What is left out because it would have happened without the service.
package enum Deadweight: Hashable, Sendable {
    /// This part of every quantity.
    case part(Share)
    /// Of each so many members, in the order in which they earned, only the first so many are paid for.
    case count(paid: Int, of: Int)
}

/// A measure of the whole cohort as at a day.
package enum CohortMeasure: Hashable, Sendable {
    /// Members with the outcome (a position in the contract's outcomes) over members.
    case successRate(outcome: Int)
    /// Nights out of care that the baseline expected in care, over those it expected.
    case careDayReduction
    /// Events fewer than in the comparison group, over those of the comparison group.
    case eventReduction
}

/// When a cohort measure is high enough.
package struct Threshold: Hashable, Sendable {
    /// The whole cohort pays from this on.
    package let atLeast: Share
    /// The whole cohort is not looked at before this day; nil at any time.
    package let from: Day?
    /// One of the evaluator's cohorts pays on its own from this on; nil where they are only looked at together.
    package let anyCohort: Share?
}

/// A part of the price that is paid while a cohort measure is in a range.
package struct PayBand: Hashable, Sendable {
    /// The measure is at least this.
    package let from: Share
    /// It is below this; nil for the last band, which has no end.
    package let to: Share?
    package let pays: Share
}
