/// What the points of a stretch of a process chart (XmR) say is usual: its mean and how far chance alone carries it.
///
/// Source: Wheeler, *Understanding Variation* (2000); NHS England, Making Data Count; the constants 2.66 and 3.267 are
/// those for moving ranges of two.
package struct ProcessLimits: Hashable, Sendable {
    package let mean: Double
    /// Mean of the distances from each point to the next.
    package let movingRange: Double
    /// How many points the limits stand on.
    package let count: Int

    /// Limits on fewer points than this are trial limits: they will move as points arrive.
    package static let settled = 13

    /// The limits of the values in order of time; nil of nothing.
    ///
    /// With `screened`, moving ranges of 3.267 times their mean or more are left out and the mean taken again, so that one
    /// odd point does not widen the limits it is judged by.
    package init?(_ values: some Collection<Double>, screened: Bool = true) {
        let values = Array(values)
        guard let mean = Sample(values).mean else { return nil }
        let ranges = zip(values.dropFirst(), values).map { ($0 - $1).magnitude }
        let all = Sample(ranges).mean ?? 0
        let kept = screened && all > 0 ? ranges.filter { $0 < 3.267 * all } : ranges
        self.mean = mean
        movingRange = Sample(kept).mean ?? 0
        count = values.count
    }

    package var isTrial: Bool { count < ProcessLimits.settled }
    package var lower: Double { mean - 2.66 * movingRange }
    package var upper: Double { mean + 2.66 * movingRange }
    /// Two thirds of the way to the lower limit.
    package var nearLower: Double { mean - 2.66 * movingRange * 2 / 3 }
    /// Two thirds of the way to the upper limit.
    package var nearUpper: Double { mean + 2.66 * movingRange * 2 / 3 }
}
