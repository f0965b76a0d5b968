package import Register

extension SignIn {
    /// Starts a session for whoever a provider says it is.
    ///
    /// The first time, the account is the one whose sign-in name the provider gives. From then on it is the one bound to
    /// what the provider calls them for good, whatever their names become. The second step is the provider's affair.
    ///
    /// - Throws: `ProviderRefusal`; `RegisterError` where the register cannot be written.
    package func start(by identity: ProviderIdentity, _ visit: Visit, at time: Timestamp) throws -> Started {
        let subject = OpenIDSubject(issuer: identity.issuer, subject: identity.subject)
        let user = try register.user(of: subject) ?? bind(subject, identity.signInName, at: time)
        guard !user.isDisabled else { throw ProviderRefusal.disabled }
        return try begin(user, visit, at: time)
    }

    private func bind(_ subject: OpenIDSubject, _ name: String?, at time: Timestamp) throws -> User {
        guard let name, let user = try register.user(signInName: SignInName.plain(name)) else {
            throw ProviderRefusal.noAccount
        }
        guard !user.isDisabled else { throw ProviderRefusal.disabled }
        let draft = Actor(user).draft(purpose: "access", summary: "Bound user \(user.id) to the provider's account")
        guard try register.bind(subject, to: user.id, as: draft, at: time) else {
            throw ProviderRefusal.boundToAnother
        }
        return user
    }
}

extension KeepUsers {
    /// Forgets which account at the provider is a user's, and ends their sessions.
    ///
    /// At the next sign-in it is again the one that has their sign-in name.
    package func unbind(_ user: User, at time: Timestamp) throws {
        try register.unbind(user.id, as: draft("Unbound user \(user.id) from the provider's account"), at: time)
        try register.endSessions(of: user.id, at: time)
    }
}
