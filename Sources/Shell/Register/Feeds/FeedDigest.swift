import Crypto
import Identify
import Records

/// A digest over many rows.
struct FeedDigest {
    private var hash = SHA256()
    private var pending = Canonical()

    mutating func add(_ cells: [Cell]) {
        for cell in cells { pending.add(cell) }
        flushLong()
    }

    mutating func add(_ text: String) {
        pending.add(text)
        flushLong()
    }

    mutating func add(_ bytes: [UInt8]) {
        pending.add(bytes)
        flushLong()
    }

    private mutating func flushLong() {
        if pending.bytes.count > 32_768 { flush() }
    }

    private mutating func flush() {
        pending.bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
        pending.removeAll()
    }

    /// In hexadecimal digits.
    func finish() -> String {
        var whole = self
        whole.flush()
        return Array(whole.hash.finalize()).hex
    }
}

extension FeedDigest {
    /// The digest of an extract's records in the order of their references, whatever theirs was.
    static func of(_ rows: [FeedRow], in order: [Int], feed: String) -> String {
        var digest = FeedDigest()
        for index in order { digest.add(rows[index].cells(of: feed)) }
        return digest.finish()
    }

    /// The digest of references, in their order.
    static func of(references: [String]) -> String {
        var digest = FeedDigest()
        for text in references.sorted() { digest.add(text) }
        return digest.finish()
    }
}
