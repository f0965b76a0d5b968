/// Pounds sterling in whole pence.
package struct Money: Hashable, Comparable, Sendable {
    package let pence: Int64

    package init(pence: Int64) {
        self.pence = pence
    }

    /// Pounds as a decimal, rounded to the penny half away from zero; nil beyond some 92 thousand million million pounds.
    package init?(pounds: Decimal) {
        guard let pence = pounds.rounded(places: 2), let exact = Int64(exactly: pence) else { return nil }
        self.pence = exact
    }

    package static let zero = Money(pence: 0)

    package static func + (one: Money, other: Money) -> Money {
        Money(pence: one.pence + other.pence)
    }

    package static func - (one: Money, other: Money) -> Money {
        Money(pence: one.pence - other.pence)
    }

    package static func < (one: Money, other: Money) -> Bool {
        one.pence < other.pence
    }

    /// Pounds, for a quotient or a chart; not for sums.
    package var pounds: Double { Double(pence) / 100 }

    /// `2950.00`, as the exchange package has it.
    package var plain: String {
        let magnitude = pence.magnitude
        let rest = magnitude % 100
        return "\(pence < 0 ? "-" : "")\(magnitude / 100).\(rest < 10 ? "0" : "")\(rest)"
    }

    /// `£2,950`, with pence only if there are any.
    package var long: String {
        let magnitude = pence.magnitude
        let rest = magnitude % 100
        let pounds = Int64(magnitude / 100).grouped
        return "\(pence < 0 ? "\u{2212}" : "")£\(pounds)" + (rest == 0 ? "" : ".\(rest < 10 ? "0" : "")\(rest)")
    }
}

extension BinaryInteger {
    /// With thousands commas: `12,450`.
    package var grouped: String {
        let digits = Array(String(magnitude))
        var result = self < 0 ? "\u{2212}" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { result += "," }
            result.append(digit)
        }
        return result
    }
}
