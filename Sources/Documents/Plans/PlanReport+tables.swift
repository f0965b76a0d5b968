import Definitions
package import Pay
import Values

extension PlanReport {
    /// A part of the plan's table, each amount as `content` makes it.
    package func dataTable(
        _ section: PlanLine.Section,
        _ content: (PlanLine, Int, PlanCell) -> CellContent = { .text(PlanText.pounds($2.amount)) }
    ) -> DataTable {
        DataTable(
            caption: "\(section.heading), in £",
            columns: ["Line"] + table.years.map { .number($0.short) },
            rows: table.lines(section).map { line in
                [.text(line.label)]
                    + line.cells.enumerated().map { index, cell in
                        cell.map { content(line, index, $0) } ?? .text("")
                    }
            }
        )
    }

    /// The ways to pay side by side.
    package var optionTable: DataTable {
        DataTable(
            caption: "Ways to pay for it, whole plan, in £",
            columns: ["What"] + options.map { .number($0.option.label) },
            rows: optionRows.map { row in [.text(row.words)] + row.amounts.map { .text(PlanText.pounds($0)) } }
        )
    }

    var optionRows: [(words: String, amounts: [Money])] {
        let row = { (words: String, amount: (OptionResult) -> Money) in (words, options.map(amount)) }
        return [
            row("Gross cost of the programme") { $0.cost },
            row("Of which investors pay first") { $0.funded },
            row("Return to investors") { $0.totals.investorReturn.total },
            row("Grants and partners' places") { $0.totals.income.total },
            row("Placement spend avoided") { $0.avoided },
            row("Saving of the council, as recorded") { $0.saved },
            row("The same at present value") { $0.totals.presentValue(plan.discount) },
            row("Most the council is out of pocket") { $0.mostOutOfPocket },
            row("Paid to investors after the plan") { result in
                result.cash.filter { $0.quarter > plan.span.last }.map { -$0.amount }.total
            },
            row("If no child goes home: to the council") { $0.withoutReturns.council },
            row("If no child goes home: to investors") { $0.withoutReturns.investors },
        ]
    }

    /// What each input does to the saving, alone.
    package var sensitivityTable: DataTable? {
        sensitivity.map { sensitivity in
            DataTable(
                caption: "What the saving depends on, by the rules of the cohort, in £",
                columns: [
                    "Input", .number("Planned"), .number("From"), .number("To"), .number("Saving at the low end"),
                    .number("Saving at the high end"), .number("Saves nothing at"),
                ],
                rows: sensitivity.bars.map { bar in
                    let even = sensitivity.breakEvens.first { $0.input == bar.range.input }
                    return [
                        .text(plan.words(bar.range.input)), .text(value(bar.planned, bar.range.input)),
                        .text(value(bar.range.low, bar.range.input)), .text(value(bar.range.high, bar.range.input)),
                        .text(PlanText.whole(bar.atLow)), .text(PlanText.whole(bar.atHigh)),
                        .text(even.map { $0.value.map { value($0, bar.range.input) } ?? "never" } ?? ""),
                    ]
                }
            )
        }
    }

    /// Success against the price of the dearest placement.
    package var twoWayTable: DataTable? {
        guard sensitivity != nil, let dearest = plan.placements.max(by: { $0.annualPrice < $1.annualPrice }) else {
            return nil
        }
        let success = [50.0, 60, 70, 80, 90]
        let price = PlanInput.price(dearest.id)
        let prices = [0.8, 0.9, 1, 1.1, 1.2].map { (dearest.annualPrice.pounds * $0).rounded() }
        let saved = PlanScenario(plan, table.option).table(.success, success, price, prices)
        return DataTable(
            caption: "Saving by success and by what a place costs a year (\(dearest.label)), in £",
            columns: ["Children who go home"] + prices.map { .number(NumberText.pounds($0)) },
            rows: zip(success, saved).map { share, row in
                [.text("\(NumberText.trimmed(share, places: 0))%")] + row.map { .text(PlanText.whole($0)) }
            }
        )
    }

    /// `75`, or `£175,000` for what is money.
    func value(_ number: Double, _ input: PlanInput) -> String {
        input.isMoney ? NumberText.pounds(number) : NumberText.trimmed(number, places: 1)
    }

    /// What the trials came to, in a sentence.
    package var trialSentence: String? {
        trials.map { trials in
            "In \(NumberText.count(trials.saved.count)) trials with what is uncertain left to chance, the saving is "
                + "£\(PlanText.whole(trials.percentile(10))) or less in one of ten, £\(PlanText.whole(trials.percentile(50))) "
                + "or less in half, and £\(PlanText.whole(trials.percentile(90))) or less in nine of ten. It saves in "
                + "\(NumberText.percent(trials.shareSaving) ?? "none") of them."
        }
    }

    package var findingTable: DataTable {
        DataTable(
            caption: "What was tried",
            columns: ["Standing", "Finding", "Numbers it rests on"],
            rows: findings.map { finding in
                let evidence = finding.evidence.map { "\($0.words): \($0.text)" }.joined(separator: "; ")
                return [.text(finding.standing.words), .text(finding.sentence), .text(evidence)]
            }
        )
    }

    package var assumptionTable: DataTable {
        DataTable(
            caption: "What is taken for granted",
            columns: ["Assumption", "Why", "Evidence"],
            rows: plan.assumptions.map { [.text($0.what), .text($0.why), .text($0.evidence.rawValue)] },
            whenEmpty: "The plan names no assumptions."
        )
    }

    /// Run rate and cash beside each other: the one is what a year costs less, the other what was saved so far.
    package var chart: Chart {
        let values = { (id: String) in
            self.table.line(id)?.cells.map { $0.map { -$0.amount.pounds } } ?? []
        }
        let rate = values("run-rate").last.flatMap(\.self) ?? 0
        let cash = values("cash-cumulative").last.flatMap(\.self) ?? 0
        let last = table.years.last?.short ?? ""
        return Chart(
            "plan-saving",
            ChartWords(
                headline:
                    "A year costs \(NumberText.pounds(rate)) less by \(last); \(NumberText.pounds(cash)) is saved by then",
                subtitle: "Fall of the annual run rate, and cash saved so far, by financial year",
                summary:
                    "The run rate is how much less a year costs than the original forecast; cash is what has been saved from "
                    + "the plan's start on, after all that was spent. They are different things and are not to be added up.",
                source: "\(plan.provenance.document), by the plan \(plan.id), version \(plan.version)"
            ),
            LineChart(
                table.years.map(\.short),
                [
                    LineChart.Series("Fall of the annual run rate", values("run-rate")),
                    LineChart.Series("Cash saved so far", values("cash-cumulative")),
                ],
                unit: .pounds,
                placeTitle: "Financial year"
            )
        )
    }

    /// What an amount is made of.
    package static func addendTable(_ cell: PlanCell, caption: String, link: (PlanCell.Place) -> Address?) -> DataTable
    {
        DataTable(
            caption: caption,
            columns: ["Made of", .number("£")],
            rows: cell.addends.map { addend in
                let address = addend.opens.flatMap(link)
                return [
                    address.map { .link(addend.words, $0) } ?? .text(addend.words),
                    .text(PlanText.pounds(addend.amount)),
                ]
            } + [["Together", .text(PlanText.pounds(cell.amount))]],
            whenEmpty: "Nothing."
        )
    }
}
