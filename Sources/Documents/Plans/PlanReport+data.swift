import Definitions
import Pay
import Values

extension PlanReport {
    /// One row an amount, and one for each thing it is made of; in pounds.
    func csv(_ imprint: Imprint) -> [UInt8] {
        let columns = [
            "plan", "version", "option", "section", "line", "label", "year", "made_of", "amount_gbp", "definition",
        ]
        var csv = CSVText(columns: columns, imprint: imprint)
        for line in table.lines {
            for (year, cell) in zip(table.years, line.cells) {
                guard let cell else { continue }
                let row = { (words: String, amount: Money, definition: String) -> [CSVText.Cell] in
                    [
                        .words(plan.id), .words(plan.version), .words(table.option.id), .words(line.section.rawValue),
                        .words(line.id), .words(line.label), .words(year.short), .words(words), .number(amount.pounds),
                        .words(definition),
                    ]
                }
                csv.append(row("", cell.amount, line.definition))
                for addend in cell.addends { csv.append(row(addend.words, addend.amount, "")) }
            }
        }
        return csv.bytes
    }

    /// Everything, for another program; money in whole pence.
    func json(_ imprint: Imprint) -> [UInt8] {
        var json = JSONWriter(indented: true)
        json.object { json in
            json.field("plan", plan.id)
            json.field("version", plan.version)
            json.field("council", plan.council)
            json.field("option", table.option.id)
            json.field("years", table.years.map(\.short))
            json.key("lines")
            json.array { json in for line in table.lines { write(line, &json) } }
            json.key("options")
            json.array { json in for result in options { write(result, &json) } }
            if let sensitivity { write(sensitivity, &json) }
            if let trials { write(trials, &json) }
            json.key("findings")
            json.array { json in for finding in findings { write(finding, &json) } }
            json.objects("assumptions", plan.assumptions) { assumption, json in
                json.field("what", assumption.what)
                json.field("why", assumption.why)
                json.field("evidence", assumption.evidence.rawValue)
            }
            imprint.write(to: &json)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private func write(_ line: PlanLine, _ json: inout JSONWriter) {
        json.object { json in
            json.field("id", line.id)
            json.field("label", line.label)
            json.field("section", line.section.rawValue)
            json.field("definition", line.definition)
            json.key("cells")
            json.array { json in
                for cell in line.cells {
                    guard let cell else {
                        json.null()
                        continue
                    }
                    json.object { json in
                        json.field("pence", Int(cell.amount.pence))
                        json.objects("made_of", cell.addends) { addend, json in
                            json.field("words", addend.words)
                            json.field("pence", Int(addend.amount.pence))
                        }
                    }
                }
            }
        }
    }

    private func write(_ result: OptionResult, _ json: inout JSONWriter) {
        json.object { json in
            json.field("id", result.option.id)
            json.field("label", result.option.label)
            json.field("cost_pence", Int(result.cost.pence))
            json.field("funded_by_investors_pence", Int(result.funded.pence))
            json.field("outcome_payments_pence", Int(result.outcomePayments.pence))
            json.field("income_pence", Int(result.totals.income.total.pence))
            json.field("avoided_pence", Int(result.avoided.pence))
            json.field("saved_pence", Int(result.saved.pence))
            json.field("present_value_pence", Int(result.totals.presentValue(plan.discount).pence))
            json.field("most_out_of_pocket_pence", Int(result.mostOutOfPocket.pence))
            json.field("council_if_none_returns_pence", Int(result.withoutReturns.council.pence))
            json.field("investors_if_none_returns_pence", Int(result.withoutReturns.investors.pence))
            json.key("cash_by_quarter")
            json.object { json in
                for quarter in result.cash { json.field(quarter.quarter.text, Int(quarter.amount.pence)) }
            }
        }
    }

    private func write(_ sensitivity: PlanSensitivity, _ json: inout JSONWriter) {
        json.key("sensitivity")
        json.object { json in
            json.field("saved_pence", Int(sensitivity.saved.pence))
            json.objects("inputs", sensitivity.bars) { bar, json in
                json.field("input", plan.words(bar.range.input))
                json.field("planned", bar.planned)
                json.field("low", bar.range.low)
                json.field("high", bar.range.high)
                json.field("saved_at_low_pence", Int(bar.atLow.pence))
                json.field("saved_at_high_pence", Int(bar.atHigh.pence))
                json.field("evidence", bar.range.evidence.rawValue)
                let even = sensitivity.breakEvens.first { $0.input == bar.range.input }
                json.field("breaks_even_at", even?.value)
            }
        }
    }

    private func write(_ trials: PlanTrials, _ json: inout JSONWriter) {
        json.key("trials")
        json.object { json in
            json.field("count", trials.saved.count)
            for percent in [10, 50, 90] { json.field("p\(percent)_pence", Int(trials.percentile(percent).pence)) }
            json.field("share_saving", trials.shareSaving.value)
        }
    }

    private func write(_ finding: PlanFinding, _ json: inout JSONWriter) {
        json.object { json in
            json.field("kind", finding.kind.rawValue)
            json.field("standing", finding.standing.rawValue)
            json.field("finding", finding.sentence)
            json.objects("evidence", finding.evidence) { evidence, json in
                json.field("words", evidence.words)
                switch evidence.value {
                case .money(let money): json.field("pence", Int(money.pence))
                case .number(let number, _): json.field("number", number)
                }
            }
        }
    }
}
