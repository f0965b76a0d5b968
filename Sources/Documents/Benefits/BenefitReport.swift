import Definitions
package import Pay
import Report
import Values

/// Costs against benefits as a document; every number stands with how it was worked out.
package struct BenefitReport: Sendable {
    package let result: BenefitResult
    private let low: BenefitResult
    private let high: BenefitResult

    package init(_ benefitCase: BenefitCase) {
        result = BenefitResult(benefitCase)
        (low, high) = result.range
    }

    package var benefitCase: BenefitCase { result.benefitCase }

    package func document(_ format: DocumentFormat, imprint: Imprint) -> Document {
        format.document(of: tables(imprint), csv: { csv(imprint) }, json: { json(imprint) })
    }

    private func tables(_ imprint: Imprint) -> TableDocument {
        let provenance = benefitCase.provenance
        return TableDocument(
            title: benefitCase.title,
            lines: [
                "Case \(benefitCase.id), version \(benefitCase.version), in prices of \(benefitCase.first.short)",
                "Source: \(provenance.document), \(provenance.section) (\(provenance.evidence.rawValue))",
            ] + imprint.lines(covers: covers),
            findings: findings + result.cautions.map { "To be known: \($0)" },
            tables: [figureTable, adjustmentTable, agencyTable, unitCostTable, yearTable] + stepTables
        )
    }

    private var covers: String {
        let years = result.years
        return years.last.map { "Financial years \(years[0].short) to \($0.short)" } ?? "No financial year"
    }

    /// What it comes to, in sentences.
    package var findings: [String] {
        let back = result.paysBackIn.map { "Public money has come back by the end of \($0.short)." }
        let net = result.netPresentValue
        return [
            "At present value \(result.publicBenefit.long) is gained for \(result.cost.long): "
                + (net >= .zero ? "\(net.long) more than is spent." : "\((-net).long) less than is spent."),
            back ?? "Public money does not come back in the years looked at.",
        ]
    }

    // MARK: Tables

    /// The figures of a result, by the same names at the low and the high end.
    private func figures(_ result: BenefitResult) -> [(id: String, label: String, text: String)] {
        let ratio = { (value: Double?) in value.map { NumberText.decimal($0, places: 2) } ?? "nothing is spent" }
        let each = { (money: Money, count: Double) in
            count > 0 ? NumberText.pounds((money.pounds / count).rounded()) : "none"
        }
        return [
            ("cost", "Cost, present value", result.cost.long),
            ("fiscal", "Fiscal benefit, present value", result.fiscalBenefit.long),
            ("cashable", "Of which leaves budgets (cashable)", result.cashable.long),
            ("economic", "Economic benefit, present value", result.presentValue(result.benefits(.economic)).long),
            ("social", "Social benefit, present value", result.presentValue(result.benefits(.social)).long),
            ("npv", "Net present value", result.netPresentValue.long),
            ("bcr", "Public value for each £1 (benefit-cost ratio)", ratio(result.benefitCostRatio)),
            ("froi", "Public money back for each £1 (fiscal return)", ratio(result.fiscalReturn)),
            ("payback", "Public money back by the end of", result.paysBackIn?.short ?? "not in these years"),
            ("cost-each", "Cost for each of those worked with", each(result.cost, result.engaged)),
            ("benefit-each", "Benefit for each of those worked with", each(result.publicBenefit, result.engaged)),
            ("cost-child", "Cost for each child", each(result.cost, Double(benefitCase.children ?? 0))),
        ]
    }

    private var figureTable: ReportTable {
        let rows = zip(figures(result), zip(figures(low), figures(high))).map { figure, ends in
            [figure.label, figure.text, ends.0.text, ends.1.text]
        }
        return ReportTable(
            id: "figures",
            title: "What it comes to; low and high are the ends of each impact's range",
            columns: ["Figure", "As planned", "Low", "High"],
            rows: rows
        )
    }

    private var adjustmentTable: ReportTable {
        ReportTable(
            id: "adjustments",
            title: "What is taken off, one after the other, before discounting",
            columns: ["Outcome", "Gross", "Less deadweight", "By attribution", "Less displacement", "Less hope"],
            rows: result.benefits.compactMap { line in
                line.adjustments.map { taken in
                    [
                        line.label, taken.gross.long, taken.afterDeadweight.long, taken.afterAttribution.long,
                        taken.afterDisplacement.long, taken.afterOptimism.long,
                    ]
                }
            }
        )
    }

    private var agencyTable: ReportTable {
        ReportTable(
            id: "agencies",
            title: "Who pays and who gains, present value",
            columns: ["Agency", "Pays", "Gains"],
            rows: result.byAgency.map { [$0.agency, $0.cost.long, $0.benefit.long] }
        )
    }

    private var unitCostTable: ReportTable {
        ReportTable(
            id: "unit_costs",
            title: "What units are worth",
            columns: ["Unit", "£", "Prices of", "Kind", "Source", "Evidence"],
            rows: benefitCase.outcomes.map(\.unitCost).map { cost in
                [
                    cost.label, cost.amount.long, cost.priceYear.short,
                    "\(cost.value.rawValue), \(cost.basis.rawValue)",
                    "\(cost.provenance.document), \(cost.provenance.section)", cost.provenance.evidence.rawValue,
                ]
            }
        )
    }

    private var yearTable: ReportTable {
        ReportTable(
            id: "years",
            title: "By year, not discounted",
            columns: ["Line"] + result.years.map(\.short),
            rows: (result.costs + result.benefits).map { line in [line.label] + line.years.map(\.amount.long) }
        )
    }

    /// How each outcome's first amount was worked out, step by step.
    private var stepTables: [ReportTable] {
        result.benefits.compactMap { line in
            guard let index = line.years.firstIndex(where: { $0.amount != .zero }) else { return nil }
            return ReportTable(
                id: "steps-\(line.id)",
                title: "\(line.label): how \(result.years[index].short) was worked out",
                columns: ["Step", "What there is after it"],
                rows: line.years[index].steps.map { step in
                    [
                        step.words,
                        step.isMoney ? NumberText.pounds(step.value) : NumberText.trimmed(step.value, places: 2),
                    ]
                }
            )
        }
    }

    // MARK: Data

    /// One row a step of every amount.
    private func csv(_ imprint: Imprint) -> [UInt8] {
        let columns = ["case", "line", "agency", "value", "year", "step", "number", "unit"]
        var csv = CSVText(columns: columns, imprint: imprint)
        for line in result.costs + result.benefits {
            for (year, amount) in zip(result.years, line.years) {
                for step in amount.steps {
                    csv.append([
                        .words(benefitCase.id), .words(line.id), .words(line.agency),
                        .words(line.value?.rawValue ?? "cost"),
                        .words(year.short), .words(step.words), .number(step.value),
                        .words(step.isMoney ? "gbp" : "number"),
                    ])
                }
            }
        }
        return csv.bytes
    }

    private func json(_ imprint: Imprint) -> [UInt8] {
        var json = JSONWriter(indented: true)
        json.object { json in
            json.field("case", benefitCase.id)
            json.field("version", benefitCase.version)
            json.field("prices_of", benefitCase.first.short)
            json.field("cost_pence", Int(result.cost.pence))
            json.field("fiscal_benefit_pence", Int(result.fiscalBenefit.pence))
            json.field("cashable_pence", Int(result.cashable.pence))
            json.field("public_benefit_pence", Int(result.publicBenefit.pence))
            json.field("net_present_value_pence", Int(result.netPresentValue.pence))
            json.field("net_present_value_low_pence", Int(low.netPresentValue.pence))
            json.field("net_present_value_high_pence", Int(high.netPresentValue.pence))
            json.field("benefit_cost_ratio", result.benefitCostRatio)
            json.field("fiscal_return", result.fiscalReturn)
            json.field("pays_back_in", result.paysBackIn?.short)
            json.key("lines")
            json.array { json in
                for line in result.costs + result.benefits { write(line, &json) }
            }
            json.field("cautions", result.cautions)
            imprint.write(to: &json)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private func write(_ line: BenefitResult.Line, _ json: inout JSONWriter) {
        json.object { json in
            json.field("id", line.id)
            json.field("agency", line.agency)
            json.field("value", line.value?.rawValue ?? "cost")
            json.key("years")
            json.object { json in
                for (year, amount) in zip(result.years, line.years) { json.field(year.short, Int(amount.amount.pence)) }
            }
        }
    }
}
