package import Documents
package import Records
import Register
package import Report
package import Values

/// A provider's service review as a document: its items in order, each with what the register fills in and what people
/// wrote.
package struct ReviewDocument: Sendable {
    package let review: ServiceReview
    package let provider: Organisation
    package let period: Period
    package let knownAt: Int
    package let monitoring: ScorecardDocument
    package let benchmark: [ReviewBenchmark]
    package let voices: ServiceRecords
    package let story: ReportStory
    /// The name of an account.
    package let names: [String: String]
    /// The page of the service that shows the same: one that is signed off is shown as it was handed in.
    package let link: Address

    package var title: String { "\(review.title): \(provider.name)" }

    package var place: ReportPlace { ReportPlace(report: review.id, provider: provider.id, period: period) }

    /// Where the review stands, in a sentence.
    package var standing: String {
        guard let signOff = story.signOff?.record else {
            let missing = review.items.filter { $0.isWritten && story.words($0.id) == nil }
            guard !missing.isEmpty else { return "Every item is written. It can be handed in." }
            return "\(NumberText.plural(missing.count, "item is", "items are")) still to be written."
        }
        let handedIn = "Handed in by \(name(signOff.submittedBy)) on \(signOff.submittedOn.long)"
        guard let signedOn = signOff.signedOn, let signedBy = signOff.signedBy else {
            return "\(handedIn). Somebody else must sign it off."
        }
        return "\(handedIn), signed off by \(name(signedBy)) on \(signedOn.long)."
    }

    package func name(_ account: String) -> String { names[account] ?? account }

    /// The tables that the register fills an item with.
    package func tables(_ filling: ServiceReview.Filling) -> [ReportTable] {
        switch filling {
        case .monitoring: [monitoringTable]
        case .feedback: [feedbackTable]
        case .studies: [studyTable]
        case .complaints: [complaintTable]
        case .actions: [actionTable]
        case .training: [trainingTable]
        case .benchmark: [benchmarkTable]
        }
    }

    private func table(_ id: String, _ title: String, _ columns: [String], _ rows: [[String]]) -> ReportTable {
        let none = ["Nothing in the period"] + Array(repeating: "", count: columns.count - 1)
        return ReportTable(id: id, title: title, columns: columns, rows: rows.isEmpty ? [none] : rows)
    }

    private var monitoringTable: ReportTable {
        let rows = Scorecard.Box.allCases.flatMap { box in
            monitoring.measures(box).map { text in
                [box.title, text.history.measure.title, text.value, text.details ?? "", text.trendWords]
            }
        }
        return table(
            "monitoring",
            "Agreed monitoring data",
            ["Question", "Measure", "Value", "Of, and 95% interval", "Trend"],
            rows
        )
    }

    private var feedbackTable: ReportTable {
        table(
            "feedback",
            "You said, we did",
            ["Said on", "Who", "What was said", "What was done"],
            voices.feedback.map(\.record).map { entry in
                let done = entry.did.map { did in entry.didOn.map { "\(did) (\($0.long))" } ?? did }
                return [entry.receivedOn.long, entry.source.label, entry.said, done ?? "Nothing yet"]
            }
        )
    }

    private var studyTable: ReportTable {
        table(
            "studies",
            "Case studies published in the period",
            ["Title", "How things were", "What was done", "What changed"],
            voices.studies.map(\.record).map { [$0.title, $0.before, $0.work, $0.after] }
        )
    }

    private var complaintTable: ReportTable {
        table(
            "complaints",
            "Complaints, concerns and compliments",
            ["Received", "Kind", "Who", "What was said", "What was done", "Outcome", "What was learnt"],
            voices.complaints.map(\.record).map { entry in
                [
                    entry.receivedOn.long, entry.kind.label, entry.source.label, entry.words,
                    entry.resolution ?? "Not resolved yet", entry.outcome?.label ?? "Open", entry.learning ?? "",
                ]
            }
        )
    }

    private var actionTable: ReportTable {
        table(
            "actions",
            "Actions agreed",
            ReportCardDocument.actionColumns,
            story.actions.map(\.record).map {
                [$0.what, $0.owner, $0.dueOn.long, $0.doneOn?.long ?? "Not yet"]
            }
        )
    }

    private var trainingTable: ReportTable {
        let courses = voices.training.map(\.record)
        let people = courses.reduce(0) { $0 + $1.people }
        let total =
            courses.isEmpty
            ? []
            : [["All", "", "", NumberText.count(people), ""]]
        return table(
            "training",
            "Training undertaken",
            ["Held on", "What it was about", "Who gave it", "Staff", "Hours each"],
            courses.map { course in
                [
                    course.heldOn.long, course.title, course.givenBy ?? "The provider", NumberText.count(course.people),
                    course.hours?.plain ?? "not noted",
                ]
            } + total
        )
    }

    private var benchmarkTable: ReportTable {
        let others = benchmark.first?.others.map(\.name) ?? []
        return table(
            "benchmark",
            "Beside other providers",
            ["Measure", provider.name] + others + ["Difference, 95% interval", "What may be said"],
            benchmark.map { row in
                [row.title, row.own.map { FigureText.shortValue(of: $0) } ?? "not available"]
                    + row.others.map { $0.figure.map { FigureText.shortValue(of: $0) } ?? "not available" }
                    + [row.differenceWords, row.verdict]
            }
        )
    }

    package func document(_ format: DocumentFormat, imprint: Imprint) -> Document {
        format.document(of: tables(imprint), csv: { csv(imprint) }, json: { json(imprint) })
    }

    private func tables(_ imprint: Imprint) -> TableDocument {
        TableDocument(
            title: title,
            lines: imprint.lines(time: .during(period), knownAt: knownAt),
            findings: [standing],
            tables: reportTables
        )
    }

    /// Every item in order, filled tables before what was written.
    package var reportTables: [ReportTable] {
        review.items.enumerated().flatMap { index, item in
            let filled = item.filled.flatMap(tables).map { table in
                ReportTable(
                    id: table.id,
                    title: "\(index + 1). \(item.title): \(table.title)",
                    columns: table.columns,
                    rows: table.rows
                )
            }
            guard item.isWritten else { return filled }
            return filled + [
                ReportTable(
                    id: item.id,
                    title: "\(index + 1). \(item.title)",
                    columns: ["What was written", "By"],
                    rows: [written(item)]
                )
            ]
        }
    }

    private func written(_ item: ServiceReview.Item) -> [String] {
        guard let narrative = story.narratives[item.id]?.record else { return ["Not written yet", ""] }
        return [narrative.words, "\(name(narrative.writtenBy)), \(narrative.writtenOn.long)"]
    }

    private func csv(_ imprint: Imprint) -> [UInt8] {
        var csv = CSVText(columns: ["item", "table", "row", "column", "value"], imprint: imprint)
        for item in review.items {
            for table in item.filled.flatMap(tables) {
                for (index, row) in table.rows.enumerated() {
                    for (column, value) in zip(table.columns, row) {
                        csv.append([
                            .words(item.id), .words(table.id), .whole(index + 1), .words(column), .words(value),
                        ])
                    }
                }
            }
            guard item.isWritten, let words = story.words(item.id) else { continue }
            csv.append([.words(item.id), .words("written"), .whole(1), .words("What was written"), .words(words)])
        }
        return csv.bytes
    }

    private func json(_ imprint: Imprint) -> [UInt8] {
        var json = JSONWriter(indented: true)
        json.object { json in
            json.field("review", review.id)
            json.field("provider", provider.id.text)
            json.field("from", period.from.iso)
            json.field("to", period.to.iso)
            json.field("known_at", knownAt)
            json.field("standing", standing)
            json.objects("items", review.items) { item, json in
                json.field("id", item.id)
                json.field("title", item.title)
                json.field("words", story.words(item.id))
                json.key("tables")
                json.array { json in for table in item.filled.flatMap(tables) { write(table, &json) } }
            }
            imprint.write(to: &json)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private func write(_ table: ReportTable, _ json: inout JSONWriter) {
        json.object { json in
            json.field("id", table.id)
            json.field("columns", table.columns)
            json.key("rows")
            json.array { json in
                for row in table.rows { json.array { json in for cell in row { json.value(cell) } } }
            }
        }
    }
}

extension Keeper {
    /// The providers with any case, by name.
    package func providersWithCases() throws -> [Organisation] {
        let codes = Set(CaseGroups(try picture().ground.snapshot).codes(.provider))
        return try register.held(Organisation.self).map(\.record).filter { codes.contains($0.id.text) }
            .sorted { $0.name < $1.name }
    }

    /// A provider's review of the last whole period by a day; nil where it or the provider is not known.
    ///
    /// A review that is signed off stands on the change it was handed in at, whatever was recorded since; what people
    /// wrote can be had as known at another change.
    package func serviceReview(
        _ id: String,
        of provider: String,
        asAt day: Day,
        knownAt asked: Int? = nil,
        wordsKnownAt written: Int? = nil
    ) throws -> ReviewDocument? {
        guard let review = definitions.serviceReviews.first(where: { $0.id == id }),
            let scorecard = definitions.scorecard(review.scorecard),
            let organisation = try register.held(Organisation.self, key: provider)?.record,
            let period = review.cadence.periods(1, endedBy: day).last
        else { return nil }
        let place = ReportPlace(report: id, provider: organisation.id, period: period)
        let story = try WriteReports(self).story(place, knownAt: asked ?? written)
        let change = asked ?? story.signOff?.record.knownAt
        let filter = ReportFilter([.provider: provider])
        let ground = try ground(filter, knownAt: change)
        return ReviewDocument(
            review: review,
            provider: organisation,
            period: period,
            knownAt: ground.snapshot.change,
            monitoring: ScorecardDocument(ground.answer(scorecard, asAt: period.to)),
            benchmark: try benchmark(scorecard, provider: provider, asAt: period.to, knownAt: change),
            voices: try ServiceRecords(register, .all, knownAt: change).of(organisation.id, during: period),
            story: story,
            names: Dictionary(try register.users().map { ($0.id, $0.name) }) { first, _ in first },
            link: Address("service-reviews", id, provider).with("as-at", period.to.iso)
                .with("known-at", try asked.map { "\($0)" } ?? (story.isSigned ? nil : "\(register.latestChange())"))
        )
    }
}
