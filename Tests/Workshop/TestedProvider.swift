package import Actions
import Crypto
import CryptoExtras
import Foundation
package import Register
import Synchronization

/// A provider without a network: it signs by keys that the test made, and gives whatever token the test asks for.
package final class TestedProvider: ProviderFetch {
    package static let issuer = "https://login.example.gov.uk"
    package static let client = "homeward"
    package static let secret = "s3cret & more"

    /// What is wanted of the next tokens; where nothing is said, they are good.
    package struct Wanted: Sendable {
        package var name: String? = "sam"
        package var subject = "248289761001"
        package var issuer = TestedProvider.issuer
        package var audience = [TestedProvider.client]
        package var party: String?
        package var nonce: String?
        package var expiresIn: Int64 = 300
        package var issuedIn: Int64 = 0
        package var more: [String: String] = [:]
        package var signing = Signing.rs256
        /// The key that the token names; nil names none.
        package var keyName: String? = "first"
        package var header: [String: String] = [:]

        package init() {}
    }

    package enum Signing: String, Sendable, CaseIterable {
        case rs256 = "RS256"
        case ps256 = "PS256"
        case es256 = "ES256"
        /// By nobody.
        case none
        /// With the public key as if it were a shared secret.
        case hs256 = "HS256"
        /// By another key than it says.
        case another
    }

    private struct State {
        var wanted = Wanted()
        var keys = TestedProvider.published("first", "curve")
        var codes: [String: (nonce: String, challenge: String)] = [:]
        var asked: [String: Int] = [:]
        var isOutOfReach = false
        var answer: String?
    }

    private let state = Mutex(State())
    private let now: @Sendable () -> Timestamp

    /// - Parameter now: the provider's clock.
    package init(now: @escaping @Sendable () -> Timestamp) {
        self.now = now
    }

    /// What its tokens say.
    package func want(_ change: (inout Wanted) -> Void) {
        state.withLock { change(&$0.wanted) }
    }

    /// Signs by other keys from now on.
    package func rotate(to names: String...) {
        let keys = names.map { TestedProvider.published($0) }.joined(separator: ",")
        state.withLock { $0.keys = keys }
    }

    package var isOutOfReach: Bool {
        get { state.withLock { $0.isOutOfReach } }
        set { state.withLock { $0.isOutOfReach = newValue } }
    }

    /// What it answers to whatever it is asked; nil answers as it should.
    package func answer(_ text: String?) {
        state.withLock { $0.answer = text }
    }

    /// How often one of its addresses was asked.
    package func asked(_ path: String) -> Int { state.withLock { $0.asked[path] ?? 0 } }

    /// Somebody signs in at the address that their browser was sent to; gives what it comes back with.
    package func signIn(at address: String) throws -> [String: String] {
        let items = URLComponents(string: address)?.queryItems ?? []
        let query = Dictionary(items.map { ($0.name, $0.value ?? "") }) { first, _ in first }
        guard address.hasPrefix("\(TestedProvider.issuer)/authorise?"), query["response_type"] == "code",
            query["client_id"] == TestedProvider.client, query["code_challenge_method"] == "S256",
            query["scope"]?.split(separator: " ").contains("openid") == true,
            let state = query["state"], let nonce = query["nonce"], let challenge = query["code_challenge"],
            query["redirect_uri"] == "https://families.example.gov.uk/sign-in/provider/answer"
        else { throw Refusal() }
        let code = Base64URL.text(ServiceKey.random(16))
        self.state.withLock { $0.codes[code] = (nonce, challenge) }
        return ["code": code, "state": state]
    }

    private struct Refusal: Error {}

    // MARK: What the service asks

    package func callAsFunction(_ question: ProviderQuestion) async throws -> [UInt8] {
        let path = String(question.address.dropFirst(TestedProvider.issuer.count))
        let (isOutOfReach, answer, keys) = state.withLock { state in
            state.asked[path, default: 0] += 1
            return (state.isOutOfReach, state.answer, state.keys)
        }
        if isOutOfReach { throw Refusal() }
        if let answer { return Array(answer.utf8) }
        switch path {
        case "/.well-known/openid-configuration": return Array(TestedProvider.document.utf8)
        case "/keys": return Array("{\"keys\":[\(keys)]}".utf8)
        case "/token": return Array("{\"id_token\":\"\(try token(question))\"}".utf8)
        default: throw Refusal()
        }
    }

    private static let document = """
        {"issuer":"\(issuer)","authorization_endpoint":"\(issuer)/authorise","token_endpoint":"\(issuer)/token",
        "jwks_uri":"\(issuer)/keys","end_session_endpoint":"\(issuer)/end"}
        """

    private func token(_ question: ProviderQuestion) throws -> String {
        let items = URLComponents(string: "?\(question.form ?? "")")?.queryItems ?? []
        let form = Dictionary(items.map { ($0.name, $0.value ?? "") }) { first, _ in first }
        let pair = Data("homeward:s3cret%20%26%20more".utf8).base64EncodedString()
        let (given, wanted) = state.withLock { state in
            (form["code"].flatMap { state.codes.removeValue(forKey: $0) }, state.wanted)
        }
        guard let given, question.authorization == "Basic \(pair)", form["grant_type"] == "authorization_code",
            Base64URL.text(Array((form["code_verifier"] ?? "").utf8).sha256) == given.challenge
        else { throw Refusal() }
        return try TestedProvider.token(wanted, nonce: given.nonce, at: now().seconds)
    }
}

