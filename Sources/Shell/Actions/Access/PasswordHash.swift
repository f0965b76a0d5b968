import Crypto
import CryptoExtras
import Foundation

/// How dear a guess at a password is (RFC 7914); kept with each hash, so that it can be raised later.
package struct ScryptCost: Hashable, Sendable {
    /// The cost as a power of two: memory is 128 bytes times block size times two to this power.
    package var log2N: Int
    package var blockSize: Int
    package var parallelism: Int

    package init(log2N: Int, blockSize: Int, parallelism: Int) {
        self.log2N = log2N
        self.blockSize = blockSize
        self.parallelism = parallelism
    }

    /// 32 MiB three times over, as the OWASP password storage cheat sheet advises where memory is shared.
    package static let usual = ScryptCost(log2N: 15, blockSize: 8, parallelism: 3)
}

/// The hash of a password, with its salt and cost: `$scrypt$ln=15,r=8,p=3$SALT$HASH`.
package struct PasswordHash: Hashable, Sendable {
    private let cost: ScryptCost
    private let salt: [UInt8]
    private let hash: [UInt8]

    /// Hashes a password with a salt of its own.
    package init(of password: String, cost: ScryptCost = .usual, salt: [UInt8] = ServiceKey.random(16)) throws {
        self.cost = cost
        self.salt = salt
        hash = try PasswordHash.derive(password, salt, cost, 32)
    }

    /// Reads a hash as it is stored; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[1] == "scrypt", let salt = Data(base64Encoded: String(parts[3])),
            let hash = Data(base64Encoded: String(parts[4])), !hash.isEmpty
        else { return nil }
        let numbers = parts[2].split(separator: ",").compactMap { $0.split(separator: "=").last.flatMap { Int($0) } }
        guard numbers.count == 3, (1...22).contains(numbers[0]), (1...32).contains(numbers[1]),
            (1...16).contains(numbers[2])
        else { return nil }
        cost = ScryptCost(log2N: numbers[0], blockSize: numbers[1], parallelism: numbers[2])
        self.salt = [UInt8](salt)
        self.hash = [UInt8](hash)
    }

    /// As it is stored.
    package var text: String {
        let numbers = "ln=\(cost.log2N),r=\(cost.blockSize),p=\(cost.parallelism)"
        return "$scrypt$\(numbers)$\(Data(salt).base64EncodedString())$\(Data(hash).base64EncodedString())"
    }

    /// Whether it is the hash of this password; takes as long for a wrong one as for the right one.
    package func matches(_ password: String) throws -> Bool {
        let other = try PasswordHash.derive(password, salt, cost, hash.count)
        return PasswordHash.areSame(hash, other)
    }

    /// Whether it was made at another cost than new ones are.
    package func isOutdated(at cost: ScryptCost) -> Bool { self.cost != cost }

    /// Compares every byte, wherever the first difference is.
    static func areSame(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        guard one.count == other.count else { return false }
        return zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// The key that scrypt derives.
    static func derive(_ password: String, _ salt: [UInt8], _ cost: ScryptCost, _ count: Int) throws -> [UInt8] {
        let key = try KDF.Scrypt.deriveKey(
            from: Array(password.precomposedStringWithCanonicalMapping.utf8),
            salt: salt,
            outputByteCount: count,
            rounds: 1 << cost.log2N,
            blockSize: cost.blockSize,
            parallelism: cost.parallelism
        )
        return key.withUnsafeBytes { [UInt8]($0) }
    }
}
