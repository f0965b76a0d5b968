import Actions
import Definitions
import Documents
import Records
import Register
import Report
import Values

extension Pages {
    /// The report cards among the definitions.
    func reportCards(_ request: PageRequest) throws -> PageAnswer {
        page(Page("Report cards", section: Address("report-cards"), way: way())) { html in
            html.lead("How much was done, how well, and whether anyone is better off, with what people say of it.")
            html.table(
                DataTable(
                    caption: "Report cards",
                    columns: ["Report card", "Looked at", "Source"],
                    rows: keeper.definitions.reportCards.map { card in
                        [
                            .link(card.title, Address("report-cards", card.id)),
                            .text("Every \(card.cadence.rawValue)"),
                            .text("\(card.provenance.document), \(card.provenance.section)"),
                        ]
                    },
                    whenEmpty: "There are no report cards among the definitions."
                )
            )
        }
    }

    /// One report card: its boxes, each line opening to its figures, and what people wrote.
    func reportCard(_ request: PageRequest) throws -> PageAnswer {
        guard let asked = try AskedCard(request, keeper) else { return notFound() }
        return try reportCard(asked, action: nil, request)
    }

    private func reportCard(_ asked: AskedCard, action: TypedForm?, _ request: PageRequest) throws -> PageAnswer {
        let document = asked.document
        let imprint = try keeper.imprint(document.link, of: asked.filter, knownAt: document.answer.knownAt)
        if asked.errors.isEmpty, let format = request.asked("format").flatMap(DocumentFormat.init) {
            return try download(document.document(format, imprint: imprint), format, named: document.answer.card.id)
        }
        let errors = asked.errors + (action?.errors ?? [])
        let head = Page(
            document.title,
            caption: ["Report card, \(document.answer.days.long)", document.part].compactMap(\.self)
                .joined(separator: "; "),
            title: "\(document.title), report card, \(document.answer.days.long)"
                + (document.part.map { ", \($0)" } ?? "") + asked.knownWords
                + (request.asked("as-at") == nil ? "" : ", as at \(asked.day.long)"),
            section: Address("report-cards"),
            way: way(Link("Report cards", Address("report-cards"))),
            banner: request.asked("saved").map { _ in NotificationBanner(.success, "Saved") },
            errors: errors,
            imprint: imprint.page(time: .during(document.answer.days), knownAt: document.answer.knownAt)
        )
        return page(head, status: errors.isEmpty ? 200 : 422) { html in
            question(asked, &html)
            html.cardGrid(document) { entry in asked.opens(entry.figure) }
            for box in document.answer.boxes { lines(box, document, asked, &html) }
            story(document.answer.card.parts.map { ($0.id, $0.title) }, document.story, asked.place(), &html)
            agreed(document.story, asked.address(), action ?? TypedForm(), mayAdd: asked.mayWrite, &html)
            if !document.answer.card.missing.isEmpty {
                html.heading("What is not on it")
                html.bullets(document.answer.card.missing)
            }
            takeAway(asked.address(), &html)
        }
    }

    private func question(_ asked: AskedCard, _ html: inout HTML) {
        let field = FormField(
            "as-at",
            label: "As at",
            hint: "The last whole \(asked.document.answer.card.cadence.rawValue) by this day is shown.",
            error: asked.errors.first?.words,
            input: .date(asked.date)
        )
        let form = Form(
            action: Address("report-cards", asked.document.answer.card.id),
            method: .get,
            fields: [field] + ((try? part(fields: asked.filter)) ?? []),
            button: "Show the report card"
        )
        html.details("Change the day or the part", isOpen: !asked.errors.isEmpty) { $0.form(form) }
    }

