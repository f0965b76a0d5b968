/// Reads comma-separated values (RFC 4180) row by row out of bytes that are known to be UTF-8.
///
/// Lines end in CRLF, LF or CR; a quoted field may hold delimiters, line ends and doubled quotes. A byte-order mark and
/// blank lines are passed over. A quote inside an unquoted field is an ordinary character. Fields stay where they are in
/// the bytes: nothing is copied until a value is asked for.
package struct CSVReader {
    /// One field of the current row: where it lies, without its quotes.
    package struct Field: Sendable {
        package var start: Int
        package var end: Int
        /// Whether the bytes hold doubled quotes, each of which stands for one.
        package var hasDoubledQuotes: Bool
    }

    /// What was met next.
    package enum Step: Hashable, Sendable {
        /// A row; `fields`, `row` and `line` tell of it.
        case row
        /// A row that cannot be read; reading goes on after it, except after an unclosed quote.
        case fault(CSVFault)
        case end
    }

    /// The most bytes one field may have.
    package static let longestField = 1 << 20
    /// The most fields one row may have.
    package static let mostFields = 1000

    package let bytes: [UInt8]
    private let delimiter: UInt8
    private var next: Int
    private var nextLine = 1

    /// The fields of the current row.
    package private(set) var fields: [Field] = []
    /// Data row, counted from 0; the first row, which is the header, is -1.
    package private(set) var row = -2
    /// Line the current row begins on, counted from 1.
    package private(set) var line = 1

    package init(_ bytes: [UInt8], delimiter: UInt8 = UInt8(ascii: ",")) {
        self.bytes = bytes
        self.delimiter = delimiter
        next = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        fields.reserveCapacity(32)
    }

    /// How many bytes have been read, for showing progress.
    package var position: Int { next }

    /// Reads the next row into `fields`.
    package mutating func advance() -> Step {
        skipBlankLines()
        line = nextLine
        fields.removeAll(keepingCapacity: true)
        guard next < bytes.count else { return .end }
        row += 1
        var fault: CSVFault?
        while true {
            let found = next < bytes.count && bytes[next] == quote ? readQuoted() : readPlain()
            fault = fault ?? found ?? limitFault()
            guard next < bytes.count else { break }
            if bytes[next] == delimiter {
                next += 1
                if next == bytes.count {
                    appendField(from: next, to: next)
                    fault = fault ?? limitFault()
                    break
                }
            } else {
                endLine()
                break
            }
        }
        if let fault { return .fault(fault) }
        return .row
    }

    /// The text of a field of the current row, without surrounding white space.
    package func text(_ field: Field) -> String {
        guard field.hasDoubledQuotes else {
            let range = trimmed(field)
            return String(decoding: bytes[range], as: UTF8.self)
        }
        return String(decoding: unescaped(trimmed(field)), as: UTF8.self)
    }

    /// The bytes of a field of the current row without surrounding white space; doubled quotes still doubled.
    package func trimmed(_ field: Field) -> Range<Int> {
        var start = field.start
        var end = field.end
        while start < end, bytes[start].isWhiteSpace { start += 1 }
        while end > start, bytes[end - 1].isWhiteSpace { end -= 1 }
        return start..<end
    }

    // MARK: Bytes

    private mutating func skipBlankLines() {
        while next < bytes.count, bytes[next] == lineFeed || bytes[next] == carriageReturn { endLine() }
    }

    /// Steps over one line end.
    private mutating func endLine() {
        if bytes[next] == carriageReturn, next + 1 < bytes.count, bytes[next + 1] == lineFeed { next += 1 }
        next += 1
        nextLine += 1
    }

    private mutating func appendField(from start: Int, to end: Int, hasDoubledQuotes: Bool = false) {
        guard fields.count <= CSVReader.mostFields else { return }
        fields.append(Field(start: start, end: end, hasDoubledQuotes: hasDoubledQuotes))
    }

    private mutating func readPlain() -> CSVFault? {
        let start = next
        while next < bytes.count {
            let byte = bytes[next]
            if byte == delimiter || byte == lineFeed || byte == carriageReturn { break }
            next += 1
        }
        appendField(from: start, to: next)
        return nil
    }

    private mutating func readQuoted() -> CSVFault? {
        let start = next + 1
        var hasDoubledQuotes = false
        next = start
        while next < bytes.count {
            switch bytes[next] {
            case quote where next + 1 < bytes.count && bytes[next + 1] == quote:
                hasDoubledQuotes = true
                next += 2
            case quote:
                appendField(from: start, to: next, hasDoubledQuotes: hasDoubledQuotes)
                next += 1
                return skipAfterQuote()
            case lineFeed, carriageReturn: endLine()
            default: next += 1
            }
        }
        appendField(from: start, to: next, hasDoubledQuotes: hasDoubledQuotes)
        return .unclosedQuote
    }

    /// Passes over spaces behind a closing quote; anything else there is a fault.
    private mutating func skipAfterQuote() -> CSVFault? {
        var fault: CSVFault?
        while next < bytes.count {
            let byte = bytes[next]
            if byte == delimiter || byte == lineFeed || byte == carriageReturn { break }
            if byte != UInt8(ascii: " ") { fault = .textAfterQuote }
            next += 1
        }
        return fault
    }

    private func limitFault() -> CSVFault? {
        if fields.count > CSVReader.mostFields { return .tooManyFields }
        if let last = fields.last, last.end - last.start > CSVReader.longestField { return .fieldTooLong }
        return nil
    }

    private func unescaped(_ range: Range<Int>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            result.append(bytes[index])
            let isDoubled = bytes[index] == quote && index + 1 < range.upperBound && bytes[index + 1] == quote
            index += isDoubled ? 2 : 1
        }
        return result
    }
}

/// Why a row cannot be read.
package enum CSVFault: Error, Hashable, Sendable {
    case unclosedQuote
    case textAfterQuote
    case fieldTooLong
    case tooManyFields
}

private let quote = UInt8(ascii: "\"")
private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")

extension UInt8 {
    /// Space, tab or line end.
    var isWhiteSpace: Bool {
        self == UInt8(ascii: " ") || (self >= 9 && self <= 13)
    }
}
