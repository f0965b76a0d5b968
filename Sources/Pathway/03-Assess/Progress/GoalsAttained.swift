package import Records
package import Values

/// How far the goals of a case were reached: counts, and what part of those that were settled.
///
/// Dropped goals are told apart, so that leaving a goal out cannot make the share better unseen.
package struct GoalsAttained: Hashable, Sendable {
    package private(set) var achieved = 0
    package private(set) var partly = 0
    package private(set) var notAchieved = 0
    package private(set) var dropped = 0
    package private(set) var open = 0

    package init(_ goals: [Goal]) {
        for goal in goals {
            switch goal.outcome {
            case .achieved: achieved += 1
            case .partly: partly += 1
            case .notAchieved: notAchieved += 1
            case .dropped: dropped += 1
            case .open: open += 1
            }
        }
    }

    /// Goals that were achieved in full, of those achieved, partly achieved or not.
    package var share: Share { Share(achieved, of: achieved + partly + notAchieved) }
}
