package import Documents
package import Pay
import Records
package import Report
import Values

/// A claim as an auditor gets it: every result with its criteria and evidence, what was looked up, every step, and what
/// working it out again gives; references, no names.
package struct ClaimDocument {
    let claim: Claim
    let contract: Contract
    /// Nil where the contract is in force in another version.
    let replay: ClaimReplay?

    package init(_ claim: Claim, under contract: Contract, replay: ClaimReplay?) {
        self.claim = claim
        self.contract = contract
        self.replay = replay
    }

    package func document(_ format: DocumentFormat, imprint: Imprint) -> Document {
        format.document(of: tables(imprint), csv: { csv(imprint) }, json: { json(imprint) })
    }

    private func tables(_ imprint: Imprint) -> TableDocument {
        TableDocument(
            title: "Claim \(claim.number)",
            lines: imprint.lines(time: .asAt(claim.asAt), knownAt: claim.change)
                + ["\(contract.title), version \(claim.contractVersion)", "State: \(claim.state.label)"],
            findings: findings,
            tables: [resultTable, criterionTable, lookUpTable, stepTable, adjustmentTable].compactMap(\.self)
        )
    }

    /// What it comes to, in sentences.
    package var findings: [String] {
        var findings = [
            "\(NumberText.plural(claim.results.count, "result", "results")), \(claim.amount.long) in all.",
            "\(NumberText.plural(claim.sample.count, "member", "members")) drawn to be looked up at the source.",
        ]
        if claim.paid != .zero { findings.append("\(claim.paid.long) paid.") }
        guard let replay else {
            return findings + ["The contract is in force in another version, so the claim was not worked out again."]
        }
        findings.append(
            replay.isSame
                ? "Worked out again from change \(NumberText.count(claim.change)) it comes to the same pence."
                : "Worked out again from change \(NumberText.count(claim.change)) "
                    + "\(NumberText.plural(replay.differences.count, "result differs", "results differ"))."
        )
        return findings
    }

    /// Every result with its amount.
    package var resultTable: ReportTable {
        ReportTable(
            id: "results",
            title: "Results",
            columns: ["Member", "Clause", "Reached", "Amount", "Looked up"],
            rows: claim.results.map { result in
                [
                    result.member, label(result.clause), result.reachedOn?.long ?? "", result.amount.long,
                    claim.sample.contains(result.member) ? "yes" : "",
                ]
            }
        )
    }

    private func label(_ clause: String) -> String {
        contract.clauses.first { $0.id == clause }?.label ?? clause
    }

    /// Each criterion with its evidence.
    package var criterionTable: ReportTable {
        ReportTable(
            id: "criteria",
            title: "Each criterion and its evidence",
            columns: ["Member", "Clause", "Criterion", "Standing", "Why", "Records"],
            rows: claim.results.flatMap { result in
                result.criteria.map { item in
                    [
                        result.member, label(result.clause), item.measure, item.standing.label, item.reason,
                        item.evidence.map(\.words).joined(separator: "; "),
                    ]
                }
            }
        )
    }

    /// What was looked up at the source.
    package var lookUpTable: ReportTable {
        ReportTable(
            id: "verification",
            title: "Looked up at the source",
            columns: ["Member", "Source", "Agrees", "Note"],
            rows: claim.findings.map { [$0.member, $0.source, $0.agrees ? "yes" : "no", $0.note] }
        )
    }

    private var stepTable: ReportTable {
        ReportTable(
            id: "steps",
            title: "Steps",
            columns: ["Step", "By", "On", "Paid", "Note"],
            rows: claim.steps.map {
                [$0.state.label, $0.by, $0.on.long, $0.amount == .zero ? "" : $0.amount.long, $0.note]
            }
        )
    }

    /// What later corrections change; nil where it was not worked out again.
    package var adjustmentTable: ReportTable? {
        guard let replay else { return nil }
        return ReportTable(
            id: "adjustments",
            title: "What later corrections change",
            columns: ["Clause", "Member", "Year", "Then", "Now", "Adjustment"],
            rows: replay.adjustments.map { item in
                [
                    label(item.clause), item.subject ?? "contract", item.year.long, item.before.long, item.after.long,
                    item.amount.long,
                ]
            }
        )
    }

    private func csv(_ imprint: Imprint) -> [UInt8] {
        var csv = CSVText(
            columns: [
                "claim", "contract", "version", "as_at", "known_at", "state", "member", "clause", "reached_on",
                "amount",
                "criterion", "standing", "reason", "evidence", "sampled",
            ],
            imprint: imprint
        )
        for result in claim.results {
            for item in result.criteria {
                csv.append([
                    .words(claim.number), .words(claim.contract), .words(claim.contractVersion),
                    .words(claim.asAt.iso), .whole(claim.change), .words(claim.state.rawValue), .words(result.member),
                    .words(result.clause), .words(result.reachedOn?.iso), .number(result.amount.pounds),
                    .words(item.measure), .words(item.standing.rawValue), .words(item.reason),
                    .words(item.evidence.map(\.words).joined(separator: "; ")),
                    .words(claim.sample.contains(result.member) ? "yes" : "no"),
                ])
            }
        }
        return csv.bytes
    }

    private func json(_ imprint: Imprint) -> [UInt8] {
        var json = JSONWriter(indented: true)
        json.object { json in
            json.field("claim", claim.number)
            json.field("contract", claim.contract)
            json.field("version", claim.contractVersion)
            json.field("as_at", claim.asAt.iso)
            json.field("known_at", claim.change)
            json.field("state", claim.state.rawValue)
            json.field("amount_pence", Int(claim.amount.pence))
            json.field("paid_pence", Int(claim.paid.pence))
            json.field("same_again", replay?.isSame)
            json.field("sample", claim.sample)
            json.key("results")
            json.array { json in
                for result in claim.results {
                    json.object { json in
                        json.field("member", result.member)
                        json.field("clause", result.clause)
                        json.field("reached_on", result.reachedOn?.iso)
                        json.field("amount_pence", Int(result.amount.pence))
                    }
                }
            }
            json.key("steps")
            json.array { json in
                for step in claim.steps {
                    json.object { json in
                        json.field("state", step.state.rawValue)
                        json.field("by", step.by)
                        json.field("on", step.on.iso)
                        json.field("paid_pence", Int(step.amount.pence))
                    }
                }
            }
            imprint.write(to: &json)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }
}
