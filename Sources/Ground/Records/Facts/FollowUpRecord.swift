package import Values

/// What was seen of a child at a milestone after closure (0 is closure itself).
package struct FollowUpRecord: Record, Equatable {
    /// The case that closed.
    package var caseID: Identifier<Case>
    /// The child seen.
    package var personID: Identifier<Person>
    /// Months after closure; 0 is closure itself.
    package var milestoneMonths: Int
    /// Day the child was seen or asked about.
    package var observedOn: Day
    /// Where the child lives.
    package var living: Living
    /// Whether in education or work.
    package var inEducationOrWork: Bool?
    /// Who said so.
    package var source: String?

    package init(
        caseID: Identifier<Case>,
        personID: Identifier<Person>,
        milestoneMonths: Int,
        observedOn: Day,
        living: Living,
        inEducationOrWork: Bool? = nil,
        source: String? = nil
    ) {
        self.caseID = caseID
        self.personID = personID
        self.milestoneMonths = milestoneMonths
        self.observedOn = observedOn
        self.living = living
        self.inEducationOrWork = inEducationOrWork
        self.source = source
    }

    package static let table = Table(
        "follow_ups",
        "What was seen of a child at a milestone after closure (0 is closure itself).",
        [
            Field("case_id", .text, key: true, required: true, refersTo: "cases", "The case that closed."),
            Field("person_id", .text, key: true, required: true, refersTo: "people", "The child seen."),
            Field(
                "milestone_months",
                .integer,
                key: true,
                required: true,
                "Months after closure; 0 is closure itself."
            ),
            Field("observed_on", .day, key: true, required: true, "Day the child was seen or asked about."),
            Field("living", .code(Living.codes), required: true, "Where the child lives."),
            Field("in_education_or_work", .boolean, "Whether in education or work."),
            Field("source", .text, "Who said so."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        caseID = try row.identifier()
        personID = try row.identifier()
        milestoneMonths = try row.integer()
        observedOn = try row.day()
        living = try row.code()
        inEducationOrWork = try row.optionalBoolean()
        source = try row.optionalText()
    }

    package func write(to row: inout RowWriter) {
        row.append(caseID)
        row.append(personID)
        row.append(milestoneMonths)
        row.append(observedOn)
        row.append(living)
        row.append(inEducationOrWork)
        row.append(source)
    }
}
