package import Documents
package import Pay
package import Report
import Values

/// A running contract against its plan: claims made and still needed, what is provided for, what is left of the cap.
package struct ForecastDocument {
    let statement: Statement
    let delivered: Statement
    let trajectory: Trajectory?
    /// What the contract was supposed to come to; nil where its definition supposes nothing.
    let simulation: Simulation?
    let change: Int

    package init(
        _ statement: Statement,
        delivered: Statement,
        trajectory: Trajectory?,
        simulation: Simulation?,
        change: Int
    ) {
        self.statement = statement
        self.delivered = delivered
        self.trajectory = trajectory
        self.simulation = simulation
        self.change = change
    }

    package func document(_ format: DocumentFormat, imprint: Imprint) -> Document {
        format.document(of: tables(imprint), csv: { csv(imprint) }, json: { json(imprint) })
    }

    private var provision: Money { delivered.charged - statement.charged }

    private var rows: [(id: String, label: String, value: String)] {
        var rows = [
            ("net", "Earned and proven, net", statement.net.long),
            ("provision", "Provision: delivered and not yet proven", provision.long),
            ("retained", "Held back", statement.retained.long),
        ]
        if let cap = statement.contract.cap {
            rows.append(("left_of_cap", "Left of the cap", (cap - delivered.charged).long))
        }
        if let simulation {
            let supposed = simulation.payment
            let expected = simulation.expected(delivered: delivered.charged, on: statement.day)
            rows += [
                (
                    "supposed", "Supposed in all before it began (P10, P50, P90)",
                    "\(supposed.p10.long), \(supposed.p50.long), \(supposed.p90.long)"
                ),
                (
                    "expected", "Expected in all: delivered, and the rest as supposed (P10, P50, P90)",
                    "\(expected.p10.long), \(expected.p50.long), \(expected.p90.long)"
                ),
            ]
        }
        guard let trajectory else { return rows }
        rows += [
            ("claims.made", "Results claimed", NumberText.count(trajectory.made)),
            ("claims.planned", "Results the plan expects", NumberText.count(trajectory.planned)),
            ("claims.possible", "Results at full success", NumberText.count(trajectory.possible)),
            ("claims.made_of_planned", "Made of planned", NumberText.percent(trajectory.madeOfPlanned) ?? ""),
            ("claims.made_of_possible", "Made of possible", NumberText.percent(trajectory.madeOfPossible) ?? ""),
            (
                "claims.needed_a_month", "Needed a month to reach the plan",
                trajectory.neededAMonth(from: statement.day).map { NumberText.decimal($0, places: 1) }
                    ?? "no month is left"
            ),
        ]
        return rows
    }

    /// Results that a running contract shows as claimed or to claim: members with an outcome it pays for.
    package static func resultsShown(_ statement: Statement) -> Int {
        let results = Claim.results(of: statement, since: nil).filter { statement.contract.paysOutcome($0.clause) }
        return Set(results.map(\.member)).count
    }

    private func tables(_ imprint: Imprint) -> TableDocument {
        let contract = statement.contract
        return TableDocument(
            title: "Forecast: \(contract.title)",
            lines: imprint.lines(time: .asAt(statement.day), knownAt: change)
                + [
                    "Contract \(contract.id), version \(contract.version)",
                    "Last claim \(contract.term.lastClaim.long)",
                ],
            findings: contract.assumed.map { "Assumed: \($0)" },
            tables: [table]
        )
    }

    /// Every figure of it.
    package var table: ReportTable {
        ReportTable(
            id: "forecast",
            title: "Against the plan",
            columns: ["Figure", "Value"],
            rows: rows.map { [$0.label, $0.value] }
        )
    }

    private func csv(_ imprint: Imprint) -> [UInt8] {
        var csv = CSVText(columns: ["figure", "label", "value"], imprint: imprint)
        for row in rows { csv.append([.words(row.id), .words(row.label), .words(row.value)]) }
        return csv.bytes
    }

    private func json(_ imprint: Imprint) -> [UInt8] {
        var json = JSONWriter(indented: true)
        json.object { json in
            json.field("contract", statement.contract.id)
            json.field("as_at", statement.day.iso)
            json.field("known_at", change)
            json.field("net_pence", Int(statement.net.pence))
            json.field("provision_pence", Int(provision.pence))
            json.field("retained_pence", Int(statement.retained.pence))
            if let expected = simulation?.expected(delivered: delivered.charged, on: statement.day) {
                json.key("expected_pence")
                json.object { json in
                    json.field("p10", Int(expected.p10.pence))
                    json.field("p50", Int(expected.p50.pence))
                    json.field("p90", Int(expected.p90.pence))
                }
            }
            json.field("claims_made", trajectory?.made)
            json.field("claims_planned", trajectory?.planned)
            json.field("claims_possible", trajectory?.possible)
            imprint.write(to: &json)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }
}
