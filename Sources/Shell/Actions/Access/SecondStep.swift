package import Register

extension SignIn {
    /// What somebody needs to set up their authenticator app: made when first asked for; nil where the second step is on.
    package func preparedSecondStep(of user: User) throws -> OneTimeCode? {
        guard let credential = try register.credential(of: user.id), !credential.isSecondStepOn else { return nil }
        return try secret(of: user.id).map(OneTimeCode.init)
    }

    /// Makes a secret for the app of a user.
    package func prepareSecondStep(of user: User) throws {
        let secret = ServiceKey.random(OneTimeCode.secretSize)
        try register.prepareSecondStep(key.seal(secret, for: "second step", of: user.id), of: user.id)
    }

    /// Turns the second step on where the app shows the right code; gives the recovery codes, which are shown once.
    package func startSecondStep(of user: User, code: String, at time: Timestamp) throws -> [String] {
        guard let prepared = try preparedSecondStep(of: user) else {
            throw Refusal(words: "Start again: the second step was not being set up")
        }
        let plain = code.filter { !$0.isWhitespace }
        guard let step = prepared.step(of: plain, at: time.seconds), try register.spendStep(step, of: user.id) else {
            throw Refusal(words: "The code is not right. Enter the six digits your app shows now")
        }
        let codes = (0..<8).map { _ in Base32.text(ServiceKey.random(10)) }
        try register.startSecondStep(of: user.id, recoveryCodes: codes.map { key.digest($0, for: "recovery") })
        return codes.map {
            "\($0.prefix(4))-\($0.dropFirst(4).prefix(4))-\($0.dropFirst(8).prefix(4))-\($0.dropFirst(12))"
        }
    }

    /// Turns the second step off, for who knows the password.
    package func stopSecondStep(of user: User, password: String) throws {
        guard try isPassword(password, of: user) else { throw Refusal(words: "The password is not right") }
        try register.stopSecondStep(of: user.id)
    }

    /// Whether it is the user's password.
    package func isPassword(_ password: String, of user: User) throws -> Bool {
        let hash = try register.credential(of: user.id).flatMap { PasswordHash($0.password) }
        return try (hash ?? PasswordHash(of: "", cost: cost)).matches(password) && hash != nil
    }

    /// Sets a password that the user chose; every other session of theirs ends.
    package func choosePassword(_ password: String, of user: User, keeping session: Int?, at time: Timestamp) throws {
        if let fault = PasswordRules.fault(in: password, of: user.signInName) { throw Refusal(words: fault) }
        let hash = try PasswordHash(of: password, cost: cost)
        try register.setPassword(hash.text, isTemporary: false, of: user.id, at: time)
        try register.endSessions(of: user.id, except: session, at: time)
    }
}
