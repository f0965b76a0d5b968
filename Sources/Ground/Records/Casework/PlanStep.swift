package import Values

/// A step of a family's plan: what is to be done, by whom, by when.
package struct PlanStep: Record, Equatable {
    /// Reference of the step.
    package var id: Identifier<PlanStep>
    /// The case.
    package var caseID: Identifier<Case>
    /// The goal it serves; none where it serves the whole plan.
    package var goalID: Identifier<Goal>?
    /// What is to be done.
    package var title: String
    /// Who does it, as the plan calls them.
    package var who: String
    /// By when.
    package var by: Day?
    /// Day it was agreed.
    package var setOn: Day
    /// How it stands.
    package var outcome: StepOutcome
    /// Day it was done or dropped.
    package var settledOn: Day?

    package init(
        id: Identifier<PlanStep>,
        caseID: Identifier<Case>,
        goalID: Identifier<Goal>? = nil,
        title: String,
        who: String,
        by: Day? = nil,
        setOn: Day,
        outcome: StepOutcome,
        settledOn: Day? = nil
    ) {
        self.id = id
        self.caseID = caseID
        self.goalID = goalID
        self.title = title
        self.who = who
        self.by = by
        self.setOn = setOn
        self.outcome = outcome
        self.settledOn = settledOn
    }

    package static let table = Table(
        "plan_steps",
        "A step of a family's plan: what is to be done, by whom, by when.",
        [
            Field("step_id", .text, key: true, required: true, "Reference of the step."),
            Field("case_id", .text, required: true, refersTo: "cases", "The case."),
            Field("goal_id", .text, refersTo: "goals", "The goal it serves; none where it serves the whole plan."),
            Field("title", .text, required: true, personal: true, "What is to be done."),
            Field("who", .text, required: true, personal: true, "Who does it, as the plan calls them."),
            Field("by", .day, "By when."),
            Field("set_on", .day, required: true, "Day it was agreed."),
            Field("outcome", .code(StepOutcome.codes), required: true, "How it stands."),
            Field("settled_on", .day, "Day it was done or dropped."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        caseID = try row.identifier()
        goalID = try row.optionalIdentifier()
        title = try row.text()
        who = try row.text()
        by = try row.optionalDay()
        setOn = try row.day()
        outcome = try row.code()
        settledOn = try row.optionalDay()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(caseID)
        row.append(goalID)
        row.append(title)
        row.append(who)
        row.append(by)
        row.append(setOn)
        row.append(outcome)
        row.append(settledOn)
    }

    package var refusal: RecordRefusal? {
        .ending(settledOn, "settled_on", before: setOn, "set_on")
    }
}
