package import Documents
package import Pay
import Records
import Report
import Values

/// What can be claimed since a day: each result with its amount, and how every criterion stands and on which rows.
package struct ClaimableDocument {
    let reader: CohortReader
    let statement: Statement
    let due: [(member: String, clause: String, amount: Money)]
    let change: Int
    private let memberByID: [String: ContractMember]

    package init(_ reader: CohortReader, _ statement: Statement, since earlier: Statement?, change: Int) {
        self.reader = reader
        self.statement = statement
        self.change = change
        due = Claim.results(of: statement, since: earlier)
        memberByID = Dictionary(reader.members.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    }

    package func document(_ format: DocumentFormat, imprint: Imprint) -> Document {
        format.document(of: tables(imprint), csv: { csv(imprint) }, json: { json(imprint) })
    }

    private var contract: Contract { statement.contract }

    /// The criteria of a result, as they stood on the day it was reached.
    private func criteria(_ item: (member: String, clause: String, amount: Money)) -> OutcomeFinding? {
        memberByID[item.member].flatMap { reader.finding(of: item.clause, $0) }
    }

    private func tables(_ imprint: Imprint) -> TableDocument {
        let sum = due.reduce(Money.zero) { $0 + $1.amount }
        return TableDocument(
            title: "Results to claim: \(contract.title)",
            lines: imprint.lines(time: .asAt(statement.day), knownAt: change)
                + ["Contract \(contract.id), version \(contract.version)"],
            findings: [
                "\(NumberText.plural(due.count, "result", "results")) can be claimed, \(sum.long) in all. "
                    + "\(contract.verification.samplePercent) % of the members are looked up at the source."
            ],
            tables: [
                ReportTable(
                    id: "results",
                    title: "Results",
                    columns: ["Member", "Result", "Reached", "Amount", "Criteria"],
                    rows: due.map { item in
                        let found = criteria(item)
                        return [
                            item.member, item.clause, found?.on.iso ?? "", item.amount.long,
                            found.map(criteriaWords) ?? "",
                        ]
                    }
                )
            ]
        )
    }

    private func criteriaWords(_ found: OutcomeFinding) -> String {
        found.criteria.map { criterion in
            "\(criterion.measure): \(criterion.standing.rawValue) (\(criterion.reason)"
                + (criterion.evidence.isEmpty
                    ? ")" : "; \(NumberText.plural(criterion.evidence.count, "row", "rows")))")
        }.joined(separator: "; ")
    }

    private func csv(_ imprint: Imprint) -> [UInt8] {
        var csv = CSVText(
            columns: [
                "contract", "version", "as_at", "known_at", "member", "clause", "amount", "reached_on", "criterion",
                "standing", "reason", "evidence",
            ],
            imprint: imprint
        )
        for item in due {
            let found = criteria(item)
            for criterion in found?.criteria ?? [] {
                csv.append([
                    .words(contract.id), .words(contract.version), .words(statement.day.iso), .whole(change),
                    .words(item.member), .words(item.clause), .number(item.amount.pounds), .words(found?.on.iso),
                    .words(criterion.measure), .words(criterion.standing.rawValue), .words(criterion.reason),
                    .words(criterion.evidence.map { "\($0.table) \($0.id)" }.joined(separator: "; ")),
                ])
            }
        }
        return csv.bytes
    }

    private func json(_ imprint: Imprint) -> [UInt8] {
        var json = JSONWriter(indented: true)
        json.object { json in
            json.field("contract", contract.id)
            json.field("version", contract.version)
            json.field("as_at", statement.day.iso)
            json.field("known_at", change)
            json.field("members", reader.members.count)
            json.key("outcomes")
            json.array { json in
                for (place, outcome) in contract.outcomes.enumerated() {
                    json.object { json in
                        json.field("outcome", outcome.id)
                        json.field("members", reader.members.count { reader.finding(of: place, $0) != nil })
                    }
                }
            }
            json.key("results")
            json.array { json in for item in due { result(item, &json) } }
            imprint.write(to: &json)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private func result(_ item: (member: String, clause: String, amount: Money), _ json: inout JSONWriter) {
        let found = criteria(item)
        json.object { json in
            json.field("member", item.member)
            json.field("clause", item.clause)
            json.field("amount_pence", Int(item.amount.pence))
            json.field("reached_on", found?.on.iso)
            json.objects("criteria", found?.criteria ?? []) { criterion, json in
                json.field("measure", criterion.measure)
                json.field("standing", criterion.standing.rawValue)
                json.field("reason", criterion.reason)
                json.field("evidence", criterion.evidence.map { "\($0.table) \($0.id)" })
            }
        }
    }
}
