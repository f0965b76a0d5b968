/// A straight line through values in order of time that odd values do not move (Theil and Sen).
///
/// Its slope is the median of the slopes between every two values; it passes through the medians of times and values.
package struct MedianTrend: Hashable, Sendable {
    package let slope: Double
    package let intercept: Double

    /// The line through values at the times 0, 1, 2 and so on; nil of fewer than two.
    package init?(_ values: [Double]) {
        var slopes: [Double] = []
        for later in values.indices {
            for earlier in 0..<later {
                slopes.append((values[later] - values[earlier]) / Double(later - earlier))
            }
        }
        guard let slope = Sample(slopes).median, let level = Sample(values).median,
            let middle = Sample(values.indices.map(Double.init)).median
        else { return nil }
        self.slope = slope
        intercept = level - slope * middle
    }

    /// The line at a time.
    package func value(at time: Double) -> Double {
        intercept + slope * time
    }
}
