/// A British postcode in its usual form, `LE1 4AB`.
///
/// Only the shape is checked: one or two letters, a digit, perhaps a digit or letter, then a digit and two letters.
package struct Postcode: Hashable, Sendable {
    /// With one space before the last three characters.
    package let text: String

    /// Accepts any case, with or without spaces.
    package init?(_ text: String) {
        let letters = text.uppercased().filter { $0 != " " }
        guard letters.utf8.allSatisfy({ $0.isUpperLetter || $0.isDigit }), (5...7).contains(letters.utf8.count) else {
            return nil
        }
        let bytes = Array(letters.utf8)
        let inward = bytes.suffix(3)
        let outward = Array(bytes.dropLast(3))
        guard inward.first?.isDigit == true, inward.dropFirst().allSatisfy(\.isUpperLetter),
            Postcode.isOutward(outward)
        else { return nil }
        self.text = String(letters.dropLast(3)) + " " + String(letters.suffix(3))
    }

    private static func isOutward(_ bytes: [UInt8]) -> Bool {
        let area = bytes.prefix(while: \.isUpperLetter)
        let district = bytes.dropFirst(area.count)
        guard (1...2).contains(area.count), (1...2).contains(district.count), district.first?.isDigit == true else {
            return false
        }
        return district.dropFirst().allSatisfy { $0.isDigit || $0.isUpperLetter }
    }

    /// The part before the space, `LE1`.
    package var district: String { String(text.dropLast(4)) }
}

extension UInt8 {
    fileprivate var isUpperLetter: Bool { self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") }
    fileprivate var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}
