import Definitions
import Actions
import Documents
import Records
import Register
import Report
import Values

extension Pages {
    /// Answers to questions put to the council: those published and, for who drafts them, the drafts and libraries.
    func answers(_ request: PageRequest) throws -> PageAnswer {
        let all = try PublishAnswers(keeper).answers()
        let mayDraft = viewer.may(open: .draftAnswer)
        let shown = all.filter { $0.isPublished || mayDraft }
        return page(Page("Answers to questions", section: Address("answers"), way: way())) { html in
            html.lead("What the council has answered under the Freedom of Information Act, as it was issued.")
            html.table(
                DataTable(
                    caption: "Answers",
                    columns: ["Answer", "As at", "Drafted", "Published"],
                    rows: shown.map { answer in
                        [
                            .link("\(answer.title), \(answer.id.text)", Address("answers", answer.id.text)),
                            .text(answer.asAt.short), .text(answer.draftedOn.short),
                            .text(answer.approvedOn?.short ?? "Waiting for approval"),
                        ]
                    },
                    whenEmpty: "No answer has been published yet."
                )
            )
            if mayDraft { libraries(&html) }
        }
    }

    private func libraries(_ html: inout HTML) {
        html.table(
            DataTable(
                caption: "Questions that can be answered from the register",
                columns: ["Questions", .number("How many"), "Source"],
                rows: keeper.definitions.questions.map { library in
                    [
                        .link(library.title, Address("answers", "draft", library.id)),
                        .text(NumberText.count(library.questions.count)), .text(library.provenance.document),
                    ]
                },
                whenEmpty: "There are no libraries of questions among the definitions."
            )
        )
    }

    /// An answer as kept: for everybody once it is published.
    func answer(_ request: PageRequest) throws -> PageAnswer {
        guard let kept = try PublishAnswers(keeper).answer(request.parameters["id"] ?? ""),
            kept.answer.isPublished || viewer.may(open: .draftAnswer)
        else { return notFound() }
        if let format = request.asked("format").flatMap(DocumentFormat.init) {
            let document = AnswerDocument(kept)
            let imprint = try keeper.imprint(document.link, knownAt: document.knownAt)
            return try download(document.document(format, imprint: imprint), format, named: kept.answer.id.text)
        }
        return answerPage(kept, errors: [])
    }

    private func answerPage(_ kept: PublishAnswers.Kept, errors: [FormError]) -> PageAnswer {
        let answer = kept.answer
        let head = Page(
            answer.title,
            caption: "Answer \(answer.id.text), as at \(answer.asAt.long)",
            title: "\(answer.title), answer \(answer.id.text)",
            section: Address("answers"),
            way: way(Link("Answers to questions", Address("answers"))),
            errors: errors,
            imprint: PageImprint(lines: ["As at \(answer.asAt.long)", "Known at change \(answer.knownAt)"])
        )
        return page(head, status: errors.isEmpty ? 200 : 422) { html in
            html.summaryList([
                SummaryRow("Published", answer.approvedOn?.long ?? "Not yet: somebody else must approve it"),
                SummaryRow("Drafted", answer.draftedOn.long),
                SummaryRow("Known at", "Change \(NumberText.count(answer.knownAt))"),
                SummaryRow("Small counts", answer.rule),
            ])
            html.heading("Questions and answers")
            for line in kept.lines {
                html.heading("\(line.place). \(line.asks)", .three)
                html.paragraph(line.words)
            }
            takeAway(AnswerDocument(kept).link, &html)
            guard !answer.isPublished else { return }
            html.form(
                Form(
                    action: Address("answers", answer.id.text, "approval"),
                    method: .post(token: tokens.give()),
                    fields: [],
                    button: "Approve and publish"
                )
            )
        }
    }

    /// Publishes an answer that somebody else drafted.
    func approveAnswer(_ request: PageRequest) throws -> PageAnswer {
        let id = request.parameters["id"] ?? ""
        guard let kept = try PublishAnswers(keeper).answer(id) else { return notFound() }
        guard tokens.spend(request) else { return answerPage(kept, errors: [FormError(FormTokens.refusal)]) }
        do {
            try PublishAnswers(keeper).approve(kept)
        } catch let refusal as PublishAnswers.Refusal {
            return answerPage(kept, errors: [FormError(refusal.words)])
        } catch RegisterError.movedOn {
            return answerPage(kept, errors: [FormError("Somebody else has changed this answer. Open it again")])
        }
        return .onward(to: Address("answers", id))
    }

