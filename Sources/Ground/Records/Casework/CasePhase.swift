package import Values

/// A phase of a programme as it was worked with one family.
package struct CasePhase: Record, Equatable {
    /// The case.
    package var caseID: Identifier<Case>
    /// The phase, as the programme calls it.
    package var phase: String
    /// First day.
    package var startedOn: Day
    /// First day after it.
    package var endedOn: Day?

    package init(
        caseID: Identifier<Case>,
        phase: String,
        startedOn: Day,
        endedOn: Day? = nil
    ) {
        self.caseID = caseID
        self.phase = phase
        self.startedOn = startedOn
        self.endedOn = endedOn
    }

    package static let table = Table(
        "case_phases",
        "A phase of a programme as it was worked with one family.",
        [
            Field("case_id", .text, key: true, required: true, refersTo: "cases", "The case."),
            Field("phase", .text, key: true, required: true, "The phase, as the programme calls it."),
            Field("started_on", .day, required: true, "First day."),
            Field("ended_on", .day, "First day after it."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        caseID = try row.identifier()
        phase = try row.text()
        startedOn = try row.day()
        endedOn = try row.optionalDay()
    }

    package func write(to row: inout RowWriter) {
        row.append(caseID)
        row.append(phase)
        row.append(startedOn)
        row.append(endedOn)
    }

    package var refusal: RecordRefusal? {
        .ending(endedOn, "ended_on", before: startedOn, "started_on")
    }
}
