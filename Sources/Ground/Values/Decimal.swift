/// An exact decimal number of at most 18 digits, such as a score (0.61) or a whole-time equivalent (0.6).
///
/// Sums are kept in 128 bits at 18 decimal places, so that thresholds are tried on exact values: 0.52, 0.59, 0.57 and
/// 0.76 have the mean 0.61 exactly.
package struct Decimal: Hashable, Comparable, Sendable {
    /// The digits without the point; no trailing zeros after the point.
    package let digits: Int64
    /// How many of the digits stand after the point, 0 to 18.
    package let places: UInt8

    /// `digits` divided by 10 to the `places`.
    package init(digits: Int64, places: UInt8 = 0) {
        var digits = digits
        var places = min(places, 18)
        while places > 0, digits % 10 == 0 {
            digits /= 10
            places -= 1
        }
        self.digits = digits
        self.places = places
    }

    /// A whole number.
    package init(_ value: Int) {
        self.init(digits: Int64(value))
    }

    package static let zero = Decimal(digits: 0)

    /// The value times 10 to the 18, exactly.
    package var scaled: Int128 {
        Int128(digits) * powerOfTen(18 - Int(places))
    }

    /// The nearest floating-point number.
    package var double: Double {
        // Both are exact up to 2^53 and 10^22, and then the quotient is correctly rounded; longer numbers are read.
        guard digits.magnitude > 1 << 53 else { return Double(digits) / Double(powerOfTen(Int(places))) }
        return Double(plain) ?? Double(digits) / Double(powerOfTen(Int(places)))
    }

    package static func < (one: Decimal, other: Decimal) -> Bool {
        one.scaled < other.scaled
    }

    /// The value times 10 to the `places`, rounded half away from zero.
    package func rounded(places wanted: Int) -> Int128? {
        guard (0...18).contains(wanted) else { return nil }
        let unit = powerOfTen(18 - wanted)
        let (quotient, rest) = scaled.quotientAndRemainder(dividingBy: unit)
        guard rest.magnitude * 2 >= unit.magnitude else { return quotient }
        return quotient + (scaled < 0 ? -1 : 1)
    }

    /// Reads `3`, `-0.61`, `.5` or `1e3`.
    ///
    /// Digits beyond the eighteenth are rounded half away from zero.
    /// Nil for anything else and for numbers of more than 18 digits before the point.
    package init?(_ text: String) {
        var reader = NumberReader(text)
        guard let value = reader.read() else { return nil }
        self = value
    }

    /// The shortest exact text: `0.61`, `17`.
    package var plain: String {
        guard places > 0 else { return "\(digits)" }
        var text = String(digits.magnitude)
        if text.count <= places {
            text = String(repeating: "0", count: Int(places) - text.count + 1) + text
        }
        let point = text.index(text.endIndex, offsetBy: -Int(places))
        return (digits < 0 ? "-" : "") + text[..<point] + "." + text[point...]
    }
}

extension Decimal: CustomStringConvertible {
    package var description: String { plain }
}

/// 10 to the exponent, 0 to 37.
package func powerOfTen(_ exponent: Int) -> Int128 {
    var value: Int128 = 1
    for _ in 0..<exponent { value *= 10 }
    return value
}

private struct NumberReader {
    private let bytes: [UInt8]
    private var next = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    mutating func read() -> Decimal? {
        let negative = take(UInt8(ascii: "-"))
        if !negative { _ = take(UInt8(ascii: "+")) }
        var number = Digits()
        while let digit = takeDigit() { number.append(digit, afterPoint: false) }
        if take(UInt8(ascii: ".")) {
            while let digit = takeDigit() { number.append(digit, afterPoint: true) }
        }
        guard number.count > 0 else { return nil }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            guard let exponent = readExponent() else { return nil }
            number.places -= exponent
        }
        guard next == bytes.count else { return nil }
        return number.value(negative: negative)
    }

    private mutating func readExponent() -> Int? {
        let negative = take(UInt8(ascii: "-"))
        if !negative { _ = take(UInt8(ascii: "+")) }
        var exponent = 0
        var count = 0
        while let digit = takeDigit() {
            exponent = min(exponent * 10 + digit, 1000)
            count += 1
        }
        return count == 0 ? nil : negative ? -exponent : exponent
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next < bytes.count, bytes[next] == byte else { return false }
        next += 1
        return true
    }

    private mutating func takeDigit() -> Int? {
        guard next < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[next]) else { return nil }
        next += 1
        return Int(bytes[next - 1] - UInt8(ascii: "0"))
    }
}

/// The digits read so far; beyond 30 they cannot matter and only their number is kept.
private struct Digits {
    var count = 0
    var value: Int128 = 0
    var places = 0

    mutating func append(_ digit: Int, afterPoint: Bool) {
        count += 1
        if value < powerOfTen(30) {
            value = value * 10 + Int128(digit)
            if afterPoint { places += 1 }
        } else if !afterPoint {
            places -= 1
        }
    }

    func value(negative: Bool) -> Decimal? {
        var value = value
        var places = places
        while places < 0, value != 0, value < powerOfTen(18) {
            value *= 10
            places += 1
        }
        if value == 0 { return .zero }
        let length = String(value).utf8.count
        let drop = max(0, places - 18, length - 18)
        guard drop <= max(places, 0) else { return nil }
        guard drop <= length else { return .zero }
        value = (value + powerOfTen(drop) / 2) / powerOfTen(drop)
        places -= drop
        if value == powerOfTen(18), places > 0 {
            value /= 10
            places -= 1
        }
        guard places >= 0, value < powerOfTen(18) else { return nil }
        return Decimal(digits: Int64(negative ? -value : value), places: UInt8(places))
    }
}