    /// Every line of a box with its figures, each of which opens.
    private func lines(
        _ box: (box: Scorecard.Box, lines: [ReportCardAnswer.Line]),
        _ document: ReportCardDocument,
        _ asked: AskedCard,
        _ html: inout HTML
    ) {
        html.heading(box.box.title, id: "box-\(box.box.rawValue)")
        for line in box.lines where !line.asksPartners {
            html.table(
                DataTable(
                    caption: line.title,
                    columns: ReportCardDocument.columns.map { TableColumn($0) },
                    rows: line.entries.map { entry in
                        let cells = ReportCardDocument.cells(entry)
                        return [.link(cells[0], asked.opens(entry.figure))]
                            + cells.dropFirst().map { CellContent.text($0) }
                    },
                    whenEmpty: "Nothing in the period."
                )
            )
        }
        guard let line = box.lines.first(where: \.asksPartners) else { return }
        html.table(
            DataTable(
                caption: line.title,
                columns: ReportCardDocument.partnerColumns.map { TableColumn($0) },
                rows: document.partnerRows.map { $0.map { .text($0) } },
                whenEmpty: "Nobody was asked in the period."
            )
        )
    }

    /// A part of a report card: what stands in it, a form to write it, and its versions.
    func reportCardPart(_ request: PageRequest) throws -> PageAnswer {
        guard let asked = try AskedCard(request, keeper), asked.mayWrite,
            let part = asked.document.answer.card.parts.first(where: { $0.id == request.parameters["name"] })
        else { return notFound() }
        let story = asked.document.story
        return try partPage(
            WrittenPart(
                id: part.id,
                title: part.title,
                hint: part.hint,
                report: asked.document.title,
                place: story.place,
                action: asked.place("parts", part.id),
                back: asked.address(),
                section: Address("report-cards")
            ),
            story,
            TypedForm(["words": story.words(part.id) ?? ""])
        )
    }

    func writeReportCardPart(_ request: PageRequest) throws -> PageAnswer {
        guard let asked = try AskedCard(request, keeper), asked.mayWrite,
            let part = asked.document.answer.card.parts.first(where: { $0.id == request.parameters["name"] })
        else { return notFound() }
        return try write(
            WrittenPart(
                id: part.id,
                title: part.title,
                hint: part.hint,
                report: asked.document.title,
                place: asked.document.story.place,
                action: asked.place("parts", part.id),
                back: asked.address(),
                section: Address("report-cards")
            ),
            asked.document.story,
            request
        )
    }

    func addReportCardAction(_ request: PageRequest) throws -> PageAnswer {
        guard let asked = try AskedCard(request, keeper), asked.mayWrite else { return notFound() }
        var form = TypedForm(request)
        if try agree(&form, in: asked.document.story.place, request) {
            return .onward(to: asked.address().with("saved", "yes"))
        }
        return try reportCard(asked, action: form, request)
    }
}

/// The report card, the day and the part of the register in an address.
struct AskedCard {
    let document: ReportCardDocument
    let filter: ReportFilter
    let day: Day
    let knownAt: Int?
    let errors: [FormError]
    let date: DateInput

    /// Nil where there is no such report card.
    init?(_ request: PageRequest, _ keeper: Keeper) throws {
        var reader = DateReader(request)
        day = reader.day("as-at", "The day", or: try keeper.today())
        knownAt = try request.asked("known-at").map { try keeper.register.resolveKnownAt($0) }
        filter = AskedPart(request).filter
        let id = request.parameters["id"] ?? ""
        guard let document = try keeper.reportCard(id, asAt: day, of: filter, knownAt: knownAt) else { return nil }
        self.document = document
        errors = reader.errors
        date = reader.dates["as-at"] ?? DateInput()
    }

    var knownWords: String { knownAt.map { ", as known at change \($0)" } ?? "" }

    /// People write on the card of all and on that of a provider, as it stands now.
    var mayWrite: Bool { knownAt == nil && filter.kept.keys.allSatisfy { $0 == .provider } }

    /// The address that asks this.
    func address() -> Address { place() }

    /// An address below the card's that asks this.
    func place(_ parts: String...) -> Address {
        let below = Address(parts: ["report-cards", document.answer.card.id] + parts)
        return AskedPart(filter).write(
            to: below.with("as-at", day.iso).with("known-at", knownAt.map { "\($0)" })
        )
    }

    /// The page that opens a figure onto its records.
    func opens(_ figure: Figure) -> Address {
        let question = document.answer.question
        return Address("figures", question.name, figure.id).asking(question, of: filter, knownAt: knownAt)
    }
}
