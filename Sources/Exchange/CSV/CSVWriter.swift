/// Writes comma-separated values (RFC 4180): quoted where needed, rows ended by a line feed.
package struct CSVWriter: Sendable {
    /// What has been written, in UTF-8.
    package private(set) var bytes: [UInt8] = []
    private var isAtStart = true

    package init() {}

    package mutating func field(_ text: String) {
        if !isAtStart { bytes.append(UInt8(ascii: ",")) }
        isAtStart = false
        guard text.utf8.contains(where: \.needsQuotes) || text.hasWhiteSpaceAround else {
            bytes.append(contentsOf: text.utf8)
            return
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    package mutating func endRow() {
        bytes.append(UInt8(ascii: "\n"))
        isAtStart = true
    }

    package mutating func row(_ texts: [String]) {
        for text in texts { field(text) }
        endRow()
    }
}

extension UInt8 {
    fileprivate var needsQuotes: Bool {
        self == UInt8(ascii: ",") || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\n")
            || self == UInt8(ascii: "\r")
    }
}

extension String {
    fileprivate var hasWhiteSpaceAround: Bool {
        (utf8.first?.isWhiteSpace ?? false) || (utf8.last?.isWhiteSpace ?? false)
    }
}
