package import Values

/// A link by which a partner agency refers without an account; only the digest of its secret is kept.
package struct ReferralLink: Record, Equatable {
    /// Reference of the link.
    package var id: Identifier<ReferralLink>
    /// The agency it was given to.
    package var organisationID: Identifier<Organisation>
    /// The kind of referrer the agency is.
    package var source: ReferralSource
    /// Digest of the secret in its address.
    package var digest: String
    /// Day it was made.
    package var madeOn: Day
    /// Reference of the account that made it.
    package var madeBy: String
    /// First day on which it no longer works; without one it works until it is withdrawn.
    package var endsOn: Day?
    /// Day it was withdrawn.
    package var withdrawnOn: Day?

    package init(
        id: Identifier<ReferralLink>,
        organisationID: Identifier<Organisation>,
        source: ReferralSource,
        digest: String,
        madeOn: Day,
        madeBy: String,
        endsOn: Day? = nil,
        withdrawnOn: Day? = nil
    ) {
        self.id = id
        self.organisationID = organisationID
        self.source = source
        self.digest = digest
        self.madeOn = madeOn
        self.madeBy = madeBy
        self.endsOn = endsOn
        self.withdrawnOn = withdrawnOn
    }

    package static let table = Table(
        "referral_links",
        "A link by which a partner agency refers without an account; only the digest of its secret is kept.",
        [
            Field("link_id", .text, key: true, required: true, "Reference of the link."),
            Field("organisation_id", .text, required: true, refersTo: "organisations", "The agency it was given to."),
            Field("source", .code(ReferralSource.codes), required: true, "The kind of referrer the agency is."),
            Field("digest", .text, required: true, "Digest of the secret in its address."),
            Field("made_on", .day, required: true, "Day it was made."),
            Field("made_by", .text, required: true, "Reference of the account that made it."),
            Field(
                "ends_on",
                .day,
                "First day on which it no longer works; without one it works until it is withdrawn."
            ),
            Field("withdrawn_on", .day, "Day it was withdrawn."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        organisationID = try row.identifier()
        source = try row.code()
        digest = try row.text()
        madeOn = try row.day()
        madeBy = try row.text()
        endsOn = try row.optionalDay()
        withdrawnOn = try row.optionalDay()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(organisationID)
        row.append(source)
        row.append(digest)
        row.append(madeOn)
        row.append(madeBy)
        row.append(endsOn)
        row.append(withdrawnOn)
    }

    package var refusal: RecordRefusal? {
        .ending(endsOn, "ends_on", before: madeOn, "made_on")
    }
}
