package import Values

/// An information-sharing agreement: under what terms a partner's data are held, and for how long.
///
/// Article 5 of the UK GDPR asks for a purpose, a lawful basis, no more fields than are needed and an end; each is a
/// value here, and each is enforced where rows are read, stored and used.
package struct Agreement: Hashable, Sendable {
    /// What the agreement is called where it is kept, such as `ISA-2026-014`.
    package let reference: String
    package let purpose: String
    /// The article, and the power of the public body, that the sharing rests on.
    package let lawfulBasis: String
    package let signedOn: Day
    /// The last day on which the data may be used.
    package let expiresOn: Day
    /// The day on which the partner took it back; nil where it stands.
    package let withdrawnOn: Day?
    /// Rows go so many months after the extract they were last in was received.
    package let retentionMonths: Int
    /// What may be stored; everything else of an extract is never read.
    package let fields: Set<FeedField>
    /// Whether claims for outcomes may be held against the rows: a purpose of its own, which the partner must have agreed to.
    package let verifiesClaims: Bool

    package init(
        reference: String,
        purpose: String,
        lawfulBasis: String,
        signedOn: Day,
        expiresOn: Day,
        withdrawnOn: Day? = nil,
        retentionMonths: Int,
        fields: Set<FeedField>,
        verifiesClaims: Bool = false
    ) {
        self.reference = reference
        self.purpose = purpose
        self.lawfulBasis = lawfulBasis
        self.signedOn = signedOn
        self.expiresOn = expiresOn
        self.withdrawnOn = withdrawnOn
        self.retentionMonths = retentionMonths
        self.fields = fields
        self.verifiesClaims = verifiesClaims
    }

    /// How the agreement stands on a day.
    package enum Standing: Hashable, Sendable {
        case notYetSigned
        /// With the days until the last on which the data may be used.
        case inForce(daysLeft: Int)
        case expired
        case withdrawn
    }

    /// How it stands on the day; the last day still counts.
    package func standing(on day: Day) -> Standing {
        if let withdrawnOn, withdrawnOn <= day { return .withdrawn }
        if day < signedOn { return .notYetSigned }
        return day <= expiresOn ? .inForce(daysLeft: expiresOn - day) : .expired
    }

    /// Whether data may be received and used on the day.
    package func isInForce(on day: Day) -> Bool {
        if case .inForce = standing(on: day) { true } else { false }
    }

    /// The last day on which rows received on a day are kept, as far as retention goes.
    package func keptUntil(receivedOn day: Day) -> Day {
        day.adding(months: retentionMonths)
    }

    /// The agreement needs renewing when fewer days than this are left.
    package static let renewalDays = 90
}
