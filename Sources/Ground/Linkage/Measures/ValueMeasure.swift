import Values

/// Measures of dates and numbers, which are written in bytes like every value.
package enum ValueMeasure {
    /// Days between two dates written `2014-08-19`, never negative; nil where either is not a real date.
    package static func daysApart(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let one = Day(iso: a[...]), let other = Day(iso: b[...]) else { return nil }
        return abs(one - other)
    }

    /// Difference of two numbers, never negative; nil where either is not one.
    package static func numberApart(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Double? {
        guard let one = number(a), let other = number(b) else { return nil }
        return abs(one - other)
    }

    /// A number such as `17`, `-3` or `0.61`.
    package static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
        guard !bytes.isEmpty else { return nil }
        // Up to 15 digits are exact in a Double; anything else is read the long way.
        if bytes.count <= 15, bytes.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) {
            return Double(bytes.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) })
        }
        guard let decimal = Decimal(String(decoding: bytes, as: UTF8.self)) else { return nil }
        return decimal.double
    }
}

extension Measure {
    /// The measure of two values; nil where the values are not of its kind, such as days apart of what is no date.
    package func value(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Double? {
        switch self {
        case .jaroWinkler: StringMeasure.jaroWinkler(a, b)
        case .jaro: StringMeasure.jaro(a, b)
        case .levenshtein: Double(StringMeasure.levenshtein(a, b))
        case .damerauLevenshtein: Double(StringMeasure.damerauLevenshtein(a, b))
        case .jaccard: StringMeasure.jaccard(a, b)
        case .daysApart: ValueMeasure.daysApart(a, b).map(Double.init)
        case .numberApart: ValueMeasure.numberApart(a, b)
        }
    }
}
