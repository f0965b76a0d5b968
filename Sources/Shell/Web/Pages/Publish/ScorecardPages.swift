import Definitions
import Actions
import Documents
import Register
import Report
import Values

extension Pages {
    /// The scorecards among the definitions.
    func scorecards(_ request: PageRequest) throws -> PageAnswer {
        page(Page("Scorecards", section: Address("scorecards"), way: way())) { html in
            html.lead("Measures that are looked at together, each against its target and against chance.")
            html.table(
                DataTable(
                    caption: "Scorecards",
                    columns: ["Scorecard", "Looked at", .number("Measures"), "Source"],
                    rows: keeper.definitions.scorecards.map { card in
                        [
                            .link(card.title, Address("scorecards", card.id)), .text("Every \(card.cadence.rawValue)"),
                            .text(NumberText.count(card.measures.count)), .text(card.provenance.document),
                        ]
                    },
                    whenEmpty: "There are no scorecards among the definitions."
                )
            )
            html.note(
                "A scorecard is a definition file: your own goes into the folder of definitions the service was started with."
            )
        }
    }

    /// One scorecard: a wall of measures.
    func scorecard(_ request: PageRequest) throws -> PageAnswer {
        guard let asked = try AskedScorecard(request, keeper) else { return notFound() }
        let answer = asked.answer
        let document = ScorecardDocument(answer)
        let imprint = try keeper.imprint(document.link.keeping(asked.filter), of: asked.filter, knownAt: answer.knownAt)
        if asked.errors.isEmpty, let format = request.asked("format").flatMap(DocumentFormat.init) {
            return try download(
                document.document(format, imprint: imprint),
                format,
                named: answer.scorecard.id
            )
        }
        let head = Page(
            answer.scorecard.title,
            caption: try ["Scorecard, as at \(answer.day.long)", keeper.groupNames().words(asked.filter)]
                .compactMap(\.self).joined(separator: "; "),
            title: "\(answer.scorecard.title), as at \(answer.day.long)" + asked.knownWords,
            section: Address("scorecards"),
            way: way(Link("Scorecards", Address("scorecards"))),
            errors: asked.errors,
            imprint: imprint.page(time: .asAt(answer.day), knownAt: answer.knownAt)
        )
        return page(head, status: asked.errors.isEmpty ? 200 : 422) { html in
            asked.question((try? part(fields: asked.filter)) ?? [], &html)
            html.bullets(document.notes)
            for box in Scorecard.Box.allCases { wall(box, document, asked, &html) }
            html.heading("Take it away")
            html.links(downloads(asked.address))
        }
    }

    private func wall(
        _ box: Scorecard.Box,
        _ document: ScorecardDocument,
        _ asked: AskedScorecard,
        _ html: inout HTML
    ) {
        let measures = document.measures(box)
        guard !measures.isEmpty else { return }
        html.heading(box.title)
        html.tiles(
            measures.map { text in
                FigureTile(
                    label: text.history.measure.title,
                    number: text.value,
                    details: text.detailsAndTarget,
                    verdict: text.trend,
                    sparkline: nil,
                    opens: asked.opens(text.history.measure.id)
                )
            }
        )
        html.table(
            DataTable(
                caption: "\(box.title) Every measure in words",
                columns: ScorecardDocument.columns.map { TableColumn($0) },
                rows: measures.map { text in
                    let cells = document.cells(text)
                    return [.link(cells[0], asked.opens(text.history.measure.id))]
                        + cells.dropFirst().map { CellContent.text($0) }
                }
            )
        )
    }

    /// One measure of a scorecard: its history, what it says, and what moved.
    func scorecardMeasure(_ request: PageRequest) throws -> PageAnswer {
        guard let asked = try AskedScorecard(request, keeper, measure: request.parameters["name"] ?? ""),
            let history = asked.answer.measures.first
        else { return notFound() }
        guard asked.errors.isEmpty else { return try scorecard(request) }
        let answer = asked.answer
        let document = ScorecardDocument(answer)
        let text = document.text(history)
        let told = request.asked("by").flatMap(Dimension.init(rawValue:))
        let head = Page(
            history.measure.title,
            caption: "\(answer.scorecard.title), as at \(answer.day.long)",
            title: "\(history.measure.title), \(answer.scorecard.title), as at \(answer.day.long)" + asked.knownWords
                + (told.map { ", by \($0.title.lowercased())" } ?? ""),
            section: Address("scorecards"),
            way: way(
                Link("Scorecards", Address("scorecards")),
                Link(answer.scorecard.title, asked.address)
            ),
            imprint: try keeper.imprint().page(time: .asAt(answer.day), knownAt: answer.knownAt)
        )
        let movement =
            viewer.may(open: .figure)
            ? try keeper.movement(history, of: asked.filter, knownAt: asked.knownAt) : nil
        let dimension = told ?? .team
        let breakdown = try keeper.breakdown(history, by: dimension, of: asked.filter, knownAt: asked.knownAt)
        let picture = try keeper.picture(knownAt: asked.knownAt)
        return page(head) { html in
            for sentence in text.sentences { html.paragraph(sentence) }
            facts(history, text, asked, &html)
            chart(text, answer, &html)
            breakdowns(breakdown, dimension, asked, history, &html)
            if let movement { moved(movement, history, MemberWords(picture), answer.scorecard, &html) }
        }
    }

