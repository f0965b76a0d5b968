import Definitions
package import Pay
import Values

/// A financial plan as a document: its table, the ways to pay side by side, what it depends on, and what was tried.
package struct PlanReport: Sendable {
    package let table: PlanTable
    /// Every way of paying, with the same children.
    package let options: [OptionResult]
    /// Nil where the plan has no ranges.
    package let sensitivity: PlanSensitivity?
    package let trials: PlanTrials?
    package let findings: [PlanFinding]

    /// Works everything out; `children` stands in for those of the plan.
    package init(
        _ plan: Plan,
        option: FinancingOption? = nil,
        children: [PlannedChild]? = nil,
        trials: PlanTrials? = nil
    ) {
        let table = PlanTable(plan, option: option, children: children)
        self.table = table
        options = plan.options.map { OptionResult(plan, $0, children: children ?? plan.plannedChildren) }
        sensitivity = plan.ranges.isEmpty ? nil : PlanSensitivity(plan, table.option, ranges: plan.ranges)
        self.trials = trials
        findings = table.findings
    }

    package var plan: Plan { table.plan }

    package func document(_ format: DocumentFormat, imprint: Imprint) -> Document {
        switch format {
        case .text: .text(text(imprint))
        case .json: .finished(json(imprint))
        case .csv: .finished(csv(imprint))
        case .html: .finished(paper(imprint).bytes)
        case .pdf: .sheets(paper(imprint))
        case .xlsx: .workbook(workbook(imprint))
        }
    }

    package var title: String { "\(plan.title), \(plan.council)" }

    /// What the document stands on.
    func lines(_ imprint: Imprint) -> [String] {
        let years = table.years
        let covers = years.first.flatMap { first in years.last.map { "Financial years \(first.short) to \($0.short)" } }
        return [
            "Paid for by: \(lowercasedFirst(table.option.label))",
            "Plan \(plan.id), version \(plan.version)",
            "Source: \(plan.provenance.document), \(plan.provenance.section) (\(plan.provenance.evidence.rawValue))",
        ] + imprint.lines(covers: covers ?? "No financial year")
    }

    /// What the plan comes to, in sentences; saving and cash are told apart.
    package var summary: [String] {
        let last = table.years.last
        let rate = last.flatMap { table.cell("run-rate", $0)?.amount }
        let cash = last.flatMap { table.cell("cash-cumulative", $0)?.amount }
        guard let last, let rate, let cash, let first = table.years.first else { return [] }
        let present = (table.line("present-value")?.amounts ?? []).total
        let wrong = findings.count { $0.standing == .differs }
        let cautions = findings.count { $0.standing == .caution }
        return [
            "By \(last.short) a year costs \(PlanReport.change(rate)) than without the programme.",
            "From \(first.short) to \(last.short) the plan \(PlanReport.saving(cash)) in cash, "
                + "\((-present).long) at present value.",
            "\(NumberText.count(table.children.count)) children start and "
                + "\(NumberText.count(table.children.count { $0.returns })) go home.",
            "Of what was tried, \(NumberText.plural(wrong, "thing does", "things do")) not come out as stated, and "
                + "\(NumberText.plural(cautions, "caution stands", "cautions stand")).",
        ]
    }

    private static func change(_ money: Money) -> String {
        money <= .zero ? "\((-money).long) less" : "\(money.long) more"
    }

    private static func saving(_ money: Money) -> String {
        money <= .zero ? "saves \((-money).long)" : "costs \(money.long)"
    }

    func lowercasedFirst(_ words: String) -> String {
        words.prefix(1).lowercased() + words.dropFirst()
    }
}

extension PlanLine.Section {
    /// The heading of its part of the table.
    package var heading: String {
        switch self {
        case .costs: "What the programme costs"
        case .budget: "The budget"
        case .result: "What it comes to"
        }
    }
}

extension PlanFinding.Standing {
    /// For people: `Holds`.
    package var words: String {
        switch self {
        case .holds: "Holds"
        case .differs: "Does not come out"
        case .caution: "To be known"
        }
    }
}

extension PlanFinding.Evidence {
    /// `£3,721,250` or `12.54`.
    package var text: String {
        switch value {
        case .money(let money): money.long
        case .number(let number, let places): NumberText.trimmed(number, places: places)
        }
    }
}
