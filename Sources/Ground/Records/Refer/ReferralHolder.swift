package import Values

/// Who of the gateway has taken a referral on.
package struct ReferralHolder: Record, Equatable {
    /// The referral.
    package var referralID: Identifier<Referral>
    /// Reference of the account.
    package var userID: String
    /// Day they took it on.
    package var since: Day

    package init(
        referralID: Identifier<Referral>,
        userID: String,
        since: Day
    ) {
        self.referralID = referralID
        self.userID = userID
        self.since = since
    }

    package static let table = Table(
        "referral_holders",
        "Who of the gateway has taken a referral on.",
        [
            Field("referral_id", .text, key: true, required: true, refersTo: "referrals", "The referral."),
            Field("user_id", .text, required: true, "Reference of the account."),
            Field("since", .day, required: true, "Day they took it on."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        referralID = try row.identifier()
        userID = try row.text()
        since = try row.day()
    }

    package func write(to row: inout RowWriter) {
        row.append(referralID)
        row.append(userID)
        row.append(since)
    }
}
