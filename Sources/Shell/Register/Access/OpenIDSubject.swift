import Records

/// Who somebody is at a provider of identities.
package struct OpenIDSubject: Hashable, Sendable {
    /// The provider.
    package let issuer: String
    /// What it calls them, for good.
    package let subject: String

    package init(issuer: String, subject: String) {
        self.issuer = issuer
        self.subject = subject
    }
}

/// Which account at a provider is whose: versioned and chained like users, since it decides who comes in as whom.
enum OpenIDTables {
    static let all = [subjects]

    static let subjects = Table(
        "openid_subjects",
        "Who a user is at a provider of identities.",
        [
            Field("user_id", .text, key: true, required: true, refersTo: "users", "The user."),
            Field("issuer", .text, key: true, required: true, "The provider."),
            Field("subject", .text, required: true, personal: true, "What the provider calls them, for good."),
        ]
    )
}
