package import Values

/// Answers to the equality questions, kept apart from the referral.
package struct ReferralEqualities: Record, Equatable {
    /// The referral.
    package var referralID: Identifier<Referral>
    /// The child referred.
    package var personID: Identifier<Person>?
    /// The answers, as JSON.
    package var answers: String?

    package init(
        referralID: Identifier<Referral>,
        personID: Identifier<Person>? = nil,
        answers: String? = nil
    ) {
        self.referralID = referralID
        self.personID = personID
        self.answers = answers
    }

    package static let table = Table(
        "referral_equalities",
        "Answers to the equality questions, kept apart from the referral.",
        [
            Field("referral_id", .text, key: true, required: true, refersTo: "referrals", "The referral."),
            Field("person_id", .text, refersTo: "people", "The child referred."),
            Field("answers", .text, personal: true, "The answers, as JSON."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        referralID = try row.identifier()
        personID = try row.optionalIdentifier()
        answers = try row.optionalText()
    }

    package func write(to row: inout RowWriter) {
        row.append(referralID)
        row.append(personID)
        row.append(answers)
    }
}
