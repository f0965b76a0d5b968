package import Values

/// A plan by financial year, as a council's appendix has it, under one way of paying for it.
package struct PlanTable: Sendable {
    package let plan: Plan
    package let option: FinancingOption
    package let children: [PlannedChild]
    package let years: [FinancialYear]
    package let lines: [PlanLine]

    /// Works out the plan; `children` stands in for those of the plan, and the published option for none named.
    package init(_ plan: Plan, option: FinancingOption? = nil, children: [PlannedChild]? = nil) {
        self.plan = plan
        let option = option ?? plan.options[0]
        self.option = option
        self.children = option.runs ? children ?? plan.plannedChildren : []
        years = plan.span.years
        let making = PlanTableMaking(plan, option, self.children)
        making.costs()
        making.budget()
        making.results()
        lines = making.lines
    }

    package func line(_ id: String) -> PlanLine? {
        lines.first { $0.id == id }
    }

    package func lines(_ section: PlanLine.Section) -> [PlanLine] {
        lines.filter { $0.section == section }
    }

    /// An amount with what it is made of; nil where there is none.
    package func cell(_ line: String, _ year: FinancialYear) -> PlanCell? {
        guard let position = years.firstIndex(of: year) else { return nil }
        return self.line(line)?.cells[position]
    }

    /// Whether all four quarters of the year are planned.
    package func isWhole(_ year: FinancialYear) -> Bool {
        plan.span.quarters(in: year).count == 4
    }

    /// The year against whose combined budget a year's change is counted; nil is against its own forecast.
    ///
    /// The year before where as many quarters of it are planned, so that like is compared with like.
    package func compared(_ year: FinancialYear) -> FinancialYear? {
        plan.comparison(of: year)
    }
}

extension Plan {
    func comparison(of year: FinancialYear) -> FinancialYear? {
        let before = FinancialYear(startYear: year.startYear - 1)
        let quarters = span.quarters(in: before).count
        return quarters > 0 && quarters == span.quarters(in: year).count ? before : nil
    }
}
