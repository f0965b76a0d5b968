package import Assess
package import Statistics
package import Values

/// What became of one area over the families of a cohort.
package struct DistanceArea: Sendable {
    /// The middle of the levels, and what half of them lie between.
    package struct Levels: Sendable, Hashable {
        package let count: Int
        package let low: Double
        package let median: Double
        package let high: Double

        init?(_ levels: [Decimal]) {
            let sample = Sample(levels.map(\.double))
            guard let low = sample.quantile(0.25), let median = sample.median, let high = sample.quantile(0.75) else {
                return nil
            }
            count = levels.count
            self.low = low
            self.median = median
            self.high = high
        }
    }

    package let area: Item
    package let start: Levels?
    /// At the first review, of the families that had one.
    package let first: Levels?
    package let latest: Levels?
    package let better: Int
    package let same: Int
    package let worse: Int
    /// Families with room to improve at the start.
    package let withRoom: Int
    /// Of those, the ones that are better now.
    package let withRoomBetter: Int
    /// Of those, the ones among the best two levels now.
    package let withRoomLowNow: Int
    /// Families with a level at the first review.
    package let firstReviews: Int
    /// Of those, the ones that were worse there than at the start.
    package let rose: Int
    /// Of those, the ones that are better than there by now.
    package let roseThenFell: Int
    /// Mean change in levels, better above nought; beside the counts, never instead of them.
    package let meanChange: Double?
    /// Of the changes, better above nought.
    package let sign: SignTest
    package let ranks: SignedRank
    /// The sign test's p, adjusted for the number of areas tested.
    package internal(set) var adjustedP: Double

    package var paired: Int { better + same + worse }
    /// Better less worse.
    package var net: Int { better - worse }
    package var improved: Share { Share(withRoomBetter, of: withRoom) }

    init(_ area: Item, _ paths: [DistanceCohort.Path], _ direction: Direction) {
        let changes = paths.map { path in
            let fall = path.start.double - path.latest.double
            return direction == .lowerIsBetter ? fall : -fall
        }
        self.area = area
        start = Levels(paths.map(\.start))
        first = Levels(paths.compactMap(\.first))
        latest = Levels(paths.map(\.latest))
        better = paths.count { $0.change.movement == .better }
        same = paths.count { $0.change.movement == .same }
        worse = paths.count { $0.change.movement == .worse }
        let room = paths.filter(\.change.hadRoom)
        withRoom = room.count
        withRoomBetter = room.count { $0.change.movement == .better }
        withRoomLowNow = room.count(where: \.change.isLowNow)
        firstReviews = paths.count { $0.first != nil }
        rose = paths.count(where: \.change.roseAtFirst)
        roseThenFell = paths.count(where: \.roseThenFell)
        meanChange = Sample(changes).mean
        sign = SignTest(changes)
        ranks = SignedRank(changes)
        adjustedP = sign.p
    }
}
