#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Intervals for a number of events, such as entries to care in a year.
package enum EventCount {
    /// The interval of the expected number: exact from the Poisson distribution below 10 events, Byar's approximation from 10 on.
    ///
    /// Nil for fewer than none. Source: PHE, *Technical guide: confidence intervals* (2018); Breslow and Day (1987), 69.
    package static func interval(_ events: Int, confidence: Double = 0.95) -> Interval? {
        guard events >= 0 else { return nil }
        return events < 10 ? exact(events, confidence) : byar(Double(events), confidence)
    }

    private static func byar(_ events: Double, _ confidence: Double) -> Interval {
        let z = Normal.criticalValue(confidence: confidence)
        func end(_ count: Double, _ z: Double) -> Double {
            let root = 1 - 1 / (9 * count) + z / (3 * count.squareRoot())
            return count * root * root * root
        }
        return Interval(low: max(0, end(events, -z)), high: end(events + 1, z))
    }

    private static func exact(_ events: Int, _ confidence: Double) -> Interval {
        let tail = (1 - confidence) / 2
        // So many or more are this unlikely if the true mean is low; so few or fewer if it is high.
        let low = events == 0 ? 0 : mean(where: events - 1, isAtMostReachedWith: 1 - tail)
        return Interval(low: low, high: mean(where: events, isAtMostReachedWith: tail))
    }

    /// The Poisson mean at which at most `events` happen with the probability, by halving.
    private static func mean(where events: Int, isAtMostReachedWith probability: Double) -> Double {
        var low = 0.0
        var high = 1000.0
        for _ in 0..<100 {
            let middle = (low + high) / 2
            if atMost(events, mean: middle) > probability { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }

    private static func atMost(_ events: Int, mean: Double) -> Double {
        var term = exp(-mean)
        var sum = term
        for count in stride(from: 1, through: events, by: 1) {
            term *= mean / Double(count)
            sum += term
        }
        return sum
    }
}
