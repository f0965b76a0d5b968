import Foundation
import JWTKit

/// What a provider says of somebody who has just signed in with it (OpenID Connect Core 1.0, section 2).
struct IDToken: Sendable {
    let claims: Claims

    /// What a token must say to be taken.
    struct Expected: Sendable {
        let issuer: String
        let clientID: String
        let nonce: String
        /// When the browser was sent to the provider: a token that is older was made for something else.
        let askedAt: Int64
    }

    /// Why a token is not taken; it is said to nobody, since it would help who makes false ones.
    enum Fault: Error, Hashable, Sendable {
        case malformed, algorithm, critical
        /// No key of the provider has signed it, as far as its keys are known.
        case unknownKey
        case signature
        case issuer, audience, party, nonce, expired, issuedAt, notYet, subject
    }

    /// Seconds by which the provider's clock may differ from this machine's.
    static let leeway: Int64 = 120

    /// Reads and checks a token.
    ///
    /// - Parameters:
    ///   - text: the token.
    ///   - keys: the provider's.
    ///   - expected: what it must say.
    ///   - now: seconds since 1970.
    /// - Throws: `Fault`.
    init(_ text: String, keys: [ProviderKey], expected: Expected, now: Int64) async throws {
        guard let parsed = try? DefaultJWTParser().parse(Array(text.utf8), as: Claims.self) else {
            throw Fault.malformed
        }
        // What the token says of its algorithm only chooses among ours, and the key must be made for it.
        guard let algorithm = parsed.header.alg.flatMap(TokenAlgorithm.init(rawValue:)) else { throw Fault.algorithm }
        guard parsed.header.fields["crit"] == nil else { throw Fault.critical }
        let fitting = keys.filter { $0.fits(algorithm) && (parsed.header.kid == nil || $0.name == parsed.header.kid) }
        // Without a name it must be clear which key is meant.
        guard let key = fitting.first, fitting.count == 1 else { throw Fault.unknownKey }
        guard let verifier = try? await key.verifier(algorithm),
            let claims = try? await verifier.verify(text, as: Claims.self)
        else { throw Fault.signature }
        if let fault = claims.fault(expected, now: now) { throw fault }
        self.claims = claims
    }
}

extension IDToken {
    /// What a token says.
    struct Claims: JWTPayload {
        let issuer: String
        let subject: String
        let audience: [String]
        /// Whom it was made for, where it has several audiences.
        let party: String?
        let expiresAt: Double
        let issuedAt: Double
        let notBefore: Double?
        let nonce: String?
        let isEmailVerified: Bool?
        /// Every claim that is a text.
        let texts: [String: String]

        private struct Name: CodingKey {
            let stringValue: String
            var intValue: Int? { nil }
            init(_ text: String) { stringValue = text }
            init?(stringValue: String) { self.init(stringValue) }
            init?(intValue: Int) { nil }
        }

        init(from decoder: any Decoder) throws {
            let claims = try decoder.container(keyedBy: Name.self)
            issuer = try claims.decode(String.self, forKey: Name("iss"))
            subject = try claims.decode(String.self, forKey: Name("sub"))
            let audience = Name("aud")
            self.audience =
                try (try? claims.decode(String.self, forKey: audience)).map { [$0] }
                ?? claims.decode([String].self, forKey: audience)
            party = try claims.decodeIfPresent(String.self, forKey: Name("azp"))
            expiresAt = try claims.decode(Double.self, forKey: Name("exp"))
            issuedAt = try claims.decode(Double.self, forKey: Name("iat"))
            notBefore = try claims.decodeIfPresent(Double.self, forKey: Name("nbf"))
            nonce = try claims.decodeIfPresent(String.self, forKey: Name("nonce"))
            let verified = Name("email_verified")
            isEmailVerified =
                (try? claims.decode(Bool.self, forKey: verified))
                ?? (try? claims.decode(String.self, forKey: verified)).map { $0 == "true" }
            texts = claims.allKeys.reduce(into: [:]) { texts, name in
                texts[name.stringValue] = try? claims.decode(String.self, forKey: name)
            }
        }

        /// Tokens are only read here; those that a test makes are written by the test.
        func encode(to encoder: any Encoder) throws {
            var claims = encoder.container(keyedBy: Name.self)
            for (name, text) in texts { try claims.encode(text, forKey: Name(name)) }
        }

        /// The rules stand in `fault`, which is told the time and what is expected.
        func verify(using algorithm: some JWTAlgorithm) async throws {}

        /// The first rule of OpenID Connect Core 1.0, section 3.1.3.7, that is broken; nil where none is.
        func fault(_ expected: Expected, now: Int64) -> Fault? {
            let now = Double(now)
            let leeway = Double(IDToken.leeway)
            if issuer != expected.issuer { return .issuer }
            if !audience.contains(expected.clientID) { return .audience }
            if audience.count > 1, party == nil { return .party }
            if let party, party != expected.clientID { return .party }
            if nonce != expected.nonce { return .nonce }
            if !(expiresAt > now - leeway) { return .expired }
            if !(issuedAt < now + leeway && issuedAt > Double(expected.askedAt) - leeway) { return .issuedAt }
            if let notBefore, !(notBefore < now + leeway) { return .notYet }
            if subject.isEmpty || subject.utf8.count > 255 { return .subject }
            return nil
        }
    }
}
