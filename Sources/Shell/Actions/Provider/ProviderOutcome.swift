/// Who somebody is, by a provider's word.
package struct ProviderIdentity: Hashable, Sendable {
    package let issuer: String
    /// What the provider calls them for good: it is never given to anybody else (OpenID Connect Core 1.0, section 8).
    package let subject: String
    /// What the claim says that equals a sign-in name; nil where the provider says nothing, or has not made sure of it.
    package let signInName: String?

    package init(issuer: String, subject: String, signInName: String?) {
        self.issuer = issuer
        self.subject = subject
        self.signInName = signInName
    }
}

/// What came of a step of signing in with a provider.
package enum ProviderOutcome: Sendable {
    /// The browser goes on to the provider, and carries the sealed journey until it comes back.
    case onward(to: String, journey: String)
    /// The provider says who it is; they go on to the page that they asked for.
    case identified(ProviderIdentity, next: String?)
    case refused(ProviderRefusal)
}

/// Why nobody was signed in with the provider.
package enum ProviderRefusal: Error, Hashable, Sendable, CaseIterable {
    /// They did not go through with it there.
    case cancelled
    /// The answer came too late, twice, or to another browser than the one that asked.
    case stale
    /// The provider does not answer, or not as one does.
    case outOfReach
    /// What the provider says cannot be taken.
    case notTaken
    /// No account has the name that the provider gives.
    case noAccount
    /// The account of that name is somebody else's at the provider.
    case boundToAnother
    case disabled
}
