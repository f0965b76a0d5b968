import Actions
import Documents
import Records
import Register
import Values

extension Pages {
    /// One goal, to be changed or settled.
    func goal(_ request: PageRequest) throws -> PageAnswer {
        guard let frame = try caseFrame(request, "goal"), let held = askedGoal(request, frame) else {
            return notFound()
        }
        let detail = frame.file.details.first { $0.record.goalID == held.record.id }?.record
        var form = TypedForm([
            "title": held.record.title, "words": detail?.familyWords ?? "", "measure": detail?.measure ?? "",
            "domain": held.record.domain ?? "", "outcome": held.record.outcome.rawValue,
        ])
        form.set("closed", held.record.closedOn ?? frame.today)
        return goalPage(frame, held, form)
    }

    private func askedGoal(_ request: PageRequest, _ frame: CaseFrame) -> Held<Goal>? {
        frame.file.goals.first { $0.record.id.text == request.parameters["name"] }
    }

    private func goalPage(_ frame: CaseFrame, _ held: Held<Goal>, _ form: TypedForm, moved: Bool = false) -> PageAnswer
    {
        let detail = frame.file.details.first { $0.record.goalID == held.record.id }
        let carried = [("version", "\(held.version)"), ("detail-version", detail.map { "\($0.version)" } ?? "")]
        return casePage(frame, "Change a goal", current: frame.address("plan"), errors: form.errors) { html in
            standing(
                [
                    SummaryRow("Goal", held.record.title), SummaryRow("How it stands", held.record.outcome.label),
                    SummaryRow("In the family's own words", detail?.record.familyWords),
                    SummaryRow("How everybody will know", detail?.record.measure),
                ],
                moved,
                &html
            )
            let fields =
                goalFields(form) + [
                    form.radios("outcome", "How it stands", of: GoalOutcome.self),
                    form.date("closed", "Day it was settled", hint: "Not asked while it is open."),
                ]
            html.form(formOf(frame.address("goals", held.record.id.text), fields, "Save the goal", carried: carried))
        }
    }

    /// Saves a goal over the version its form was made from.
    func saveGoal(_ request: PageRequest) throws -> PageAnswer {
        guard let frame = try caseFrame(request, "goal"), let held = askedGoal(request, frame) else {
            return notFound()
        }
        let known = frame.file.details.first { $0.record.goalID == held.record.id }
        var form = TypedForm(request)
        let detailVersion = known.map { "\($0.version)" } ?? ""
        let detailMoved = (request.form["detail-version"] ?? detailVersion) != detailVersion
        if hasMoved(request, from: held.version) || detailMoved {
            form.refuse(Pages.movedOn)
            return goalPage(frame, held, form, moved: true)
        }
        var goal = held.record
        goal.title = form.text("title", "Goal", orSay: "Enter the goal")
        goal.domain = form.optionalText("domain", "Area of life", most: 100)
        if let outcome: GoalOutcome = form.code("outcome", orSay: "Select how the goal stands") {
            goal.outcome = outcome
        }
        goal.closedOn =
            goal.outcome == .open ? nil : form.day("closed", "Day it was settled", upTo: frame.today)
        if let closed = goal.closedOn, closed < goal.setOn {
            form.refuse(
                "Day it was settled must be the same as or after \(goal.setOn.long) when it was set",
                at: "closed"
            )
        }
        let detail =
            frame.work(keeper).detail(of: goal.id, &form)
            ?? known.map { _ in GoalDetail(goalID: goal.id, caseID: frame.file.item.record.id) }
        guard mayAct(on: &form, request) else { return goalPage(frame, held, form) }
        let isSaved = try saving(&form) {
            var entry = Entry()
            entry.revise(goal, version: held.version)
            if let detail {
                if let known { entry.revise(detail, version: known.version) } else { entry.add(detail) }
            }
            try keeper.enter(entry, purpose: "planning", summary: "Changed a goal")
        }
        guard isSaved else { return goalPage(frame, held, form, moved: true) }
        return .onward(to: frame.address("plan").with("saved", "goal"))
    }
}
