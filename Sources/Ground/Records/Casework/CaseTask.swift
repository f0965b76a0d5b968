package import Values

/// Something a worker has to do for a case.
package struct CaseTask: Record, Equatable {
    /// Reference of the task.
    package var id: Identifier<CaseTask>
    /// The case.
    package var caseID: Identifier<Case>
    /// What is to be done.
    package var title: String
    /// Who has to do it; whoever holds the case where nobody is named.
    package var workerID: Identifier<Worker>?
    /// Day it was noted.
    package var madeOn: Day
    /// Day from which it is shown among what is due.
    package var remindOn: Day?
    /// By when.
    package var dueOn: Day?
    /// How it stands.
    package var outcome: StepOutcome
    /// Day it was done or dropped.
    package var settledOn: Day?

    package init(
        id: Identifier<CaseTask>,
        caseID: Identifier<Case>,
        title: String,
        workerID: Identifier<Worker>? = nil,
        madeOn: Day,
        remindOn: Day? = nil,
        dueOn: Day? = nil,
        outcome: StepOutcome,
        settledOn: Day? = nil
    ) {
        self.id = id
        self.caseID = caseID
        self.title = title
        self.workerID = workerID
        self.madeOn = madeOn
        self.remindOn = remindOn
        self.dueOn = dueOn
        self.outcome = outcome
        self.settledOn = settledOn
    }

    package static let table = Table(
        "case_tasks",
        "Something a worker has to do for a case.",
        [
            Field("task_id", .text, key: true, required: true, "Reference of the task."),
            Field("case_id", .text, required: true, refersTo: "cases", "The case."),
            Field("title", .text, required: true, personal: true, "What is to be done."),
            Field(
                "worker_id",
                .text,
                refersTo: "workers",
                "Who has to do it; whoever holds the case where nobody is named."
            ),
            Field("made_on", .day, required: true, "Day it was noted."),
            Field("remind_on", .day, "Day from which it is shown among what is due."),
            Field("due_on", .day, "By when."),
            Field("outcome", .code(StepOutcome.codes), required: true, "How it stands."),
            Field("settled_on", .day, "Day it was done or dropped."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        caseID = try row.identifier()
        title = try row.text()
        workerID = try row.optionalIdentifier()
        madeOn = try row.day()
        remindOn = try row.optionalDay()
        dueOn = try row.optionalDay()
        outcome = try row.code()
        settledOn = try row.optionalDay()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(caseID)
        row.append(title)
        row.append(workerID)
        row.append(madeOn)
        row.append(remindOn)
        row.append(dueOn)
        row.append(outcome)
        row.append(settledOn)
    }

    package var refusal: RecordRefusal? {
        .ending(settledOn, "settled_on", before: madeOn, "made_on")
    }
}
