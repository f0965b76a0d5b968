/// What a measure would be if nothing changed, from its history, beside what it became: "turning the curve".
///
/// Source: Friedman, *Trying Hard Is Not Good Enough* (2005): success is doing better than the baseline.
package struct Forecast: Hashable, Sendable {
    package enum Method: String, CaseIterable, Sendable {
        /// A straight line by least squares, with a 95 % prediction interval.
        case leastSquares = "least_squares"
        /// A straight line that odd values do not move; without an interval.
        case medianTrend = "median_trend"
        /// The last value of the history goes on; without an interval.
        case lastValue = "last_value"
    }

    package struct Place: Hashable, Sendable {
        package let value: Double
        package let interval: Interval?
    }

    package let method: Method
    /// Where it begins: the number of values it stands on.
    package let start: Int
    /// One for each value from `start` on, and for those still to come.
    package let places: [Place]

    /// Forecasts from the first `baseline` values up to the place `end`; nil where these are too few for the method.
    package init?(_ values: [Double], baseline: Int, to end: Int, method: Method) {
        let history = Array(values.prefix(baseline))
        guard history.count == baseline, end > baseline else { return nil }
        let times = (baseline..<end).map(Double.init)
        switch method {
        case .leastSquares:
            guard let line = LinearTrend(history) else { return nil }
            places = times.map { Place(value: line.value(at: $0), interval: line.prediction(at: $0)) }
        case .medianTrend:
            guard let line = MedianTrend(history) else { return nil }
            places = times.map { Place(value: line.value(at: $0), interval: nil) }
        case .lastValue:
            guard let last = history.last else { return nil }
            places = times.map { _ in Place(value: last, interval: nil) }
        }
        self.method = method
        start = baseline
    }

    /// Whether the curve has turned: the last two values are better than the forecast's interval.
    ///
    /// Nil where there are not two values since, or the method gives no interval.
    package func isTurned(_ values: [Double], better: ProcessChart.Direction) -> Bool? {
        let last = values.indices.suffix(2)
        guard better != .neither, last.count == 2, let first = last.first, first >= start else { return nil }
        var isTurned = true
        for index in last where index - start < places.count {
            guard let interval = places[index - start].interval else { return nil }
            isTurned = isTurned && (better == .up ? values[index] > interval.high : values[index] < interval.low)
        }
        return isTurned
    }

    /// How far the value at a place is from its forecast.
    package func gap(_ values: [Double], at index: Int) -> Double? {
        guard index >= start, index - start < places.count, values.indices.contains(index) else { return nil }
        return values[index] - places[index - start].value
    }
}
