package import Values

/// A private link by which a family answers once, or sees its progress, without an account.
package struct FamilyLink: Record, Equatable {
    /// Reference of the link, which is no secret.
    package var id: Identifier<FamilyLink>
    /// The case.
    package var caseID: Identifier<Case>
    /// The instrument to be answered; empty for a link that only shows progress.
    package var instrument: String?
    /// The occasion the answers are of.
    package var occasion: String?
    /// Digest of the secret in the link; the secret is kept nowhere.
    package var digest: String
    /// The user who made it.
    package var madeBy: String
    /// Day it was made.
    package var madeOn: Day
    /// Last day on which it works.
    package var expiresOn: Day
    /// Day it was answered; it works no more.
    package var answeredOn: Day?
    /// Day it was withdrawn; it works no more.
    package var withdrawnOn: Day?

    package init(
        id: Identifier<FamilyLink>,
        caseID: Identifier<Case>,
        instrument: String? = nil,
        occasion: String? = nil,
        digest: String,
        madeBy: String,
        madeOn: Day,
        expiresOn: Day,
        answeredOn: Day? = nil,
        withdrawnOn: Day? = nil
    ) {
        self.id = id
        self.caseID = caseID
        self.instrument = instrument
        self.occasion = occasion
        self.digest = digest
        self.madeBy = madeBy
        self.madeOn = madeOn
        self.expiresOn = expiresOn
        self.answeredOn = answeredOn
        self.withdrawnOn = withdrawnOn
    }

    package static let table = Table(
        "family_links",
        "A private link by which a family answers once, or sees its progress, without an account.",
        [
            Field("link_id", .text, key: true, required: true, "Reference of the link, which is no secret."),
            Field("case_id", .text, required: true, refersTo: "cases", "The case."),
            Field("instrument", .text, "The instrument to be answered; empty for a link that only shows progress."),
            Field("occasion", .text, "The occasion the answers are of."),
            Field("digest", .text, required: true, "Digest of the secret in the link; the secret is kept nowhere."),
            Field("made_by", .text, required: true, "The user who made it."),
            Field("made_on", .day, required: true, "Day it was made."),
            Field("expires_on", .day, required: true, "Last day on which it works."),
            Field("answered_on", .day, "Day it was answered; it works no more."),
            Field("withdrawn_on", .day, "Day it was withdrawn; it works no more."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        caseID = try row.identifier()
        instrument = try row.optionalText()
        occasion = try row.optionalText()
        digest = try row.text()
        madeBy = try row.text()
        madeOn = try row.day()
        expiresOn = try row.day()
        answeredOn = try row.optionalDay()
        withdrawnOn = try row.optionalDay()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(caseID)
        row.append(instrument)
        row.append(occasion)
        row.append(digest)
        row.append(madeBy)
        row.append(madeOn)
        row.append(expiresOn)
        row.append(answeredOn)
        row.append(withdrawnOn)
    }

    package var refusal: RecordRefusal? {
        .ending(expiresOn, "expires_on", before: madeOn, "made_on")
    }
}

extension FamilyLink {
    /// Whether it can still be used on a day.
    package func works(on day: Day) -> Bool {
        answeredOn == nil && withdrawnOn == nil && day <= expiresOn
    }
}
