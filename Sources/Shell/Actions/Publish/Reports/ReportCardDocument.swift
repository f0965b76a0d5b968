package import Documents
package import Records
import Register
package import Report
import Statistics
package import Values

/// A report card as a document: its boxes, what people wrote, what partners said, what was agreed.
package struct ReportCardDocument: Sendable {
    package let answer: ReportCardAnswer
    package let story: ReportStory
    package let partners: [(source: FeedbackSource, count: Int, satisfaction: Double?, value: Double?)]
    /// The part of the register, in words; nil for the whole.
    package let part: String?
    /// The page of the service that shows the same.
    package let link: Address

    package static let columns = ["Measure", "Value", "Of, and 95% interval", "Period before"]

    package static func cells(_ entry: ReportCardAnswer.Entry) -> [String] {
        [
            entry.figure.label, FigureText.shortValue(of: entry.figure),
            FigureText.details(of: entry.figure).joined(separator: ", "),
            entry.before.map { FigureText.shortValue(of: $0) } ?? "not available",
        ]
    }

    package var title: String { answer.card.title }

    /// The headline of a line: its first figure, where it has one.
    package func headline(_ line: ReportCardAnswer.Line) -> String {
        if line.asksPartners {
            let count = partners.reduce(0) { $0 + $1.count }
            return count == 0 ? "Nobody was asked" : NumberText.plural(count, "answer", "answers")
        }
        guard let first = line.entries.first else { return "Nothing in the period" }
        if line.entries.count == 1 || !isBreakdown(line) { return FigureText.shortValue(of: first.figure) }
        return NumberText.plural(line.entries.count, "group", "groups")
    }

    /// A line whose first figure is one group of many has no number of its own.
    private func isBreakdown(_ line: ReportCardAnswer.Line) -> Bool {
        line.entries.first.map { entry in
            Dimension.allCases.contains { entry.figure.id.contains(".\($0.rawValue).") }
                || ["issue", "source", "destination", "time", "nature"].contains { entry.figure.id.contains(".\($0).") }
        } ?? false
    }

    package static let partnerColumns = ["Who", "Answers", "Mean satisfaction, 1 to 5", "Mean value, 1 to 5"]

    package var partnerRows: [[String]] {
        partners.map { said in
            [
                said.source.label, NumberText.count(said.count),
                said.satisfaction.map { NumberText.decimal($0, places: 1) } ?? "not asked",
                said.value.map { NumberText.decimal($0, places: 1) } ?? "not asked",
            ]
        }
    }

    package static let actionColumns = ["What is to be done", "Owner", "By", "Done"]

    package var actionRows: [[String]] {
        story.actions.map(\.record).map { [$0.what, $0.owner, $0.dueOn.long, $0.doneOn?.long ?? "Not yet"] }
    }

    package func document(_ format: DocumentFormat, imprint: Imprint) -> Document {
        format.document(of: tables(imprint), csv: { csv(imprint) }, json: { json(imprint) })
    }

    private func tables(_ imprint: Imprint) -> TableDocument {
        var tables: [ReportTable] = answer.boxes.map { box in
            let rows = box.lines.flatMap { line -> [[String]] in
                if line.asksPartners { return [[line.title, headline(line), "", "", ""]] }
                guard !line.entries.isEmpty else { return [[line.title, "Nothing in the period", "", "", ""]] }
                return line.entries.map { [line.title] + ReportCardDocument.cells($0) }
            }
            let columns = ["Line"] + ReportCardDocument.columns
            return ReportTable(id: box.box.rawValue, title: box.box.title, columns: columns, rows: rows)
        }
        if !partners.isEmpty {
            tables.append(
                ReportTable(
                    id: "partners",
                    title: "What key workers, panel members and partners said",
                    columns: ReportCardDocument.partnerColumns,
                    rows: partnerRows
                )
            )
        }
        if !story.actions.isEmpty {
            tables.append(
                ReportTable(
                    id: "actions",
                    title: "Actions",
                    columns: ReportCardDocument.actionColumns,
                    rows: actionRows
                )
            )
        }
        return TableDocument(
            title: "Report card: \(title)" + (part.map { " (\($0))" } ?? ""),
            lines: imprint.lines(time: .during(answer.days), knownAt: answer.knownAt),
            findings: written + answer.card.missing,
            tables: tables
        )
    }

    /// The parts that people write, with what stands in them.
    private var written: [String] {
        answer.card.parts.map { "\($0.title): \(story.words($0.id) ?? "not written yet")" }
    }

    private func csv(_ imprint: Imprint) -> [UInt8] {
        var csv = CSVText(
            columns: [
                "card", "box", "line", "figure", "from", "to", "known_at", "value", "numerator", "denominator", "low",
                "high", "value_before",
            ],
            imprint: imprint
        )
        for box in answer.boxes {
            for line in box.lines {
                for entry in line.entries {
                    let share = entry.figure.share
                    csv.append([
                        .words(answer.card.id), .words(box.box.rawValue), .words(line.title), .words(entry.figure.id),
                        .words(answer.days.from.iso), .words(answer.days.to.iso), .whole(answer.knownAt),
                        .number(entry.figure.value), .whole(share.map { Int($0.numerator) }),
                        .whole(share.map { Int($0.denominator) }), .number(entry.figure.low),
                        .number(entry.figure.high), .number(entry.before?.value),
                    ])
                }
            }
        }
        return csv.bytes
    }

    private func json(_ imprint: Imprint) -> [UInt8] {
        var json = JSONWriter(indented: true)
        json.object { json in
            json.field("card", answer.card.id)
            json.field("title", title)
            json.field("from", answer.days.from.iso)
            json.field("to", answer.days.to.iso)
            json.field("known_at", answer.knownAt)
            json.field("part", part)
            json.objects("boxes", answer.boxes) { box, json in
                json.field("box", box.box.rawValue)
                json.key("lines")
                json.array { json in for line in box.lines { write(line, &json) } }
            }
            json.objects("parts", answer.card.parts) { part, json in
                json.field("id", part.id)
                json.field("title", part.title)
                json.field("words", story.words(part.id))
            }
            json.objects("actions", story.actions.map(\.record)) { action, json in
                json.field("what", action.what)
                json.field("owner", action.owner)
                json.field("due_on", action.dueOn.iso)
                json.field("done_on", action.doneOn?.iso)
            }
            imprint.write(to: &json)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private func write(_ line: ReportCardAnswer.Line, _ json: inout JSONWriter) {
        json.object { json in
            json.field("title", line.title)
            json.objects("figures", line.entries) { entry, json in
                json.field("id", entry.figure.id)
                json.field("label", entry.figure.label)
                json.field("value", entry.figure.value)
                json.field("low", entry.figure.low)
                json.field("high", entry.figure.high)
                json.field("before", entry.before?.value)
            }
        }
    }
}

extension Keeper {
    /// A report card's last whole period by a day, of a part of the register; nil where the card is not defined.
    package func reportCard(
        _ id: String,
        asAt day: Day,
        of filter: ReportFilter = ReportFilter(),
        knownAt change: Int? = nil
    ) throws -> ReportCardDocument? {
        guard let card = definitions.reportCards.first(where: { $0.id == id }),
            let (now, before) = card.periods(endedBy: day),
            let figures = try answer(.familySupport(during: card.days(now)), of: filter, knownAt: change)
        else { return nil }
        let earlier = try answer(.familySupport(during: card.days(before)), of: filter, knownAt: change)
        let provider = filter.kept[.provider].map { Identifier<Organisation>($0) }
        let voices = try ServiceRecords(register, .all, knownAt: change).of(provider, during: card.days(now))
        return ReportCardDocument(
            answer: ReportCardAnswer(card, filter: filter, period: now, figures: figures, before: earlier),
            story: try WriteReports(self).story(
                ReportPlace(report: id, provider: provider, period: now),
                knownAt: change
            ),
            partners: voices.partners,
            part: try groupNames().words(filter),
            // What people wrote counts too, so not the change of the figures alone.
            link: Address("report-cards", id).with("as-at", now.to.iso)
                .with("known-at", "\(try change ?? register.latestChange())").keeping(filter)
        )
    }
}
