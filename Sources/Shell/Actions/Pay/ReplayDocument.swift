package import Documents
package import Pay
import Report
import Values

/// What later corrections of the register change in a statement: the same contract and day, from two states of the record.
package struct ReplayDocument {
    let then: Statement
    let now: Statement
    let changes: (then: Int, now: Int)

    package init(_ then: Statement, _ now: Statement, changes: (then: Int, now: Int)) {
        self.then = then
        self.now = now
        self.changes = changes
    }

    package func document(_ format: DocumentFormat, imprint: Imprint) -> Document {
        format.document(of: tables(imprint), csv: { csv(imprint) }, json: { json(imprint) })
    }

    private var movements: [Movement] { now.movements(since: then) }

    private func tables(_ imprint: Imprint) -> TableDocument {
        let contract = then.contract
        return TableDocument(
            title: "Replay: \(contract.title)",
            lines: imprint.lines(time: .asAt(then.day), knownAt: changes.then)
                + ["Contract \(contract.id), version \(contract.version)"],
            findings: [
                "From change \(NumberText.count(changes.then)) the statement comes to \(then.net.long) net; from change "
                    + "\(NumberText.count(changes.now)) it comes to \(now.net.long).",
                movements.isEmpty
                    ? "Later corrections change nothing."
                    : "Later corrections change \(NumberText.plural(movements.count, "line", "lines")): they become "
                        + "adjustments, and what was claimed stays as it is.",
            ],
            tables: [
                ReportTable(
                    id: "adjustments",
                    title: "Adjustments",
                    columns: ["Clause", "Member", "Year", "Then", "Now", "Adjustment"],
                    rows: movements.map { item in
                        [
                            item.clause, item.subject ?? "contract", item.year.long, item.before.long, item.after.long,
                            item.amount.long,
                        ]
                    }
                )
            ]
        )
    }

    private func csv(_ imprint: Imprint) -> [UInt8] {
        var csv = CSVText(columns: ["clause", "subject", "start_year", "then", "now", "adjustment"], imprint: imprint)
        for item in movements {
            csv.append([
                .words(item.clause), .words(item.subject), .whole(item.year.startYear), .number(item.before.pounds),
                .number(item.after.pounds), .number(item.amount.pounds),
            ])
        }
        return csv.bytes
    }

    private func json(_ imprint: Imprint) -> [UInt8] {
        var json = JSONWriter(indented: true)
        json.object { json in
            json.field("contract", then.contract.id)
            json.field("as_at", then.day.iso)
            json.field("then_change", changes.then)
            json.field("now_change", changes.now)
            json.field("then_net_pence", Int(then.net.pence))
            json.field("now_net_pence", Int(now.net.pence))
            json.objects("adjustments", movements) { item, json in
                json.field("clause", item.clause)
                json.field("subject", item.subject)
                json.field("start_year", item.year.startYear)
                json.field("then_pence", Int(item.before.pence))
                json.field("now_pence", Int(item.after.pence))
            }
            imprint.write(to: &json)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }
}
