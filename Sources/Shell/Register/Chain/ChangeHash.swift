import Crypto

/// What one change did to one table.
struct ChangePart: Hashable, Sendable {
    enum Act: String, CaseIterable, Sendable {
        case written, ended, erased
    }

    var table: String
    var act: Act
    var rows: Int
    var digest: [UInt8]
}

extension Change {
    /// SHA-256 of the hash before it, what the change says of itself, and the digests of what it did.
    func computedHash(after previous: [UInt8], parts: [ChangePart]) -> [UInt8] {
        var content = Canonical()
        content.add(previous)
        content.add(Int64(number))
        content.add(tenant)
        for text in [at.iso, actor, organisation, purpose, summary] { content.add(text) }
        for part in parts {
            content.add(part.table)
            content.add(part.act.rawValue)
            content.add(Int64(part.rows))
            content.add(part.digest)
        }
        return content.digest
    }

    /// What the first change names as the hash before it.
    static let origin = [UInt8](repeating: 0, count: 32)
}
