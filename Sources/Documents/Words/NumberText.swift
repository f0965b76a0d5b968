package import Values

/// Numbers as people read them: thousands commas, a real minus sign, rounded half away from zero.
package enum NumberText {
    /// A minus sign, which is as wide as a digit; a hyphen is not.
    package static let minus = "\u{2212}"

    /// `12,450`.
    package static func count(_ number: Int) -> String {
        number.grouped
    }

    /// With so many decimals, 0 to 6: `22.43`, `1,204.5`.
    ///
    /// Rounded half away from zero on the shortest decimal that names the number, as a person would: 0.125 is 0.13.
    package static func decimal(_ number: Double, places: Int) -> String {
        guard number.isFinite else { return "not a number" }
        guard let exact = Decimal("\(number)"), let digits = exact.rounded(places: places) else {
            // Beyond 18 digits there is nothing after the point.
            return Int128(exactly: number.rounded()).map(\.grouped) ?? "\(number)"
        }
        return text(digits: digits, places: places)
    }

    /// Without the zeros at the end: `3.5`, `12`.
    package static func trimmed(_ number: Double, places: Int) -> String {
        var text = decimal(number, places: places)
        guard text.contains(".") else { return text }
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return text
    }

    /// A share as a percentage with one decimal, from the exact fraction (`12.5%`); nil of nothing.
    package static func percent(_ share: Share) -> String? {
        guard share.denominator != 0 else { return nil }
        let thousandths = Int128(share.numerator) * 1000
        let denominator = Int128(share.denominator)
        let (quotient, rest) = thousandths.quotientAndRemainder(dividingBy: denominator)
        let isUp = rest.magnitude * 2 >= denominator.magnitude
        let sign: Int128 = (thousandths < 0) == (denominator < 0) ? 1 : -1
        return text(digits: quotient + (isUp ? sign : 0), places: 1) + "%"
    }

    /// A share, 0 to 1, where there is no exact fraction: an end of an interval.
    package static func percent(_ share: Double) -> String {
        guard let exact = Decimal("\(share)"), let digits = exact.rounded(places: 3) else { return "not a number" }
        return text(digits: digits, places: 1) + "%"
    }

    /// `£12,000`; below a thousand pounds with its pence, if there are any: `£75.50`.
    package static func pounds(_ pounds: Double) -> String {
        guard pounds.isFinite else { return "not a number" }
        let magnitude = decimal(pounds.magnitude, places: pounds.magnitude < 1000 ? 2 : 0)
        let text = magnitude.hasSuffix(".00") ? String(magnitude.dropLast(3)) : magnitude
        return (pounds < 0 && text != "0" ? minus : "") + "£" + text
    }

    /// `0.012`; below a thousandth `less than 0.001`.
    package static func pValue(_ p: Double) -> String {
        p < 0.001 ? "less than 0.001" : decimal(p, places: 3)
    }

    /// As it stands beside a statistic: `p = 0.012`, `p < 0.001`.
    package static func pStatement(_ p: Double) -> String {
        p < 0.001 ? "p < 0.001" : "p = \(decimal(p, places: 3))"
    }

    /// `1st`, `22nd`, `113th`.
    package static func ordinal(_ number: Int) -> String {
        let ending =
            switch (number.magnitude % 100, number.magnitude % 10) {
            case (11...13, _): "th"
            case (_, 1): "st"
            case (_, 2): "nd"
            case (_, 3): "rd"
            default: "th"
            }
        return count(number) + ending
    }

    /// `1 case`, `12 cases`, `1,204 families`.
    package static func plural(_ number: Int, _ one: String, _ many: String) -> String {
        "\(count(number)) \(number == 1 ? one : many)"
    }

    /// `children`, `children and adults`, `children, adults and workers`.
    package static func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " and " + last
    }

    private static func text(digits: Int128, places: Int) -> String {
        guard places > 0 else { return digits.grouped }
        var fraction = String(digits.magnitude % powerOfTen(places).magnitude)
        fraction = String(repeating: "0", count: places - fraction.count) + fraction
        let whole = (digits.magnitude / powerOfTen(places).magnitude).grouped
        return (digits < 0 ? minus : "") + whole + "." + fraction
    }
}
