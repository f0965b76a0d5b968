package import Values

/// A stay made longer, or shorter.
package struct StayExtension: Record, Equatable {
    /// Reference of the entry.
    package var id: Identifier<StayExtension>
    /// The stay.
    package var stayID: Identifier<HomeStay>
    /// The child.
    package var personID: Identifier<Person>?
    /// Day it was decided.
    package var decidedOn: Day
    /// Planned day of leaving before.
    package var wasUntil: Day
    /// Planned day of leaving since.
    package var nowUntil: Day
    /// Why.
    package var reason: String?

    package init(
        id: Identifier<StayExtension>,
        stayID: Identifier<HomeStay>,
        personID: Identifier<Person>? = nil,
        decidedOn: Day,
        wasUntil: Day,
        nowUntil: Day,
        reason: String? = nil
    ) {
        self.id = id
        self.stayID = stayID
        self.personID = personID
        self.decidedOn = decidedOn
        self.wasUntil = wasUntil
        self.nowUntil = nowUntil
        self.reason = reason
    }

    package static let table = Table(
        "stay_extensions",
        "A stay made longer, or shorter.",
        [
            Field("extension_id", .text, key: true, required: true, "Reference of the entry."),
            Field("stay_id", .text, required: true, refersTo: "home_stays", "The stay."),
            Field("person_id", .text, refersTo: "people", "The child."),
            Field("decided_on", .day, required: true, "Day it was decided."),
            Field("was_until", .day, required: true, "Planned day of leaving before."),
            Field("now_until", .day, required: true, "Planned day of leaving since."),
            Field("reason", .text, personal: true, "Why."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        stayID = try row.identifier()
        personID = try row.optionalIdentifier()
        decidedOn = try row.day()
        wasUntil = try row.day()
        nowUntil = try row.day()
        reason = try row.optionalText()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(stayID)
        row.append(personID)
        row.append(decidedOn)
        row.append(wasUntil)
        row.append(nowUntil)
        row.append(reason)
    }
}
