/// Reads what a form sent, in its body or in the address (`application/x-www-form-urlencoded`), and parts of paths.
enum FormText {
    /// Names and values; of a name sent twice the last.
    static func read(_ text: String) -> [String: String] {
        var values: [String: String] = [:]
        for pair in text.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            values[decoded(parts[0], plus: " ")] = parts.count > 1 ? decoded(parts[1], plus: " ") : ""
        }
        return values
    }

    /// One part of a path, in which a plus sign stands for itself.
    static func readPathPart(_ text: String) -> String {
        decoded(text[...], plus: "+")
    }

    /// The byte that two hexadecimal digits stand for; nil where they are none.
    private static func byteOfHex(_ digits: Substring.UTF8View) -> UInt8? {
        let values = digits.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        return values.count == 2 ? UInt8(values[0] * 16 + values[1]) : nil
    }

    private static func decoded(_ text: Substring, plus: Unicode.Scalar) -> String {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "+") {
                bytes.append(UInt8(ascii: plus))
            } else if byte == UInt8(ascii: "%"),
                let value = byteOfHex(rest.prefix(2))
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
