import Crypto

/// The codes of an authenticator app: time-based one-time passwords of RFC 6238, with SHA-1, six digits and steps of 30
/// seconds, as every such app knows them.
package struct OneTimeCode: Sendable {
    /// What the app and the service share.
    package let secret: [UInt8]

    package init(secret: [UInt8]) {
        self.secret = secret
    }

    /// Bytes of a new secret, as RFC 4226 (section 4) advises.
    package static let secretSize = 20
    private static let stepSeconds: Int64 = 30

    /// The time step a moment falls in.
    package static func step(at seconds: Int64) -> Int64 { seconds / stepSeconds }

    /// The code of a time step (RFC 4226, section 5.3), with so many digits.
    package func code(ofStep step: Int64, digits: Int = 6) -> String {
        let counter = (0..<8).reversed().map { UInt8(truncatingIfNeeded: step >> ($0 * 8)) }
        let mac = [UInt8](
            HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret))
        )
        let start = Int(mac[mac.count - 1] & 15)
        let number = mac[start..<start + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let modulus = (0..<digits).reduce(UInt32(1)) { product, _ in product * 10 }
        let text = String(number % modulus)
        return String(repeating: "0", count: digits - text.count) + text
    }

    /// The step whose code this is, now or one step before or after; nil where it is none of them.
    package func step(of code: String, at seconds: Int64) -> Int64? {
        let now = OneTimeCode.step(at: seconds)
        // All three are always compared.
        let found = [now - 1, now, now + 1].filter {
            PasswordHash.areSame(Array(code.utf8), Array(self.code(ofStep: $0).utf8))
        }
        return found.last
    }

    /// The secret as people type it: base 32 (RFC 4648) in groups of four.
    package var words: String {
        let text = Array(Base32.text(secret))
        return stride(from: 0, to: text.count, by: 4).map { String(text[$0..<min($0 + 4, text.count)]) }
            .joined(separator: " ")
    }

    /// The address that an authenticator app opens.
    package func address(of signInName: String, at council: String) -> String {
        let label = "\(percentEncoded(council)):\(percentEncoded(signInName))"
        return "otpauth://totp/\(label)?secret=\(Base32.text(secret))&issuer=\(percentEncoded(council))"
    }

    private func percentEncoded(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain =
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 32)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            return isPlain
                ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}

/// Letters and digits that are hard to confuse (RFC 4648, section 6).
package enum Base32 {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")

    /// The text of these bytes, without padding.
    package static func text(_ bytes: [UInt8]) -> String {
        var text = ""
        var bits = 0
        var held: UInt32 = 0
        for byte in bytes {
            held = held << 8 | UInt32(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(letters[Int(held >> UInt32(bits) & 31)])
            }
        }
        if bits > 0 { text.append(letters[Int(held << UInt32(5 - bits) & 31)]) }
        return text
    }
}
