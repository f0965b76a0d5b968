package import Report
import Statistics
import Values

extension PublicReport {
    /// The report as it may be published; `rule` says in words which counts are hidden.
    package func document(
        _ format: DocumentFormat,
        imprint: Imprint,
        rule: String,
        _ standing: PublicStanding = .preview
    ) -> Document {
        format.document(
            of: tables(imprint, rule, standing),
            csv: { csv(imprint) },
            json: { json(imprint, rule, standing) }
        )
    }

    /// The columns of its table.
    package static let columns = ["Figure", "Value", "Numerator", "Denominator", "Name to cite"]

    /// A figure in words, hidden counts as `c`.
    package func cells(_ line: Line) -> [String] {
        let hidden = line.figure.unit == .share && line.isHidden ? "c" : ""
        return [
            line.figure.label, line.words, line.of?.numerator ?? hidden, line.of?.denominator ?? hidden,
            line.figure.id,
        ]
    }

    package var table: ReportTable {
        ReportTable(id: "figures", title: "Figures", columns: PublicReport.columns, rows: lines.map(cells))
    }

    /// What must be said beside the figures.
    package func notes(_ rule: String) -> [String] {
        let withheld = "Nothing of this can be published: earlier publications would give counts away."
        return (protection.isWithheld ? [withheld] : []) + [rule]
    }

    private func tables(_ imprint: Imprint, _ rule: String, _ standing: PublicStanding) -> TableDocument {
        TableDocument(
            title: "\(answer.title), for publication",
            lines: imprint.lines(time: answer.time, knownAt: answer.knownAt),
            findings: standing.notes + notes(rule),
            tables: [table],
            marking: standing.marking
        )
    }

    private func csv(_ imprint: Imprint) -> [UInt8] {
        let columns = ["report", "from", "to", "known_at", "id", "label", "value", "numerator", "denominator", "unit"]
        var csv = CSVText(columns: columns, imprint: imprint)
        let (from, to) = days
        for line in lines {
            let cells = cells(line)
            csv.append([
                .words(answer.report), .words(from?.iso), .words(to.iso), .whole(answer.knownAt),
                .words(line.figure.id),
                .words(line.figure.label), .words(cells[1]), .words(cells[2]), .words(cells[3]),
                .words(line.figure.unit.rawValue),
            ])
        }
        return csv.bytes
    }

    private var days: (from: Day?, to: Day) {
        switch answer.time {
        case .asAt(let day): (nil, day)
        case .during(let period): (period.from, period.to)
        }
    }

    /// As `figures.md` has a report; why a value is hidden is not said, since that would narrow what it can be.
    private func json(_ imprint: Imprint, _ rule: String, _ standing: PublicStanding) -> [UInt8] {
        var json = JSONWriter(indented: true)
        json.object { json in
            let (from, to) = days
            json.field("report", answer.report)
            json.field("audience", "public")
            standing.write(to: &json)
            if let from {
                json.field("from", from.iso)
                json.field("to", to.iso)
            } else {
                json.field("as_at", to.iso)
            }
            json.field("known_at", answer.knownAt)
            json.field("rule", rule)
            json.field("withheld", protection.isWithheld)
            json.objects("figures", lines) { write($0, &$1) }
            imprint.write(to: &json)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private func write(_ line: Line, _ json: inout JSONWriter) {
        json.field("id", line.figure.id)
        json.field("label", line.figure.label)
        json.field("unit", line.figure.unit.rawValue)
        // A rounded count is the number that is printed.
        let isCount = line.figure.unit == .count
        json.field("value", line.isHidden ? nil : isCount ? Double(line.words) : line.figure.value)
        if line.isHidden { json.field("hidden", true) }
        if let of = line.of {
            json.field("numerator", Int(of.numerator))
            json.field("denominator", Int(of.denominator))
        }
        json.field("definition", line.figure.definition)
    }
}
