package import Documents
package import Report
import Statistics
import Values

/// A pathway review as a document: where families are lost, how long each step takes, who enters care.
package struct PathwayDocument: Sendable {
    package let review: PathwayReview
    /// A programme's name for people.
    private let title: @Sendable (String) -> String

    package init(_ review: PathwayReview, title: @escaping @Sendable (String) -> String) {
        self.review = review
        self.title = title
    }

    /// The page of the service that shows the same.
    package var link: Address {
        Address("pathway").with("from", review.received.from.iso).with("to", review.received.to.iso)
            .with("as-at", review.day.iso).with("known-at", "\(review.knownAt)")
    }

    /// What it comes to, in sentences.
    package var findings: [String] {
        let stages = review.stages
        let worst = stages.max { $0.lost < $1.lost }
        var findings = [
            "\(NumberText.plural(stages[0].reached, "referral", "referrals")) received, \(review.received.long)."
        ]
        if let before = review.identified, before.identified > 0 {
            findings.append(
                "Of \(NumberText.plural(before.identified, "family", "families")) identified, "
                    + "\(NumberText.count(before.identified - before.referred)) had not been referred."
            )
        }
        if let worst, worst.lost > 0 {
            findings.append(
                "Most are lost before the point \(worst.title.lowercased()): \(NumberText.count(worst.lost))."
            )
        }
        for step in review.steps {
            guard let median = step.curve.median else { continue }
            findings.append("\(step.title): half within \(days(median)).")
        }
        return findings
    }

    package let stageColumns = ["Point", "Reached", "Of all", "Lost before it", "Still under way", "What it counts"]

    package var stageRows: [[String]] {
        let all = review.stages[0].reached
        return review.stages.map { stage in
            [
                stage.title, NumberText.count(stage.reached),
                NumberText.percent(Share(stage.reached, of: all)) ?? "not available", NumberText.count(stage.lost),
                NumberText.count(stage.underWay), stage.definition,
            ]
        }
    }

    package let identifiedColumns = ["Families", "How many", "Of all"]

    /// The way before the first referral.
    package var identifiedRows: [[String]] {
        guard let before = review.identified else { return [] }
        let rows = [
            ("Identified by \(before.criteria) as at \(before.on.long)", before.identified),
            ("Of these, referred or nominated", before.referred), ("Of these, a case had started", before.started),
        ]
        return rows.map { words, count in
            let share = NumberText.percent(Share(count, of: before.identified)) ?? "not available"
            return [words, NumberText.count(count), share]
        }
    }

    package let destinationColumns = ["Sent to", "Not the right service", "Declined or redirected", "Together"]

    /// Where those turned away went, and how many together.
    package var destinationRows: [[String]] {
        let places = review.destinations
        guard !places.isEmpty else { return [] }
        let sum = { (count: (PathwayReview.Destination) -> Int) in places.reduce(0) { $0 + count($1) } }
        let counts =
            places.map { ($0.name ?? "Not recorded", [$0.inappropriate, $0.declined, $0.all]) }
            + [("All", [sum(\.inappropriate), sum(\.declined), sum(\.all)])]
        return counts.map { name, counts in [name] + counts.map { NumberText.count($0) } }
    }

    package let stepColumns = [
        "Step", "Followed", "It happened to", "A quarter within", "Half within", "Three quarters within",
    ]

    package var stepRows: [[String]] {
        review.steps.map { step in
            [
                step.title, NumberText.count(step.curve.count), NumberText.count(step.happened),
                quantile(step.curve, 0.25), quantile(step.curve, 0.5), quantile(step.curve, 0.75),
            ]
        }
    }

    package let careColumns = [
        "Programme", "Followed", "Entered care", "Stay out 12 months", "Stay out 30 months",
        "Mean days out of 30 months",
        "Beside the others",
    ]

    package var careRows: [[String]] {
        review.care.map { entry in
            [
                entry.programme.map(title) ?? "All programmes", NumberText.count(entry.curve.count),
                NumberText.count(entry.curve.steps.reduce(0) { $0 + $1.events }), share(entry.curve, months: 12),
                share(entry.curve, months: CareEntry.months), NumberText.count(Int(entry.meanDaysOut.rounded())),
                entry.test.map(words) ?? "",
            ]
        }
    }

    package let notes = [
        "Times are Kaplan-Meier estimates: who is still on the way counts for as long as they were watched.",
        "Children in care when their case started are left out of the time to care; the 18th birthday ends it.",
    ]

    /// Where those went on, wait or were lost who had come to the point before, point by point.
    package var flow: Chart {
        let rows = review.stages.dropFirst().map { stage in
            StackedBarChart.Row(stage.title, [stage.reached, stage.underWay, stage.lost])
        }
        return Chart(
            "flow",
            ChartWords(
                headline: findings.dropFirst().first { $0.hasPrefix("Most") } ?? "Nobody was lost on the way",
                subtitle:
                    "Families who went on, are under way or were lost before each point, of those who could come to it",
                summary:
                    "Each row is a point of the way; its parts are those who reached it, who may still, and who will not.",
                source: "The register, as known at change \(NumberText.count(review.knownAt))."
            ),
            StackedBarChart(
                parts: [
                    .init("Reached it", .darkBlue), .init("Still under way", .grey), .init("Lost before it", .orange),
                ],
                rows: Array(rows),
                rowTitle: "Point",
                things: "families"
            )
        )
    }

    /// The share still out of care by month, with its interval.
    private var careChart: TrendChart {
        let curve = review.care.first?.curve ?? SurvivalCurve([])
        return TrendChart(
            stride(from: 0, through: CareEntry.months, by: 3).map { month in
                let days = Double(month) * 30.4375
                let interval = curve.interval(after: days)
                return .init("\(month)", curve.share(after: days), low: interval?.low, high: interval?.high)
            },
            unit: .share,
            placeTitle: "Months since the start",
            valueTitle: "Not in care since"
        )
    }

    /// The same with the words around it.
    package var care: Chart {
        Chart(
            "care",
            ChartWords(
                headline: "Children who have not entered care since their case started",
                subtitle:
                    "Share by months since the start, children of the referrals received \(review.received.long)",
                summary: notes.joined(separator: " "),
                source: "The register, as known at change \(NumberText.count(review.knownAt))."
            ),
            careChart
        )
    }

    private func share(_ curve: SurvivalCurve, months: Int) -> String {
        let days = Double(months) * 30.4375
        let interval = curve.interval(after: days)
            .map { " (\(NumberText.percent($0.low)) to \(NumberText.percent($0.high)))" }
        return NumberText.percent(curve.share(after: days)) + (interval ?? "")
    }

    private func words(_ test: LogRank) -> String {
        guard let p = test.p else { return "Nothing to compare" }
        return (p < 0.05 ? "Different" : "Chance may explain it") + ", log-rank \(NumberText.pStatement(p))"
    }

    private func quantile(_ curve: SurvivalCurve, _ happened: Double) -> String {
        curve.quantile(happened).map(days) ?? "not reached"
    }

    private func days(_ days: Double) -> String {
        NumberText.plural(Int(days.rounded()), "day", "days")
    }

    package func document(_ format: DocumentFormat, imprint: Imprint) -> Document {
        format.document(of: tables(imprint), csv: { csv(imprint) }, json: { json(imprint) })
    }

    private var reportTables: [ReportTable] {
        [
            ReportTable(id: "points", title: "Where families are lost", columns: stageColumns, rows: stageRows),
            ReportTable(
                id: "identified",
                title: "From identification to referral",
                columns: identifiedColumns,
                rows: identifiedRows.isEmpty ? [["No criteria are defined", "0", ""]] : identifiedRows
            ),
            ReportTable(
                id: "destinations",
                title: "Where referrals went that were turned away",
                columns: destinationColumns,
                rows: destinationRows.isEmpty ? [["None was turned away", "0", "0", "0"]] : destinationRows
            ),
            ReportTable(id: "steps", title: "How long each step takes", columns: stepColumns, rows: stepRows),
            ReportTable(id: "care", title: "Time to care entry", columns: careColumns, rows: careRows),
        ]
    }

    private func tables(_ imprint: Imprint) -> TableDocument {
        TableDocument(
            title: "Pathway review",
            lines: imprint.lines(
                covers: "Referrals received \(review.received.long), as at \(review.day.long)",
                knownAt: review.knownAt
            ),
            findings: findings + notes,
            tables: reportTables,
            charts: [flow, care]
        )
    }

    private func csv(_ imprint: Imprint) -> [UInt8] {
        var csv = CSVText(
            columns: ["point", "sent_to", "reached", "lost", "under_way", "inappropriate", "declined"],
            imprint: imprint
        )
        for stage in review.stages {
            csv.append([
                .words(stage.title), .words(nil), .whole(stage.reached), .whole(stage.lost), .whole(stage.underWay),
                .words(nil), .words(nil),
            ])
        }
        for place in review.destinations {
            csv.append([
                .words("Turned away"), .words(place.name), .words(nil), .words(nil), .words(nil),
                .whole(place.inappropriate), .whole(place.declined),
            ])
        }
        return csv.bytes
    }

    private func json(_ imprint: Imprint) -> [UInt8] {
        var json = JSONWriter(indented: true)
        json.object { json in
            json.field("from", review.received.from.iso)
            json.field("to", review.received.to.iso)
            json.field("as_at", review.day.iso)
            json.field("known_at", review.knownAt)
            json.objects("points", review.stages) { stage, json in
                json.field("title", stage.title)
                json.field("reached", stage.reached)
                json.field("lost", stage.lost)
                json.field("under_way", stage.underWay)
            }
            if let before = review.identified {
                json.key("identified")
                json.object { json in
                    json.field("criteria", before.criteria)
                    json.field("as_at", before.on.iso)
                    json.field("families", before.identified)
                    json.field("referred", before.referred)
                    json.field("started", before.started)
                }
            }
            json.objects("destinations", review.destinations) { place, json in
                json.field("sent_to", place.name)
                json.field("inappropriate", place.inappropriate)
                json.field("declined", place.declined)
            }
            json.objects("steps", review.steps) { step, json in
                json.field("title", step.title)
                json.field("followed", step.curve.count)
                json.field("happened", step.happened)
                json.field("median_days", step.curve.median)
            }
            json.key("care_entry")
            json.array { json in for entry in review.care { write(entry, &json) } }
            imprint.write(to: &json)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private func write(_ entry: CareEntry, _ json: inout JSONWriter) {
        json.object { json in
            json.field("programme", entry.programme)
            json.field("followed", entry.curve.count)
            json.field("in_care_at_start", entry.inCare)
            json.field("mean_days_out", entry.meanDaysOut)
            json.field("log_rank_p", entry.test?.p)
            json.objects("entries", entry.curve.steps) { step, json in
                json.field("days", step.days)
                json.field("at_risk", step.atRisk)
                json.field("events", step.events)
                json.field("out_of_care", step.share)
                json.field("entered", entry.incidence.share(by: step.days))
            }
        }
    }
}
