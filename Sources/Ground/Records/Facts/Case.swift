package import Values

/// An episode of one programme with one family; person_id is the index child.
package struct Case: Record, Equatable {
    /// Reference of the case.
    package var id: Identifier<Case>
    /// The referral it came from.
    package var referralID: Identifier<Referral>?
    /// The family worked with.
    package var familyID: Identifier<Family>
    /// The index child.
    package var personID: Identifier<Person>?
    /// Programme: mst, mst-can, mst-fit, fft, fft-cw, priority-families, or one defined locally.
    package var programme: String
    /// Who delivers.
    package var organisationID: Identifier<Organisation>?
    /// Team.
    package var team: String?
    /// Tier of need.
    package var tier: Tier?
    /// First day of the case.
    package var startedOn: Day
    /// Day the case closed; its nights end before it.
    package var endedOn: Day?
    /// Why it closed.
    package var endReason: CaseEndReason?
    /// Where the family went next.
    package var destination: String?
    /// Outcome contract it counts under.
    package var contractID: String?

    package init(
        id: Identifier<Case>,
        referralID: Identifier<Referral>? = nil,
        familyID: Identifier<Family>,
        personID: Identifier<Person>? = nil,
        programme: String,
        organisationID: Identifier<Organisation>? = nil,
        team: String? = nil,
        tier: Tier? = nil,
        startedOn: Day,
        endedOn: Day? = nil,
        endReason: CaseEndReason? = nil,
        destination: String? = nil,
        contractID: String? = nil
    ) {
        self.id = id
        self.referralID = referralID
        self.familyID = familyID
        self.personID = personID
        self.programme = programme
        self.organisationID = organisationID
        self.team = team
        self.tier = tier
        self.startedOn = startedOn
        self.endedOn = endedOn
        self.endReason = endReason
        self.destination = destination
        self.contractID = contractID
    }

    package static let table = Table(
        "cases",
        "An episode of one programme with one family; person_id is the index child.",
        [
            Field("case_id", .text, key: true, required: true, "Reference of the case."),
            Field("referral_id", .text, refersTo: "referrals", "The referral it came from."),
            Field("family_id", .text, required: true, refersTo: "families", "The family worked with."),
            Field("person_id", .text, refersTo: "people", "The index child."),
            Field(
                "programme",
                .text,
                required: true,
                "Programme: mst, mst-can, mst-fit, fft, fft-cw, priority-families, or one defined locally."
            ),
            Field("organisation_id", .text, refersTo: "organisations", "Who delivers."),
            Field("team", .text, "Team."),
            Field("tier", .code(Tier.codes), "Tier of need."),
            Field("started_on", .day, required: true, "First day of the case."),
            Field("ended_on", .day, "Day the case closed; its nights end before it."),
            Field("end_reason", .code(CaseEndReason.codes), "Why it closed."),
            Field("destination", .text, "Where the family went next."),
            Field("contract_id", .text, "Outcome contract it counts under."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        referralID = try row.optionalIdentifier()
        familyID = try row.identifier()
        personID = try row.optionalIdentifier()
        programme = try row.text()
        organisationID = try row.optionalIdentifier()
        team = try row.optionalText()
        tier = try row.optionalCode()
        startedOn = try row.day()
        endedOn = try row.optionalDay()
        endReason = try row.optionalCode()
        destination = try row.optionalText()
        contractID = try row.optionalText()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(referralID)
        row.append(familyID)
        row.append(personID)
        row.append(programme)
        row.append(organisationID)
        row.append(team)
        row.append(tier)
        row.append(startedOn)
        row.append(endedOn)
        row.append(endReason)
        row.append(destination)
        row.append(contractID)
    }

    package var refusal: RecordRefusal? {
        .ending(endedOn, "ended_on", before: startedOn, "started_on")
    }
}
