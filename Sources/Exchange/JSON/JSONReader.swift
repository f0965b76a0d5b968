/// Reads one JSON document, nested no deeper than 64.
struct JSONReader {
    private let bytes: [UInt8]
    private var next: Int
    private var depth = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        next = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    mutating func document() throws(JSONFault) -> JSONValue {
        let value = try value()
        skipSpace()
        guard next == bytes.count else { throw fault() }
        return value
    }

    private func fault() -> JSONFault {
        JSONFault(line: 1 + bytes[..<min(next, bytes.count)].count { $0 == UInt8(ascii: "\n") })
    }

    private mutating func value() throws(JSONFault) -> JSONValue {
        skipSpace()
        guard next < bytes.count else { throw fault() }
        switch bytes[next] {
        case UInt8(ascii: "{"): return try nested { reader throws(JSONFault) in try reader.object() }
        case UInt8(ascii: "["): return try nested { reader throws(JSONFault) in try reader.array() }
        case UInt8(ascii: "\""): return .text(try string())
        case UInt8(ascii: "t"): return try word("true", .boolean(true))
        case UInt8(ascii: "f"): return try word("false", .boolean(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func nested(
        _ read: (inout JSONReader) throws(JSONFault) -> JSONValue
    ) throws(JSONFault) -> JSONValue {
        guard depth < 64 else { throw fault() }
        depth += 1
        next += 1
        let value = try read(&self)
        depth -= 1
        return value
    }

    private mutating func object() throws(JSONFault) -> JSONValue {
        var members: [String: JSONValue] = [:]
        if take(UInt8(ascii: "}")) { return .object(members) }
        repeat {
            skipSpace()
            let name = try string()
            guard take(UInt8(ascii: ":")) else { throw fault() }
            members[name] = try value()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")) else { throw fault() }
        return .object(members)
    }

    private mutating func array() throws(JSONFault) -> JSONValue {
        var elements: [JSONValue] = []
        if take(UInt8(ascii: "]")) { return .array(elements) }
        repeat { elements.append(try value()) } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else { throw fault() }
        return .array(elements)
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONFault) -> JSONValue {
        let letters = Array("\(word)".utf8)
        guard bytes[next...].starts(with: letters) else { throw fault() }
        next += letters.count
        return value
    }

    private mutating func number() throws(JSONFault) -> JSONValue {
        let start = next
        if next < bytes.count, bytes[next] == UInt8(ascii: "-") { next += 1 }
        let whole = digits()
        guard whole > 0, whole == 1 || bytes[next - whole] != UInt8(ascii: "0") else { throw fault() }
        if next < bytes.count, bytes[next] == UInt8(ascii: ".") {
            next += 1
            guard digits() > 0 else { throw fault() }
        }
        if next < bytes.count, bytes[next] | 0x20 == UInt8(ascii: "e") {
            next += 1
            if next < bytes.count, bytes[next] == UInt8(ascii: "-") || bytes[next] == UInt8(ascii: "+") { next += 1 }
            guard digits() > 0 else { throw fault() }
        }
        return .number(String(decoding: bytes[start..<next], as: UTF8.self))
    }

    private mutating func digits() -> Int {
        let start = next
        while next < bytes.count, bytes[next] >= UInt8(ascii: "0"), bytes[next] <= UInt8(ascii: "9") { next += 1 }
        return next - start
    }

    // MARK: Text

    private mutating func string() throws(JSONFault) -> String {
        guard next < bytes.count, bytes[next] == UInt8(ascii: "\"") else { throw fault() }
        next += 1
        var text: [UInt8] = []
        while next < bytes.count {
            let byte = bytes[next]
            next += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): text.append(contentsOf: String(try escaped()).utf8)
            case 0..<0x20: throw fault()
            default: text.append(byte)
            }
        }
        throw fault()
    }

    private mutating func escaped() throws(JSONFault) -> Unicode.Scalar {
        guard next < bytes.count else { throw fault() }
        next += 1
        switch bytes[next - 1] {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "u"): return try codePoint()
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        default: throw fault()
        }
    }

    /// Four hexadecimal digits, or a pair of surrogates.
    private mutating func codePoint() throws(JSONFault) -> Unicode.Scalar {
        let first = try hexadecimal()
        guard (0xD800..<0xDC00).contains(first) else {
            guard let scalar = Unicode.Scalar(first) else { throw fault() }
            return scalar
        }
        guard bytes[next...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else { throw fault() }
        next += 2
        let second = try hexadecimal()
        guard (0xDC00..<0xE000).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw fault() }
        return scalar
    }

    private mutating func hexadecimal() throws(JSONFault) -> UInt32 {
        guard next + 4 <= bytes.count else { throw fault() }
        let digits = bytes[next..<next + 4]
        guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw fault() }
        next += 4
        return value
    }

    // MARK: Space

    private mutating func skipSpace() {
        while next < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[next]) { next += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard next < bytes.count, bytes[next] == byte else { return false }
        next += 1
        return true
    }
}
