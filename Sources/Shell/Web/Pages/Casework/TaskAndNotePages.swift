import Access
import Actions
import Documents
import Records
import Register
import Values

extension Pages {
    // MARK: Tasks

    /// The open tasks of a case, with a form for one more.
    func tasks(_ frame: CaseFrame, _ form: TypedForm, _ html: inout HTML) {
        let tasks = frame.file.tasks.map(\.record).filter { $0.outcome == .open }
            .sorted { ($0.dueOn ?? $0.madeOn, $0.id) < ($1.dueOn ?? $1.madeOn, $1.id) }
        html.table(
            DataTable(
                caption: "Tasks",
                columns: ["Task", "Who", "Due", "Done"],
                rows: tasks.map { task in
                    [
                        .text(task.title), .text(frame.file.name(task.workerID) ?? "Whoever holds the case"),
                        dueCell(task.dueOn, on: frame.today, or: "No day"),
                        .html(settleButtons(frame.address("tasks", task.id.text), task.title, frame)),
                    ]
                },
                whenEmpty: "There are no open tasks."
            )
        )
        guard frame.may(.workCase) else { return }
        html.details("Add a task", isOpen: !form.isSound) { html in
            let holders = frame.file.allocations.map(\.record).filter { $0.to == nil }.map(\.workerID.text)
            let workers = holders.map { ($0, frame.file.name(Identifier<Worker>($0)) ?? $0) }
            let fields = [
                form.line("task", "Task"), form.date("due", "Due (optional)"),
                form.date(
                    "remind",
                    "Remind me from (optional)",
                    hint: "Without one it is shown a week before it is due."
                ),
                form.select("worker", "Who", among: workers, none: "Whoever holds the case"),
            ]
            html.form(formOf(frame.address("tasks"), fields, "Add the task"))
        }
    }

    /// Adds a task.
    func addTask(_ request: PageRequest) throws -> PageAnswer {
        guard let frame = try caseFrame(request) else { return notFound() }
        var form = TypedForm(request)
        guard try frame.work(keeper).addTask(&form, leave(request)) != nil else {
            return try overview(frame, task: form, errors: form.errors)
        }
        return .onward(to: frame.address().with("saved", "task"))
    }

    /// Settles a task; a second click finds it settled.
    func settleTask(_ request: PageRequest) throws -> PageAnswer {
        let task = request.parameters["name"] ?? ""
        guard let frame = try caseFrame(request), frame.file.tasks.contains(where: { $0.record.id.text == task })
        else { return notFound() }
        var form = TypedForm(request)
        // What somebody has settled meanwhile stands.
        _ = try frame.work(keeper).settleTask(task, &form, leave(request))
        let place = form["from"] == "caseload" ? Address("caseload") : frame.address()
        return .onward(to: place.with("saved", "task"))
    }

    // MARK: Notes

    /// The notes of a case that the viewer may read, the latest first.
    func readableNotes(_ frame: CaseFrame) throws -> [CaseNote] {
        let seesAll = frame.may(.readSupervisorNotes)
        return try keeper.register.held(CaseNote.self, where: "case_id", is: .text(frame.id)).map(\.record)
            .filter { $0.visibility == .record || seesAll || $0.author == keeper.actor.id }
            .enumerated().sorted { ($0.element.on, $0.offset) > ($1.element.on, $1.offset) }.map(\.element)
    }

    private func noteFields(_ form: TypedForm) -> [FormField] {
        [
            form.select("purpose", "What the note is for", of: NotePurpose.self),
            form.lines(
                "words",
                "Note",
                hint:
                    "What somebody who takes over the case must know. Tell what is urgent by telephone: a note is not read at once.",
                rows: 5
            ), form.select("visibility", "Who may read it", of: NoteVisibility.self),
        ]
    }

    /// The latest notes on the overview, with a form for one more.
    func latestNotes(_ frame: CaseFrame, _ notes: [CaseNote], _ form: TypedForm?, _ html: inout HTML) {
        html.heading("Notes")
        noteList(Array(notes.prefix(3)), &html)
        if !notes.isEmpty {
            html.links([Link("All \(NumberText.plural(notes.count, "note", "notes"))", frame.address("notes"))])
        }
        guard frame.may(.workCase) else { return }
        html.details("Add a note") { html in
            html.form(formOf(frame.address("notes"), noteFields(form ?? TypedForm()), "Save the note"))
        }
    }

    private func noteList(_ notes: [CaseNote], _ html: inout HTML) {
        guard !notes.isEmpty else { return html.paragraph("There are no notes.") }
        let names = try? ActorNames(keeper.register)
        html.timeline(
            Timeline(
                notes.map { note in
                    Timeline.Entry(
                        day: note.on,
                        kind: note.visibility == .supervisors ? "Supervisors alone" : "Note",
                        title: note.purpose.label,
                        byline: names?[note.author] ?? note.author,
                        words: note.words
                    )
                }
            )
        )
    }

    /// Every note of a case.
    func caseNotes(_ request: PageRequest) throws -> PageAnswer {
        guard let frame = try caseFrame(request, "case notes") else { return notFound() }
        return try notesPage(frame, TypedForm(today: frame.today, in: "on"), saved: saved(request))
    }

    private func notesPage(_ frame: CaseFrame, _ form: TypedForm, saved: String? = nil) throws -> PageAnswer {
        let notes = try readableNotes(frame)
        return casePage(frame, "Notes", current: frame.address("notes"), errors: form.errors, saved: saved) { html in
            if frame.may(.workCase) {
                let fields = [form.date("on", "Day it is about")] + noteFields(form)
                html.form(formOf(frame.address("notes"), fields, "Save the note"))
            }
            html.heading("All notes")
            noteList(notes, &html)
        }
    }

    /// Adds a note.
    func addNote(_ request: PageRequest) throws -> PageAnswer {
        guard let frame = try caseFrame(request, "case notes") else { return notFound() }
        var form = TypedForm(request)
        // The form of the overview does not ask for the day.
        let isDated = form.asks("on")
        guard try frame.work(keeper).addNote(&form, leave(request)) != nil else {
            if !isDated { form.set("on", frame.today) }
            return try notesPage(frame, form)
        }
        return .onward(to: frame.address("notes").with("saved", "note"))
    }
}
