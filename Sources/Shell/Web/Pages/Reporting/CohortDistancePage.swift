import Actions
import Assess
import Definitions
import Documents
import Records
import Report
import Statistics
import Values

extension Pages {
    /// How far families came whose distance was last measured in a period; what is published for who may see no more.
    func cohortDistance(_ request: PageRequest) throws -> PageAnswer {
        guard viewer.seesFigures else {
            return try issued(
                "Distance travelled",
                "How far families came, as it was published.",
                section: Address("distance-travelled")
            ) { $0.content == .distance }
        }
        var reader = DateReader(request)
        let usual = Period.last(months: 12, asAt: try keeper.today())
        let from = reader.day("from", "The first day", or: usual.from)
        let to = reader.day("to", "The last day", or: usual.to)
        if to < from {
            let words = "The last day must be the same as or after the first day"
            reader.errors.append(FormError(words, at: "field-to-day"))
        }
        let period = Period(from: from, to: to) ?? usual
        guard let change = askedChange(request) else { return notFound() }
        guard request.asked("audience") != Audience.public.rawValue else {
            return try publicDistance(
                request,
                reader,
                keeper.publicDistance(measuredIn: period, knownAt: change.number)
            )
        }
        let filter = AskedPart(request).filter
        let document = try keeper.distance(measuredIn: period, of: filter, knownAt: change.number)
        let imprint = try keeper.imprint(document.link, of: filter, knownAt: document.knownAt)
        if reader.errors.isEmpty, let format = request.asked("format").flatMap(DocumentFormat.init) {
            return try download(document.document(format, imprint: imprint), format, named: "distance")
        }
        let head = Page(
            "Distance travelled",
            caption: [period.long, document.part].compactMap(\.self).joined(separator: "; "),
            title: "Distance travelled, \(period.long)" + (document.part.map { ", \($0)" } ?? "") + change.titleEnd,
            section: Address("distance-travelled"),
            way: way(),
            errors: reader.errors,
            imprint: imprint.page(time: .during(period), knownAt: document.knownAt)
        )
        return page(head, status: reader.errors.isEmpty ? 200 : 422) { html in
            question(reader, (try? part(fields: filter)) ?? [], &html)
            for finding in document.findings { html.paragraph(finding) }
            guard !document.cohort.families.isEmpty else { return }
            CohortPictures(document).write(&html)
            groups(document, &html)
            html.bullets(DistanceDocument.notes)
            html.links([
                Link("Show it as it may be published", document.link.with("audience", Audience.public.rawValue))
            ])
            takeAway(document.link, &html)
        }
    }

    private func groups(_ document: DistanceDocument, _ html: inout HTML) {
        html.heading("Group by group", id: "groups")
        for dimension in DistanceDocument.dimensions {
            html.table(
                DataTable(
                    caption: "By \(dimension.title.lowercased())",
                    columns: DistanceDocument.groupColumns.map { TableColumn($0) },
                    rows: document.rows(dimension).map { $0.map { .text($0) } }
                )
            )
        }
        html.heading("Area by area", id: "areas")
        for (caption, columns, rows) in [
            ("Levels of every area", DistanceDocument.levelColumns, document.cohort.areas.map { document.levels($0) }),
            (
                "Changes of every area, with tests", DistanceDocument.changeColumns,
                document.cohort.areas.map(document.changes)
            ),
        ] {
            html.table(
                DataTable(
                    caption: caption,
                    columns: columns.map { TableColumn($0) },
                    rows: rows.map { $0.map { .text($0) } }
                )
            )
        }
    }

    private func question(_ reader: DateReader, _ part: [FormField], _ html: inout HTML) {
        let error = { (id: String) in reader.errors.first { $0.inputID?.hasPrefix("field-\(id)-") ?? false }?.words }
        let date = { (name: String, label: String) in
            FormField(name, label: label, error: error(name), input: .date(reader.dates[name] ?? DateInput()))
        }
        let form = Form(
            action: Address("distance-travelled"),
            method: .get,
            fields: [date("from", "Last measured from"), date("to", "Last measured to")] + part,
            button: "Show the families"
        )
        html.details("Change the period or the part", isOpen: !reader.errors.isEmpty) { $0.form(form) }
    }

    /// Families by group as they may be published: small counts hidden, and all that would give them away.
    private func publicDistance(
        _ request: PageRequest,
        _ reader: DateReader,
        _ published: PublicDistanceDocument
    ) throws -> PageAnswer {
        let period = published.period
        let imprint = try keeper.imprint(published.link, knownAt: published.knownAt)
        if reader.errors.isEmpty, let format = request.asked("format").flatMap(DocumentFormat.init) {
            let file = published.document(format, imprint: imprint)
            return try download(file, format, named: "distance-for-publication")
        }
        let head = Page(
            "Distance travelled",
            caption: "\(period.long), for publication",
            title: "Distance travelled, \(period.long), for publication, known at change \(published.knownAt)",
            section: Address("distance-travelled"),
            way: way(),
            errors: reader.errors,
            imprint: imprint.page(time: .during(period), knownAt: published.knownAt)
        )
        return page(head, status: reader.errors.isEmpty ? 200 : 422) { html in
            question(reader, [], &html)
            for note in published.notes { html.paragraph(note) }
            for table in published.tables {
                html.table(
                    DataTable(
                        caption: table.title,
                        columns: table.columns.enumerated().map { TableColumn($1, $0 == 0 ? .words : .number) },
                        rows: table.rows.map { $0.map { .text($0) } }
                    )
                )
            }
            takeAway(published.link, &html)
            let schedules = keeper.definitions.publications.filter { $0.content == .distance }
            publishing(published.distance.protection, by: schedules, period, &html)
        }
    }
}

