#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Match weights: odds as logarithms to base 2, so that weights add up where odds multiply.
package enum MatchWeight {
    /// The weight of a probability; without bound at 0 and 1.
    package static func of(probability: Double) -> Double {
        MatchWeights.weight(ofProbability: probability)
    }

    /// The probability of a weight.
    package static func probability(of weight: Double) -> Double {
        MatchWeights.probability(weight)
    }

    /// What being at a level is worth; nil where m or u is not known.
    package static func of(_ level: ComparisonLevel) -> Double? {
        guard let m = level.m, let u = level.u, m > 0, u > 0 else { return nil }
        return log2(m / u)
    }
}