// MARK: Keys and signatures, by the library of ciphers alone: what is tested reads them by another

extension TestedProvider {
    private static let keys: [String: Result<_RSA.Signing.PrivateKey, any Error>] = Dictionary(
        uniqueKeysWithValues: ["first", "second", "unknown"].map { name in
            (name, Result { try _RSA.Signing.PrivateKey(keySize: .bits2048) })
        }
    )
    private static let curve = P256.Signing.PrivateKey()

    private static func published(_ names: String...) -> String {
        names.map { name in
            if name == "curve" {
                let point = [UInt8](curve.publicKey.rawRepresentation)
                return """
                    {"kty":"EC","crv":"P-256","kid":"curve","x":"\(Base64URL.text([0] + point[..<32]))",\
                    "y":"\(Base64URL.text(Array(point[32...])))"},{"kty":"OKP","crv":"Ed25519","kid":"odd","x":"AA"}
                    """
            }
            let key = try? keys[name]?.get().publicKey.getKeyPrimitives()
            let (modulus, exponent) = ([UInt8](key?.modulus ?? Data()), [UInt8](key?.publicExponent ?? Data()))
            return """
                {"kty":"RSA","use":"sig","kid":"\(name)","n":"\(Base64URL.text(modulus))",\
                "e":"\(Base64URL.text(exponent))"}
                """
        }.joined(separator: ",")
    }

    /// The keys of these names, as a provider publishes them.
    package static func keyList(_ names: String...) -> [UInt8] {
        Array("{\"keys\":[\(names.map { published($0) }.joined(separator: ","))]}".utf8)
    }

    /// A token as wanted.
    package static func token(_ wanted: Wanted, nonce: String, at now: Int64) throws -> String {
        var header = wanted.header
        header["alg"] = wanted.signing == .another ? "RS256" : wanted.signing.rawValue
        header["kid"] = wanted.keyName
        var texts = wanted.more
        texts["iss"] = wanted.issuer
        texts["sub"] = wanted.subject
        texts["nonce"] = wanted.nonce ?? nonce
        texts["azp"] = wanted.party
        texts["preferred_username"] = wanted.name
        let audience = wanted.audience.count == 1 ? quoted(wanted.audience[0]) : "[\(list(wanted.audience))]"
        let rest = "\"aud\":\(audience),\"exp\":\(now + wanted.expiresIn),\"iat\":\(now + wanted.issuedIn)"
        let signed = "\(encoded("{\(pairs(header))}")).\(encoded("{\(pairs(texts)),\(rest)}"))"
        return "\(signed).\(Base64URL.text(try signature(of: Array(signed.utf8), wanted)))"
    }

    private static func signature(of bytes: [UInt8], _ wanted: Wanted) throws -> [UInt8] {
        let named = wanted.signing == .another ? "unknown" : wanted.keyName ?? "first"
        guard let key = keys[named] ?? keys["first"] else { return [] }
        let digest = SHA256.hash(data: bytes)
        switch wanted.signing {
        case .rs256, .another:
            return [UInt8](try key.get().signature(for: digest, padding: .insecurePKCS1v1_5).rawRepresentation)
        case .ps256: return [UInt8](try key.get().signature(for: digest, padding: .PSS).rawRepresentation)
        case .es256: return [UInt8](try curve.signature(for: digest).rawRepresentation)
        case .none: return []
        case .hs256:
            let secret = SymmetricKey(data: try key.get().publicKey.derRepresentation)
            return [UInt8](HMAC<SHA256>.authenticationCode(for: bytes, using: secret))
        }
    }

    private static func encoded(_ text: String) -> String { Base64URL.text(Array(text.utf8)) }

    private static func quoted(_ text: String) -> String { "\"\(text)\"" }

    private static func list(_ texts: [String]) -> String { texts.map(quoted).joined(separator: ",") }

    private static func pairs(_ texts: [String: String]) -> String {
        texts.sorted { $0.key < $1.key }.map { "\(quoted($0.key)):\(quoted($0.value))" }.joined(separator: ",")
    }
}

extension ProviderSettings {
    /// Of the tested provider.
    package static func tested(claim: String = "preferred_username", isOnly: Bool = false) throws -> ProviderSettings {
        try ProviderSettings(
            issuer: TestedProvider.issuer,
            clientID: TestedProvider.client,
            secret: TestedProvider.secret,
            claim: claim,
            name: "Westmere sign-in",
            publicAddress: "https://families.example.gov.uk/",
            isOnly: isOnly
        )
    }
}
