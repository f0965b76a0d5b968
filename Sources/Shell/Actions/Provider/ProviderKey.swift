import Crypto
import Foundation
import JWTKit

/// How a token may be signed: by a private key that only the provider has.
///
/// Secrets shared with it, and no signature at all, are not in the list.
enum TokenAlgorithm: String, Sendable, CaseIterable {
    case rs256 = "RS256"
    case ps256 = "PS256"
    case es256 = "ES256"

    fileprivate var kind: String { self == .es256 ? "EC" : "RSA" }
}

/// A public key of a provider (RFC 7517).
struct ProviderKey: Hashable, Sendable {
    private let kind: String
    /// Its name; tokens say by which key they are signed.
    let name: String?
    private let algorithm: String?
    private let use: String?
    private let parts: [String]

    /// The keys in a provider's list that tokens may be signed by; those of other kinds are left out.
    ///
    /// - Returns: nil where it is no list of keys.
    static func read(_ bytes: [UInt8]) -> [ProviderKey]? {
        guard let list = try? JSONDecoder().decode(Listed.self, from: Data(bytes)) else { return nil }
        return list.keys.compactMap(\.key).filter { $0.use == nil || $0.use == "sig" }
    }

    func fits(_ algorithm: TokenAlgorithm) -> Bool {
        kind == algorithm.kind && (self.algorithm.map { $0 == algorithm.rawValue } ?? true)
    }

    /// What checks signatures of this key by this algorithm alone.
    ///
    /// - Throws: where the key cannot be used: it is too short, or no point of the curve.
    func verifier(_ algorithm: TokenAlgorithm) async throws -> JWTKeyCollection {
        let keys = JWTKeyCollection()
        switch algorithm {
        case .rs256:
            await keys.add(
                rsa: try JWTKit.Insecure.RSA.PublicKey(modulus: parts[0], exponent: parts[1]),
                digestAlgorithm: .sha256
            )
        case .ps256:
            await keys.add(
                pss: try JWTKit.Insecure.RSA.PublicKey(modulus: parts[0], exponent: parts[1]),
                digestAlgorithm: .sha256
            )
        case .es256:
            // Some providers write a nought before a number, as signed numbers have it.
            let point: [UInt8] = parts.reduce([4]) { $0 + ProviderKey.coordinate($1) }
            await keys.add(ecdsa: try ES256PublicKey(backing: P256.Signing.PublicKey(x963Representation: point)))
        }
        return keys
    }

    private static func coordinate(_ text: String) -> [UInt8] {
        let number = Array((Base64URL.bytes(text) ?? []).drop { $0 == 0 })
        return Array(repeating: 0, count: max(0, 32 - number.count)) + number
    }
}

extension ProviderKey {
    private struct Listed: Decodable {
        let keys: [Entry]
    }

    private struct Entry: Decodable {
        let kty: String?
        let kid: String?
        let alg: String?
        let use: String?
        let crv: String?
        let n: String?
        let e: String?
        let x: String?
        let y: String?

        /// The key, where it is of a kind that is used here.
        var key: ProviderKey? {
            switch (kty, crv) {
            case ("RSA", _):
                guard let n, let e else { return nil }
                return ProviderKey(kind: "RSA", name: kid, algorithm: alg, use: use, parts: [n, e])
            case ("EC", "P-256"):
                guard let x, let y else { return nil }
                return ProviderKey(kind: "EC", name: kid, algorithm: alg, use: use, parts: [x, y])
            default: return nil
            }
        }
    }
}
