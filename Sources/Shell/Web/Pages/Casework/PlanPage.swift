import Access
import Actions
import Documents
import Plan
import Records
import Register
import Values

extension Pages {
    /// What is typed on the page of the plan; each form keeps its own.
    struct PlanForms {
        var goal = TypedForm()
        var step = TypedForm()
        var agreement = TypedForm()

        var errors: [FormError] { goal.errors + step.errors + agreement.errors }
    }

    /// A family's plan: goals in its own words, steps with who and by when, and its agreement.
    func casePlan(_ request: PageRequest) throws -> PageAnswer {
        guard let frame = try caseFrame(request, "case plan") else { return notFound() }
        return planPage(frame, PlanForms(), saved: saved(request))
    }

    private func planPage(_ frame: CaseFrame, _ forms: PlanForms, saved: String? = nil) -> PageAnswer {
        let plan = frame.file.plan
        return casePage(frame, "Plan", current: frame.address("plan"), errors: forms.errors, saved: saved) { html in
            html.paragraph(agreementWords(plan.agreement))
            for planned in plan.goals { goal(planned, frame, &html) }
            if plan.goals.isEmpty { html.paragraph("No goals are set yet.") }
            if !plan.steps.isEmpty { html.table(steps("Steps that serve the whole plan", plan.steps, frame)) }
            agreements(plan.agreements, &html)
            guard frame.file.isOpen, frame.may(.workCase) else { return }
            html.heading("Add to the plan")
            html.details("Add a goal", isOpen: !forms.goal.isSound || plan.goals.isEmpty) { html in
                html.form(formOf(frame.address("goals"), goalFields(forms.goal), "Add the goal"))
            }
            html.details("Add a step", isOpen: !forms.step.isSound) { html in
                html.form(formOf(frame.address("steps"), stepFields(forms.step, plan), "Add the step"))
            }
            html.details("Record what the family says of the plan", isOpen: !forms.agreement.isSound) { html in
                html.form(
                    formOf(frame.address("agreement"), agreementFields(forms.agreement, frame), "Record the agreement")
                )
            }
        }
    }

    private func goal(_ planned: FamilyPlan.PlannedGoal, _ frame: CaseFrame, _ html: inout HTML) {
        let goal = planned.goal
        let change = Link("Change", frame.address("goals", goal.id.text))
        html.summaryCard(
            goal.title,
            [
                SummaryRow(
                    "How it stands",
                    .text(goal.outcome.label + (goal.closedOn.map { ", \($0.long)" } ?? "")),
                    action: frame.may(.workCase) ? change : nil
                ),
                SummaryRow("In the family's words", planned.detail?.familyWords),
                SummaryRow("How we will know", planned.detail?.measure), SummaryRow("Area of life", goal.domain),
                SummaryRow("Set on", goal.setOn.long),
            ]
        )
        if !planned.steps.isEmpty { html.table(steps("Steps towards: \(goal.title)", planned.steps, frame)) }
    }

    private func steps(_ caption: String, _ steps: [PlanStep], _ frame: CaseFrame) -> DataTable {
        DataTable(
            caption: caption,
            columns: ["Step", "Who", "By when", "How it stands"],
            rows: steps.map { step in
                let isOpen = step.outcome == .open
                return [
                    .text(step.title), .text(step.who),
                    isOpen ? dueCell(step.by, on: frame.today, or: "") : .text(step.by?.short ?? ""),
                    isOpen
                        ? .html(settleButtons(frame.address("steps", step.id.text), step.title, frame))
                        : .text("\(step.outcome.label)\(step.settledOn.map { ", \($0.short)" } ?? "")"),
                ]
            }
        )
    }

    /// `Done` and `Not needed` for a step or a task.
    func settleButtons(_ action: Address, _ title: String, _ frame: CaseFrame) -> HTML {
        guard frame.may(.workCase) else { return HTML { $0.text("Open") } }
        return HTML { html in
            html.append(rowForm(action, "Done", hidden: title, carried: [("outcome", "done")]))
            html.append(rowForm(action, "Not needed", hidden: title, carried: [("outcome", "dropped")]))
        }
    }

    private func agreements(_ agreements: [PlanAgreement], _ html: inout HTML) {
        html.table(
            DataTable(
                caption: "What the family said of the plan",
                columns: ["Agreed on", "Who", "In their words", "What they do not agree with"],
                rows: agreements.map {
                    [
                        .text($0.agreedOn.short), .text($0.agreedBy), .text($0.familyWords ?? ""),
                        .text($0.disagreement ?? ""),
                    ]
                },
                whenEmpty: "Nothing is recorded yet."
            )
        )
    }

    func goalFields(_ form: TypedForm) -> [FormField] {
        [
            form.line("title", "Goal", hint: "What is to change, such as: Sam goes to school every day."),
            form.lines("words", "In the family's own words (optional)"),
            form.lines("measure", "How everybody will know (optional)"),
            form.line(
                "domain",
                "Area of life (optional)",
                hint: "Such as education, safety or health.",
                width: .characters20
            ),
        ]
    }

    private func stepFields(_ form: TypedForm, _ plan: FamilyPlan) -> [FormField] {
        [
            form.line("step", "Step", hint: "What is to be done."), form.line("who", "Who does it"),
            form.date("by", "By when (optional)"),
            form.select(
                "goal",
                "For which goal",
                among: plan.openGoals.map { ($0.id.text, $0.title) },
                none: "The whole plan"
            ),
        ]
    }

    private func agreementFields(_ form: TypedForm, _ frame: CaseFrame) -> [FormField] {
        [
            form.line("agreed-by", "Who agreed"), form.lines("said", "What they say of the plan (optional)"),
            form.lines("disagreement", "What they do not agree with (optional)"),
        ]
    }

    // MARK: Saving

    /// Adds a goal, with what the family says of it.
    func addGoal(_ request: PageRequest) throws -> PageAnswer {
        guard let frame = try caseFrame(request, "case plan") else { return notFound() }
        var form = TypedForm(request)
        guard try frame.work(keeper).addGoal(&form, leave(request)) != nil else {
            return planPage(frame, PlanForms(goal: form))
        }
        return .onward(to: frame.address("plan").with("saved", "goal"))
    }

    /// Adds a step.
    func addStep(_ request: PageRequest) throws -> PageAnswer {
        guard let frame = try caseFrame(request, "case plan") else { return notFound() }
        var form = TypedForm(request)
        guard try frame.work(keeper).addStep(&form, leave(request)) != nil else {
            return planPage(frame, PlanForms(step: form))
        }
        return .onward(to: frame.address("plan").with("saved", "step"))
    }

    /// Settles a step; a second click finds it settled.
    func settleStep(_ request: PageRequest) throws -> PageAnswer {
        let step = request.parameters["name"] ?? ""
        guard let frame = try caseFrame(request, "case plan"),
            frame.file.steps.contains(where: { $0.record.id.text == step })
        else { return notFound() }
        var form = TypedForm(request)
        // What somebody has settled meanwhile stands.
        _ = try frame.work(keeper).settleStep(step, &form, leave(request))
        return .onward(to: frame.address("plan").with("saved", "step"))
    }

    /// Records that the family agreed to the plan as it stands today.
    func agreePlan(_ request: PageRequest) throws -> PageAnswer {
        guard let frame = try caseFrame(request, "case plan") else { return notFound() }
        var form = TypedForm(request)
        guard try frame.work(keeper).agree(&form, leave(request)) != nil else {
            return planPage(frame, PlanForms(agreement: form))
        }
        return .onward(to: frame.address("plan").with("saved", "agreement"))
    }
}
