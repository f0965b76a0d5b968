import Definitions
package import Documents
package import Pay
package import Report
import Values

/// A contract's statement as a document: what it comes to, by clause and year, and every line; references, no names.
package struct StatementDocument {
    let statement: Statement
    let delivered: Statement
    package let change: Int

    /// - Parameters:
    ///   - statement: what is proven.
    ///   - delivered: the same with what is not yet proven, for the provision.
    ///   - change: the register's change the facts were known at.
    package init(_ statement: Statement, delivered: Statement, change: Int) {
        self.statement = statement
        self.delivered = delivered
        self.change = change
    }

    package func document(_ format: DocumentFormat, imprint: Imprint) -> Document {
        format.document(of: tables(imprint), csv: { csv(imprint) }, json: { json(imprint) })
    }

    private var contract: Contract { statement.contract }

    /// The page of the service that shows the same.
    package var link: Address {
        Address("contracts", contract.id).with("as-at", statement.day.iso).with("known-at", "\(change)")
    }

    private func tables(_ imprint: Imprint) -> TableDocument {
        TableDocument(
            title: "Statement: \(contract.title)",
            lines: imprint.lines(time: .asAt(statement.day), knownAt: change)
                + [
                    "Contract \(contract.id), version \(contract.version), clauses \(contract.provenance.evidence.rawValue)"
                ],
            findings: findings,
            tables: [clauseTable, yearTable, lineTable]
        )
    }

    /// What it comes to, in sentences.
    package var findings: [String] {
        var findings = [
            "\(contract.payer) owes \(contract.recipient) \(statement.net.long) in all"
                + (statement.vat == .zero ? "." : ", and \(statement.vat.long) tax."),
            "Provision for what is delivered and not yet proven: \((delivered.charged - statement.charged).long).",
        ]
        if statement.retained != .zero { findings.append("Held back until later: \(statement.retained.long).") }
        if statement.grant != .zero { findings.append("\(contract.grantFunder) bears \(statement.grant.long).") }
        if contract.paidBefore != .zero { findings.append("Paid before this contract: \(contract.paidBefore.long).") }
        return findings + contract.assumed.map { "Assumed: \($0)" }
    }

    /// By clause, in the order of evaluation.
    package var clauseTable: ReportTable {
        ReportTable(
            id: "clauses",
            title: "By clause, in the order of evaluation",
            columns: ["Clause", "Kind", "Checked", "Lines", "Amount"],
            rows: contract.clauses.indices.map { position in
                let lines = statement.lines.filter { Int($0.clause) == position }
                let clause = contract.clauses[position]
                return [
                    clause.label, clause.rule.kind.rawValue, clause.checked.rawValue, NumberText.count(lines.count),
                    clause.rule.kind.hasLines ? lines.reduce(.zero) { $0 + $1.amount }.long : "",
                ]
            }
        )
    }

    /// By the financial year in which it was earned.
    package var yearTable: ReportTable {
        ReportTable(
            id: "years",
            title: "Net by the year in which it was earned",
            columns: ["Financial year", "Amount"],
            rows: statement.netByYear.sorted { $0.key < $1.key }.map { [$0.key.long, $0.value.long] }
        )
    }

    private var lineTable: ReportTable {
        ReportTable(
            id: "lines",
            title: "Every line",
            columns: ["Clause", "Member", "Year", "Quantity and price", "Share", "Amount", "Why"],
            rows: statement.lines.map { line in
                [
                    contract.clauses[Int(line.clause)].id, statement.subjectWords(line), "\(line.startYear)",
                    statement.quantityWords(line), NumberText.percent(line.factor) ?? "", line.amount.long,
                    statement.reasonWords(line),
                ]
            }
        )
    }

    private func csv(_ imprint: Imprint) -> [UInt8] {
        var csv = CSVText(
            columns: [
                "contract", "version", "as_at", "known_at", "clause", "kind", "subject", "start_year",
                "quantity_numerator",
                "quantity_denominator", "unit_price", "share_numerator", "share_denominator", "less", "amount",
                "reason",
            ],
            imprint: imprint
        )
        for line in statement.lines {
            csv.append([
                .words(contract.id), .words(contract.version), .words(statement.day.iso), .whole(change),
                .words(contract.clauses[Int(line.clause)].id), .words(statement.kind(of: line).rawValue),
                .words(statement.subjectWords(line)), .whole(Int(line.startYear)),
                .whole(Int(line.quantity.numerator)), .whole(Int(line.quantity.denominator)),
                .number(line.unitPrice.pounds), .whole(Int(line.factor.numerator)),
                .whole(Int(line.factor.denominator)), .number(line.less.pounds), .number(line.amount.pounds),
                .words(statement.reasonWords(line)),
            ])
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
            json.field("members", statement.memberIDs.count)
            json.field("net_pence", Int(statement.net.pence))
            json.field("vat_pence", Int(statement.vat.pence))
            json.field("grant_pence", Int(statement.grant.pence))
            json.field("retained_pence", Int(statement.retained.pence))
            json.field("provision_pence", Int((delivered.charged - statement.charged).pence))
            json.field("assumed", contract.assumed)
            json.key("lines")
            json.array { json in for line in statement.lines { self.line(line, &json) } }
            imprint.write(to: &json)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private func line(_ line: StatementLine, _ json: inout JSONWriter) {
        json.object { json in
            json.field("clause", contract.clauses[Int(line.clause)].id)
            json.field("subject", statement.name(of: line.subject))
            json.field("start_year", Int(line.startYear))
            json.field("quantity", "\(line.quantity.numerator)/\(line.quantity.denominator)")
            json.field("unit_price_pence", Int(line.unitPrice.pence))
            json.field("share", "\(line.factor.numerator)/\(line.factor.denominator)")
            json.field("less_pence", Int(line.less.pence))
            json.field("amount_pence", Int(line.amount.pence))
            json.field("reason", statement.reasonWords(line))
        }
    }
}

extension ClauseKind {
    /// Whether it has lines of its own; the others are shares on those of other clauses.
    fileprivate var hasLines: Bool {
        switch self {
        case .deadweight, .attribution, .threshold, .band, .clawBack: false
        default: true
        }
    }
}
