import Foundation
import Register

/// What a browser carries while its person is at the provider, so that the answer can be told from one that somebody else
/// was given: sealed, for this browser alone, and good for ten minutes.
struct ProviderJourney: Hashable, Sendable, Codable {
    /// Comes back with the answer.
    let state: String
    /// Comes back in the token.
    let nonce: String
    /// What the code is exchanged with (RFC 7636); the provider was shown only its digest.
    let verifier: String
    /// The page that was asked for.
    let next: String?
    let startedAt: Int64

    /// Seconds for which it is good.
    static let limit: Int64 = 600

    init(next: String?, at time: Timestamp) {
        state = Base64URL.text(ServiceKey.random(32))
        nonce = Base64URL.text(ServiceKey.random(32))
        verifier = Base64URL.text(ServiceKey.random(32))
        self.next = next
        startedAt = time.seconds
    }

    /// The digest of the verifier that the provider is shown.
    var challenge: String { Base64URL.text(Array(verifier.utf8).sha256) }

    func isGood(at time: Timestamp) -> Bool {
        (0..<ProviderJourney.limit).contains(time.seconds - startedAt)
    }

    func sealed(with key: ServiceKey) throws -> String {
        Base64URL.text(try key.seal([UInt8](JSONEncoder().encode(self)), for: "provider journey", of: ""))
    }

    /// What was sealed; nil where it was not, or not by this installation.
    static func opened(_ sealed: String, with key: ServiceKey) -> ProviderJourney? {
        Base64URL.bytes(sealed)
            .flatMap { key.opened($0, for: "provider journey", of: "") }
            .flatMap { try? JSONDecoder().decode(ProviderJourney.self, from: Data($0)) }
    }
}
