package import Documents
package import Report
package import Values

/// An evaluation framework as a document: outcome, measures, methods, and which of them are filled.
package struct FrameworkDocument: Sendable {
    package let filled: FilledFramework

    package init(_ filled: FilledFramework) {
        self.filled = filled
    }

    /// The page of the service that shows the same.
    package var link: Address {
        Address("frameworks", filled.framework.id).with("as-at", filled.day.iso)
            .with("known-at", "\(filled.knownAt)")
    }

    package var findings: [String] {
        let measures = filled.measures
        let done = measures.count(where: \.isFilled)
        let methods = filled.outcomes.flatMap(\.methods)
        let idle = methods.filter { $0.completed == 0 }
        let idleNames = idle.map(\.method.title).joined(separator: "; ")
        return [
            "\(NumberText.count(done)) of \(NumberText.plural(measures.count, "measure has", "measures have")) a value for the twelve months to \(filled.day.long).",
            idle.isEmpty
                ? "Every method with an instrument brought data in." : "Nothing came in by: \(idleNames).",
        ]
    }

    package static let measureColumns = [
        "Measure of success", "Direct or proxy", "Value", "Of, and 95% interval", "Filled",
    ]

    package static func cells(_ measure: FilledFramework.Measure) -> [String] {
        [
            measure.measure.title, measure.measure.isProxy ? "Proxy" : "Direct",
            measure.figure.map { FigureText.shortValue(of: $0) } ?? "not available",
            measure.figure.map { FigureText.details(of: $0).joined(separator: ", ") } ?? "",
            measure.isFilled ? "Yes" : "No",
        ]
    }

    package static let methodColumns = ["Data collection method", "How", "Completed in 12 months", "Last"]

    package func cells(_ method: FilledFramework.Method) -> [String] {
        [
            method.method.title, method.method.way.title,
            method.completed.map(NumberText.count) ?? "Part of the record",
            method.lastOn?.long ?? "",
        ]
    }

    package func document(_ format: DocumentFormat, imprint: Imprint) -> Document {
        format.document(of: tables(imprint), csv: { csv(imprint) }, json: { json(imprint) })
    }

    private func tables(_ imprint: Imprint) -> TableDocument {
        TableDocument(
            title: "Evaluation framework: \(filled.framework.title)",
            lines: imprint.lines(time: .during(filled.period), knownAt: filled.knownAt),
            findings: findings,
            tables: [
                ReportTable(
                    id: "measures",
                    title: "Outcomes and measures of success",
                    columns: ["Outcome"] + FrameworkDocument.measureColumns,
                    rows: filled.outcomes.flatMap { outcome in
                        outcome.measures.map { [outcome.outcome.title] + FrameworkDocument.cells($0) }
                    }
                ),
                ReportTable(
                    id: "methods",
                    title: "Data collection methods",
                    columns: ["Outcome"] + FrameworkDocument.methodColumns,
                    rows: filled.outcomes.flatMap { outcome in
                        outcome.methods.map { [outcome.outcome.title] + cells($0) }
                    }
                ),
            ]
        )
    }

    private func csv(_ imprint: Imprint) -> [UInt8] {
        var csv = CSVText(
            columns: ["outcome", "measure", "figure", "proxy", "value", "low", "high", "known_at"],
            imprint: imprint
        )
        for outcome in filled.outcomes {
            for measure in outcome.measures {
                csv.append([
                    .words(outcome.outcome.title), .words(measure.measure.title), .words(measure.measure.figure),
                    .words(measure.measure.isProxy ? "yes" : "no"), .number(measure.figure?.value),
                    .number(measure.figure?.low), .number(measure.figure?.high), .whole(filled.knownAt),
                ])
            }
        }
        return csv.bytes
    }

    private func json(_ imprint: Imprint) -> [UInt8] {
        var json = JSONWriter(indented: true)
        json.object { json in
            json.field("framework", filled.framework.id)
            json.field("title", filled.framework.title)
            json.field("from", filled.period.from.iso)
            json.field("to", filled.period.to.iso)
            json.field("known_at", filled.knownAt)
            json.key("outcomes")
            json.array { json in for outcome in filled.outcomes { write(outcome, &json) } }
            imprint.write(to: &json)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private func write(_ outcome: FilledFramework.Outcome, _ json: inout JSONWriter) {
        json.object { json in
            json.field("outcome", outcome.outcome.title)
            json.objects("measures", outcome.measures) { measure, json in
                json.field("title", measure.measure.title)
                json.field("figure", measure.measure.figure)
                json.field("value", measure.figure?.value)
            }
            json.objects("methods", outcome.methods) { method, json in
                json.field("title", method.method.title)
                json.field("completed", method.completed)
                json.field("last", method.lastOn?.iso)
            }
        }
    }
}

extension EvaluationFramework.Way {
    package var title: String {
        switch self {
        case .routine: "Regularly, in the work"
        case .sample: "By samples"
        case .followUp: "Followed up longer"
        }
    }
}

extension EvaluationFramework.Term {
    package var title: String {
        switch self {
        case .short: "Short term"
        case .medium: "Medium term"
        case .long: "Longer term"
        }
    }
}

extension Keeper {
    /// An evaluation framework filled from the twelve months to a day; nil where it is not defined.
    package func framework(_ id: String, asAt day: Day, knownAt change: Int? = nil) throws -> FrameworkDocument? {
        guard let framework = definitions.frameworks.first(where: { $0.id == id }) else { return nil }
        return FrameworkDocument(try picture(knownAt: change).ground.fill(framework, asAt: day))
    }
}
