package import Register

/// Signing in: a password, for some a code after it, and the session that comes of it.
package struct SignIn: Sendable {
    let register: Register
    let key: ServiceKey
    package let cost: ScryptCost
    /// What the password of a name that nobody has is compared with, so that it takes as long as any other.
    private let nobody: PasswordHash

    package init(_ register: Register, key: ServiceKey, cost: ScryptCost = .usual) throws {
        self.register = register
        self.key = key
        self.cost = cost
        nobody = try PasswordHash(of: "", cost: cost)
    }

    /// Where a request comes from, as far as it matters.
    package struct Visit: Sendable {
        /// The address it comes from.
        package var address: String
        /// The browser, as it says itself.
        package var device: String

        package init(address: String, device: String) {
            self.address = address
            self.device = device
        }
    }

    /// Why somebody was not let in, in words for the form.
    package struct Refusal: Error, Sendable {
        package let words: String
    }

    /// A session with its secret, which only the browser keeps.
    package struct Started: Sendable {
        package let secret: String
        package let stage: Session.Stage
        package let user: User
    }

    /// Starts a session where the name and the password are right.
    ///
    /// - Parameters:
    ///   - name: the sign-in name.
    ///   - password: the password.
    ///   - visit: where the request comes from.
    ///   - time: when.
    ///   - administratorsOnly: whether everybody else signs in with the council's provider.
    /// - Returns: the session, at the stage that comes next.
    /// - Throws: `Refusal`, the same for a wrong name, a wrong password and a disabled account.
    package func start(
        _ name: String,
        password: String,
        _ visit: Visit,
        at time: Timestamp,
        administratorsOnly: Bool = false
    ) throws -> Started {
        let name = SignInName.plain(name)
        let tries = tries(name, visit)
        try check(tries, at: time)
        let user = try register.user(signInName: name)
        let credential = try user.flatMap { try register.credential(of: $0.id) }
        let hash = credential.flatMap { PasswordHash($0.password) }
        let isRight = try (hash ?? nobody).matches(password)
        guard isRight, let user, let credential, let hash, !user.isDisabled else {
            try tries.noteFailure(at: time)
            throw Refusal(words: "The sign-in name or the password is not right")
        }
        // Only who knows the password is told: nobody finds out by this who is an administrator.
        if administratorsOnly, !user.isAdministrator {
            throw Refusal(words: "Your password is not used here any more. Sign in with your council account")
        }
        if hash.isOutdated(at: cost) {
            let renewed = try PasswordHash(of: password, cost: cost)
            try register.setPassword(renewed.text, isTemporary: credential.isTemporary, of: user.id, at: time)
        }
        if credential.isSecondStepOn { return try begin(user, stage: .code, visit, at: time) }
        try register.forgetSignInFailures(digest(of: name))
        return try begin(user, stage: credential.isTemporary ? .newPassword : .signedIn, visit, at: time)
    }

    /// Goes on with a session that waits for its code; the session gets a new secret.
    package func check(code: String, of session: Session, _ visit: Visit, at time: Timestamp) throws -> Started {
        guard session.stage == .code, let user = try register.user(session.userID), !user.isDisabled else {
            throw Refusal(words: "Sign in again")
        }
        let tries = tries(user.signInName, visit)
        try check(tries, at: time)
        guard try isRight(code, of: user.id, at: time) else {
            try tries.noteFailure(at: time)
            throw Refusal(words: "The code is not right, or was used before. Enter the one your app shows now")
        }
        try register.forgetSignInFailures(digest(of: user.signInName))
        try register.endSessions(of: user.id, only: session.id, at: time)
        let isTemporary = try register.credential(of: user.id)?.isTemporary ?? false
        return try begin(user, stage: isTemporary ? .newPassword : .signedIn, visit, at: time)
    }

    /// Starts a session without asking: for demonstration users, the first administrator, and who has just shown who
    /// they are.
    package func begin(
        _ user: User,
        stage: Session.Stage = .signedIn,
        _ visit: Visit,
        at time: Timestamp
    ) throws -> Started {
        let secret = Base32.text(ServiceKey.random(32)).lowercased()
        try register.startSession(
            Array(secret.utf8).sha256,
            of: user.id,
            stage: stage,
            device: String(visit.device.prefix(200)),
            at: time
        )
        return Started(secret: secret, stage: stage, user: user)
    }

    /// The session of a secret, open or ended; nil where there is none.
    package func session(_ secret: String) throws -> Session? {
        try register.session(Array(secret.utf8).sha256)
    }

    /// Whether a code is right now; it is spent by this.
    func isRight(_ code: String, of user: String, at time: Timestamp) throws -> Bool {
        let plain = code.filter { !$0.isWhitespace && $0 != "-" }
        if plain.count == 6, let secret = try secret(of: user),
            let step = OneTimeCode(secret: secret).step(of: plain, at: time.seconds)
        {
            return try register.spendStep(step, of: user)
        }
        return try register.spendRecoveryCode(key.digest(plain.uppercased(), for: "recovery"), of: user)
    }

    func secret(of user: String) throws -> [UInt8]? {
        try register.credential(of: user)?.secondStep.flatMap { key.opened($0, for: "second step", of: user) }
    }

    // MARK: Too many tries

    private func digest(of name: String) -> [UInt8] { key.digest(name, for: "name") }

    private func tries(_ name: String, _ visit: Visit) -> CountedTries {
        let address = key.digest(visit.address, for: "address")
        return CountedTries(register, of: (digest(of: name), .ofName), (address, .ofAddress))
    }

    private func check(_ tries: CountedTries, at time: Timestamp) throws {
        let wait = try tries.wait(at: time)
        if wait > 0 { throw Refusal(words: SignInDelay.words(wait)) }
    }
}

/// What people type to say who they are.
package enum SignInName {
    /// In small letters, without spaces around it.
    package static func plain(_ text: String) -> String {
        let small = text.lowercased()
        return String(small.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    /// What is wrong with a new one, in words for the form; nil where nothing is.
    package static func fault(in name: String) -> String? {
        if name.isEmpty { return "Enter a sign-in name" }
        if name.count > 64 { return "Sign-in name must be 64 characters or fewer" }
        let isPlain = name.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || ".-_@".utf8.contains(byte)
        }
        return isPlain ? nil : "Sign-in name must only have the letters a to z, digits, and the marks . - _ @"
    }
}