    /// A library answered from live figures, to be completed and kept.
    func draftAnswer(_ request: PageRequest) throws -> PageAnswer {
        var reader = DateReader(request)
        let day = reader.day("as-at", "The day", or: try keeper.today())
        let id = request.parameters["id"] ?? ""
        guard let change = askedChange(request),
            let draft = try PublishAnswers(keeper).draft(id, asAt: day, knownAt: change.number)
        else { return notFound() }
        if reader.errors.isEmpty, let format = request.asked("format").flatMap(DocumentFormat.init) {
            let document = AnswerDocument(draft, withAccount: false)
            let imprint = try keeper.imprint(document.link, knownAt: document.knownAt)
            return try download(document.document(format, imprint: imprint), format, named: "\(id)-draft")
        }
        return draftPage(draft, words: [:], reader.dates["as-at"] ?? DateInput(), errors: reader.errors)
    }

    /// Keeps a draft as it was completed.
    func saveAnswer(_ request: PageRequest) throws -> PageAnswer {
        let library = request.parameters["id"] ?? ""
        guard let day = Day(iso: request.form["as-at"] ?? ""),
            let draft = try PublishAnswers(keeper).draft(
                library,
                asAt: day,
                knownAt: request.form["known-at"].flatMap(Int.init)
            )
        else { return notFound() }
        var words: [String: String] = [:]
        var errors: [FormError] = []
        for (index, line) in draft.lines.enumerated() {
            let typed = (request.form[line.question.id] ?? "").trimmingSpaces
            words[line.question.id] = typed
            let fault = AnswerFault.words(typed, question: index + 1)
            if let fault { errors.append(FormError(fault, at: "field-\(line.question.id)")) }
        }
        if errors.isEmpty, !tokens.spend(request) { errors = [FormError(FormTokens.refusal)] }
        let (year, month, dayOfMonth) = day.parts
        let date = DateInput(day: "\(dayOfMonth)", month: "\(month)", year: "\(year)")
        guard errors.isEmpty else { return draftPage(draft, words: words, date, errors: errors) }
        do {
            let id = try PublishAnswers(keeper).keep(draft, words: words)
            return .onward(to: Address("answers", id))
        } catch let refusal as PublishAnswers.Refusal {
            return draftPage(draft, words: words, date, errors: [FormError(refusal.words)])
        }
    }

    private func draftPage(
        _ draft: DraftAnswer,
        words: [String: String],
        _ date: DateInput,
        errors: [FormError]
    ) -> PageAnswer {
        let address = Address("answers", "draft", draft.library.id)
        let head = Page(
            "Draft an answer: \(draft.library.title)",
            caption: "As at \(draft.day.long)",
            section: Address("answers"),
            way: way(Link("Answers to questions", Address("answers"))),
            errors: errors
        )
        return page(head, status: errors.isEmpty ? 200 : 422) { html in
            let field = FormField("as-at", label: "As at", input: .date(date))
            html.details("Change the day") { html in
                html.form(Form(action: address, method: .get, fields: [field], button: "Draft the answer"))
            }
            html.paragraph(
                "Counts that are small, or would give a small one away, stand as c. Do not type a count that is hidden."
            )
            account(draft.protection, &html)
            html.heading("The answer")
            html.form(
                Form(
                    action: address,
                    method: .post(token: tokens.give()),
                    fields: draft.lines.enumerated().map { index, line in
                        FormField(
                            line.question.id,
                            label: "\(index + 1). \(line.question.asks)",
                            error: errors.first { $0.inputID == "field-\(line.question.id)" }?.words,
                            input: .lines(value: words[line.question.id] ?? line.words, rows: 3)
                        )
                    },
                    button: "Keep the draft for approval",
                    carried: [("as-at", draft.day.iso), ("known-at", "\(draft.knownAt)")]
                )
            )
            html.note("The files have the answer as it is drafted from the register, not what is typed above.")
            takeAway(AnswerDocument(draft, withAccount: false).link, &html)
        }
    }
}

/// What must be put right in the answer to a question.
private enum AnswerFault {
    static func words(_ typed: String, question number: Int) -> String? {
        if typed.isEmpty { return "Enter an answer to question \(number)" }
        if typed.contains("[") { return "Complete what stands in square brackets in the answer to question \(number)" }
        guard typed.unicodeScalars.count > 4000 else { return nil }
        return "The answer to question \(number) must be 4,000 characters or fewer"
    }
}
