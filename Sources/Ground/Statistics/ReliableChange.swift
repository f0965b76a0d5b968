/// How many people changed by more than the instrument's error of measurement.
package struct ReliableChange: Hashable, Sendable {
    /// Fell by the threshold or more.
    package private(set) var improved = 0
    /// Rose by the threshold or more.
    package private(set) var worse = 0
    /// Neither.
    package private(set) var unchanged = 0
    /// Of those improved, how many also went from the clinical range out of it.
    package private(set) var recovered = 0

    /// Counts changes, before less after, of `threshold` points or more either way.
    ///
    /// The clinical range begins at `clinicalFrom`; without it nobody counts as recovered.
    package init(_ pairs: [ScorePair], threshold: Double, clinicalFrom cutOff: Double? = nil) {
        for pair in pairs {
            if pair.change >= threshold {
                improved += 1
                if let cutOff, pair.before >= cutOff, pair.after < cutOff { recovered += 1 }
            } else if pair.change <= -threshold {
                worse += 1
            } else {
                unchanged += 1
            }
        }
    }

    /// The smallest change beyond chance: z times the standard deviation times the square root of 2(1 - reliability).
    ///
    /// Scores are whole, so the count uses the next whole number. Source: Jacobson and Truax,
    /// *J. Consult. Clin. Psychol.* 59 (1991), 12-19.
    package static func threshold(
        standardDeviation: Double,
        reliability: Double,
        confidence: Double = 0.95
    ) -> Double {
        Normal.criticalValue(confidence: confidence) * standardDeviation * (2 * (1 - reliability)).squareRoot()
    }
}
