/// References in the text of XML: its own five (`&amp;` and so on) and characters by number.
enum XMLReference {
    /// Longest name of a reference, `#x10FFFF`, with room for leading noughts.
    private static let longest = 12

    /// The text with every reference replaced; nil where one stands for nothing.
    static func resolved(_ raw: ArraySlice<UInt8>) -> String? {
        var text: [UInt8] = []
        text.reserveCapacity(raw.count)
        var index = raw.startIndex
        while index < raw.endIndex {
            guard raw[index] == UInt8(ascii: "&") else {
                text.append(raw[index])
                index += 1
                continue
            }
            let rest = raw[(index + 1)...].prefix(longest)
            guard let end = rest.firstIndex(of: UInt8(ascii: ";")),
                let scalar = scalar(String(decoding: rest[..<end], as: UTF8.self))
            else { return nil }
            text.append(contentsOf: String(Character(scalar)).utf8)
            index = end + 1
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func scalar(_ name: String) -> Unicode.Scalar? {
        switch name {
        case "amp": "&"
        case "lt": "<"
        case "gt": ">"
        case "quot": "\""
        case "apos": "'"
        default: numbered(name)
        }
    }

    private static func numbered(_ name: String) -> Unicode.Scalar? {
        guard name.hasPrefix("#") else { return nil }
        let digits = name.dropFirst()
        let number = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let number, number >= 0x20 || [0x09, 0x0A, 0x0D].contains(number) else { return nil }
        return Unicode.Scalar(number)
    }
}
