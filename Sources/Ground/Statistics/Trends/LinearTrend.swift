/// A straight line through values in order of time, by least squares, and how far new values scatter around it.
package struct LinearTrend: Hashable, Sendable {
    package let slope: Double
    package let intercept: Double
    private let count: Int
    private let middle: Double
    private let squares: Double
    /// Standard deviation of the values around the line, with n - 2.
    package let residual: Double

    /// The line through values at the times 0, 1, 2 and so on; nil of fewer than three.
    package init?(_ values: [Double]) {
        let times = values.indices.map(Double.init)
        guard values.count >= 3, let mean = Sample(values).mean, let middle = Sample(times).mean else { return nil }
        let squares = times.reduce(0) { $0 + ($1 - middle) * ($1 - middle) }
        let products = zip(times, values).reduce(0) { $0 + ($1.0 - middle) * ($1.1 - mean) }
        slope = products / squares
        intercept = mean - slope * middle
        count = values.count
        self.middle = middle
        self.squares = squares
        let (slope, intercept) = (slope, intercept)
        let left = zip(times, values).reduce(0) { sum, pair in
            let miss = pair.1 - intercept - slope * pair.0
            return sum + miss * miss
        }
        residual = (left / Double(values.count - 2)).squareRoot()
    }

    /// The line at a time.
    package func value(at time: Double) -> Double {
        intercept + slope * time
    }

    /// Where a new value at a time plausibly lies, if nothing changes.
    package func prediction(at time: Double, confidence: Double = 0.95) -> Interval? {
        guard let distribution = StudentT(degreesOfFreedom: Double(count - 2)) else { return nil }
        let away = (time - middle) * (time - middle) / squares
        let reach =
            distribution.criticalValue(confidence: confidence) * residual
            * (1 + 1 / Double(count) + away).squareRoot()
        return Interval(low: value(at: time) - reach, high: value(at: time) + reach)
    }
}
