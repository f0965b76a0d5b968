package import Values

/// Employment and benefit periods of adults.
package struct WorkStatus: Record, Equatable {
    /// The adult.
    package var personID: Identifier<Person>
    /// Employment or benefit status.
    package var status: WorkState
    /// Which benefit.
    package var benefit: String?
    /// First day.
    package var from: Day
    /// Last day, included; without one it goes on.
    package var to: Day?
    /// Where the fact comes from.
    package var source: String?

    package init(
        personID: Identifier<Person>,
        status: WorkState,
        benefit: String? = nil,
        from: Day,
        to: Day? = nil,
        source: String? = nil
    ) {
        self.personID = personID
        self.status = status
        self.benefit = benefit
        self.from = from
        self.to = to
        self.source = source
    }

    package static let table = Table(
        "work_status",
        "Employment and benefit periods of adults.",
        [
            Field("person_id", .text, key: true, required: true, refersTo: "people", "The adult."),
            Field("status", .code(WorkState.codes), key: true, required: true, "Employment or benefit status."),
            Field("benefit", .text, "Which benefit."),
            Field("from", .day, key: true, required: true, "First day."),
            Field("to", .day, "Last day, included; without one it goes on."),
            Field("source", .text, "Where the fact comes from."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        personID = try row.identifier()
        status = try row.code()
        benefit = try row.optionalText()
        from = try row.day()
        to = try row.optionalDay()
        source = try row.optionalText()
    }

    package func write(to row: inout RowWriter) {
        row.append(personID)
        row.append(status)
        row.append(benefit)
        row.append(from)
        row.append(to)
        row.append(source)
    }

    package var refusal: RecordRefusal? {
        .ending(to, "to", before: from, "from")
    }
}
