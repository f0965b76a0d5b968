import Values

/// Makes a plan's table line by line; later lines are made of earlier ones.
final class PlanTableMaking {
    let plan: Plan
    let option: FinancingOption
    let children: [PlannedChild]
    let years: [FinancialYear]
    private(set) var lines: [PlanLine] = []

    init(_ plan: Plan, _ option: FinancingOption, _ children: [PlannedChild]) {
        self.plan = plan
        self.option = option
        self.children = children
        years = plan.span.years
    }

    private func add(
        _ id: String,
        _ label: String,
        _ section: PlanLine.Section,
        _ definition: String,
        _ cell: (FinancialYear) -> PlanCell?
    ) {
        lines.append(PlanLine(id: id, label: label, section: section, cells: years.map(cell), definition: definition))
    }

    /// An addend that is another line of the same or another year.
    private func taken(
        _ line: String,
        _ year: FinancialYear,
        negative: Bool = false,
        words: String? = nil
    ) -> PlanCell.Addend? {
        guard let found = lines.first(where: { $0.id == line }), let position = years.firstIndex(of: year),
            let cell = found.cells[position]
        else { return nil }
        let label = words ?? found.label
        return PlanCell.Addend(
            negative ? "Less: \(label)" : label,
            negative ? -cell.amount : cell.amount,
            opens: PlanCell.Place(line: line, year: year)
        )
    }

    private func quarters(_ year: FinancialYear, _ span: QuarterSpan) -> [FinancialQuarter] {
        plan.span.quarters(in: year).filter(span.contains)
    }

    /// `£570,000 a year for 3 of 4 quarters`.
    private func words(_ annual: Money, _ quarters: [FinancialQuarter]) -> String {
        quarters.count == 4 ? "\(annual.long) a year" : "\(annual.long) a year for \(quarters.count) of 4 quarters"
    }

    private func annual(_ annual: Money, _ span: QuarterSpan, _ year: FinancialYear) -> Money {
        quarters(year, span).map { annual.quarter($0.number) }.total
    }

    // MARK: Costs

    func costs() {
        for heading in plan.costs {
            add("cost-\(heading.id)", heading.label, .costs, "What it costs, set-up left out.") { year in
                guard option.runs else { return PlanCell([]) }
                let paid = quarters(year, heading.paid)
                let annual = plan.annual(heading)
                let amount = paid.map { annual.quarter($0.number) }.total
                return PlanCell(paid.isEmpty ? [] : [PlanCell.Addend(words(annual, paid), amount)])
            }
        }
        add("set-up", "Set-up cost", .costs, "What is paid once, in the first quarter of each heading.") { year in
            let headings = plan.costs.filter { option.runs && $0.setUp != .zero && $0.paid.first.year == year }
            return PlanCell(headings.map { PlanCell.Addend("Set-up: \($0.label)", $0.setUp) })
        }
        let made = plan.costs.map { "cost-\($0.id)" } + ["set-up"]
        add("gross", "Gross cost", .costs, "Everything the programme costs.") { year in
            PlanCell(made.compactMap { taken($0, year) })
        }
        incomeLines()
        add("net", "Net cost", .costs, "Gross cost less grants and partners' places.") { year in
            PlanCell(["gross", "grants", "partners"].compactMap { taken($0, year) })
        }
    }

    private func incomeLines() {
        let grants = plan.grants(of: option)
        add(
            "grants",
            "Grants",
            .costs,
            "Grants that come with this way of paying; less than nothing, since they reduce cost."
        ) {
            year in
            PlanCell(
                grants.map { grant in
                    let amount = annual(grant.annual, grant.paid, year)
                    return PlanCell.Addend(
                        "\(grant.label): \(words(grant.annual, quarters(year, grant.paid)))",
                        -amount
                    )
                }
            )
        }
        let partners = plan.partners(of: option)
        add(
            "partners",
            "Partners' places",
            .costs,
            "Places that partners buy; less than nothing, since they reduce cost."
        ) {
            year in
            PlanCell(
                partners.map { partner in
                    let amount = annual(partner.annual, partner.paid, year)
                    let words = "\(partner.label): \(partner.placesAYear) places a year at \(partner.price.long)"
                    return PlanCell.Addend(words, -amount)
                }
            )
        }
    }

    // MARK: Budget