/// The pictures of a cohort's distance.
private struct CohortPictures {
    private let document: DistanceDocument
    private let areas: [DistanceArea]

    init(_ document: DistanceDocument) {
        self.document = document
        areas = document.cohort.areas
    }

    private func words(_ headline: String, _ subtitle: String, _ summary: String) -> ChartWords {
        ChartWords(
            headline: headline,
            subtitle: "\(subtitle), \(document.period.long)",
            summary: summary,
            source: "The register, as known at change \(NumberText.count(document.knownAt))."
        )
    }

    func write(_ html: inout HTML) {
        html.chart(changes)
        html.chart(split)
        html.chart(slope)
        html.chart(levels)
        html.chart(matrix)
    }

    /// Better, the same and worse, of the families with room to improve in each area.
    private var changes: Chart {
        let better = areas.count { $0.adjustedP < 0.05 && $0.net > 0 }
        return Chart(
            "changes",
            words(
                "In \(NumberText.plural(better, "area", "areas")) of \(areas.count) more families are better than worse, by more than chance",
                "Families worse, the same and better in each area",
                "Each row is an area; each part is how many families are worse, the same or better now than at the start."
            ),
            StackedBarChart(
                parts: [
                    .init("Worse", .orange), .init("No change", .grey), .init("Better", .darkBlue),
                ],
                rows: areas.map { .init($0.area.title, [$0.worse, $0.same, $0.better]) },
                rowTitle: "Area",
                things: "families"
            )
        )
    }

    /// Of those with room to improve.
    private var split: Chart {
        let best = areas.max { ($0.improved.value ?? 0) < ($1.improved.value ?? 0) }
        return Chart(
            "room",
            words(
                best.map { "Most improved where there was room: \($0.area.title.lowercasedFirst)" }
                    ?? "Improved where there was room",
                "Share better now, of the families with room to improve at the start",
                "A family has room in an area whose level at the start is 3 or more. The lines are 95% intervals."
            ),
            IntervalChart(
                areas.map { area in
                    let interval = Wilson.interval(area.withRoomBetter, of: area.withRoom)
                    let value = NumberText.percent(area.improved) ?? "none"
                    return .init(
                        area.area.title,
                        value: area.improved.value,
                        low: interval?.low,
                        high: interval?.high,
                        words: "\(value), \(area.withRoomBetter) of \(area.withRoom)"
                    )
                },
                rowTitle: "Area",
                valueTitle: "Better now, of those with room"
            )
        )
    }

    /// Mean of the areas' medians by heading: start, first review, now.
    private var slope: Chart {
        let groups = Dictionary(grouping: areas) { $0.area.group ?? "Areas" }
        let names = areas.map { $0.area.group ?? "Areas" }.reduce(into: [String]()) { names, name in
            if !names.contains(name) { names.append(name) }
        }
        let series = names.map { name in
            let own = groups[name] ?? []
            let middle = { (levels: (DistanceArea) -> DistanceArea.Levels?) in
                Sample(own.compactMap { levels($0)?.median }).mean
            }
            return LineChart.Series(name, [middle { $0.start }, middle { $0.first }, middle { $0.latest }])
        }
        return Chart(
            "slope",
            words(
                "From the start over the first review to now",
                "Median level of need, its mean over the areas of each heading",
                "Needs may go up at the first review, when families tell more, and come down after."
            ),
            LineChart(
                ["Start", "First review", "Now"],
                series,
                unit: .number("Level of need", places: 2),
                placeTitle: "When"
            )
        )
    }

    private var range: ClosedRange<Double> {
        let items = document.cohort.instrument?.items ?? []
        return (items.map(\.low.double).min() ?? 1)...(items.map(\.high.double).max() ?? 5)
    }

    /// Medians of every area on every occasion.
    private var levels: Chart {
        Chart(
            "levels",
            words(
                "The middle family's level in every area",
                "Median level of need by area and occasion",
                "1 is none and 5 is critical or complex; the darker the greater the need."
            ),
            HeatMap(
                columns: ["Start", "First review", "Now"],
                rows: areas.map { .init($0.area.title, [$0.start?.median, $0.first?.median, $0.latest?.median]) },
                unit: .number("Level", places: 1),
                range: range,
                rowTitle: "Area"
            )
        )
    }

    /// From which level to which.
    private var matrix: Chart {
        let moves = document.cohort.transitions
        let most = moves.counts.flatMap(\.self).max() ?? 0
        return Chart(
            "matrix",
            words(
                "\(NumberText.count(moves.down)) levels came down, \(NumberText.count(moves.same)) stayed and \(NumberText.count(moves.up)) went up",
                "From which level to which: every area of every family",
                "Rows are levels at the start and columns levels now. Left of the diagonal a need is less than it was."
            ),
            HeatMap(
                columns: moves.counts.indices.map { "Now \($0 + 1)" },
                rows: moves.counts.enumerated().map { index, row in
                    .init("Level \(index + 1) at the start", row.map { Double($0) })
                },
                unit: .count("Areas"),
                range: 0...Double(max(1, most)),
                rowTitle: "At the start"
            )
        )
    }
}
