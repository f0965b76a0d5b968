package import Values

/// What those who work with a family must know before they act.
package struct FamilyAlert: Record, Equatable {
    /// Reference of the alert.
    package var id: Identifier<FamilyAlert>
    /// The family.
    package var familyID: Identifier<Family>
    /// Whom it is about; the whole family where nobody is named.
    package var personID: Identifier<Person>?
    /// What kind of alert it is.
    package var kind: AlertKind
    /// What to know, and what to do.
    package var words: String?
    /// First day.
    package var from: Day
    /// Last day, included; without one it stands.
    package var to: Day?

    package init(
        id: Identifier<FamilyAlert>,
        familyID: Identifier<Family>,
        personID: Identifier<Person>? = nil,
        kind: AlertKind,
        words: String? = nil,
        from: Day,
        to: Day? = nil
    ) {
        self.id = id
        self.familyID = familyID
        self.personID = personID
        self.kind = kind
        self.words = words
        self.from = from
        self.to = to
    }

    package static let table = Table(
        "family_alerts",
        "What those who work with a family must know before they act.",
        [
            Field("alert_id", .text, key: true, required: true, "Reference of the alert."),
            Field("family_id", .text, required: true, refersTo: "families", "The family."),
            Field("person_id", .text, refersTo: "people", "Whom it is about; the whole family where nobody is named."),
            Field("kind", .code(AlertKind.codes), required: true, "What kind of alert it is."),
            Field("words", .text, personal: true, "What to know, and what to do."),
            Field("from", .day, required: true, "First day."),
            Field("to", .day, "Last day, included; without one it stands."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        familyID = try row.identifier()
        personID = try row.optionalIdentifier()
        kind = try row.code()
        words = try row.optionalText()
        from = try row.day()
        to = try row.optionalDay()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(familyID)
        row.append(personID)
        row.append(kind)
        row.append(words)
        row.append(from)
        row.append(to)
    }

    package var refusal: RecordRefusal? {
        .ending(to, "to", before: from, "from")
    }
}
