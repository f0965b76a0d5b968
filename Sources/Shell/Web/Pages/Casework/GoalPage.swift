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
        return goalPage(frame, held, frame.work(keeper).form(of: held.record))
    }

    private func askedGoal(_ request: PageRequest, _ frame: CaseFrame) -> Held<Goal>? {
        frame.file.goals.first { $0.record.id.text == request.parameters["name"] }
    }

    private func goalPage(_ frame: CaseFrame, _ held: Held<Goal>, _ form: TypedForm, moved: Bool = false) -> PageAnswer
    {
        let detail = frame.file.detail(of: held.record)
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
        var form = TypedForm(request)
        let detailVersion = frame.file.detail(of: held.record).map { "\($0.version)" } ?? ""
        let detailMoved = (request.form["detail-version"] ?? detailVersion) != detailVersion
        if hasMoved(request, from: held.version) || detailMoved {
            form.refuse(Pages.movedOn)
            return goalPage(frame, held, form, moved: true)
        }
        guard try frame.work(keeper).changeGoal(held, &form, leave(request)) != nil else {
            return goalPage(frame, held, form, moved: form.hasMovedOn)
        }
        return .onward(to: frame.address("plan").with("saved", "goal"))
    }
}
