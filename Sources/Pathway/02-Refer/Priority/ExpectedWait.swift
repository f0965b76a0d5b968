/// How long somebody may expect to wait for a place, from how often places came lately.
///
/// Places are taken to come at a steady average rate. Given `places` in `weeks`, the number that come in the next `t`
/// weeks is negative binomial with `places` and `weeks / (weeks + t)`; whoever stands at place `k` is served once `k`
/// have come. People who leave the list ahead make it shorter, which is not counted on.
package struct ExpectedWait: Hashable, Sendable {
    /// Half of those at this place wait no longer, in whole weeks.
    package let middle: Int
    /// One in ten waits no longer than this.
    package let low: Int
    /// Nine in ten wait no longer than this.
    package let high: Int
    /// Places that came in the weeks looked at.
    package let places: Int
    package let weeks: Int

    /// The longest wait that is worked out, in weeks; beyond it nothing useful can be said.
    package static let longest = 520

    /// The wait at a place in the list, 1 for the next; nil where no place came lately, or it would be over ten years.
    package init?(atPlace place: Int, places: Int, inWeeks weeks: Int) {
        guard place > 0, places > 0, weeks > 0 else { return nil }
        var found: [Int] = []
        for share in [0.1, 0.5, 0.9] {
            let enough = (1...ExpectedWait.longest).first {
                ExpectedWait.chance(place, places: places, weeks: weeks, within: $0) >= share
            }
            guard let enough else { return nil }
            found.append(enough)
        }
        self.places = places
        self.weeks = weeks
        (low, middle, high) = (found[0], found[1], found[2])
    }

    /// The chance that `place` places come within `t` weeks, given that `places` came in `weeks`.
    static func chance(_ place: Int, places: Int, weeks: Int, within t: Int) -> Double {
        let stay = Double(weeks) / Double(weeks + t)
        let come = 1 - stay
        var term = 1.0
        for _ in 0..<places { term *= stay }
        var fewer = 0.0
        for count in 0..<place {
            fewer += term
            term *= Double(places + count) / Double(count + 1) * come
        }
        return 1 - min(1, fewer)
    }

    /// In words, as `About 5 weeks; 8 in 10 wait 2 to 9 weeks`, with the places it goes by.
    package var words: String {
        "About \(ExpectedWait.weeks(middle)); 8 in 10 wait \(low) to \(ExpectedWait.weeks(high)). "
            + "\(places) \(places == 1 ? "place" : "places") came in the last \(weeks) weeks."
    }

    private static func weeks(_ number: Int) -> String { number == 1 ? "1 week" : "\(number) weeks" }
}
