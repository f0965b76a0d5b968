package import Documents
import Records
package import Report
import Statistics
import Values

/// Questions put to the council and their answers as a document: drafted from live figures, or as they are kept.
///
/// A draft has an account of what it hides only where that is asked for.
package struct AnswerDocument: Sendable {
    private struct Line {
        let question: String
        let asks: String
        let words: String
    }

    /// The page of the service that shows the same.
    package let link: Address
    package let knownAt: Int
    private let title: String
    private let library: String
    private let day: Day
    private let lines: [Line]
    /// Where it stands and by which rule, above the answers.
    private let findings: [String]
    private let isWithheld: Bool
    private let account: DisclosureAccount?
    private let marking: Marking

    package init(_ draft: DraftAnswer, withAccount hasAccount: Bool) {
        link = Address("answers", "draft", draft.library.id).with("as-at", draft.day.iso)
            .with("known-at", "\(draft.knownAt)")
        knownAt = draft.knownAt
        title = draft.library.title
        library = draft.library.id
        day = draft.day
        lines = draft.lines.map { Line(question: $0.question.id, asks: $0.question.asks, words: $0.words) }
        isWithheld = draft.protection.isWithheld
        let withheld = "Nothing of this can be published: earlier answers would give counts away."
        findings =
            ["A draft, not to be published: it is completed, approved and noted on the page Answers."]
            + (isWithheld ? [withheld] : [])
        account = hasAccount ? draft.protection.account : nil
        marking = .officialSensitive
    }

    /// An answer as it was completed and kept; one that nobody has approved yet says so.
    package init(_ kept: PublishAnswers.Kept) {
        let answer = kept.answer
        link = Address("answers", answer.id.text)
        knownAt = answer.knownAt
        title = answer.title
        library = answer.library
        day = answer.asAt
        lines = kept.lines.map { Line(question: $0.question, asks: $0.asks, words: $0.words) }
        isWithheld = false
        let standing =
            answer.approvedOn.map { "Published \($0.long)" } ?? "Waits for approval: not to be published yet"
        findings = [
            "Answer \(answer.id.text), drafted \(answer.draftedOn.long). \(standing).", "Small counts: \(answer.rule)",
        ]
        account = nil
        marking = answer.isPublished ? .official : .officialSensitive
    }

    package func document(_ format: DocumentFormat, imprint: Imprint) -> Document {
        format.document(of: tables(imprint), csv: { csv(imprint) }, json: { json(imprint) })
    }

    private func tables(_ imprint: Imprint) -> TableDocument {
        let answers = ReportTable(
            id: "answers",
            title: "Questions and answers",
            columns: ["Question", "Answer"],
            rows: lines.map { [$0.asks, $0.words] }
        )
        return TableDocument(
            title: title,
            lines: imprint.lines(time: .asAt(day), knownAt: knownAt),
            findings: findings,
            tables: [answers] + (account.map { [hidden($0)] } ?? []),
            marking: marking
        )
    }

    private func hidden(_ account: DisclosureAccount) -> ReportTable {
        ReportTable(
            id: "hidden",
            title: "Hidden counts, and what a reader could take each to be",
            columns: ["Count", "Is", "Could be from", "to"],
            rows: account.entries.map { [PublishedFigure.words(of: $0.id), "\($0.value)", "\($0.low)", "\($0.high)"] }
        )
    }

    private func csv(_ imprint: Imprint) -> [UInt8] {
        let columns = ["library", "as_at", "known_at", "question", "asks", "answer"]
        var csv = CSVText(columns: columns, imprint: imprint)
        for line in lines {
            csv.append([
                .words(library), .words(day.iso), .whole(knownAt), .words(line.question), .words(line.asks),
                .words(line.words),
            ])
        }
        return csv.bytes
    }

    private func json(_ imprint: Imprint) -> [UInt8] {
        var json = JSONWriter(indented: true)
        json.object { json in
            json.field("library", library)
            json.field("as_at", day.iso)
            json.field("known_at", knownAt)
            json.field("withheld", isWithheld)
            json.objects("answers", lines) { line, json in
                json.field("question", line.question)
                json.field("asks", line.asks)
                json.field("answer", line.words)
            }
            if let account { write(account, &json) }
            imprint.write(to: &json)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private func write(_ account: DisclosureAccount, _ json: inout JSONWriter) {
        json.objects("hidden", account.entries) { entry, json in
            json.field("count", entry.id)
            json.field("value", entry.value)
            json.field("low", entry.low)
            json.field("high", entry.high)
        }
    }
}
