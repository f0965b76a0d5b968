package import Documents
package import Pay
import Records
package import Report
import Values

/// A claim as an auditor gets it: every result with its criteria and evidence, what was looked up, every step, and what
/// working it out again gives; references, no names.
package struct ClaimDocument {
    /// Rows of a table that a page shows; a contract's claim may have thousands.
    package static let shown = 200

    let claim: Claim
    let contract: Contract
    /// Nil where the contract is in force in another version.
    let replay: ClaimReplay?
    /// Whether the reader may see what the record of a member says.
    private let opens: (_ member: String) -> Bool

    /// - Parameters:
    ///   - claim: the claim.
    ///   - contract: its contract.
    ///   - replay: the claim worked out again; nil where the contract is in force in another version.
    ///   - opens: whether the reader may see what the record of a member says; others see standings and amounts alone.
    package init(
        _ claim: Claim,
        under contract: Contract,
        replay: ClaimReplay?,
        opens: @escaping (_ member: String) -> Bool = { _ in true }
    ) {
        self.claim = claim
        self.contract = contract
        self.replay = replay
        self.opens = opens
    }

    /// What the record of a member says, for those who may see it.
    private func shown(_ words: String, of member: String) -> String { opens(member) ? words : "Not shown to you" }

    package func document(_ format: DocumentFormat, imprint: Imprint) -> Document {
        format.document(of: tables(imprint), csv: { csv(imprint) }, json: { json(imprint) })
    }

    private func tables(_ imprint: Imprint) -> TableDocument {
        TableDocument(
            title: "Claim \(claim.number)",
            lines: imprint.lines(time: .asAt(claim.asAt), knownAt: claim.change)
                + ["\(contract.title), version \(claim.contractVersion)", "State: \(claim.state.label)"],
            findings: findings,
            tables: packTables
        )
    }

    /// The page of the service that shows it.
    package var link: Address { Address("claims", claim.number) }

    /// Everything about it, table by table.
    var packTables: [ReportTable] {
        [resultTable, criterionTable, canCompare ? comparisonTable : nil, lookUpTable, stepTable, adjustmentTable]
            .compactMap(\.self)
    }

    /// What it comes to, in sentences.
    package var findings: [String] {
        var findings = [
            "\(NumberText.plural(claim.results.count, "result", "results")), \(claim.amount.long) in all.",
            "\(NumberText.plural(claim.sample.count, "member", "members")) drawn to be looked up at the source.",
        ]
        if claim.paid != .zero { findings.append("\(claim.paid.long) paid.") }
        if canCompare { findings.append(comparisonSentence) }
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
                        result.member, label(result.clause), item.measure, item.standing.label,
                        shown(item.reason, of: result.member),
                        shown(item.evidence.map(\.words).joined(separator: "; "), of: result.member),
                    ]
                }
            }
        )
    }

    /// Whether partners' feeds can confirm any of it.
    package var canCompare: Bool { claim.results.contains { contract.canCompare($0.clause) } }

    private var comparisonSentence: String {
        guard !claim.comparisons.isEmpty else { return "It has not been compared with the partners' feeds." }
        func count(_ verdict: ComparisonVerdict) -> Int { claim.comparisons.count { $0.verdict == verdict } }
        return
            "Of \(NumberText.plural(claim.comparisons.count, "criterion", "criteria")) that partners' feeds could confirm, "
            + "they agree on \(count(.agrees)), disagree on \(count(.disagrees)) and do not cover \(count(.notCovered)); "
            + "\(NumberText.plural(claim.unanswered.count, "disagreement is", "disagreements are")) not answered."
    }

    /// The criterion that a comparison is about, in words.
    package func measure(_ comparison: SourceComparison) -> String {
        let result = claim.results.first { $0.member == comparison.member && $0.clause == comparison.clause }
        let criteria = result?.criteria ?? []
        return criteria.indices.contains(comparison.criterion - 1) ? criteria[comparison.criterion - 1].measure : ""
    }

    /// What partners' feeds say of each criterion they could confirm.
    package var comparisonTable: ReportTable {
        let open = Set(claim.unanswered)
        return ReportTable(
            id: "comparisons",
            title: "Compared with the partners' feeds",
            columns: ["Member", "Criterion", "Source", "Verdict", "What both say", "Partner's rows"],
            rows: claim.comparisons.map { item in
                [
                    item.member, measure(item), item.source,
                    item.verdict == .disagrees && !open.contains(item) ? "Disagrees, answered" : item.verdict.label,
                    shown(item.words, of: item.member),
                    shown(item.evidence.joined(separator: "; "), of: item.member),
                ]
            }
        )
    }

    /// What was looked up at the source.
    package var lookUpTable: ReportTable {
        ReportTable(
            id: "verification",
            title: "Looked up at the source",
            columns: ["Member", "Source", "Agrees", "Note"],
            rows: claim.findings.map {
                [$0.member, $0.source, $0.agrees ? "yes" : "no", $0.note.isEmpty ? "" : shown($0.note, of: $0.member)]
            }
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
                "amount", "criterion", "standing", "reason", "evidence", "sampled", "source", "verdict", "compared",
            ],
            imprint: imprint
        )
        for result in claim.results {
            for (place, item) in result.criteria.enumerated() {
                let compared = claim.comparisons.first {
                    $0.member == result.member && $0.clause == result.clause && $0.criterion == place + 1
                }
                csv.append([
                    .words(claim.number), .words(claim.contract), .words(claim.contractVersion),
                    .words(claim.asAt.iso), .whole(claim.change), .words(claim.state.rawValue), .words(result.member),
                    .words(result.clause), .words(result.reachedOn?.iso), .number(result.amount.pounds),
                    .words(item.measure), .words(item.standing.rawValue),
                    .words(shown(item.reason, of: result.member)),
                    .words(shown(item.evidence.map(\.words).joined(separator: "; "), of: result.member)),
                    .words(claim.sample.contains(result.member) ? "yes" : "no"), .words(compared?.source),
                    .words(compared?.verdict.rawValue),
                    .words(compared.map { shown($0.words, of: $0.member) }),
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
            json.objects("results", claim.results) { result, json in
                json.field("member", result.member)
                json.field("clause", result.clause)
                json.field("reached_on", result.reachedOn?.iso)
                json.field("amount_pence", Int(result.amount.pence))
            }
            json.objects("comparisons", claim.comparisons) { item, json in
                json.field("member", item.member)
                json.field("clause", item.clause)
                json.field("criterion", item.criterion)
                json.field("source", item.source)
                json.field("verdict", item.verdict.rawValue)
                json.field("words", shown(item.words, of: item.member))
                json.field("evidence", opens(item.member) ? item.evidence : [])
            }
            json.objects("steps", claim.steps) { step, json in
                json.field("state", step.state.rawValue)
                json.field("by", step.by)
                json.field("on", step.on.iso)
                json.field("paid_pence", Int(step.amount.pence))
            }
            imprint.write(to: &json)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }
}
