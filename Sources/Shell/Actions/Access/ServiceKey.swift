import Crypto
import Foundation

/// The key of an installation, kept in a file of its own: what is sealed in the register cannot be read without it, so
/// that a copy of the register alone gives nobody a second step or a form that was typed.
package struct ServiceKey: Sendable {
    private let key: SymmetricKey

    /// Why there is no key, in words for who runs the service.
    package struct Refusal: Error, CustomStringConvertible {
        package let description: String
    }

    /// A key made of these bytes.
    package init(_ bytes: [UInt8]) {
        key = SymmetricKey(data: bytes)
    }

    /// Where the key of a register lies unless told otherwise.
    package static func path(besideRegister register: String) -> String { register + ".key" }

    /// The key in a file, which is made, for its owner's eyes alone, where there is none.
    package static func load(_ path: String) throws -> ServiceKey {
        if let data = FileManager.default.contents(atPath: path) {
            guard data.count == size else {
                throw Refusal(description: "\(path) is not a key: it must have \(size) bytes. Restore it from a copy.")
            }
            return ServiceKey([UInt8](data))
        }
        guard !FileManager.default.fileExists(atPath: path) else {
            throw Refusal(description: "\(path) cannot be read. Check who may read it.")
        }
        let bytes = random(size)
        // Its owner's alone before anything is in it.
        let owner: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: owner),
            let file = FileHandle(forWritingAtPath: path), (try? file.write(contentsOf: bytes)) != nil
        else {
            throw Refusal(description: "\(path) cannot be written. Check the folder, or name another with --key-file.")
        }
        try file.close()
        return ServiceKey(bytes)
    }

    private static let size = 32

    /// Bytes that nobody can guess.
    package static func random(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// Seals bytes for one purpose and one user; only the same two open them.
    package func seal(_ bytes: [UInt8], for purpose: String, of user: String) throws -> [UInt8] {
        let box = try ChaChaPoly.seal(bytes, using: key, authenticating: Array("\(purpose) \(user)".utf8))
        return [UInt8](box.combined)
    }

    /// What was sealed; nil where it is another's, was changed, or was sealed with another key.
    package func opened(_ sealed: [UInt8], for purpose: String, of user: String) -> [UInt8]? {
        guard let box = try? ChaChaPoly.SealedBox(combined: sealed),
            let bytes = try? ChaChaPoly.open(box, using: key, authenticating: Array("\(purpose) \(user)".utf8))
        else { return nil }
        return [UInt8](bytes)
    }

    /// A digest that cannot be guessed backwards without the key: of names typed, addresses, recovery codes.
    package func digest(_ text: String, for purpose: String) -> [UInt8] {
        [UInt8](HMAC<SHA256>.authenticationCode(for: Array("\(purpose)\u{0}\(text)".utf8), using: key))
    }
}

extension [UInt8] {
    /// The SHA-256 digest.
    package var sha256: [UInt8] { [UInt8](SHA256.hash(data: self)) }
}
