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
        let document = try keeper.pathway(received: period, asAt: today)
        let link = Address("pathway").with("from", period.from.iso).with("to", period.to.iso)
        let imprint = try keeper.imprint(link)
        if reader.errors.isEmpty, let format = request.asked("format").flatMap(DocumentFormat.init) {
            return try download(document.document(format, imprint: imprint), format, named: "pathway")
        }
        let head = Page(
            "Pathway review",
            caption: "Referrals received \(period.long)",
            title: "Pathway review, referrals received \(period.long)",
            section: Address("pathway"),
            way: way(),
            errors: reader.errors,
            imprint: imprint.page(time: .during(period), knownAt: document.review.knownAt)
        )
        return page(head, status: reader.errors.isEmpty ? 200 : 422) { html in
            question(reader, &html)
            for finding in document.findings { html.paragraph(finding) }
            table("Where families are lost", document.stageColumns, document.stageRows, &html)
            table("How long each step takes", document.stepColumns, document.stepRows, &html)
            html.chart(document.care)
            table("Time to care entry by programme", document.careColumns, document.careRows, &html)
            let address = Address("pathway").with("from", period.from.iso).with("to", period.to.iso)
            html.heading("Take it away")
            html.links(downloads(address))
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
            fields: [date("from", "Received from"), date("to", "Received to")],
            button: "Show the review"
        )
        html.details("Change the period", isOpen: !reader.errors.isEmpty) { $0.form(form) }
    }
}
