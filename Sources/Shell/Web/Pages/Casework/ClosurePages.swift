import Actions
import Close
import Documents
import Plan
import Records
import Register
import Values

extension Pages {
    /// What is left open, and the form that closes the case with it.
    func closure(_ request: PageRequest) throws -> PageAnswer {
        guard let frame = try caseFrame(request, "case closure") else { return notFound() }
        return try closurePage(frame, TypedForm(today: frame.today, in: "ended"))
    }

    private func closurePage(_ frame: CaseFrame, _ form: TypedForm, _ check: ClosureCheck? = nil) throws -> PageAnswer {
        let file = frame.file
        let now = try check ?? CloseCase(keeper, file).check(.init(on: frame.today, reason: .other))
        return casePage(frame, "Close the case", current: frame.address("closure"), errors: form.errors) { html in
            guard file.isOpen else { return html.paragraph("The case is closed.") }
            // What the form below settles itself is not said beforehand.
            let warnings = now.warnings.filter {
                ![.noExitPlan, .noDestination, .noReason].contains($0) || check != nil
            }
            if !warnings.isEmpty {
                html.heading("What is left open")
                html.bullets(warnings.map { $0.words(keeper.definitions) })
            }
            let needsNod = check.map { $0.allowsClosing && !$0.warnings.isEmpty } ?? !warnings.isEmpty
            html.form(
                formOf(
                    frame.address("closure"),
                    closureFields(form, frame, asksNod: needsNod),
                    "Close the case",
                    carried: [("version", "\(file.item.version)")]
                )
            )
        }
    }

    private func closureFields(_ form: TypedForm, _ frame: CaseFrame, asksNod: Bool) -> [FormField] {
        let file = frame.file
        var fields = [
            form.date("ended", "Day it closes"),
            form.select("reason", "Why", of: CaseEndReason.self, none: "Select why"),
            form.line(
                "destination",
                "Where the family goes next",
                hint: "Such as: early help, school, no further help."
            ),
            form.lines(
                "exit",
                "Exit plan",
                hint: "Who helps the family from now on, and what it does when things get hard."
            ),
        ]
        fields += file.children(on: frame.today).map { child in
            form.select(
                "living-\(child.id.text)",
                "Where \(file.name(child.id)) lives on that day",
                among: Living.allCases.map { ($0.rawValue, $0.label) },
                none: "Not asked"
            )
        }
        let outcomes = GoalOutcome.allCases.filter { $0 != .open }.map { ($0.rawValue, $0.label) }
        fields += file.plan.openGoals.map { goal in
            form.select("goal-\(goal.id.text)", "Goal: \(goal.title)", among: outcomes, none: "Select how it ended")
        }
        let tasks = file.tasks.filter { $0.record.outcome == .open }
        if !tasks.isEmpty {
            fields.append(
                form.tick(
                    "drop-tasks",
                    "Open tasks",
                    NumberText.plural(tasks.count, "open task is no longer needed", "open tasks are no longer needed"),
                    hint: tasks.map(\.record.title).joined(separator: "; ")
                )
            )
        }
        if asksNod {
            fields.append(form.tick("knowing", "What is left open", "Close the case although this is left open"))
        }
        return fields
    }

    /// Closes the case where nothing keeps it from closing, and what else is left is left knowingly.
    func closeCase(_ request: PageRequest) throws -> PageAnswer {
        guard let frame = try caseFrame(request, "case closure") else { return notFound() }
        guard frame.file.isOpen else {
            return notTaken(
                request,
                because: "The case was closed after you had opened this page. It stays closed as it was then.",
                way: Link("The case", frame.address())
            )
        }
        var form = TypedForm(request)
        if hasMoved(request, from: frame.file.item.version) { form.refuse(Pages.movedOn) }
        let (isClosed, check) = try frame.work(keeper).close(&form, leave(request))
        guard isClosed else { return try closurePage(frame, form, check) }
        return .onward(to: frame.address().with("saved", "closure"))
    }

    // MARK: Opening again

    /// Opens a closed case again: why, and who holds it.
    func reopening(_ request: PageRequest) throws -> PageAnswer {
        guard let frame = try caseFrame(request, "case reopening") else { return notFound() }
        return reopeningPage(frame, TypedForm())
    }

    private func reopeningPage(_ frame: CaseFrame, _ form: TypedForm) -> PageAnswer {
        let candidates = candidates(AllocateCase(keeper, frame.file), frame)
        let may = ClosedCase.mayReopen(frame.file.item.record, on: frame.today)
        return casePage(frame, "Open the case again", current: frame.address("reopening"), errors: form.errors) {
            html in
            guard !frame.file.isOpen else { return html.paragraph("The case is open.") }
            guard may else {
                return html.paragraph(
                    "The case closed more than \(ClosedCase.monthsToReopen) months ago. A family that needs help now is referred again, so that its case counts as one of its own."
                )
            }
            html.paragraph(
                "The case goes on as if it had not closed. What was recorded of its closing stays in the history."
            )
            let fields = [
                form.lines("why", "Why it is opened again"),
                form.select("worker", "Who holds it from now on", among: candidates, none: "Select a worker"),
                form.select("role", "As what", of: AllocationRole.self),
            ]
            let carried = [("version", "\(frame.file.item.version)")]
            html.form(formOf(frame.address("reopening"), fields, "Open the case", carried: carried))
        }
    }

    /// Opens the case again.
    func reopenCase(_ request: PageRequest) throws -> PageAnswer {
        guard let frame = try caseFrame(request, "case reopening") else { return notFound() }
        guard !frame.file.isOpen else {
            return notTaken(
                request,
                because: "The case was opened after you had opened this page.",
                way: Link("The case", frame.address())
            )
        }
        var form = TypedForm(request)
        if hasMoved(request, from: frame.file.item.version) { form.refuse(Pages.movedOn) }
        guard try frame.work(keeper).reopen(&form, leave(request)) else { return reopeningPage(frame, form) }
        return .onward(to: frame.address().with("saved", "reopening"))
    }
}

extension ClosureCheck.Left {
    /// As the page says it.
    func words(_ definitions: DefinitionsInForce) -> String {
        switch self {
        case .beforeTheStart: "Day it closes must be the same as or after the day the case started"
        case .inTheFuture: "Day it closes must be today or in the past"
        case .laterContacts(let count):
            "\(NumberText.plural(count, "contact is", "contacts are")) recorded after the day it closes"
        case .laterReview(let day): "A review was held on \(day.long), after the day it closes"
        case .laterAllocation(let day): "Somebody takes the case over on \(day.long), after the day it closes"
        case .openGoals: "Goals are open"
        case .openTasks: "Tasks are open"
        case .inTheHome(let phase): "The child is still in the phase: \(phase.lowercased()). It is not completed"
        case .noReason: "No reason is recorded"
        case .openSteps(let count): NumberText.plural(count, "step of the plan is open", "steps of the plan are open")
        case .reviewOverdue(let day): "A review has been due since \(day.long)"
        case .neverReviewed: "The case was never reviewed"
        case .noExitPlan: "There is no exit plan"
        case .noDestination: "Where the family goes next is not recorded"
        case .noGoals: "No goals were set"
        case .noRecentContact: "No contact with the family was kept in the last \(ClosureCheck.quietDays) days"
        case .notMeasuredAtEnd(let instruments):
            "Answered at the start and not at the end: \(instruments.map(definitions.instrumentTitle).joined(separator: ", "))"
        }
    }
}
