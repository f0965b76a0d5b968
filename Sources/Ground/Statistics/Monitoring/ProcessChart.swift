/// Values of a measure in order of time, and which of them chance alone does not explain (an XmR chart).
///
/// Source: NHS England, Making Data Count, as the package NHSRplotthedots computes it. Each stretch between breaks has its
/// own limits, and its points are judged by these alone.
package struct ProcessChart: Hashable, Sendable {
    /// Which way is better.
    package enum Direction: String, CaseIterable, Sendable {
        case up
        case down
        /// Neither: a change is worth knowing all the same.
        case neither
    }

    /// Why chance does not explain a point; of several the first here.
    package enum Cause: String, CaseIterable, Sendable {
        /// Beyond a process limit.
        case outside
        /// One of seven that rise, or fall, one after the other.
        case trend
        /// One of two among three on one side of the mean that lie beyond a near limit.
        case twoInThree = "two_in_three"
        /// One of seven in a row on one side of the mean.
        case shift
    }

    /// What a point says.
    package enum Signal: String, CaseIterable, Sendable {
        case usual
        case improvement
        case concern
        /// Unusually high, where neither way is better.
        case high
        /// Unusually low, where neither way is better.
        case low
    }

    package struct Point: Hashable, Sendable {
        package let value: Double
        /// Which stretch it lies in, from 0.
        package let stretch: Int
        /// Nil where chance explains it.
        package let cause: Cause?
        package let signal: Signal
    }

    package let points: [Point]
    /// The limits of each stretch.
    package let limits: [ProcessLimits]
    package let direction: Direction

    /// Judges the values.
    ///
    /// A new stretch begins at each of the positions `breaks`. With `baseline`, the limits of a stretch stand on its first
    /// so many points alone.
    package init(
        _ values: [Double],
        better direction: Direction,
        breaks: Set<Int> = [],
        baseline: Int? = nil,
        screened: Bool = true
    ) {
        var points: [Point] = []
        var limits: [ProcessLimits] = []
        var start = 0
        while start < values.count {
            let end = (start + 1..<values.count).first { breaks.contains($0) } ?? values.count
            let stretch = Array(values[start..<end])
            let base = stretch.prefix(max(1, baseline ?? stretch.count))
            guard let own = ProcessLimits(base, screened: screened) else { break }
            for found in ProcessRules(stretch, own).causes().enumerated() {
                points.append(
                    Point(
                        value: stretch[found.offset],
                        stretch: limits.count,
                        cause: found.element?.cause,
                        signal: ProcessChart.signal(found.element?.isUp, direction)
                    )
                )
            }
            limits.append(own)
            start = end
        }
        self.points = points
        self.limits = limits
        self.direction = direction
    }

    private static func signal(_ isUp: Bool?, _ direction: Direction) -> Signal {
        guard let isUp else { return .usual }
        switch direction {
        case .up: return isUp ? .improvement : .concern
        case .down: return isUp ? .concern : .improvement
        case .neither: return isUp ? .high : .low
        }
    }
}

extension ProcessChart {
    /// Whether the process as it stands will meet a target.
    package enum Assurance: String, CaseIterable, Sendable {
        case willMeet = "will_meet"
        case willMiss = "will_miss"
        /// The target lies between the limits: chance decides.
        case mayMeet = "may_meet"
    }

    /// Held against a target by the latest limits; nil without points, or where neither way is better.
    package func assurance(target: Double) -> Assurance? {
        guard let last = limits.last, direction != .neither else { return nil }
        if target > last.upper { return direction == .up ? .willMiss : .willMeet }
        if target < last.lower { return direction == .up ? .willMeet : .willMiss }
        return .mayMeet
    }

    /// Whether the latest limits stand on too few points to be relied on.
    package var hasTrialLimits: Bool { limits.last?.isTrial ?? true }
}
