package import Values

/// A line of a plan's table: an amount a financial year, each with what it is made of.
package struct PlanLine: Sendable {
    /// The same in every plan, for links and for statements: `revised`, `cost-residential`.
    package let id: String
    package let label: String
    package let section: Section
    /// One for each year of the plan, in order; nil where the line has none, as a cumulative line before it begins.
    package let cells: [PlanCell?]
    /// What the line means, and how it is worked out.
    package let definition: String

    package enum Section: String, CaseIterable, Sendable {
        case costs, budget, result
    }

    /// The amounts, nothing where there is none.
    package var amounts: [Money] { cells.map { $0?.amount ?? .zero } }
}

/// An amount of a plan's table, which is the sum of what it is made of and cannot be anything else.
package struct PlanCell: Sendable {
    package let addends: [Addend]
    package let amount: Money

    package init(_ addends: [Addend]) {
        self.addends = addends
        amount = addends.map(\.amount).total
    }

    /// One thing an amount is made of.
    package struct Addend: Sendable {
        package let words: String
        package let amount: Money
        /// The cell it is taken from, where that opens further.
        package let opens: Place?

        package init(_ words: String, _ amount: Money, opens: Place? = nil) {
            self.words = words
            self.amount = amount
            self.opens = opens
        }
    }

    /// A cell by its line and year.
    package struct Place: Hashable, Sendable {
        package let line: String
        package let year: FinancialYear
    }
}
