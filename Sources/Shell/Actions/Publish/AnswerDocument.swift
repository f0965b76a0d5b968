package import Documents
package import Report
import Statistics
import Values

/// A drafted answer as a document; with an account of what it hides only where that is asked for.
package struct AnswerDocument: Sendable {
    private let draft: DraftAnswer
    private let hasAccount: Bool

    package init(_ draft: DraftAnswer, withAccount hasAccount: Bool) {
        self.draft = draft
        self.hasAccount = hasAccount
    }

    /// The page of the service where it is drafted again.
    package var link: Address {
        Address("answers", "draft", draft.library.id).with("as-at", draft.day.iso)
    }

    package func document(_ format: DocumentFormat, imprint: Imprint) -> Document {
        format.document(of: tables(imprint), csv: { csv(imprint) }, json: { json(imprint) })
    }

    private func tables(_ imprint: Imprint) -> TableDocument {
        let answers = ReportTable(
            id: "answers",
            title: "Questions and answers",
            columns: ["Question", "Answer"],
            rows: draft.lines.map { [$0.question.asks, $0.words] }
        )
        return TableDocument(
            title: draft.library.title,
            lines: imprint.lines(time: .asAt(draft.day), knownAt: draft.knownAt),
            findings: draft.protection.isWithheld
                ? ["Nothing of this can be published: earlier answers would give counts away."] : [],
            tables: [answers] + (hasAccount ? [hidden] : []),
            marking: hasAccount ? .officialSensitive : .official
        )
    }

    private var hidden: ReportTable {
        ReportTable(
            id: "hidden",
            title: "Hidden counts, and what a reader could take each to be",
            columns: ["Count", "Is", "Could be from", "to"],
            rows: draft.account.entries.map { ["\($0.id)", "\($0.value)", "\($0.low)", "\($0.high)"] }
        )
    }

    private func csv(_ imprint: Imprint) -> [UInt8] {
        let columns = ["library", "as_at", "known_at", "question", "asks", "answer"]
        var csv = CSVText(columns: columns, imprint: imprint)
        for line in draft.lines {
            csv.append([
                .words(draft.library.id), .words(draft.day.iso), .whole(draft.knownAt), .words(line.question.id),
                .words(line.question.asks), .words(line.words),
            ])
        }
        return csv.bytes
    }

    private func json(_ imprint: Imprint) -> [UInt8] {
        var json = JSONWriter(indented: true)
        json.object { json in
            json.field("library", draft.library.id)
            json.field("as_at", draft.day.iso)
            json.field("known_at", draft.knownAt)
            json.field("withheld", draft.protection.isWithheld)
            json.key("answers")
            json.array { json in
                for line in draft.lines {
                    json.object { json in
                        json.field("question", line.question.id)
                        json.field("asks", line.question.asks)
                        json.field("answer", line.words)
                    }
                }
            }
            if hasAccount { writeAccount(&json) }
            imprint.write(to: &json)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private func writeAccount(_ json: inout JSONWriter) {
        json.key("hidden")
        json.array { json in
            for entry in draft.account.entries {
                json.object { json in
                    json.field("count", entry.id)
                    json.field("value", entry.value)
                    json.field("low", entry.low)
                    json.field("high", entry.high)
                }
            }
        }
    }
}
