/// A range that a true value plausibly lies in, with the confidence it was made for.
package struct Interval: Hashable, Sendable {
    package let low: Double
    package let high: Double

    package init(low: Double, high: Double) {
        self.low = low
        self.high = high
    }

    package func contains(_ value: Double) -> Bool {
        low <= value && value <= high
    }
}
