package import Values

/// What a case comes to: costs and benefits by year, and the figures that decisions are made on.
///
/// GMCA and HM Treasury, cost-benefit guidance for local partnerships, 2014: benefit = population × engagement ×
/// (impact − deadweight) × value × (1 − optimism bias); cost = cost × (1 + optimism bias).
package struct BenefitResult: Sendable {
    package let benefitCase: BenefitCase
    /// One line for each cost, then one for each outcome.
    package let costs: [Line]
    package let benefits: [Line]

    /// An amount a year with how it was worked out.
    package struct Line: Sendable {
        package let id: String
        package let label: String
        package let agency: String
        /// Nil for a cost.
        package let value: UnitCost.Value?
        package let cashablePercent: Decimal
        package let years: [BenefitAmount]
        /// What was taken off on the way, over all years; nil for a cost.
        package let adjustments: BenefitAdjustments?

        package var total: Money { years.map(\.amount).total }
    }

    package init(_ benefitCase: BenefitCase) {
        self.benefitCase = benefitCase
        costs = benefitCase.costs.map { BenefitResult.line($0, benefitCase) }
        benefits = benefitCase.outcomes.map { BenefitResult.line($0, benefitCase) }
    }

    /// The years looked at, in order.
    package var years: [FinancialYear] {
        (0..<benefitCase.years).map { FinancialYear(startYear: benefitCase.first.startYear + $0) }
    }

    // MARK: Figures

    /// The present value of lines, each year of each to the penny.
    package func presentValue(_ lines: [Line]) -> Money {
        lines.map { line in
            line.years.enumerated().map { benefitCase.discount.presentValue($0.element.amount, year: $0.offset) }.total
        }.total
    }

    /// Benefits of one kind of value.
    package func benefits(_ value: UnitCost.Value) -> [Line] {
        benefits.filter { $0.value == value }
    }

    package var cost: Money { presentValue(costs) }
    package var fiscalBenefit: Money { presentValue(benefits(.fiscal)) }
    package var publicBenefit: Money { presentValue(benefits) }

    /// Present value of everything gained less everything spent.
    package var netPresentValue: Money { publicBenefit - cost }

    /// Public value for each pound spent; nil where nothing is.
    package var benefitCostRatio: Double? {
        cost == .zero ? nil : publicBenefit.pounds / cost.pounds
    }

    /// Public money back for each pound spent; nil where nothing is.
    package var fiscalReturn: Double? {
        cost == .zero ? nil : fiscalBenefit.pounds / cost.pounds
    }

    /// What leaves budgets, at present value.
    package var cashable: Money {
        benefits(.fiscal).map { line in
            let share = line.cashablePercent.double / 100
            return Money(pence: Int64((Double(presentValue([line]).pence) * share).rounded()))
        }.total
    }

    /// The first year by whose end public money has come back, at present value; nil where it does not.
    package var paysBackIn: FinancialYear? {
        var sum = Money.zero
        for (index, year) in years.enumerated() {
            let gained = benefits(.fiscal).map { $0.years[index].amount }.total
            let spent = costs.map { $0.years[index].amount }.total
            sum = sum + benefitCase.discount.presentValue(gained - spent, year: index)
            if sum >= .zero { return year }
        }
        return nil
    }

    /// Those worked with.
    package var engaged: Double {
        benefitCase.population.number.double * benefitCase.engagementPercent.number.double / 100
    }

    /// Public value and cost by agency, at present value, in the order of the lines.
    package var byAgency: [(agency: String, cost: Money, benefit: Money)] {
        var agencies: [String] = []
        for line in costs + benefits where !agencies.contains(line.agency) { agencies.append(line.agency) }
        return agencies.map { agency in
            (
                agency, presentValue(costs.filter { $0.agency == agency }),
                presentValue(benefits.filter { $0.agency == agency })
            )
        }
    }

    /// The same with every impact at the low, and at the high, end of its range; as it is where it has none.
    package var range: (low: BenefitResult, high: BenefitResult) {
        let with = { (end: (ClosedRange<Decimal>) -> Decimal) -> BenefitResult in
            var changed = benefitCase
            for index in changed.outcomes.indices {
                if let range = changed.outcomes[index].impactRange {
                    changed.outcomes[index].impact.number = end(range)
                }
            }
            return BenefitResult(changed)
        }
        return (with(\.lowerBound), with(\.upperBound))
    }
}
