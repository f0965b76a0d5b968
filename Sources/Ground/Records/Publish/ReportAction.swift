package import Values

/// What was agreed to be done after a report was looked at.
package struct ReportAction: Record, Equatable {
    /// Reference of the action.
    package var id: Identifier<ReportAction>
    /// The report's definition.
    package var report: String
    /// The provider it is about; none where it is about all.
    package var organisationID: Identifier<Organisation>?
    /// First day of the period of the report it was agreed on.
    package var from: Day
    /// What is to be done.
    package var what: String
    /// Who answers for it.
    package var owner: String
    /// By when.
    package var dueOn: Day
    /// Day it was agreed.
    package var madeOn: Day
    /// Reference of the account that noted it.
    package var madeBy: String
    /// Day it was done.
    package var doneOn: Day?

    package init(
        id: Identifier<ReportAction>,
        report: String,
        organisationID: Identifier<Organisation>? = nil,
        from: Day,
        what: String,
        owner: String,
        dueOn: Day,
        madeOn: Day,
        madeBy: String,
        doneOn: Day? = nil
    ) {
        self.id = id
        self.report = report
        self.organisationID = organisationID
        self.from = from
        self.what = what
        self.owner = owner
        self.dueOn = dueOn
        self.madeOn = madeOn
        self.madeBy = madeBy
        self.doneOn = doneOn
    }

    package static let table = Table(
        "report_actions",
        "What was agreed to be done after a report was looked at.",
        [
            Field("action_id", .text, key: true, required: true, "Reference of the action."),
            Field("report", .text, required: true, "The report's definition."),
            Field(
                "organisation_id",
                .text,
                refersTo: "organisations",
                "The provider it is about; none where it is about all."
            ),
            Field("from", .day, required: true, "First day of the period of the report it was agreed on."),
            Field("what", .text, required: true, "What is to be done."),
            Field("owner", .text, required: true, "Who answers for it."),
            Field("due_on", .day, required: true, "By when."),
            Field("made_on", .day, required: true, "Day it was agreed."),
            Field("made_by", .text, required: true, "Reference of the account that noted it."),
            Field("done_on", .day, "Day it was done."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        report = try row.text()
        organisationID = try row.optionalIdentifier()
        from = try row.day()
        what = try row.text()
        owner = try row.text()
        dueOn = try row.day()
        madeOn = try row.day()
        madeBy = try row.text()
        doneOn = try row.optionalDay()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(report)
        row.append(organisationID)
        row.append(from)
        row.append(what)
        row.append(owner)
        row.append(dueOn)
        row.append(madeOn)
        row.append(madeBy)
        row.append(doneOn)
    }
}
