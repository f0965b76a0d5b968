package import Values

extension Plan {
    /// What a heading costs in a quarter, set-up left out.
    package func cost(_ heading: CostHeading, in quarter: FinancialQuarter) -> Money {
        heading.paid.contains(quarter) && span.contains(quarter) ? annual(heading).quarter(quarter.number) : .zero
    }

    /// What is paid to set a heading up in a quarter.
    package func setUp(_ heading: CostHeading, in quarter: FinancialQuarter) -> Money {
        quarter == heading.paid.first ? heading.setUp : .zero
    }

    /// What a heading costs a year with the beds of the cohort's rules, to the penny below.
    package func annual(_ heading: CostHeading) -> Money {
        guard let beds = heading.beds, beds != cohort.beds else { return heading.annual }
        let pence = Int128(heading.annual.pence) * Int128(cohort.beds) / Int128(beds)
        return Money(pence: Int64(clamping: pence))
    }

    /// What a heading costs in a quarter altogether; nothing where the option does not run the programme.
    package func whole(_ heading: CostHeading, in quarter: FinancialQuarter, _ option: FinancingOption) -> Money {
        option.runs ? cost(heading, in: quarter) + setUp(heading, in: quarter) : .zero
    }

    /// What investors pay first in a quarter.
    package func funded(in quarter: FinancialQuarter, _ option: FinancingOption) -> Money {
        guard let investor = option.investor else { return .zero }
        return costs.filter { investor.funds.contains($0.id) }.map { whole($0, in: quarter, option) }.total
    }

    /// What investors are to be paid over what they put in, recorded with what they put in, to the penny half away from
    /// zero.
    package func investorReturn(in quarter: FinancialQuarter, _ option: FinancingOption) -> Money {
        guard let investor = option.investor else { return .zero }
        return investor.returned(on: funded(in: quarter, option))
    }

    /// The grants that come with the option.
    package func grants(of option: FinancingOption) -> [Grant] {
        option.runs ? grants.filter { option.grants.contains($0.id) } : []
    }

    /// The partners whose places the option counts.
    package func partners(of option: FinancingOption) -> [PartnerPlaces] {
        option.runs ? partners.filter { option.partners.contains($0.id) } : []
    }
}

extension FinancingOption.Investor {
    /// The return on an amount put in, to the penny half away from zero.
    package func returned(on money: Money) -> Money {
        let scale = 100 * powerOfTen(18)
        let product = Int128(money.pence) * returnPercent.scaled
        return Money(pence: Int64(clamping: (product + (product < 0 ? -scale : scale) / 2) / scale))
    }
}

extension QuarterSpan {
    /// What an annual amount paid over these quarters comes to in one quarter.
    package func share(of annual: Money, in quarter: FinancialQuarter) -> Money {
        contains(quarter) ? annual.quarter(quarter.number) : .zero
    }
}

/// What a plan comes to by year under one option, without the ways it was worked out.
///
/// The same amounts as a `PlanTable`, for where a plan is worked out thousands of times.
package struct PlanTotals: Hashable, Sendable {
    package let years: [FinancialYear]
    /// What the placements cost without the programme.
    package private(set) var forecast: [Money]
    /// What is not spent on placements.
    package private(set) var avoided: [Money]
    /// What the programme costs, set-up included.
    package private(set) var cost: [Money]
    /// What investors are to be paid over what they put in.
    package private(set) var investorReturn: [Money]
    /// Grants and partners' places.
    package private(set) var income: [Money]

    package init(_ plan: Plan, _ option: FinancingOption, children: [PlannedChild]) {
        years = plan.span.years
        let nothing = [Money](repeating: .zero, count: years.count)
        (forecast, avoided, cost, investorReturn, income) = (nothing, nothing, nothing, nothing, nothing)
        let grants = plan.grants(of: option)
        let partners = plan.partners(of: option)
        for quarter in plan.span.quarters {
            let year = quarter.year.startYear - plan.span.first.year.startYear
            for placement in plan.placements {
                forecast[year] = forecast[year] + placement.annualCost.quarter(quarter.number)
            }
            for heading in plan.costs { cost[year] = cost[year] + plan.whole(heading, in: quarter, option) }
            investorReturn[year] = investorReturn[year] + plan.investorReturn(in: quarter, option)
            for grant in grants { income[year] = income[year] + grant.paid.share(of: grant.annual, in: quarter) }
            for partner in partners {
                income[year] = income[year] + partner.paid.share(of: partner.annual, in: quarter)
            }
            guard option.runs else { continue }
            for child in children {
                avoided[year] = avoided[year] + child.avoided(in: quarter, quartersInHome: plan.cohort.quartersInHome)
            }
        }
    }

    /// What the council saves in each year against the forecast, after what the programme costs it.
    package var saved: [Money] {
        years.indices.map { avoided[$0] + income[$0] - cost[$0] - investorReturn[$0] }
    }

    /// What it saves over the whole plan.
    package var totalSaved: Money { saved.total }

    /// The present value of what it saves, each year to the penny.
    package func presentValue(_ rates: DiscountRates) -> Money {
        saved.enumerated().map { rates.presentValue($0.element, year: $0.offset) }.total
    }
}
