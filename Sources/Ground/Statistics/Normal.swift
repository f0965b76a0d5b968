#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The standard normal distribution.
package enum Normal {
    /// The share of it above `z`, accurate far into the tail.
    package static func upperTail(_ z: Double) -> Double {
        erfc(z / 2.0.squareRoot()) / 2
    }

    /// The share of it below `z`.
    package static func cumulative(_ z: Double) -> Double {
        upperTail(-z)
    }

    /// The value that the share `probability` lies below, to the precision of a double: 0.975 gives 1.959963984540054.
    ///
    /// Minus and plus infinity at 0 and 1; not a number outside.
    package static func quantile(_ probability: Double) -> Double {
        guard probability > 0, probability < 1 else {
            return probability == 0 ? -.infinity : probability == 1 ? .infinity : .nan
        }
        let tail = min(probability, 1 - probability)
        let z = refined(estimate(upperTail: tail), upperTail: tail)
        return probability < 0.5 ? -z : z
    }

    /// The two-sided critical value: 1.96 for a confidence of 0.95.
    package static func criticalValue(confidence: Double) -> Double {
        confidence == 0.95 ? standardCriticalValue : quantile((1 + confidence) / 2)
    }

    private static let standardCriticalValue = quantile(0.975)

    /// A first estimate, right to 0.0005 (Abramowitz and Stegun, 26.2.23).
    private static func estimate(upperTail tail: Double) -> Double {
        let t = (-2 * log(tail)).squareRoot()
        let above = 2.515517 + t * (0.802853 + t * 0.010328)
        let below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
        return max(0, t - above / below)
    }

    /// Halley's iteration; each step triples the digits that are right.
    private static func refined(_ start: Double, upperTail tail: Double) -> Double {
        var z = start
        for _ in 0..<6 {
            let excess = (upperTail(z) - tail) * (2 * Double.pi).squareRoot() * exp(z * z / 2)
            let step = excess / (1 - z * excess / 2)
            z += step
            if step.magnitude <= z.magnitude * .ulpOfOne { break }
        }
        return z
    }
}
