import Foundation
package import Register

/// Keeps what was typed in a form of several pages, for whoever has the draft's secret.
///
/// The register holds the digest of the secret and the answers sealed with the installation's key, so a copy of the
/// register tells nobody what was typed.
package struct KeepDrafts: Sendable {
    private let register: Register
    private let key: ServiceKey

    package init(_ register: Register, key: ServiceKey) {
        self.register = register
        self.key = key
    }

    /// Days for which a draft is kept after it was last saved.
    package static let days = Int(KeptDraft.limit / (24 * 3600))

    /// The name by which a draft is told from others where anybody may see it: it opens nothing, and tells nothing of the
    /// secret.
    package func handle(of secret: String) -> String {
        Base32.text(Array(key.digest(secret, for: "draft handle").prefix(10))).lowercased()
    }

    /// A draft as it stands.
    package struct Draft: Sendable {
        /// What was typed, by the name of the question.
        package var answers: [String: String]
        /// How often it was saved: the page it was opened on carries it along.
        package let version: Int

        package init(answers: [String: String], version: Int) {
            self.answers = answers
            self.version = version
        }
    }

    /// Begins a draft; gives the secret by which it is found again, which is kept nowhere else.
    package func begin(_ answers: [String: String], at time: Timestamp) throws -> String {
        let secret = Base32.text(ServiceKey.random(20)).lowercased()
        try register.keepDraft(seal(answers, secret), digest: digest(secret), at: time)
        return secret
    }

    /// The draft with this secret; nil where there is none, or none any more.
    package func draft(_ secret: String, at time: Timestamp) throws -> Draft? {
        guard let kept = try register.draft(digest: digest(secret), at: time),
            let bytes = key.opened(kept.sealed, for: "draft", of: secret),
            let answers = try? JSONDecoder().decode([String: String].self, from: Data(bytes))
        else { return nil }
        return Draft(answers: answers, version: kept.version)
    }

    /// Saves a draft over the version its page was made from.
    ///
    /// - Throws: `RegisterError.movedOn` where it was saved meanwhile, in another tab, or is no more.
    package func save(_ answers: [String: String], secret: String, version: Int, at time: Timestamp) throws {
        try register.saveDraft(seal(answers, secret), digest: digest(secret), version: version, at: time)
    }

    /// Forgets a draft that was sent, or is not wanted.
    package func forget(_ secret: String) throws {
        try register.forgetDraft(digest: digest(secret))
    }

    private func seal(_ answers: [String: String], _ secret: String) throws -> [UInt8] {
        try key.seal([UInt8](JSONEncoder().encode(answers)), for: "draft", of: secret)
    }

    private func digest(_ secret: String) -> [UInt8] {
        key.digest(secret, for: "draft")
    }
}
