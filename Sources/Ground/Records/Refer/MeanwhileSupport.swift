package import Values

/// What a family is offered while it waits.
package struct MeanwhileSupport: Record, Equatable {
    /// Reference of the entry.
    package var id: Identifier<MeanwhileSupport>
    /// The referral.
    package var referralID: Identifier<Referral>
    /// The child referred.
    package var personID: Identifier<Person>?
    /// First day.
    package var from: Day
    /// Last day, included; without one it goes on.
    package var to: Day?
    /// What is offered, and by whom.
    package var what: String?

    package init(
        id: Identifier<MeanwhileSupport>,
        referralID: Identifier<Referral>,
        personID: Identifier<Person>? = nil,
        from: Day,
        to: Day? = nil,
        what: String? = nil
    ) {
        self.id = id
        self.referralID = referralID
        self.personID = personID
        self.from = from
        self.to = to
        self.what = what
    }

    package static let table = Table(
        "meanwhile_support",
        "What a family is offered while it waits.",
        [
            Field("support_id", .text, key: true, required: true, "Reference of the entry."),
            Field("referral_id", .text, required: true, refersTo: "referrals", "The referral."),
            Field("person_id", .text, refersTo: "people", "The child referred."),
            Field("from", .day, required: true, "First day."),
            Field("to", .day, "Last day, included; without one it goes on."),
            Field("what", .text, personal: true, "What is offered, and by whom."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        referralID = try row.identifier()
        personID = try row.optionalIdentifier()
        from = try row.day()
        to = try row.optionalDay()
        what = try row.optionalText()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(referralID)
        row.append(personID)
        row.append(from)
        row.append(to)
        row.append(what)
    }

    package var refusal: RecordRefusal? {
        .ending(to, "to", before: from, "from")
    }
}
