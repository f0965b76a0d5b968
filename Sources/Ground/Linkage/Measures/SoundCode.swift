/// How a name sounds, as four digits: Soundex (Russell 1918) with the first letter coded like the others, so that
/// Catherine and Kathryn are both 2365.
package enum SoundCode {
    /// The code of a name; nil where it has no letter.
    package static func code(_ name: [UInt8]) -> [UInt8]? {
        var digits: [UInt8] = []
        var before: UInt8?
        for byte in name {
            guard let digit = digit(byte & 0xDF) else { continue }
            // H and W do not part letters of one code, vowels do; at the start both count as a vowel.
            if digit == silent, before != nil { continue }
            let sound = digit == silent ? vowel : digit
            if sound != before, sound != vowel || digits.isEmpty { digits.append(sound) }
            before = sound
            if digits.count == 4 { break }
        }
        guard !digits.isEmpty else { return nil }
        return digits + [UInt8](repeating: vowel, count: 4 - digits.count)
    }

    private static let vowel = UInt8(ascii: "0")
    private static let silent = UInt8(ascii: "-")

    private static func digit(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "B"), UInt8(ascii: "F"), UInt8(ascii: "P"), UInt8(ascii: "V"): UInt8(ascii: "1")
        case UInt8(ascii: "C"), UInt8(ascii: "G"), UInt8(ascii: "J"), UInt8(ascii: "K"), UInt8(ascii: "Q"),
            UInt8(ascii: "S"), UInt8(ascii: "X"), UInt8(ascii: "Z"):
            UInt8(ascii: "2")
        case UInt8(ascii: "D"), UInt8(ascii: "T"): UInt8(ascii: "3")
        case UInt8(ascii: "L"): UInt8(ascii: "4")
        case UInt8(ascii: "M"), UInt8(ascii: "N"): UInt8(ascii: "5")
        case UInt8(ascii: "R"): UInt8(ascii: "6")
        case UInt8(ascii: "H"), UInt8(ascii: "W"): silent
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): vowel
        default: nil
        }
    }
}
