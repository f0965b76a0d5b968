/// How small counts of people are kept from being published or worked out.
package struct DisclosurePolicy: Hashable, Sendable {
    /// The largest count that is too small to show.
    package let threshold: Int
    /// Whether nought is shown as nought: it says nothing about anybody, but tells that a hidden count is at least 1.
    package let showsNought: Bool
    /// What shown counts are rounded to, half up; 1 leaves them as they are.
    package let rounding: Int
    /// How far apart the lowest and highest number must lie that a hidden count could be.
    package let spread: Int

    package init(threshold: Int = 5, showsNought: Bool = true, rounding: Int = 1, spread: Int? = nil) {
        self.threshold = max(1, threshold)
        self.showsNought = showsNought
        self.rounding = max(1, rounding)
        self.spread = max(1, spread ?? self.threshold + 1)
    }

    /// The lowest number that a hidden count can be, as everybody knows who knows the policy.
    var least: Int { showsNought ? 1 : 0 }

    /// Whether a count is hidden for its own sake: it is small, or leaves few or none of those it could be.
    package func isSmall(_ count: Int, of most: Int? = nil) -> Bool {
        if (least...threshold).contains(count) { return true }
        guard let most, count > 0 else { return false }
        return most - count <= threshold
    }

    /// A shown count as it is printed.
    package func rounded(_ count: Int) -> Int {
        (2 * count + rounding) / (2 * rounding) * rounding
    }
}
