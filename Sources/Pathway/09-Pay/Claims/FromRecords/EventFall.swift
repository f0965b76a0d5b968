import Records

/// Events in as many months before a member's start as before the day it is judged on.
struct EventFall: Hashable, Sendable {
    var before: Int
    var after: Int

    /// Whether they fell by so many per cent; it did not apply where there were none before.
    func standing(reducedPercent percent: Int) -> CriterionStanding {
        guard before > 0 else { return .neutral }
        return after * 100 <= before * (100 - percent) ? .met : .notMet
    }
}
