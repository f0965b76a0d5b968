#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// How much weight a pair can still gain, so that one that can no longer reach the least is given up early.
///
/// The weight of a pair is never above what it would be were all others strangers, nor above what it would be were they
/// all people of one household. Both are followed comparison by comparison, the most telling first.
final class Prospects: @unchecked Sendable {
    /// A rounding error of this size gives up no pair.
    private static let slack = 1e-6

    let steps: Int
    /// The comparisons in the order in which they are asked.
    let order: UnsafePointer<Int32>
    /// What a level adds to either bound, sixteen for each comparison.
    let againstStrangers: UnsafePointer<Double>
    let againstHousehold: UnsafePointer<Double>
    /// What the bounds must reach after each step for the pair to have a prospect.
    let needStrangers: UnsafePointer<Double>
    let needHousehold: UnsafePointer<Double>

    init(_ weights: MatchWeights, _ adjuster: Adjuster, least: Double) {
        let count = weights.m.count
        let gains = weights.gains(most: adjuster.most)
        let order = (0..<count).sorted { (gains.drop[$0], $0) < (gains.drop[$1], $1) }
        var needs = (strangers: [Double](), household: [Double]())
        for step in order.indices {
            let rest = order[(step + 1)...]
            let best = { (gains: [Double]) in
                rest.reduce(0.0) { $0 + (gains[$1 * 16..<$1 * 16 + weights.m[$1].count].max() ?? 0) }
            }
            needs.strangers.append(least - Prospects.slack - best(gains.strangers) - weights.priorWeight)
            let prior = weights.householdWeight ?? .infinity
            needs.household.append(least - Prospects.slack - best(gains.household) - prior)
        }
        steps = count
        self.order = .copy(of: order.map { Int32(truncatingIfNeeded: $0) })
        againstStrangers = .copy(of: gains.strangers)
        againstHousehold = .copy(of: gains.household)
        needStrangers = .copy(of: needs.strangers)
        needHousehold = .copy(of: needs.household)
    }

    deinit {
        order.deallocate()
        againstStrangers.deallocate()
        againstHousehold.deallocate()
        needStrangers.deallocate()
        needHousehold.deallocate()
    }
}

extension MatchWeights {
    /// What each level adds to a pair's weight against strangers, at most, and against people of its household; and how
    /// much a comparison takes from the weight of two people of one household, as expected.
    fileprivate func gains(
        most: (_ comparison: Int, _ level: Int) -> Double
    ) -> (strangers: [Double], household: [Double], drop: [Double]) {
        var strangers = [Double](repeating: 0, count: m.count * 16)
        var household = strangers
        var drop = [Double](repeating: 0, count: m.count)
        for comparison in m.indices {
            for level in m[comparison].indices {
                let others = householdWeight == nil ? u[comparison][level] : h[comparison][level]
                let place = comparison * 16 + level
                strangers[place] = m[comparison][level] - u[comparison][level] + most(comparison, level)
                household[place] = m[comparison][level] - h[comparison][level]
                drop[comparison] += others == 0 ? 0 : exp2(others) * (m[comparison][level] - others)
            }
        }
        return (strangers, household, drop)
    }
}
