/// One person's score before and after.
package struct ScorePair: Hashable, Sendable {
    package let before: Double
    package let after: Double

    package init(before: Double, after: Double) {
        self.before = before
        self.after = after
    }

    /// Before less after: positive is better where a lower score is.
    package var change: Double { before - after }
}

/// What changed between two readings of the same people: the paired t test and its effect sizes.
///
/// A change is before less after, so positive is better where a lower score is (`figures.md`, `sdq.change`). A figure is
/// nil where the pairs do not give it: a mean of none, or a spread without two values that vary.
package struct PairedChange: Sendable {
    package let count: Int
    /// Mean change.
    package let mean: Double?
    /// Standard deviation of the changes, with n - 1.
    package let standardDeviation: Double?
    /// The t interval of the mean change.
    package let interval: Interval?
    /// Mean change over its standard error; n - 1 degrees of freedom.
    package let t: Double?
    /// Two-sided p of `t`.
    package let p: Double?
    /// Correlation of before and after (Pearson's r).
    package let correlation: Double?
    /// Effect sizes: the mean change over one or another standard deviation.
    package let effect: EffectSizes

    package init(_ pairs: [ScorePair], confidence: Double = 0.95) {
        let changes = Sample(pairs.map(\.change))
        count = pairs.count
        mean = changes.mean
        standardDeviation = changes.standardDeviation
        interval = changes.meanInterval(confidence: confidence)
        t = PairedChange.t(of: changes)
        p = t.flatMap { t in StudentT(degreesOfFreedom: Double(pairs.count - 1))?.twoSided(t) }
        correlation = PairedChange.correlation(pairs)
        effect = EffectSizes(pairs, changes: changes, correlation: correlation)
    }

    private static func t(of changes: Sample) -> Double? {
        guard let mean = changes.mean, let deviation = changes.standardDeviation else { return nil }
        return mean / (deviation / Double(changes.count).squareRoot())
    }

    private static func correlation(_ pairs: [ScorePair]) -> Double? {
        let before = Sample(pairs.map(\.before))
        let after = Sample(pairs.map(\.after))
        guard let x = before.mean, let y = after.mean,
            let dx = before.standardDeviation, let dy = after.standardDeviation
        else { return nil }
        let products = pairs.reduce(0) { $0 + ($1.before - x) * ($1.after - y) }
        return products / (dx * dy * Double(pairs.count - 1))
    }
}