    func budget() {
        add("forecast", "Placements: original forecast", .budget, "What placements cost without the programme.") {
            year in
            let planned = plan.span.quarters(in: year)
            return PlanCell(
                plan.placements.map { placement in
                    let amount = planned.map { placement.annualCost.quarter($0.number) }.total
                    let price = words(placement.annualPrice, planned)
                    return PlanCell.Addend("\(placement.label): \(placement.children) children at \(price)", amount)
                }
            )
        }
        add(
            "revised",
            "Placements: revised forecast",
            .budget,
            "The original forecast less what is not paid for each child's placement, in whole quarters."
        ) { year in
            PlanCell([taken("forecast", year)].compactMap(\.self) + children.compactMap { avoided($0, year) })
        }
        for heading in plan.costs {
            add("budget-\(heading.id)", heading.budgetLabel, .budget, "What it costs, its set-up included.") { year in
                let setUp = option.runs && heading.paid.first.year == year ? heading.setUp : .zero
                return PlanCell(
                    [taken("cost-\(heading.id)", year)].compactMap(\.self)
                        + (setUp == .zero ? [] : [PlanCell.Addend("Set-up: \(heading.label)", setUp)])
                )
            }
        }
        returnLine()
        add("income", "Income and contributions", .budget, "Grants and partners' places.") { year in
            PlanCell(["grants", "partners"].compactMap { taken($0, year) })
        }
        let made = ["revised"] + plan.costs.map { "budget-\($0.id)" } + ["return", "income"]
        add("combined", "Combined budget", .budget, "Revised placements and the programme together.") { year in
            PlanCell(made.compactMap { taken($0, year) })
        }
    }

    private func returnLine() {
        guard let investor = option.investor, option.runs else { return }
        add(
            "return",
            "Return to investors",
            .budget,
            "What investors are paid over what they put in, recorded when they put it in; paid once outcomes are proven."
        ) { year in
            let quarters = plan.span.quarters(in: year)
            let funded = quarters.map { plan.funded(in: $0, option) }.total
            let amount = quarters.map { plan.investorReturn(in: $0, option) }.total
            return PlanCell([
                PlanCell.Addend("\(investor.returnPercent)% of \(funded.long) that investors put in", amount)
            ])
        }
    }

    /// What is not paid for a child's placement in the year; nil where that is nothing.
    private func avoided(_ child: PlannedChild, _ year: FinancialYear) -> PlanCell.Addend? {
        let amounts = plan.span.quarters(in: year).map {
            child.avoided(in: $0, quartersInHome: plan.cohort.quartersInHome)
        }
        let count = amounts.count { $0 != .zero }
        guard count > 0 else { return nil }
        let words =
            "\(child.id), \(child.placement) at \(child.annualPrice.long) a year: \(count) "
            + (count == 1 ? "quarter" : "quarters")
        return PlanCell.Addend(words, -amounts.total)
    }

    // MARK: Results

    func results() {
        add("reduction", "Change of placement spend", .result, "Revised forecast less original forecast.") { year in
            PlanCell([taken("revised", year), taken("forecast", year, negative: true)].compactMap(\.self))
        }
        add(
            "in-year",
            "In-year investment or saving (\u{2212})",
            .result,
            "Combined budget less that of the year before where as many quarters of it are planned, else less the original "
                + "forecast of the same year."
        ) { year in
            let before = plan.comparison(of: year)
            let other =
                before.flatMap { taken("combined", $0, negative: true, words: "Combined budget \($0.short)") }
                ?? taken("forecast", year, negative: true)
            return PlanCell([taken("combined", year), other].compactMap(\.self))
        }
        runRate()
        add(
            "cash",
            "Cash against the original forecast",
            .result,
            "Combined budget less original forecast of the year."
        ) {
            year in
            PlanCell([taken("combined", year), taken("forecast", year, negative: true)].compactMap(\.self))
        }
        add(
            "cash-cumulative",
            "Cumulative cash",
            .result,
            "Cash against the original forecast from the plan's start on."
        ) {
            year in
            PlanCell(years.filter { $0 <= year }.compactMap { taken("cash", $0, words: "Cash \($0.short)") })
        }
        add(
            "present-value",
            "Present value of the cash",
            .result,
            "Cash against the original forecast at the plan's discount rates; the plan's first year counts in full."
        ) { year in
            let passed = year.startYear - plan.span.first.year.startYear
            let amount = plan.discount.presentValue(taken("cash", year)?.amount ?? .zero, year: passed)
            let factor = (plan.discount.factor(year: passed) * 10_000).rounded() / 10_000
            return PlanCell([
                PlanCell.Addend("Cash times \(factor)", amount, opens: PlanCell.Place(line: "cash", year: year))
            ])
        }
    }

    private func runRate() {
        let first = years.first { plan.span.quarters(in: $0).count == 4 }
        add(
            "run-rate",
            "Cumulative change of the annual run rate",
            .result,
            "In-year changes from the first whole year on: how much less a year costs, not money saved so far."
        ) { year in
            guard let first, first <= year else { return nil }
            return PlanCell(
                years.filter { first <= $0 && $0 <= year }.compactMap {
                    taken("in-year", $0, words: "In-year \($0.short)")
                }
            )
        }
    }
}
