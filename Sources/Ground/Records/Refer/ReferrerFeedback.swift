package import Values

/// What a referrer was told.
package struct ReferrerFeedback: Record, Equatable {
    /// Reference of the entry.
    package var id: Identifier<ReferrerFeedback>
    /// The referral.
    package var referralID: Identifier<Referral>
    /// The child referred.
    package var personID: Identifier<Person>?
    /// Day they were told.
    package var toldOn: Day
    /// Reference of the account that told them.
    package var toldBy: String
    /// How they were told.
    package var means: FeedbackMeans
    /// What they were told.
    package var said: String?

    package init(
        id: Identifier<ReferrerFeedback>,
        referralID: Identifier<Referral>,
        personID: Identifier<Person>? = nil,
        toldOn: Day,
        toldBy: String,
        means: FeedbackMeans,
        said: String? = nil
    ) {
        self.id = id
        self.referralID = referralID
        self.personID = personID
        self.toldOn = toldOn
        self.toldBy = toldBy
        self.means = means
        self.said = said
    }

    package static let table = Table(
        "referrer_feedback",
        "What a referrer was told.",
        [
            Field("feedback_id", .text, key: true, required: true, "Reference of the entry."),
            Field("referral_id", .text, required: true, refersTo: "referrals", "The referral."),
            Field("person_id", .text, refersTo: "people", "The child referred."),
            Field("told_on", .day, required: true, "Day they were told."),
            Field("told_by", .text, required: true, "Reference of the account that told them."),
            Field("means", .code(FeedbackMeans.codes), required: true, "How they were told."),
            Field("said", .text, personal: true, "What they were told."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        referralID = try row.identifier()
        personID = try row.optionalIdentifier()
        toldOn = try row.day()
        toldBy = try row.text()
        means = try row.code()
        said = try row.optionalText()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(referralID)
        row.append(personID)
        row.append(toldOn)
        row.append(toldBy)
        row.append(means)
        row.append(said)
    }
}
