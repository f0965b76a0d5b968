package import Values

/// A place offered to a family that waits.
package struct PlaceOffer: Record, Equatable {
    /// Reference of the offer.
    package var id: Identifier<PlaceOffer>
    /// The referral.
    package var referralID: Identifier<Referral>
    /// The programme.
    package var programme: String
    /// Who offers it.
    package var organisationID: Identifier<Organisation>
    /// The team.
    package var team: String?
    /// Day it was offered.
    package var offeredOn: Day
    /// First day of the place.
    package var startsOn: Day
    /// What the family answered.
    package var answer: OfferAnswer
    /// Day they answered.
    package var answeredOn: Day?

    package init(
        id: Identifier<PlaceOffer>,
        referralID: Identifier<Referral>,
        programme: String,
        organisationID: Identifier<Organisation>,
        team: String? = nil,
        offeredOn: Day,
        startsOn: Day,
        answer: OfferAnswer,
        answeredOn: Day? = nil
    ) {
        self.id = id
        self.referralID = referralID
        self.programme = programme
        self.organisationID = organisationID
        self.team = team
        self.offeredOn = offeredOn
        self.startsOn = startsOn
        self.answer = answer
        self.answeredOn = answeredOn
    }

    package static let table = Table(
        "place_offers",
        "A place offered to a family that waits.",
        [
            Field("offer_id", .text, key: true, required: true, "Reference of the offer."),
            Field("referral_id", .text, required: true, refersTo: "referrals", "The referral."),
            Field("programme", .text, required: true, "The programme."),
            Field("organisation_id", .text, required: true, refersTo: "organisations", "Who offers it."),
            Field("team", .text, "The team."),
            Field("offered_on", .day, required: true, "Day it was offered."),
            Field("starts_on", .day, required: true, "First day of the place."),
            Field("answer", .code(OfferAnswer.codes), required: true, "What the family answered."),
            Field("answered_on", .day, "Day they answered."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        referralID = try row.identifier()
        programme = try row.text()
        organisationID = try row.identifier()
        team = try row.optionalText()
        offeredOn = try row.day()
        startsOn = try row.day()
        answer = try row.code()
        answeredOn = try row.optionalDay()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(referralID)
        row.append(programme)
        row.append(organisationID)
        row.append(team)
        row.append(offeredOn)
        row.append(startsOn)
        row.append(answer)
        row.append(answeredOn)
    }

    package var refusal: RecordRefusal? {
        .ending(answeredOn, "answered_on", before: offeredOn, "offered_on")
    }
}
