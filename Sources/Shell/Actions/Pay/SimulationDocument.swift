package import Documents
package import Pay
package import Report
import Values

/// A simulation as a document: payment, saving and return with their ranges, who bears which loss, and the cash gap.
package struct SimulationDocument {
    let simulation: Simulation

    package init(_ simulation: Simulation) {
        self.simulation = simulation
    }

    package func document(_ format: DocumentFormat, imprint: Imprint) -> Document {
        format.document(of: tables(imprint), csv: { csv(imprint) }, json: { json(imprint) })
    }

    private var contract: Contract { simulation.contract }

    private var ranges: [(id: String, label: String, spread: Simulation.Spread)] {
        [
            ("payment", "Paid for outcomes, without tax", simulation.payment),
            ("saving", "Saved by the commissioner", simulation.saving),
            ("grant", "Grant", simulation.grant),
            ("commissioner", "Commissioner: saving and grant, less payment", simulation.commissioner),
            ("investor", "Investors: payment less cost", simulation.investor),
        ]
    }

    private func tables(_ imprint: Imprint) -> TableDocument {
        TableDocument(
            title: "Simulation: \(contract.title)",
            lines: [
                "Contract \(contract.id), version \(contract.version)",
                "\(NumberText.count(simulation.trials)) courses, seed \(simulation.seed)",
            ] + imprint.lines(covers: "The whole term of the contract"),
            findings: findings,
            tables: [rangeTable, returnTable, gapTable]
        )
    }

    /// Who loses how often, and what is assumed.
    package var findings: [String] {
        [
            "\(NumberText.percent(simulation.capped) ?? "None") of the courses reach the contract's cap.",
            loss("Investors", simulation.investorLoss), loss("The commissioner", simulation.commissionerLoss),
        ] + contract.assumed.map { "Assumed: \($0)" }
    }

    private func loss(_ who: String, _ loss: Simulation.Loss) -> String {
        guard loss.courses.numerator > 0 else { return "\(who) lose in none of the courses.".agreeing(who) }
        return
            "\(who) lose in \(NumberText.percent(loss.courses) ?? "none") of the courses, \(loss.average.long) on average."
            .agreeing(who)
    }

    /// Payment, saving and what each party is left with.
    package var rangeTable: ReportTable {
        ReportTable(
            id: "ranges",
            title: "What one course in ten, half and nine in ten stay at or below",
            columns: ["What", "P10", "P50", "P90"],
            rows: ranges.map { [$0.label, $0.spread.p10.long, $0.spread.p50.long, $0.spread.p90.long] }
        )
    }

    /// The investors' return.
    package var returnTable: ReportTable {
        ReportTable(
            id: "returns",
            title: "Investors' return in those courses, by their result",
            columns: ["Course", "Most at risk", "Multiple", "Rate a year", "Paid back"],
            rows: zip(["P10", "P50", "P90"], simulation.returns).map { name, found in
                [
                    name, found.peakAtRisk.long, found.multiple.map { NumberText.decimal($0, places: 2) } ?? "",
                    rateWords(found.internalRate), found.paidBackOn?.long ?? "never",
                ]
            }
        )
    }

    private func rateWords(_ found: InternalRate) -> String {
        if let rate = found.rate { return NumberText.percent(rate) }
        if found.rates.isEmpty { return "none" }
        return
            "\(found.rates.count) rates, so none: \(found.rates.map { NumberText.percent($0) }.joined(separator: ", "))"
    }

    /// The investors' cash by quarter.
    package var gapTable: ReportTable {
        ReportTable(
            id: "gaps",
            title: "Investors' cash since the start, at the end of each quarter",
            columns: ["Quarter ends", "P10", "P50", "P90"],
            rows: simulation.gaps.map { gap in
                [gap.quarter.to.long, gap.cash.p10.long, gap.cash.p50.long, gap.cash.p90.long]
            }
        )
    }

    private func csv(_ imprint: Imprint) -> [UInt8] {
        var csv = CSVText(columns: ["figure", "quarter_ends", "p10", "p50", "p90"], imprint: imprint)
        func append(_ name: String, _ day: Day?, _ spread: Simulation.Spread) {
            csv.append([
                .words(name), .words(day?.iso), .number(spread.p10.pounds), .number(spread.p50.pounds),
                .number(spread.p90.pounds),
            ])
        }
        for range in ranges { append(range.id, nil, range.spread) }
        for gap in simulation.gaps { append("cash", gap.quarter.to, gap.cash) }
        return csv.bytes
    }

    private func json(_ imprint: Imprint) -> [UInt8] {
        var json = JSONWriter(indented: true)
        json.object { json in
            json.field("contract", contract.id)
            json.field("version", contract.version)
            json.field("trials", simulation.trials)
            json.field("seed", String(simulation.seed))
            for range in ranges {
                json.key("\(range.id)_pence")
                json.spread(range.spread)
            }
            json.field("capped", simulation.capped.value)
            json.field("investors_lose", simulation.investorLoss.courses.value)
            json.field("commissioner_loses", simulation.commissionerLoss.courses.value)
            json.objects("returns", simulation.returns) { found, json in
                json.field("multiple", found.multiple)
                json.field("rate", found.internalRate.rate)
                json.field("peak_at_risk_pence", Int(found.peakAtRisk.pence))
                json.field("paid_back_on", found.paidBackOn?.iso)
            }
            json.objects("cash_pence", simulation.gaps) { gap, json in
                json.field("quarter_ends", gap.quarter.to.iso)
                json.key("cash")
                json.spread(gap.cash)
            }
            json.field("assumed", contract.assumed)
            imprint.write(to: &json)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }
}

extension JSONWriter {
    fileprivate mutating func spread(_ spread: Simulation.Spread) {
        object { json in
            json.field("p10", Int(spread.p10.pence))
            json.field("p50", Int(spread.p50.pence))
            json.field("p90", Int(spread.p90.pence))
        }
    }
}

extension String {
    /// `The commissioner loses`, `Investors lose`.
    fileprivate func agreeing(_ who: String) -> String {
        who.hasPrefix("The ") ? replacing(" lose in", with: " loses in") : self
    }
}
