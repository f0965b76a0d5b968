import Actions
import Deliver
import Documents
import Records
import Refer
import Register
import Values

extension Pages {
    /// A week of contacts for all of a worker's cases, on one page.
    func week(_ request: PageRequest) throws -> PageAnswer {
        let asked = try askedWeek(request)
        let lines = try ownLines(asked)
        return try weekPage(asked, lines, WeekForm(for: lines), action: Address("week"), saved: saved(request))
    }

    /// Records what was typed for all of a worker's cases.
    func saveWeek(_ request: PageRequest) throws -> PageAnswer {
        let asked = try askedWeek(request)
        return try save(request, asked, ownLines(asked), action: Address("week"), by: ownWorker)
    }

    /// A week of contacts of one case.
    func caseWeek(_ request: PageRequest) throws -> PageAnswer {
        guard let frame = try caseFrame(request, "case week") else { return notFound() }
        let asked = try askedWeek(request)
        let lines = try asked.lines(of: frame.file.item.record)
        return try weekPage(asked, lines, WeekForm(for: lines), action: frame.address("week"), saved: saved(request))
    }

    /// Records what was typed for one case.
    func saveCaseWeek(_ request: PageRequest) throws -> PageAnswer {
        guard let frame = try caseFrame(request, "case week") else { return notFound() }
        let asked = try askedWeek(request)
        let lines = try asked.lines(of: frame.file.item.record)
        let holder = frame.file.ownership.owner(on: min(asked.week.to, frame.today)).worker
        return try save(request, asked, lines, action: frame.address("week"), by: ownWorker ?? holder)
    }

    /// The worker the viewer is; nil where they hold no cases.
    var ownWorker: Identifier<Worker>? { viewer.user?.workerID.map { Identifier($0) } }

    private func ownLines(_ asked: RecordWeek) throws -> [RecordWeek.Line] {
        try ownWorker.map { try asked.lines(of: $0.text) } ?? []
    }

    /// Days that can be gone back to: ten years.
    private static var daysBack: Int { 3660 }

    /// The week of the day in the address or the form; this week unless one is named.
    private func askedWeek(_ request: PageRequest) throws -> RecordWeek {
        let today = try keeper.today()
        let typed = Day(iso: request.form["week"] ?? request.query["week"] ?? "") ?? today
        return RecordWeek(keeper, week: .week(of: max(min(typed, today), today - Pages.daysBack)))
    }

    private func save(
        _ request: PageRequest,
        _ asked: RecordWeek,
        _ lines: [RecordWeek.Line],
        action: Address,
        by worker: Identifier<Worker>?
    ) throws -> PageAnswer {
        if request.form["more"] != nil {
            return try weekPage(asked, lines, WeekForm(request, adding: true), action: action)
        }
        let form = WeekForm(request)
        let entry = try asked.read(form.rows, for: lines)
        guard entry.faults.isEmpty, form.errors.isEmpty else {
            return try weekPage(asked, lines, WeekForm(form, faults: entry.faults), action: action)
        }
        let notes = form.notes.mapValues(\.trimmingSpaces).filter { !$0.value.isEmpty }
        guard !entry.entries.isEmpty || !notes.isEmpty || !form.done.isEmpty else {
            let error = FormError("Enter a contact or a note, or tick a task", at: lines.isEmpty ? nil : "field-r0-day")
            return try weekPage(asked, lines, form, action: action, refusal: error)
        }
        guard tokens.spend(request) else {
            return try weekPage(asked, lines, form, action: action, refusal: FormError(FormTokens.refusal))
        }
        do {
            try asked.record(entry, notes: notes, done: form.done, for: lines, by: worker)
        } catch RegisterError.movedOn {
            return try weekPage(asked, lines, form, action: action, refusal: FormError(Pages.movedOn))
        }
        return .onward(to: action.with("week", asked.week.from.iso).with("saved", "week"))
    }

    private func weekPage(
        _ asked: RecordWeek,
        _ lines: [RecordWeek.Line],
        _ form: WeekForm,
        action: Address,
        refusal: FormError? = nil,
        saved: String? = nil
    ) throws -> PageAnswer {
        let today = try keeper.today()
        let week = asked.week
        let head = Page(
            "The week from \(week.from.long)",
            title: "The week from \(week.from.long), \(action.parts.joined(separator: " "))",
            section: Address("week"),
            way: way(Link("Caseload", Address("caseload"))),
            banner: saved.map { NotificationBanner(.success, $0) },
            errors: form.errors + [refusal].compactMap(\.self)
        )
        for line in lines { try keeper.logRead("week", table: "families", key: line.item.familyID.text) }
        return page(head, status: head.errors.isEmpty ? 200 : 422) { html in
            weeks(around: week, action, upTo: today, &html)
            guard !lines.isEmpty else {
                return html.paragraph("You hold no case in this week.")
            }
            html.paragraph(
                "Type the day and the minutes of each contact, such as 90 or 1:30. Rows left empty are passed over."
            )
            let sent = formOf(
                action,
                [],
                "Save the week",
                carried: [
                    ("week", week.from.iso), ("rows", "\(form.rows.count)"),
                ]
            )
            html.form(
                Form(
                    action: sent.action,
                    method: sent.method,
                    fields: [],
                    button: sent.button,
                    carried: sent.carried,
                    also: ("more", "Add more rows")
                ),
                around: { html in
                    for line in lines { form.write(line, in: week, upTo: today, &html) }
                }
            )
        }
    }

    /// The weeks before and after.
    private func weeks(around week: Period, _ action: Address, upTo today: Day, _ html: inout HTML) {
        let before = Link("The week before", action.with("week", (week.from - 7).iso))
        let after = Link("The week after", action.with("week", (week.from + 7).iso))
        html.links(week.to < today ? [before, after] : [before])
    }
}
