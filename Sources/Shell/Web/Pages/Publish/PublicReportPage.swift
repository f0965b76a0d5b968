import Actions
import Documents
import Report
import Values

extension Pages {
    /// A report as it may be published: small counts hidden, held against everything published.
    func publicReport(_ asked: AskedQuestion, _ request: PageRequest) throws -> PageAnswer {
        let (report, rule) = try keeper.publicReport(asked.question, knownAt: asked.knownAt)
        let answer = report.answer
        let link = asked.question.page(knownAt: answer.knownAt).with("audience", Audience.public.rawValue)
        let imprint = try keeper.imprint(link, knownAt: answer.knownAt)
        if let format = request.asked("format").flatMap(DocumentFormat.init) {
            let document = report.document(format, imprint: imprint, rule: rule)
            return try download(document, format, named: "\(asked.question.name)-for-publication")
        }
        let address = asked.address.with("audience", Audience.public.rawValue)
        let head = Page(
            "\(asked.title), for publication",
            caption: answer.time.words,
            title: "\(asked.title), for publication, \(answer.time.words)" + asked.knownWords,
            section: Address("reports"),
            way: way(Link("Reports", Address("reports")), Link(asked.title, asked.address)),
            imprint: imprint.page(time: answer.time, knownAt: answer.knownAt)
        )
        return page(head) { html in
            html.bullets(PublicStanding.preview.notes + report.notes(rule))
            html.table(
                DataTable(
                    caption: "Figures",
                    columns: PublicReport.columns.enumerated().map { index, title in
                        TableColumn(title, (1...3).contains(index) ? .number : .words)
                    },
                    rows: report.lines.map { report.cells($0).map { .text($0) } }
                )
            )
            html.heading("Take it away")
            html.links(downloads(address) + [Link("Show every count", asked.address)])
            let period = answer.time.period
            let schedules = keeper.definitions.publications.filter { $0.question(period) == asked.question }
            publishing(report.protection, by: schedules, period, &html)
        }
    }
}

extension ReportAnswer.Time {
    /// The period it covers; a day is one.
    fileprivate var period: Period {
        switch self {
        case .during(let period): period
        case .asAt(let day): Period(from: day, to: day) ?? .last(months: 1, asAt: day)
        }
    }
}
