/// Walks over the rows of comma-separated values that lie in memory, quickly: fields are found, not copied.
struct RowScanner {
    enum Step {
        case row
        case unclosed
        case end
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private(set) var position: Int
    /// Where the latest row begins.
    private(set) var rowStart = 0
    /// Where each field of the row begins and ends, without its quotes.
    private var starts: [Int] = []
    private var ends: [Int] = []

    init(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) {
        self.bytes = bytes
        self.position = position
        starts.reserveCapacity(32)
        ends.reserveCapacity(32)
    }

    /// Fields of the row.
    var count: Int { starts.count }

    /// A field of the row without the white space around it.
    @inline(__always)
    func field(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        var (start, end) = (starts[index], ends[index])
        while start < end && bytes[start] <= 32 { start += 1 }
        while end > start && bytes[end - 1] <= 32 { end -= 1 }
        return UnsafeBufferPointer(rebasing: bytes[start..<end])
    }

    /// Whether a field holds quotation marks, which stand doubled in it.
    func hasDoubledQuotes(_ index: Int) -> Bool {
        field(index).contains(UInt8(ascii: "\""))
    }

    /// A field as it is meant: what is doubled in quotes stands once.
    func plainField(_ index: Int) -> [UInt8] {
        let raw = Array(field(index))
        let isQuoted = starts[index] > 0 && bytes[starts[index] - 1] == UInt8(ascii: "\"")
        guard isQuoted, raw.contains(UInt8(ascii: "\"")) else { return raw }
        var plain: [UInt8] = []
        var isAfterQuote = false
        for byte in raw {
            isAfterQuote = byte == UInt8(ascii: "\"") && !isAfterQuote
            if isAfterQuote || byte != UInt8(ascii: "\"") { plain.append(byte) }
        }
        return plain
    }

    var texts: [String] { starts.indices.map { String(decoding: plainField($0), as: UTF8.self) } }

    /// Finds the fields of the next row that is not blank.
    mutating func next() -> Step {
        while position < bytes.count && (bytes[position] == 10 || bytes[position] == 13) { position += 1 }
        guard position < bytes.count else { return .end }
        rowStart = position
        starts.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        while true {
            if position < bytes.count && bytes[position] == UInt8(ascii: "\"") {
                guard quoted() else { return .unclosed }
            } else {
                plain()
            }
            guard position < bytes.count, bytes[position] == UInt8(ascii: ",") else { break }
            position += 1
        }
        if position < bytes.count && bytes[position] == 13 { position += 1 }
        if position < bytes.count && bytes[position] == 10 { position += 1 }
        return .row
    }

    @inline(__always)
    private mutating func plain() {
        let start = position
        var at = position
        while at < bytes.count {
            let byte = bytes[at]
            if byte == UInt8(ascii: ",") || byte == 10 || byte == 13 { break }
            at += 1
        }
        starts.append(start)
        ends.append(at)
        position = at
    }

    /// Finds a field in quotes.
    ///
    /// Doubled quotes stay as they are: `plainField` reads them, and no comparison looks at them.
    private mutating func quoted() -> Bool {
        let start = position + 1
        var at = start
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "\"") {
                guard at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "\"") else { break }
                at += 1
            }
            at += 1
        }
        guard at < bytes.count else { return false }
        starts.append(start)
        ends.append(at)
        position = at + 1
        // What follows the closing quote, up to the comma, is not part of the field.
        while position < bytes.count, ![UInt8(ascii: ","), 10, 13].contains(bytes[position]) { position += 1 }
        return true
    }
}

extension String {
    var trimmed: String {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
