package import Values

/// What the family and worker agreed to change.
package struct Goal: Record, Equatable {
    /// Reference of the goal.
    package var id: Identifier<Goal>
    /// The case.
    package var caseID: Identifier<Case>
    /// What is to change.
    package var title: String
    /// Area of life.
    package var domain: String?
    /// Day it was agreed.
    package var setOn: Day
    /// How it stands.
    package var outcome: GoalOutcome
    /// Day it was settled.
    package var closedOn: Day?

    package init(
        id: Identifier<Goal>,
        caseID: Identifier<Case>,
        title: String,
        domain: String? = nil,
        setOn: Day,
        outcome: GoalOutcome,
        closedOn: Day? = nil
    ) {
        self.id = id
        self.caseID = caseID
        self.title = title
        self.domain = domain
        self.setOn = setOn
        self.outcome = outcome
        self.closedOn = closedOn
    }

    package static let table = Table(
        "goals",
        "What the family and worker agreed to change.",
        [
            Field("goal_id", .text, key: true, required: true, "Reference of the goal."),
            Field("case_id", .text, required: true, refersTo: "cases", "The case."),
            Field("title", .text, required: true, personal: true, "What is to change."),
            Field("domain", .text, "Area of life."),
            Field("set_on", .day, required: true, "Day it was agreed."),
            Field("outcome", .code(GoalOutcome.codes), required: true, "How it stands."),
            Field("closed_on", .day, "Day it was settled."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        caseID = try row.identifier()
        title = try row.text()
        domain = try row.optionalText()
        setOn = try row.day()
        outcome = try row.code()
        closedOn = try row.optionalDay()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(caseID)
        row.append(title)
        row.append(domain)
        row.append(setOn)
        row.append(outcome)
        row.append(closedOn)
    }

    package var refusal: RecordRefusal? {
        .ending(closedOn, "closed_on", before: setOn, "set_on")
    }
}
