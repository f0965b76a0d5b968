#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The share to whom something has not happened yet, by time since the start (Kaplan and Meier).
///
/// Events come before endings of watching on the same day. What competes is counted as an end of watching here; the share
/// to whom the event does happen among all is `CumulativeIncidence`. Sources: Kaplan and Meier, *J. Am. Stat. Assoc.* 53
/// (1958), 457-481; Greenwood (1926).
package struct SurvivalCurve: Hashable, Sendable {
    /// A day on which it happened to somebody.
    package struct Step: Hashable, Sendable {
        package let days: Double
        /// Watched, and without it, until then.
        package let atRisk: Int
        package let events: Int
        /// The share without it after that day.
        package let share: Double
        /// Greenwood's standard error of the share.
        package let standardError: Double
    }

    package let count: Int
    package let steps: [Step]
    /// The longest anybody was watched; nil of nobody.
    package let longest: Double?

    package init(_ waits: [Waiting]) {
        count = waits.count
        longest = waits.map(\.days).max()
        var steps: [Step] = []
        var share = 1.0
        var sum = 0.0
        for day in SurvivalCurve.days(waits) {
            let (events, atRisk) = (Double(day.events), Double(day.atRisk))
            share *= 1 - events / atRisk
            sum += day.events == day.atRisk ? 0 : events / (atRisk * (atRisk - events))
            steps.append(
                Step(
                    days: day.days,
                    atRisk: day.atRisk,
                    events: day.events,
                    share: share,
                    standardError: share * sum.squareRoot()
                )
            )
        }
        self.steps = steps
    }

    /// The share without it after so many days.
    package func share(after days: Double) -> Double {
        step(after: days)?.share ?? 1
    }

    /// Greenwood's standard error of the share after so many days.
    package func standardError(after days: Double) -> Double {
        step(after: days)?.standardError ?? 0
    }

    /// The interval of the share after so many days, made on the scale of log(-log); nil where the share is 0 or 1.
    package func interval(after days: Double, confidence: Double = 0.95) -> Interval? {
        guard let step = step(after: days), step.share > 0, step.share < 1 else { return nil }
        let z = Normal.criticalValue(confidence: confidence)
        let reach = z * step.standardError / (step.share * log(step.share).magnitude)
        return Interval(low: pow(step.share, exp(reach)), high: pow(step.share, exp(-reach)))
    }

    /// The first day after which at most half are without it; nil where more than half still are.
    package var median: Double? { quantile(0.5) }

    /// The first day by which it had happened to at least the share; nil where it has not to so many.
    package func quantile(_ happened: Double) -> Double? {
        // What is left is a product of quotients: a last digit must not decide.
        steps.first { $0.share <= 1 - happened + 1e-12 }?.days
    }

    /// Mean days without it, of the first `limit`: the area below the curve.
    package func meanDays(within limit: Double) -> Double {
        var sum = 0.0
        var (since, share) = (0.0, 1.0)
        for step in steps where step.days < limit {
            sum += share * (step.days - since)
            (since, share) = (step.days, step.share)
        }
        return sum + share * (limit - since)
    }

    private func step(after days: Double) -> Step? {
        steps.last { $0.days <= days }
    }
}

extension SurvivalCurve {
    /// A day on which something happened, and who was watched until then.
    struct EventDay {
        let days: Double
        let atRisk: Int
        let events: Int
        let competing: Int
    }

    /// The days with an event in order; those with competing ones alone as well where they are asked for.
    static func days(_ waits: [Waiting], withCompeting: Bool = false) -> [EventDay] {
        let sorted = waits.sorted { $0.days < $1.days }
        var found: [EventDay] = []
        var start = 0
        while start < sorted.count {
            var end = start
            while end < sorted.count, sorted[end].days == sorted[start].days { end += 1 }
            let events = sorted[start..<end].count { $0.end == .event }
            let competing = sorted[start..<end].count { $0.end == .competing }
            if events > 0 || withCompeting && competing > 0 {
                found.append(
                    EventDay(
                        days: sorted[start].days,
                        atRisk: sorted.count - start,
                        events: events,
                        competing: competing
                    )
                )
            }
            start = end
        }
        return found
    }
}
