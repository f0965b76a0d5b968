package import Actions
package import Register

/// What signing in needs beside the register: the key, the cookie, the clock.
package struct Entrance: Sendable {
    let signIn: SignIn
    let forms: KeepForms
    let drafts: KeepDrafts
    /// What secrets are sealed and digests made with.
    let key: ServiceKey
    let documents: KeepDocuments
    let cookie: SessionCookie
    let providerCookie: ProviderCookie
    let draftCookie: DraftCookie
    /// The council's OpenID Connect provider; nil where people sign in with passwords alone.
    let provider: Provider?
    /// The code that lets the first administrator be made, printed where the service was started; nil where there are
    /// users already.
    let setUpCode: String?
    let now: @Sendable () -> Timestamp

    /// - Parameters:
    ///   - register: the register.
    ///   - key: what secrets are sealed with.
    ///   - cost: how dear a guess at a password is.
    ///   - isSecure: whether browsers reach the service by TLS.
    ///   - setUpCode: what the first administrator types.
    ///   - provider: the council's OpenID Connect provider, where it has one.
    ///   - now: the clock.
    /// - Throws: where no password can be hashed.
    package init(
        _ register: Register,
        key: ServiceKey,
        cost: ScryptCost = .usual,
        isSecure: Bool = false,
        setUpCode: String? = nil,
        provider: Provider? = nil,
        now: @escaping @Sendable () -> Timestamp = { Clock.now }
    ) throws {
        signIn = try SignIn(register, key: key, cost: cost)
        forms = KeepForms(register, key: key)
        drafts = KeepDrafts(register, key: key)
        self.key = key
        documents = KeepDocuments(register, key: key)
        cookie = SessionCookie(isSecure: isSecure)
        providerCookie = ProviderCookie(isSecure: isSecure)
        draftCookie = DraftCookie(isSecure: isSecure)
        self.provider = provider
        self.setUpCode = setUpCode
        self.now = now
    }

    /// A code for the set-up page, which nobody can guess.
    package static func newSetUpCode() -> String { KeepUsers.temporaryPassword() }
}