    private func facts(
        _ history: MeasureHistory,
        _ text: MeasureText,
        _ asked: AskedScorecard,
        _ html: inout HTML
    ) {
        let measure = history.measure
        // Of a programme without any case there is no figure to open.
        let opened = history.latest == nil ? nil : asked.answer.periods.last.map { asked.figure(measure, $0) }
        html.summaryList(
            [
                SummaryRow("Figure", opened.map { CellContent.link(measure.figure, $0) } ?? .text(measure.figure)),
                history.latest.map { SummaryRow("What it means", $0.definition) },
                SummaryRow("Better when", measure.better.words),
                text.target.map { SummaryRow("Target", $0) },
                measure.owner.map { SummaryRow("Owner", $0) },
                measure.story.map { SummaryRow("The story behind it", $0) },
            ].compactMap(\.self)
        )
    }

    private func chart(_ text: MeasureText, _ answer: ScorecardAnswer, _ html: inout HTML) {
        let cadence = answer.scorecard.cadence
        html.chart(
            Chart(
                "history",
                ChartWords(
                    headline: "\(text.history.measure.title): \(text.trendWords.lowercasedFirst)",
                    subtitle:
                        "\(text.history.measure.title), the last \(NumberText.plural(answer.periods.count, cadence.rawValue, cadence.plural))",
                    summary: text.sentences.joined(separator: " "),
                    source: "The register, as known at change \(NumberText.count(answer.knownAt))."
                ),
                text.chart
            )
        )
    }

    /// Which records moved the figure since the period before.
    private func moved(
        _ movement: FigureMovement,
        _ history: MeasureHistory,
        _ words: MemberWords,
        _ scorecard: Scorecard,
        _ html: inout HTML
    ) {
        html.heading("What moved since the \(scorecard.cadence.rawValue) before", id: "moved")
        let groups = [
            ("Counted now and not before", movement.joined), ("Counted before and not now", movement.left),
            ("Stands in another way than before", movement.changed),
        ]
        guard groups.contains(where: { !$0.1.isEmpty }) else {
            html.paragraph("The same records stand behind both, in the same way.")
            return
        }
        for (title, changes) in groups where !changes.isEmpty {
            let shown = changes.prefix(50)
            let rest = changes.count - shown.count
            html.table(
                DataTable(
                    caption: "\(title): \(NumberText.plural(changes.count, "record", "records"))",
                    columns: ["Record", "Family", "Before", "Now"],
                    rows: shown.map { change in
                        [
                            words.record(change.record), words.family(change.record),
                            .text(change.before?.because ?? "Not among them"),
                            .text(change.after?.because ?? "Not among them"),
                        ]
                    }
                )
            )
            if rest > 0 {
                html.note(
                    "\(NumberText.plural(rest, "more record is", "more records are")) behind the figure's own page."
                )
            }
        }
    }
}

/// The scorecard and the day in a page's address.
struct AskedScorecard {
    let answer: ScorecardAnswer
    /// As known at this change; nil is now.
    let knownAt: Int?
    /// The part of the register.
    let filter: ReportFilter
    let errors: [FormError]
    private let date: DateInput

    /// Nil where there is no such scorecard, or no such measure in it.
    init?(_ request: PageRequest, _ keeper: Keeper, measure: String? = nil) throws {
        var reader = DateReader(request)
        let day = reader.day("as-at", "The day", or: try keeper.today())
        knownAt = try request.asked("known-at").map { try keeper.register.resolveKnownAt($0) }
        let id = request.parameters["id"] ?? ""
        let filter = AskedPart(request).filter
        guard let answer = try keeper.scorecard(id, asAt: day, only: measure, of: filter, knownAt: knownAt),
            !answer.measures.isEmpty
        else { return nil }
        self.answer = answer
        self.filter = filter
        errors = reader.errors
        date = reader.dates["as-at"] ?? DateInput()
    }

    var knownWords: String { knownAt.map { ", as known at change \($0)" } ?? "" }

    /// The address of the scorecard that asks this.
    var address: Address { write(to: Address("scorecards", answer.scorecard.id)) }

    /// The page of one of its measures.
    func opens(_ measure: String) -> Address {
        write(to: Address("scorecards", answer.scorecard.id, measure))
    }

    private func write(to address: Address) -> Address {
        AskedPart(filter).write(to: address.with("as-at", answer.day.iso).with("known-at", knownAt.map { "\($0)" }))
    }

    /// The page that opens a measure's figure for a period onto its records.
    func figure(_ measure: Scorecard.Measure, _ period: Period) -> Address {
        let question = measure.question(period)
        return Address("figures", question.name, measure.figure).asking(question, of: filter, knownAt: knownAt)
    }

    /// The form that asks for another day or another part.
    func question(_ part: [FormField], _ html: inout HTML) {
        let field = FormField(
            "as-at",
            label: "As at",
            hint: "The last whole \(answer.scorecard.cadence.rawValue) by this day is the latest shown.",
            error: errors.first?.words,
            input: .date(date)
        )
        let form = Form(
            action: Address("scorecards", answer.scorecard.id),
            method: .get,
            fields: [field] + part,
            button: "Show the scorecard"
        )
        html.details("Change the day or the part", isOpen: !errors.isEmpty) { $0.form(form) }
    }
}
