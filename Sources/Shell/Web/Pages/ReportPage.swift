import Actions
import Documents
import Identify
import Report
import Values

extension Pages {
    /// The list of reports.
    func reports(_ request: PageRequest) -> PageAnswer {
        page(Page("Reports", section: Address("reports"), way: way())) { html in
            html.lead("Every number opens onto the records behind it, as known now or at any earlier change.")
            for (title, name, words) in Pages.reportList {
                html.heading(title)
                html.paragraph { html in
                    html.link(Link("Open \(title.lowercased())", Address("reports", name)))
                }
                html.paragraph(words)
            }
        }
    }

    private static let reportList = [
        (
            "Key information", "key-information",
            "An edge-of-care programme as at a day: referrals, cases, days in care, offending, strengths and difficulties, satisfaction."
        ),
        (
            "Performance", "performance",
            "Each programme over a period: families served, adherence, caseloads, children at home after closure, unit costs."
        ),
        (
            "Family support", "family-support",
            "Families over a period: how many and who, how well they were served, how far they came, and what an hour cost."
        ),
        (
            "Family intelligence", "intelligence",
            "The families that meet a programme's criteria as at a day, and who works with them."
        ),
    ]

    /// One report: its question, its pictures, and every figure.
    func report(_ request: PageRequest) throws -> PageAnswer {
        guard let asked = try AskedQuestion(request.parameters["name"] ?? "", request, keeper) else {
            return notFound()
        }
        guard try isKnown(asked),
            let answer = try keeper.answer(asked.question, of: asked.filter, knownAt: asked.knownAt)
        else {
            return unanswered()
        }
        if request.asked("audience") == Audience.public.rawValue, asked.errors.isEmpty, asked.filter.isEmpty {
            return try publicReport(asked, request)
        }
        let link = asked.question.page(of: asked.filter, knownAt: answer.knownAt)
        let imprint = try keeper.imprint(link, of: asked.filter, knownAt: answer.knownAt)
        if asked.errors.isEmpty, let format = request.asked("format").flatMap(DocumentFormat.init) {
            return try download(answer.document(format, imprint: imprint), format, named: asked.question.name)
        }
        let foot = imprint.page(time: answer.time, knownAt: answer.knownAt)
        let head = Page(
            asked.title,
            caption: try keeper.groupNames().words(asked.filter).map { "\(answer.time.words); \($0)" }
                ?? answer.time.words,
            title: "\(asked.title), \(answer.time.words)" + asked.knownWords,
            section: Address("reports"),
            way: way(Link("Reports", Address("reports"))),
            errors: asked.errors,
            imprint: foot
        )
        return page(head, status: asked.errors.isEmpty ? 200 : 422) { html in
            questionForm(asked, answer, &html)
            for chart in ReportCharts(answer).charts { html.chart(chart) }
            figureTables(asked, answer, &html)
            downloads(asked, &html)
        }
    }

    private func questionForm(_ asked: AskedQuestion, _ answer: ReportAnswer, _ html: inout HTML) {
        let error = { (id: String) in asked.errors.first { $0.inputID?.hasPrefix("field-\(id)") ?? false }?.words }
        let date = { (name: String, label: String) in
            FormField(name, label: label, error: error(name), input: .date(asked.dates[name] ?? DateInput()))
        }
        var fields: [FormField] = []
        switch asked.question {
        case .keyInformation(_, let programme):
            let programmes = (try? keeper.picture(knownAt: asked.knownAt).programmes) ?? []
            let choices =
                [Choice("", "Every programme", isChosen: programme == nil)]
                + programmes.map { Choice($0, keeper.definitions.programmeTitle($0), isChosen: $0 == programme) }
            fields = [date("as-at", "As at"), FormField("programme", label: "Programme", input: .select(choices))]
        case .intelligence(_, let criteria):
            let choices = keeper.definitions.criteria.map { Choice($0.id, $0.title, isChosen: $0.id == criteria) }
            fields = [date("as-at", "As at"), FormField("criteria", label: "Criteria", input: .select(choices))]
        case .performance, .familySupport:
            fields = [date("from", "From"), date("to", "To")]
        }
        fields += (try? part(fields: asked.filter)) ?? []
        fields.append(
            FormField(
                "known-at",
                label: "As known at (optional)",
                hint: "A change number, a date such as 2026-03-31, or a time. Leave it empty for now.",
                error: error("known-at"),
                input: .text(TextInput(asked.knownAtTyped, width: .characters20))
            )
        )
        let form = Form(
            action: Address("reports", asked.question.name),
            method: .get,
            fields: fields,
            button: "Show the report"
        )
        html.details("Change the question", isOpen: !asked.errors.isEmpty) { $0.form(form) }
        let opens = viewer.may(open: .figure) ? " Every figure below is a link to the records behind it." : ""
        html.note("Known at change \(answer.knownAt).\(opens)")
    }

    private func figureTables(_ asked: AskedQuestion, _ answer: ReportAnswer, _ html: inout HTML) {
        for group in FigureGroup.groups(answer, keeper.definitions) {
            let columns = FigureColumn.allCases.filter { column in group.figures.contains { column.text($0) != nil } }
            html.table(
                DataTable(
                    caption: group.title,
                    columns: ["Figure", .number("Value")] + columns.map { .number($0.rawValue) },
                    rows: group.figures.map { figure in
                        [.link(figure.label, asked.opens(figure.id)), .text(FigureText.value(of: figure))]
                            + columns.map { .text($0.text(figure) ?? "") }
                    }
                )
            )
        }
    }

    private func downloads(_ asked: AskedQuestion, _ html: inout HTML) {
        html.heading("Take it away")
        html.links(
            downloads(asked.address) + [
                Link("Show it as it may be published", asked.address.with("audience", Audience.public.rawValue)),
                Link(
                    "See what moved since an earlier change",
                    asked.write(to: Address("changes", asked.question.name))
                ),
            ]
        )
    }

    /// Whether the register has the programme that is asked about.
    func isKnown(_ asked: AskedQuestion) throws -> Bool {
        guard case .keyInformation(_, let programme?) = asked.question else { return true }
        return try keeper.picture(knownAt: asked.knownAt).programmes.contains(programme)
    }
}

/// What may stand beside a figure's value; a table has the columns that any of its figures needs.
private enum FigureColumn: String, CaseIterable {
    case fraction = "Of"
    case interval = "95% interval"
    case unknown = "Not known"

    func text(_ figure: Figure) -> String? {
        switch self {
        case .fraction: FigureText.fraction(of: figure)
        case .interval: FigureText.interval(of: figure)
        case .unknown: figure.unknown.map(NumberText.count)
        }
    }
}

extension AskedQuestion {
    /// `, as known at change 3`, where that is not now.
    var knownWords: String { knownAt.map { ", as known at change \($0)" } ?? "" }
}
