/// A mean change in units of a standard deviation; which one must always be said.
package struct EffectSizes: Sendable {
    /// d_av, the one to report: over the square root of the mean of the two variances.
    package let average: Double?
    /// Glass's Δ: over the standard deviation before.
    package let glass: Double?
    /// d_z: over the standard deviation of the changes; not comparable between studies.
    package let change: Double?
    /// d_rm: d_z times the square root of 2(1 - r).
    package let repeatedMeasures: Double?
    /// d_av with Hedges's correction for few people, 1 - 3 / (4(n - 1) - 1).
    package let hedges: Double?

    init(_ pairs: [ScorePair], changes: Sample, correlation: Double?) {
        let mean = changes.mean
        let before = Sample(pairs.map(\.before))
        let after = Sample(pairs.map(\.after))
        func over(_ deviation: Double?) -> Double? {
            guard let mean, let deviation, deviation > 0 else { return nil }
            return mean / deviation
        }
        let pooled = before.spread.flatMap { x in after.spread.map { y in ((x + y) / 2).squareRoot() } }
        average = over(pooled)
        glass = over(before.standardDeviation)
        let z = over(changes.standardDeviation)
        change = z
        repeatedMeasures = z.flatMap { z in correlation.map { z * max(0, 2 * (1 - $0)).squareRoot() } }
        hedges = average.map { $0 * (1 - 3 / (4 * Double(pairs.count - 1) - 1)) }
    }
}
