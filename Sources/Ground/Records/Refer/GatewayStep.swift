package import Values

/// One decision of the gateway on a referral; none is ever changed.
package struct GatewayStep: Record, Equatable {
    /// Reference of the decision.
    package var id: Identifier<GatewayStep>
    /// The referral.
    package var referralID: Identifier<Referral>
    /// The child referred.
    package var personID: Identifier<Person>?
    /// What was decided.
    package var act: GatewayAct
    /// Day of the decision.
    package var decidedOn: Day
    /// Reference of the account that decided.
    package var decidedBy: String
    /// Programme the family is accepted into or waits for.
    package var programme: String?
    /// Who takes the family on.
    package var organisationID: Identifier<Organisation>?
    /// The team that does.
    package var team: String?
    /// Tier of need.
    package var tier: Tier?
    /// Main reason.
    package var reason: DecisionReason?
    /// Where the family is sent.
    package var destination: String?
    /// The panel that decided.
    package var panelID: Identifier<PanelMeeting>?
    /// What was said about it.
    package var note: String?

    package init(
        id: Identifier<GatewayStep>,
        referralID: Identifier<Referral>,
        personID: Identifier<Person>? = nil,
        act: GatewayAct,
        decidedOn: Day,
        decidedBy: String,
        programme: String? = nil,
        organisationID: Identifier<Organisation>? = nil,
        team: String? = nil,
        tier: Tier? = nil,
        reason: DecisionReason? = nil,
        destination: String? = nil,
        panelID: Identifier<PanelMeeting>? = nil,
        note: String? = nil
    ) {
        self.id = id
        self.referralID = referralID
        self.personID = personID
        self.act = act
        self.decidedOn = decidedOn
        self.decidedBy = decidedBy
        self.programme = programme
        self.organisationID = organisationID
        self.team = team
        self.tier = tier
        self.reason = reason
        self.destination = destination
        self.panelID = panelID
        self.note = note
    }

    package static let table = Table(
        "gateway_steps",
        "One decision of the gateway on a referral; none is ever changed.",
        [
            Field("step_id", .text, key: true, required: true, "Reference of the decision."),
            Field("referral_id", .text, required: true, refersTo: "referrals", "The referral."),
            Field("person_id", .text, refersTo: "people", "The child referred."),
            Field("act", .code(GatewayAct.codes), required: true, "What was decided."),
            Field("decided_on", .day, required: true, "Day of the decision."),
            Field("decided_by", .text, required: true, "Reference of the account that decided."),
            Field("programme", .text, "Programme the family is accepted into or waits for."),
            Field("organisation_id", .text, refersTo: "organisations", "Who takes the family on."),
            Field("team", .text, "The team that does."),
            Field("tier", .code(Tier.codes), "Tier of need."),
            Field("reason", .code(DecisionReason.codes), "Main reason."),
            Field("destination", .text, "Where the family is sent."),
            Field("panel_id", .text, refersTo: "panel_meetings", "The panel that decided."),
            Field("note", .text, personal: true, "What was said about it."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        referralID = try row.identifier()
        personID = try row.optionalIdentifier()
        act = try row.code()
        decidedOn = try row.day()
        decidedBy = try row.text()
        programme = try row.optionalText()
        organisationID = try row.optionalIdentifier()
        team = try row.optionalText()
        tier = try row.optionalCode()
        reason = try row.optionalCode()
        destination = try row.optionalText()
        panelID = try row.optionalIdentifier()
        note = try row.optionalText()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(referralID)
        row.append(personID)
        row.append(act)
        row.append(decidedOn)
        row.append(decidedBy)
        row.append(programme)
        row.append(organisationID)
        row.append(team)
        row.append(tier)
        row.append(reason)
        row.append(destination)
        row.append(panelID)
        row.append(note)
    }
}
