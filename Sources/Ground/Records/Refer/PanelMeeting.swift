package import Values

/// A multi-agency panel that looked at a referral.
package struct PanelMeeting: Record, Equatable {
    /// Reference of the meeting.
    package var id: Identifier<PanelMeeting>
    /// The referral it looked at.
    package var referralID: Identifier<Referral>
    /// The child referred.
    package var personID: Identifier<Person>?
    /// Day it met.
    package var metOn: Day
    /// Who sat, and for whom.
    package var sat: String?
    /// What was agreed.
    package var agreed: String?

    package init(
        id: Identifier<PanelMeeting>,
        referralID: Identifier<Referral>,
        personID: Identifier<Person>? = nil,
        metOn: Day,
        sat: String? = nil,
        agreed: String? = nil
    ) {
        self.id = id
        self.referralID = referralID
        self.personID = personID
        self.metOn = metOn
        self.sat = sat
        self.agreed = agreed
    }

    package static let table = Table(
        "panel_meetings",
        "A multi-agency panel that looked at a referral.",
        [
            Field("panel_id", .text, key: true, required: true, "Reference of the meeting."),
            Field("referral_id", .text, required: true, refersTo: "referrals", "The referral it looked at."),
            Field("person_id", .text, refersTo: "people", "The child referred."),
            Field("met_on", .day, required: true, "Day it met."),
            Field("sat", .text, personal: true, "Who sat, and for whom."),
            Field("agreed", .text, personal: true, "What was agreed."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        referralID = try row.identifier()
        personID = try row.optionalIdentifier()
        metOn = try row.day()
        sat = try row.optionalText()
        agreed = try row.optionalText()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(referralID)
        row.append(personID)
        row.append(metOn)
        row.append(sat)
        row.append(agreed)
    }
}
