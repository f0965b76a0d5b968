package import Register

/// Makes and withdraws the tokens by which programs act for a user.
package struct KeepTokens: Sendable {
    private let register: Register
    private let key: ServiceKey

    package init(_ register: Register, key: ServiceKey) {
        self.register = register
        self.key = key
    }

    /// Days for which a token holds at most.
    package static let mostDays = 366

    /// What every token begins with, so that one that was left lying about can be recognised.
    private static let beginning = "homeward_"

    /// Makes a token; gives the secret, which is shown once.
    package func make(for user: String, named name: String, days: Int, at time: Timestamp) throws -> String {
        let secret = KeepTokens.beginning + Base32.text(ServiceKey.random(25)).lowercased()
        let end = Timestamp(seconds: time.seconds + Int64(min(max(days, 1), KeepTokens.mostDays)) * 24 * 3600)
        try register.keepToken(digest(secret), of: user, named: name, at: time, until: end)
        return secret
    }

    /// The user for whom a token acts; nil where it does not hold, or they may no longer sign in.
    package func user(of secret: String, at time: Timestamp) throws -> User? {
        guard secret.hasPrefix(KeepTokens.beginning), secret.utf8.count <= 100,
            let token = try register.token(digest: digest(secret)), token.holds(at: time),
            let user = try register.user(token.userID), !user.isDisabled
        else { return nil }
        return user
    }

    private func digest(_ secret: String) -> [UInt8] {
        key.digest(secret, for: "api token")
    }
}
