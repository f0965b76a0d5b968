/// Wilson's interval for a share, without continuity correction.
package enum Wilson {
    /// The interval of `numerator` out of `denominator`, within 0 to 1.
    ///
    /// Nil of nothing, and where the numerator is not part of the denominator.
    /// Source: Wilson, *J. Am. Stat. Assoc.* 22 (1927), 209-212.
    package static func interval(_ numerator: Int, of denominator: Int, confidence: Double = 0.95) -> Interval? {
        guard denominator > 0, (0...denominator).contains(numerator) else { return nil }
        let z = Normal.criticalValue(confidence: confidence)
        let (hits, count) = (Double(numerator), Double(denominator))
        let misses = count - hits
        let middle = hits + z * z / 2
        let reach = z * (z * z / 4 + hits * misses / count).squareRoot()
        let whole = count + z * z
        // Each end is exact where nobody or everybody is in the share.
        return Interval(
            low: numerator == 0 ? 0 : (middle - reach) / whole,
            high: numerator == denominator ? 1 : (middle + reach) / whole
        )
    }

    /// Newcombe's interval for the first share less the second, made of the two Wilson intervals.
    ///
    /// Nil where either share has none. Source: Newcombe, *Statistics in Medicine* 17 (1998), 873-890, method 10.
    package static func difference(
        _ one: (numerator: Int, denominator: Int),
        _ other: (numerator: Int, denominator: Int),
        confidence: Double = 0.95
    ) -> Interval? {
        guard let first = interval(one.numerator, of: one.denominator, confidence: confidence),
            let second = interval(other.numerator, of: other.denominator, confidence: confidence)
        else { return nil }
        let p = Double(one.numerator) / Double(one.denominator)
        let q = Double(other.numerator) / Double(other.denominator)
        return Interval(
            low: p - q - hypotenuse(p - first.low, second.high - q),
            high: p - q + hypotenuse(first.high - p, q - second.low)
        )
    }

    private static func hypotenuse(_ one: Double, _ other: Double) -> Double {
        (one * one + other * other).squareRoot()
    }
}
