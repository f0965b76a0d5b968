/// A list of values and what is said about it: how many, their mean, their spread, their middle.
package struct Sample: Hashable, Sendable {
    package let values: [Double]

    package init(_ values: [Double]) {
        self.values = values
    }

    package init(_ values: [Int]) {
        self.init(values.map(Double.init))
    }

    package var count: Int { values.count }

    /// The arithmetic mean; nil of nothing.
    package var mean: Double? {
        values.isEmpty ? nil : values.reduce(0, +) / Double(count)
    }

    /// The sample variance, with n - 1; nil unless there are two values that vary.
    package var variance: Double? {
        guard let first = values.first, values.contains(where: { $0 != first }) else { return nil }
        return spread
    }

    /// The sample standard deviation, with n - 1; nil unless there are two values that vary.
    package var standardDeviation: Double? {
        variance?.squareRoot()
    }

    /// The variance where all values may be the same; nil of fewer than two.
    var spread: Double? {
        guard count > 1, let mean else { return nil }
        var squares = 0.0
        var residue = 0.0
        for value in values {
            squares += (value - mean) * (value - mean)
            residue += value - mean
        }
        return (squares - residue * residue / Double(count)) / Double(count - 1)
    }

    /// The t interval of the mean; nil unless there are two values that vary.
    package func meanInterval(confidence: Double = 0.95) -> Interval? {
        guard let mean, let deviation = standardDeviation,
            let distribution = StudentT(degreesOfFreedom: Double(count - 1))
        else { return nil }
        let reach =
            distribution.criticalValue(confidence: confidence) * deviation / Double(count).squareRoot()
        return Interval(low: mean - reach, high: mean + reach)
    }

    /// The middle value, or the mean of the two middle ones; nil of nothing.
    package var median: Double? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let middle = count / 2
        return count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }

    /// The value below which a part of them lies, between neighbours in proportion; nil of nothing.
    ///
    /// Source: Hyndman and Fan, *The American Statistician* 50 (1996), 361-365, definition 7, as R, numpy and Excel have it.
    package func quantile(_ part: Double) -> Double? {
        guard !values.isEmpty, (0...1).contains(part) else { return nil }
        let sorted = values.sorted()
        let place = part * Double(count - 1)
        let low = Int(place)
        let high = min(low + 1, count - 1)
        return sorted[low] + (place - Double(low)) * (sorted[high] - sorted[low])
    }

    /// The most frequent value, the lowest of several; nil of nothing.
    package var mode: Double? {
        var best: (value: Double, count: Int)?
        var run = 0
        var previous: Double?
        for value in values.sorted() {
            run = value == previous ? run + 1 : 1
            previous = value
            if run > best?.count ?? 0 { best = (value, run) }
        }
        return best?.value
    }
}
