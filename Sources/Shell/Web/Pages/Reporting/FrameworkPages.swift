import Actions
import Definitions
import Documents
import Report
import Values

extension Pages {
    /// The evaluation frameworks among the definitions.
    func frameworks(_ request: PageRequest) throws -> PageAnswer {
        page(Page("Evaluation frameworks", section: Address("frameworks"), way: way())) { html in
            html.lead("What is to be achieved, how it is measured, and which of it is known.")
            html.table(
                DataTable(
                    caption: "Frameworks",
                    columns: ["Framework", .number("Outcomes"), "Source"],
                    rows: keeper.definitions.frameworks.map { framework in
                        [
                            .link(framework.title, Address("frameworks", framework.id)),
                            .text(NumberText.count(framework.outcomes.count)), .text(framework.provenance.document),
                        ]
                    },
                    whenEmpty: "There are no evaluation frameworks among the definitions."
                )
            )
        }
    }

    /// One framework: outcome by outcome, its measures and its methods, and which are filled.
    func framework(_ request: PageRequest) throws -> PageAnswer {
        var reader = DateReader(request)
        let day = reader.day("as-at", "The day", or: try keeper.today())
        guard let change = askedChange(request),
            let document = try keeper.framework(request.parameters["id"] ?? "", asAt: day, knownAt: change.number)
        else { return notFound() }
        let filled = document.filled
        let imprint = try keeper.imprint(document.link, knownAt: filled.knownAt)
        if reader.errors.isEmpty, let format = request.asked("format").flatMap(DocumentFormat.init) {
            return try download(document.document(format, imprint: imprint), format, named: filled.framework.id)
        }
        let head = Page(
            filled.framework.title,
            caption: "Evaluation framework, as at \(day.long)",
            title: "\(filled.framework.title), evaluation framework, as at \(day.long)" + change.titleEnd,
            section: Address("frameworks"),
            way: way(Link("Evaluation frameworks", Address("frameworks"))),
            errors: reader.errors,
            imprint: imprint.page(time: .during(filled.period), knownAt: filled.knownAt)
        )
        return page(head, status: reader.errors.isEmpty ? 200 : 422) { html in
            let field = FormField(
                "as-at",
                label: "As at",
                error: reader.errors.first?.words,
                input: .date(reader.dates["as-at"] ?? DateInput())
            )
            let form = Form(
                action: Address("frameworks", filled.framework.id),
                method: .get,
                fields: [field],
                button: "Show the framework"
            )
            html.details("Change the day", isOpen: !reader.errors.isEmpty) { $0.form(form) }
            html.bullets(document.findings)
            for outcome in filled.outcomes { self.outcome(outcome, document, &html) }
            takeAway(document.link, &html)
        }
    }

    private func outcome(_ outcome: FilledFramework.Outcome, _ document: FrameworkDocument, _ html: inout HTML) {
        html.heading(outcome.outcome.title)
        html.note(outcome.outcome.term.title)
        html.table(
            DataTable(
                caption: "Measures of success: \(outcome.outcome.title.lowercasedFirst)",
                columns: FrameworkDocument.measureColumns.map { TableColumn($0) },
                rows: outcome.measures.map { measure in
                    let cells = FrameworkDocument.cells(measure)
                    let opens = Address("figures", measure.question.name, measure.measure.figure)
                        .asking(measure.question)
                    let first: CellContent = measure.figure == nil ? .text(cells[0]) : .link(cells[0], opens)
                    return [first] + cells.dropFirst().map { CellContent.text($0) }
                }
            )
        )
        html.table(
            DataTable(
                caption: "Data collection methods: \(outcome.outcome.title.lowercasedFirst)",
                columns: FrameworkDocument.methodColumns.map { TableColumn($0) },
                rows: outcome.methods.map { method in document.cells(method).map { .text($0) } }
            )
        )
    }
}
