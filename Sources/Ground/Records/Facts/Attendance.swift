package import Values

/// School sessions in a period (a term or half-term).
package struct Attendance: Record, Equatable {
    /// The pupil.
    package var personID: Identifier<Person>
    /// First day of the term or half-term.
    package var from: Day
    /// Last day, included.
    package var to: Day
    /// Sessions possible.
    package var sessionsPossible: Int
    /// Sessions missed with leave.
    package var authorisedAbsences: Int
    /// Sessions missed without leave.
    package var unauthorisedAbsences: Int
    /// Where the fact comes from.
    package var source: String?

    package init(
        personID: Identifier<Person>,
        from: Day,
        to: Day,
        sessionsPossible: Int,
        authorisedAbsences: Int,
        unauthorisedAbsences: Int,
        source: String? = nil
    ) {
        self.personID = personID
        self.from = from
        self.to = to
        self.sessionsPossible = sessionsPossible
        self.authorisedAbsences = authorisedAbsences
        self.unauthorisedAbsences = unauthorisedAbsences
        self.source = source
    }

    package static let table = Table(
        "attendance",
        "School sessions in a period (a term or half-term).",
        [
            Field("person_id", .text, key: true, required: true, refersTo: "people", "The pupil."),
            Field("from", .day, key: true, required: true, "First day of the term or half-term."),
            Field("to", .day, key: true, required: true, "Last day, included."),
            Field("sessions_possible", .integer, required: true, "Sessions possible."),
            Field("authorised_absences", .integer, required: true, "Sessions missed with leave."),
            Field("unauthorised_absences", .integer, required: true, "Sessions missed without leave."),
            Field("source", .text, key: true, "Where the fact comes from."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        personID = try row.identifier()
        from = try row.day()
        to = try row.day()
        sessionsPossible = try row.integer()
        authorisedAbsences = try row.integer()
        unauthorisedAbsences = try row.integer()
        source = try row.optionalText()
    }

    package func write(to row: inout RowWriter) {
        row.append(personID)
        row.append(from)
        row.append(to)
        row.append(sessionsPossible)
        row.append(authorisedAbsences)
        row.append(unauthorisedAbsences)
        row.append(source)
    }

    package var refusal: RecordRefusal? {
        .ending(to, "to", before: from, "from")
    }
}
