import Crypto
import FoundationEssentials
package import Identify

/// Names for addresses that tell nothing of what they stand for: digests under a secret of the register, without which a
/// pupil number could be found by trying them all.
package struct OpaqueNames: Sendable {
    private let key: SymmetricKey

    fileprivate init(secret: String) {
        key = SymmetricKey(data: Array(secret.utf8))
    }

    /// The name of a pair of records.
    package func name(of pair: RecordPair) -> String {
        name(["pair", pair.first.source, pair.first.id, pair.second.source, pair.second.id])
    }

    /// The name of whatever else has a reference that says something, such as a household known to partners alone.
    package func name(of reference: String, _ kind: String) -> String {
        name([kind, reference])
    }

    private func name(_ parts: [String]) -> String {
        var bytes = Canonical()
        for part in parts { bytes.add(part) }
        return Array(HMAC<SHA256>.authenticationCode(for: bytes.bytes, using: key).prefix(12)).hex
    }
}

extension Register {
    private static let secret = "opaque_names_secret"

    /// The register's opaque names; the secret is drawn when they are first asked for, and again each time by a register
    /// that cannot be written to.
    package func opaqueNames() throws -> OpaqueNames {
        if let secret = try setting(Register.secret) { return OpaqueNames(secret: secret) }
        let drawn = random(32).hex
        do {
            return OpaqueNames(secret: try keepSecret(drawn) ?? drawn)
        } catch RegisterError.readOnly {
            return OpaqueNames(secret: drawn)
        }
    }

    /// Keeps the secret unless somebody has kept one meanwhile; gives the one that is kept.
    private func keepSecret(_ drawn: String) throws -> String? {
        try store.write { connection in
            try connection.run(
                """
                INSERT INTO settings (tenant, name, value) VALUES (\(tenant), \(Register.secret), \(drawn)) \
                ON CONFLICT (tenant, name) DO NOTHING
                """
            )
            return try connection.first(
                "SELECT value FROM settings WHERE tenant = \(tenant) AND name = \(Register.secret)"
            ) { $0.text(0) }
        }
    }
}
