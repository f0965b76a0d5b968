package import Values

/// A nomination or referral, and what the gateway decided.
package struct Referral: Record, Equatable {
    /// Reference of the referral.
    package var id: Identifier<Referral>
    /// The family referred.
    package var familyID: Identifier<Family>
    /// The child referred.
    package var personID: Identifier<Person>?
    /// Day the referral came in.
    package var receivedOn: Day
    /// Who referred.
    package var sourceOrganisationID: Identifier<Organisation>?
    /// Kind of referrer.
    package var source: ReferralSource
    /// How the family came to the gateway.
    package var route: ReferralRoute
    /// Programme asked for.
    package var programme: String?
    /// Tier of need.
    package var tier: Tier?
    /// Presenting issues, separated by semicolons.
    package var presentingIssues: String?
    /// What the gateway decided.
    package var decision: ReferralDecision
    /// Day of the decision.
    package var decidedOn: Day?
    /// Where a declined or inappropriate referral went.
    package var destination: String?

    package init(
        id: Identifier<Referral>,
        familyID: Identifier<Family>,
        personID: Identifier<Person>? = nil,
        receivedOn: Day,
        sourceOrganisationID: Identifier<Organisation>? = nil,
        source: ReferralSource,
        route: ReferralRoute,
        programme: String? = nil,
        tier: Tier? = nil,
        presentingIssues: String? = nil,
        decision: ReferralDecision,
        decidedOn: Day? = nil,
        destination: String? = nil
    ) {
        self.id = id
        self.familyID = familyID
        self.personID = personID
        self.receivedOn = receivedOn
        self.sourceOrganisationID = sourceOrganisationID
        self.source = source
        self.route = route
        self.programme = programme
        self.tier = tier
        self.presentingIssues = presentingIssues
        self.decision = decision
        self.decidedOn = decidedOn
        self.destination = destination
    }

    package static let table = Table(
        "referrals",
        "A nomination or referral, and what the gateway decided.",
        [
            Field("referral_id", .text, key: true, required: true, "Reference of the referral."),
            Field("family_id", .text, required: true, refersTo: "families", "The family referred."),
            Field("person_id", .text, refersTo: "people", "The child referred."),
            Field("received_on", .day, required: true, "Day the referral came in."),
            Field("source_organisation_id", .text, refersTo: "organisations", "Who referred."),
            Field("source", .code(ReferralSource.codes), required: true, "Kind of referrer."),
            Field("route", .code(ReferralRoute.codes), required: true, "How the family came to the gateway."),
            Field("programme", .text, "Programme asked for."),
            Field("tier", .code(Tier.codes), "Tier of need."),
            Field("presenting_issues", .text, "Presenting issues, separated by semicolons."),
            Field("decision", .code(ReferralDecision.codes), required: true, "What the gateway decided."),
            Field("decided_on", .day, "Day of the decision."),
            Field("destination", .text, "Where a declined or inappropriate referral went."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        familyID = try row.identifier()
        personID = try row.optionalIdentifier()
        receivedOn = try row.day()
        sourceOrganisationID = try row.optionalIdentifier()
        source = try row.code()
        route = try row.code()
        programme = try row.optionalText()
        tier = try row.optionalCode()
        presentingIssues = try row.optionalText()
        decision = try row.code()
        decidedOn = try row.optionalDay()
        destination = try row.optionalText()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(familyID)
        row.append(personID)
        row.append(receivedOn)
        row.append(sourceOrganisationID)
        row.append(source)
        row.append(route)
        row.append(programme)
        row.append(tier)
        row.append(presentingIssues)
        row.append(decision)
        row.append(decidedOn)
        row.append(destination)
    }
}

extension Referral {
    /// The presenting issues one by one, in the order they were given.
    package var issues: [String] { Referral.issues(in: presentingIssues) }

    /// The issues in a text that parts them by semicolons, as the exchange format does.
    ///
    /// Spaces around an issue are no part of it, and what is empty is none.
    package static func issues(in text: String?) -> [String] {
        (text ?? "").split(separator: ";").compactMap { part in
            var issue = part
            while issue.first?.isWhitespace == true { issue.removeFirst() }
            while issue.last?.isWhitespace == true { issue.removeLast() }
            return issue.isEmpty ? nil : String(issue)
        }
    }
}
