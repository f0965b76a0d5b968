package import Values

/// What a referrer said beside the fields of the exchange package.
package struct ReferralDetails: Record, Equatable {
    /// The referral.
    package var referralID: Identifier<Referral>
    /// The child referred.
    package var personID: Identifier<Person>?
    /// The link it came by.
    package var linkID: Identifier<ReferralLink>?
    /// Digest of the code that shows the referrer how it stands.
    package var codeDigest: String
    /// What let the referrer share it.
    package var basis: LawfulBasis
    /// Whether the family agrees.
    package var agreed: Bool?
    /// Where the child lives, as the referrer says.
    package var living: LivingNow?
    /// Whether a child-protection plan is open.
    package var protectionPlan: Bool?
    /// Whether the referrer thinks that the child may come into care or custody.
    package var edgeOfCare: Bool?
    /// Whether the main carer lives in the area.
    package var livesInArea: Bool?
    /// Full name of the referrer.
    package var referrerName: String?
    /// How to reach the referrer.
    package var referrerContact: String?
    /// Every answer of the form, as JSON.
    package var answers: String?

    package init(
        referralID: Identifier<Referral>,
        personID: Identifier<Person>? = nil,
        linkID: Identifier<ReferralLink>? = nil,
        codeDigest: String,
        basis: LawfulBasis,
        agreed: Bool? = nil,
        living: LivingNow? = nil,
        protectionPlan: Bool? = nil,
        edgeOfCare: Bool? = nil,
        livesInArea: Bool? = nil,
        referrerName: String? = nil,
        referrerContact: String? = nil,
        answers: String? = nil
    ) {
        self.referralID = referralID
        self.personID = personID
        self.linkID = linkID
        self.codeDigest = codeDigest
        self.basis = basis
        self.agreed = agreed
        self.living = living
        self.protectionPlan = protectionPlan
        self.edgeOfCare = edgeOfCare
        self.livesInArea = livesInArea
        self.referrerName = referrerName
        self.referrerContact = referrerContact
        self.answers = answers
    }

    package static let table = Table(
        "referral_details",
        "What a referrer said beside the fields of the exchange package.",
        [
            Field("referral_id", .text, key: true, required: true, refersTo: "referrals", "The referral."),
            Field("person_id", .text, refersTo: "people", "The child referred."),
            Field("link_id", .text, refersTo: "referral_links", "The link it came by."),
            Field("code_digest", .text, required: true, "Digest of the code that shows the referrer how it stands."),
            Field("basis", .code(LawfulBasis.codes), required: true, "What let the referrer share it."),
            Field("agreed", .boolean, "Whether the family agrees."),
            Field("living", .code(LivingNow.codes), "Where the child lives, as the referrer says."),
            Field("protection_plan", .boolean, "Whether a child-protection plan is open."),
            Field(
                "edge_of_care",
                .boolean,
                "Whether the referrer thinks that the child may come into care or custody."
            ),
            Field("lives_in_area", .boolean, "Whether the main carer lives in the area."),
            Field("referrer_name", .text, personal: true, "Full name of the referrer."),
            Field("referrer_contact", .text, personal: true, "How to reach the referrer."),
            Field("answers", .text, personal: true, "Every answer of the form, as JSON."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        referralID = try row.identifier()
        personID = try row.optionalIdentifier()
        linkID = try row.optionalIdentifier()
        codeDigest = try row.text()
        basis = try row.code()
        agreed = try row.optionalBoolean()
        living = try row.optionalCode()
        protectionPlan = try row.optionalBoolean()
        edgeOfCare = try row.optionalBoolean()
        livesInArea = try row.optionalBoolean()
        referrerName = try row.optionalText()
        referrerContact = try row.optionalText()
        answers = try row.optionalText()
    }

    package func write(to row: inout RowWriter) {
        row.append(referralID)
        row.append(personID)
        row.append(linkID)
        row.append(codeDigest)
        row.append(basis)
        row.append(agreed)
        row.append(living)
        row.append(protectionPlan)
        row.append(edgeOfCare)
        row.append(livesInArea)
        row.append(referrerName)
        row.append(referrerContact)
        row.append(answers)
    }
}
