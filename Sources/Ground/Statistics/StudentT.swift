#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Student's t distribution.
package struct StudentT: Hashable, Sendable {
    package let degreesOfFreedom: Double

    /// Nil unless the degrees of freedom are a number above nought.
    package init?(degreesOfFreedom: Double) {
        guard degreesOfFreedom > 0, degreesOfFreedom.isFinite else { return nil }
        self.degreesOfFreedom = degreesOfFreedom
    }

    /// How probable a value at least as far from nought as `t` is: the two-sided p.
    ///
    /// Accurate far into the tail, to 13 digits or so.
    package func twoSided(_ t: Double) -> Double {
        let square = t * t
        guard square < .infinity else { return t.isNaN ? .nan : 0 }
        return halfBeta(square: square).outside
    }

    /// The share of it below `t`.
    package func cumulative(_ t: Double) -> Double {
        let tail = twoSided(t) / 2
        return t < 0 ? tail : 1 - tail
    }

    /// The value that the share `probability` lies below.
    ///
    /// Minus and plus infinity at 0 and 1; not a number outside.
    package func quantile(_ probability: Double) -> Double {
        guard probability > 0, probability < 1 else {
            return probability == 0 ? -.infinity : probability == 1 ? .infinity : .nan
        }
        guard probability != 0.5 else { return 0 }
        let t = value(outside: 2 * min(probability, 1 - probability))
        return probability < 0.5 ? -t : t
    }

    /// The two-sided critical value: about 1.97 for a confidence of 0.95 and 170 degrees of freedom.
    package func criticalValue(confidence: Double) -> Double {
        quantile((1 + confidence) / 2)
    }

    /// The t above nought with this two-sided p, by Newton's method on the logarithms of both.
    ///
    /// The curve is concave and falls, so after the first step every estimate lies above the root and they close in.
    private func value(outside: Double) -> Double {
        let target = log(outside)
        var t = max(Normal.quantile(1 - outside / 2), -Normal.quantile(outside / 2))
        for _ in 0..<100 {
            let reached = twoSided(t)
            let slope = -2 * density(t) * t / reached
            let step = (target - log(reached)) / slope
            let next = t * exp(step)
            guard next.isFinite, step.magnitude > .ulpOfOne else { return next.isFinite ? next : t }
            t = next
        }
        return t
    }

    /// How densely values lie at `t`.
    package func density(_ t: Double) -> Double {
        let half = degreesOfFreedom / 2
        return exp(-(half + 0.5) * log1p(t * t / degreesOfFreedom)) * Gamma.ratioToHalfAbove(half)
            / (degreesOfFreedom * Double.pi).squareRoot()
    }

    /// The regularised incomplete beta function with the parameters df/2 and 1/2, at df / (df + t²), and its complement.
    private func halfBeta(square: Double) -> (outside: Double, inside: Double) {
        guard square > 0 else { return (1, 0) }
        let half = degreesOfFreedom / 2
        let away = square / (degreesOfFreedom + square)
        let near = degreesOfFreedom / (degreesOfFreedom + square)
        let front =
            exp(-half * log1p(square / degreesOfFreedom)) * (away / Double.pi).squareRoot()
            * Gamma.ratioToHalfAbove(half)
        if near < (half + 1) / (half + 2.5) {
            let outside = front / half * BetaFraction.value(half, 0.5, at: near)
            return (outside, 1 - outside)
        }
        let inside = front / 0.5 * BetaFraction.value(0.5, half, at: away)
        return (1 - inside, inside)
    }
}

/// Ratios of the gamma function.
enum Gamma {
    /// Γ(a + ½) / Γ(a), from the asymptotic series of its logarithm, carried down from above 20.
    static func ratioToHalfAbove(_ a: Double) -> Double {
        var a = a
        var carried = 1.0
        while a < 20 {
            carried *= a / (a + 0.5)
            a += 1
        }
        let r = 1 / (a * a)
        let series = -1.0 / 8 + r * (1.0 / 192 + r * (-1.0 / 640 + r * (17.0 / 14336 - r * 31.0 / 18432)))
        return carried * a.squareRoot() * exp(series / a)
    }
}

/// The continued fraction of the incomplete beta function (Abramowitz and Stegun, 26.5.8), by Lentz's method.
private enum BetaFraction {
    static func value(_ a: Double, _ b: Double, at x: Double) -> Double {
        let tiny = 1e-300
        func kept(_ value: Double) -> Double { value.magnitude < tiny ? tiny : value }
        var c = 1.0
        var d = 1 / kept(1 - (a + b) * x / (a + 1))
        var result = d
        for step in 1...10_000 {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / kept(1 + even * d)
            c = kept(1 + even / c)
            result *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / kept(1 + odd * d)
            c = kept(1 + odd / c)
            let change = d * c
            result *= change
            if (change - 1).magnitude <= .ulpOfOne { break }
        }
        return result
    }
}
