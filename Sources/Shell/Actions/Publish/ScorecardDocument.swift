package import Documents
package import Report
import Statistics
import Values

/// A scorecard as a document: its measures by box, each with what chance allows to be said.
package struct ScorecardDocument: Sendable {
    package let answer: ScorecardAnswer

    package init(_ answer: ScorecardAnswer) {
        self.answer = answer
    }

    /// The measures of a box in words, in the order of the scorecard.
    package func measures(_ box: Scorecard.Box) -> [MeasureText] {
        answer.measures.filter { $0.measure.box == box }.map(text)
    }

    package func text(_ history: MeasureHistory) -> MeasureText {
        MeasureText(history, every: answer.scorecard.cadence)
    }

    /// What the numbers stand on, and what is not among them.
    package var notes: [String] {
        let cadence = answer.scorecard.cadence
        let last = answer.periods.last.map { "The last whole \(cadence.rawValue) is \($0.long)." }
        let chance =
            "Improving and worsening are said where chance does not explain the last \(cadence.rawValue) (an XmR chart, "
            + "at least \(MeasureHistory.fewest) \(cadence.plural))."
        return [last, chance].compactMap(\.self) + answer.scorecard.missing
    }

    /// The page of the service that shows it, as known at the same change.
    package var link: Address {
        Address("scorecards", answer.scorecard.id).with("as-at", answer.day.iso)
            .with("known-at", "\(answer.knownAt)")
    }

    package func document(_ format: DocumentFormat, imprint: Imprint) -> Document {
        format.document(of: tables(imprint), csv: { csv(imprint) }, json: { json(imprint) })
    }

    package static let columns = ["Measure", "Value", "Of, and 95% interval", "Target", "Against the target", "Trend"]

    package func cells(_ text: MeasureText) -> [String] {
        [
            text.history.measure.title, text.value, text.details ?? "", text.target ?? "",
            text.targetVerdict?.words ?? "", text.trendWords,
        ]
    }

    private func tables(_ imprint: Imprint) -> TableDocument {
        TableDocument(
            title: answer.scorecard.title,
            lines: imprint.lines(time: .asAt(answer.day), knownAt: answer.knownAt),
            findings: notes,
            tables: reportTables,
            charts: charts
        )
    }

    /// The measures by box.
    package var reportTables: [ReportTable] {
        Scorecard.Box.allCases.compactMap { box in
            let measures = measures(box)
            guard !measures.isEmpty else { return nil }
            return ReportTable(
                id: box.rawValue,
                title: box.title,
                columns: ScorecardDocument.columns,
                rows: measures.map(cells)
            )
        }
    }

    /// The history of each measure.
    private var charts: [Chart] {
        Scorecard.Box.allCases.flatMap(measures).map { text in
            let measure = text.history.measure
            return Chart(
                "history-\(measure.id)",
                ChartWords(
                    headline: "\(measure.title): \(text.trendWords)",
                    subtitle: "\(measure.title), as at \(answer.day.long)",
                    summary: text.sentences.joined(separator: " "),
                    source: "The register, as known at change \(NumberText.count(answer.knownAt))."
                ),
                text.chart
            )
        }
    }

    private func csv(_ imprint: Imprint) -> [UInt8] {
        let columns = [
            "scorecard", "measure", "figure", "from", "to", "known_at", "value", "numerator", "denominator", "low",
            "high", "target", "signal", "cause",
        ]
        var csv = CSVText(columns: columns, imprint: imprint)
        for history in answer.measures {
            let points = points(history)
            for (index, place) in history.places.enumerated() {
                let share = place.figure?.share
                csv.append([
                    .words(answer.scorecard.id), .words(history.measure.id), .words(history.measure.figure),
                    .words(place.period.from.iso), .words(place.period.to.iso), .whole(answer.knownAt),
                    .number(place.figure?.value), .whole(share.map { Int($0.numerator) }),
                    .whole(share.map { Int($0.denominator) }), .number(place.figure?.low),
                    .number(place.figure?.high), .number(history.measure.target),
                    .words(points[index]?.signal.rawValue), .words(points[index]?.cause?.rawValue),
                ])
            }
        }
        return csv.bytes
    }

    /// What each place says, where there are enough to judge by.
    private func points(_ history: MeasureHistory) -> [Int: ProcessChart.Point] {
        guard history.isJudged else { return [:] }
        return Dictionary(zip(history.known, history.chart?.points ?? []), uniquingKeysWith: { first, _ in first })
    }

    private func json(_ imprint: Imprint) -> [UInt8] {
        var json = JSONWriter(indented: true)
        json.object { json in
            json.field("scorecard", answer.scorecard.id)
            json.field("title", answer.scorecard.title)
            json.field("as_at", answer.day.iso)
            json.field("known_at", answer.knownAt)
            json.key("measures")
            json.array { json in for history in answer.measures { write(history, &json) } }
            imprint.write(to: &json)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private func write(_ history: MeasureHistory, _ json: inout JSONWriter) {
        let text = text(history)
        let points = points(history)
        json.object { json in
            json.field("id", history.measure.id)
            json.field("title", history.measure.title)
            json.field("box", history.measure.box.rawValue)
            json.field("figure", history.measure.figure)
            json.field("target", history.measure.target)
            json.field("against_target", text.targetVerdict?.words)
            json.field("trend", text.trendWords)
            json.field("trial_limits", history.chart.map(\.hasTrialLimits))
            json.field("curve_turned", history.isTurned)
            json.key("periods")
            json.array { json in
                for (index, place) in history.places.enumerated() {
                    json.object { json in
                        json.field("from", place.period.from.iso)
                        json.field("to", place.period.to.iso)
                        json.field("value", place.figure?.value)
                        json.field("low", place.figure?.low)
                        json.field("high", place.figure?.high)
                        json.field("signal", points[index]?.signal.rawValue)
                    }
                }
            }
        }
    }
}
