/// Control limits of a funnel plot of shares: what chance alone does to units of one size.
package enum Funnel {
    /// The limits around the average share for units of `count`, cut off at 0 and 1.
    ///
    /// Use 0.95 for the warning and 0.998 for the control limit. Nil of an empty unit or an average that is no share.
    /// Source: Spiegelhalter, *Statistics in Medicine* 24 (2005), 1185-1202.
    package static func limits(average: Double, count: Int, confidence: Double = 0.95) -> Interval? {
        guard count > 0, (0...1).contains(average) else { return nil }
        let z = Normal.criticalValue(confidence: confidence)
        let reach = z * (average * (1 - average) / Double(count)).squareRoot()
        return Interval(low: max(0, average - reach), high: min(1, average + reach))
    }
}
