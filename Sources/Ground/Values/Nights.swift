/// A run of nights, `[from, until)`: the night of `from` is in it, the night of `until` is not.
///
/// A stay or a case covers the nights from its start to its end; without an end it is still going on.
package struct Nights: Hashable, Sendable {
    package let from: Day
    /// The first day whose night is outside, or nil while it goes on.
    package let until: Day?

    @inlinable package init(from: Day, until: Day?) {
        self.from = from
        self.until = until
    }

    /// Whether it is running on the day: `from <= day` and not (`until <= day`).
    @inlinable package func contains(_ day: Day) -> Bool {
        guard from <= day else { return false }
        guard let until else { return true }
        return until > day
    }

    /// How many of its nights lie in `[start, end)`; never negative.
    @inlinable package func count(from start: Day, until end: Day) -> Int {
        let first = max(from, start)
        let last = until.map { min($0, end) } ?? end
        return max(0, last - first)
    }
}
