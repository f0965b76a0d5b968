/// The log-rank test: how surprising the difference of two curves would be if they were one.
///
/// Source: Peto and Peto, *J. R. Stat. Soc. A* 135 (1972), 185-207; the variance is hypergeometric.
package struct LogRank: Hashable, Sendable {
    /// Events of the first group.
    package let observed: Int
    /// Events of the first group if both had the same curve.
    package let expected: Double
    package let variance: Double

    package init(_ first: [Waiting], _ second: [Waiting]) {
        var observed = 0
        var expected = 0.0
        var variance = 0.0
        for day in SurvivalCurve.days(first + second) {
            let own = Double(first.count { $0.days >= day.days })
            let (all, events) = (Double(day.atRisk), Double(day.events))
            observed += first.count { $0.days == day.days && $0.end == .event }
            expected += events * own / all
            if day.atRisk > 1 {
                variance += events * own / all * (1 - own / all) * (all - events) / (all - 1)
            }
        }
        self.observed = observed
        self.expected = expected
        self.variance = variance
    }

    /// The squared difference over its variance; nil where it does not vary.
    package var chiSquared: Double? {
        let difference = Double(observed) - expected
        return variance > 0 ? difference * difference / variance : nil
    }

    /// Two-sided p, with one degree of freedom.
    package var p: Double? {
        chiSquared.map { 2 * Normal.upperTail($0.squareRoot()) }
    }
}
