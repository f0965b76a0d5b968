/// What a figure's movement or its distance from a target amounts to, once chance is allowed for.
package enum Verdict: Sendable, Hashable, CaseIterable {
    case improving, worsening, noSignificantChange
    case meetsTarget, missesTarget, mayMeetTarget
    case tooFewToSay

    package var words: String {
        switch self {
        case .improving: "Improving"
        case .worsening: "Worsening"
        case .noSignificantChange: "No significant change"
        case .meetsTarget: "Meets target"
        case .missesTarget: "Misses target"
        case .mayMeetTarget: "May or may not meet target"
        case .tooFewToSay: "Too few to say"
        }
    }

    /// A shape beside the words, so that colour is never alone.
    package var mark: String {
        switch self {
        case .improving, .meetsTarget: "▲"
        case .worsening, .missesTarget: "◆"
        case .noSignificantChange, .mayMeetTarget, .tooFewToSay: "●"
        }
    }

    /// Whether an interval lies on the good side of a target, on the bad side, or across it.
    package static func against(
        target: Double,
        low: Double?,
        high: Double?,
        higherIsBetter: Bool = true
    ) -> Verdict {
        guard let low, let high else { return .tooFewToSay }
        if low >= target { return higherIsBetter || high == target ? .meetsTarget : .missesTarget }
        if high <= target { return higherIsBetter ? .missesTarget : .meetsTarget }
        return .mayMeetTarget
    }

    /// What became of a figure between two intervals: they must not overlap for a change to be called one.
    ///
    /// Stricter than a test of the difference, so that a change is never called too soon.
    package static func change(
        from before: ClosedRange<Double>?,
        to after: ClosedRange<Double>?,
        higherIsBetter: Bool = true
    ) -> Verdict {
        guard let before, let after else { return .tooFewToSay }
        if after.lowerBound > before.upperBound { return higherIsBetter ? .improving : .worsening }
        if after.upperBound < before.lowerBound { return higherIsBetter ? .worsening : .improving }
        return .noSignificantChange
    }
}
