import Actions
import Documents
import Report
import Values

extension Pages {
    /// Where families are lost on the way, how long each step takes, and who enters care.
    func pathway(_ request: PageRequest) throws -> PageAnswer {
        var reader = DateReader(request)
        let today = try keeper.today()
        let usual = FinancialYear(startYear: FinancialYear(containing: today).startYear - 1).period
        let from = reader.day("from", "The first day", or: usual.from)
        let to = reader.day("to", "The last day", or: usual.to)
        if to < from {
            let words = "The last day must be the same as or after the first day"
            reader.errors.append(FormError(words, at: "field-to-day"))
        }
        let period = Period(from: from, to: to) ?? usual
        let day = reader.day("as-at", "The day up to which they are followed", or: today)
        guard let change = askedChange(request) else { return notFound() }
        let document = try keeper.pathway(received: period, asAt: day, knownAt: change.number)
        let imprint = try keeper.imprint(document.link, knownAt: document.review.knownAt)
        if reader.errors.isEmpty, let format = request.asked("format").flatMap(DocumentFormat.init) {
            return try download(document.document(format, imprint: imprint), format, named: "pathway")
        }
        let head = Page(
            "Pathway review",
            caption: "Referrals received \(period.long), as at \(day.long)",
            title: "Pathway review, referrals received \(period.long), as at \(day.long)" + change.titleEnd,
            section: Address("pathway"),
            way: way(),
            errors: reader.errors,
            imprint: imprint.page(time: .during(period), knownAt: document.review.knownAt)
        )
        return page(head, status: reader.errors.isEmpty ? 200 : 422) { html in
            question(reader, &html)
            for finding in document.findings { html.paragraph(finding) }
            table("From identification to referral", document.identifiedColumns, document.identifiedRows, &html)
            html.chart(document.flow)
            table("Where families are lost", document.stageColumns, document.stageRows, &html)
            html.table(
                DataTable(
                    caption: "Where referrals went that were turned away",
                    columns: document.destinationColumns.enumerated().map {
                        TableColumn($1, $0 == 0 ? .words : .number)
                    },
                    rows: document.destinationRows.map { $0.map { .text($0) } },
                    whenEmpty: "None of these referrals was turned away."
                )
            )
            table("How long each step takes", document.stepColumns, document.stepRows, &html)
            html.chart(document.care)
            table("Time to care entry by programme", document.careColumns, document.careRows, &html)
            takeAway(document.link, &html)
        }
    }

    private func table(_ caption: String, _ columns: [String], _ rows: [[String]], _ html: inout HTML) {
        html.table(
            DataTable(
                caption: caption,
                columns: columns.map { TableColumn($0) },
                rows: rows.map { $0.map { .text($0) } }
            )
        )
    }

    private func question(_ reader: DateReader, _ html: inout HTML) {
        let error = { (id: String) in reader.errors.first { $0.inputID?.hasPrefix("field-\(id)-") ?? false }?.words }
        let date = { (name: String, label: String) in
            FormField(name, label: label, error: error(name), input: .date(reader.dates[name] ?? DateInput()))
        }
        let form = Form(
            action: Address("pathway"),
            method: .get,
            fields: [
                date("from", "Received from"), date("to", "Received to"), date("as-at", "Followed up to"),
            ],
            button: "Show the review"
        )
        html.details("Change the period", isOpen: !reader.errors.isEmpty) { $0.form(form) }
    }
}
