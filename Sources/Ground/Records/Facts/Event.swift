package import Values

/// Dated facts from partner systems: offending, anti-social behaviour, exclusions, call-outs.
package struct Event: Record, Equatable {
    /// Reference of the event.
    package var id: Identifier<Event>
    /// The person it is about.
    package var personID: Identifier<Person>?
    /// The family it is about.
    package var familyID: Identifier<Family>?
    /// What happened.
    package var kind: EventKind
    /// Day it happened.
    package var on: Day
    /// Where the fact comes from.
    package var source: String
    /// Reference in the source system.
    package var reference: String?
    /// Whether an offence was proven; it may be proven later than it happened.
    package var proven: Bool?

    package init(
        id: Identifier<Event>,
        personID: Identifier<Person>? = nil,
        familyID: Identifier<Family>? = nil,
        kind: EventKind,
        on: Day,
        source: String,
        reference: String? = nil,
        proven: Bool? = nil
    ) {
        self.id = id
        self.personID = personID
        self.familyID = familyID
        self.kind = kind
        self.on = on
        self.source = source
        self.reference = reference
        self.proven = proven
    }

    package static let table = Table(
        "events",
        "Dated facts from partner systems: offending, anti-social behaviour, exclusions, call-outs.",
        [
            Field("event_id", .text, key: true, required: true, "Reference of the event."),
            Field("person_id", .text, refersTo: "people", "The person it is about."),
            Field("family_id", .text, refersTo: "families", "The family it is about."),
            Field("kind", .code(EventKind.codes), required: true, "What happened."),
            Field("on", .day, required: true, "Day it happened."),
            Field("source", .text, required: true, "Where the fact comes from."),
            Field("reference", .text, personal: true, "Reference in the source system."),
            Field("proven", .boolean, "Whether an offence was proven; it may be proven later than it happened."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        personID = try row.optionalIdentifier()
        familyID = try row.optionalIdentifier()
        kind = try row.code()
        on = try row.day()
        source = try row.text()
        reference = try row.optionalText()
        proven = try row.optionalBoolean()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(personID)
        row.append(familyID)
        row.append(kind)
        row.append(on)
        row.append(source)
        row.append(reference)
        row.append(proven)
    }
}
