package import Values

/// A session, visit, call or meeting; minutes are worked time.
package struct Contact: Record, Equatable {
    /// Reference of the contact.
    package var id: Identifier<Contact>
    /// The case.
    package var caseID: Identifier<Case>
    /// Day.
    package var on: Day
    /// Minutes worked.
    package var minutes: Int?
    /// Kind of contact.
    package var kind: ContactKind
    /// Whether it was with the family directly.
    package var direct: Bool?
    /// Whether the family came.
    package var attendance: ContactAttendance?
    /// Who worked.
    package var workerID: Identifier<Worker>?

    package init(
        id: Identifier<Contact>,
        caseID: Identifier<Case>,
        on: Day,
        minutes: Int? = nil,
        kind: ContactKind,
        direct: Bool? = nil,
        attendance: ContactAttendance? = nil,
        workerID: Identifier<Worker>? = nil
    ) {
        self.id = id
        self.caseID = caseID
        self.on = on
        self.minutes = minutes
        self.kind = kind
        self.direct = direct
        self.attendance = attendance
        self.workerID = workerID
    }

    package static let table = Table(
        "contacts",
        "A session, visit, call or meeting; minutes are worked time.",
        [
            Field("contact_id", .text, key: true, required: true, "Reference of the contact."),
            Field("case_id", .text, required: true, refersTo: "cases", "The case."),
            Field("on", .day, required: true, "Day."),
            Field("minutes", .integer, "Minutes worked."),
            Field("kind", .code(ContactKind.codes), required: true, "Kind of contact."),
            Field("direct", .boolean, "Whether it was with the family directly."),
            Field("attendance", .code(ContactAttendance.codes), "Whether the family came."),
            Field("worker_id", .text, refersTo: "workers", "Who worked."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        caseID = try row.identifier()
        on = try row.day()
        minutes = try row.optionalInteger()
        kind = try row.code()
        direct = try row.optionalBoolean()
        attendance = try row.optionalCode()
        workerID = try row.optionalIdentifier()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(caseID)
        row.append(on)
        row.append(minutes)
        row.append(kind)
        row.append(direct)
        row.append(attendance)
        row.append(workerID)
    }
}
