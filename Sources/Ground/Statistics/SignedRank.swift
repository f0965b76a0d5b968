#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Wilcoxon's signed-rank test of paired changes; changes of nought are left out.
package struct SignedRank: Sendable {
    /// Changes other than nought.
    package let count: Int
    /// Sum of the ranks of the changes above nought.
    package let positive: Double
    /// Sum of the ranks of the changes below nought.
    package let negative: Double
    /// The smaller sum less its expectation, over its standard deviation corrected for ties; nil without changes.
    package let z: Double?
    /// Two-sided p: exact up to 25 changes without ties, else from `z` without continuity correction.
    package let p: Double?

    package init(_ changes: [Double]) {
        let moved = changes.filter { $0 != 0 }.sorted { $0.magnitude < $1.magnitude }
        var positive = 0.0
        var negative = 0.0
        var ties = 0.0
        var start = 0
        while start < moved.count {
            var end = start + 1
            while end < moved.count, moved[end].magnitude == moved[start].magnitude { end += 1 }
            let rank = Double(start + 1 + end) / 2
            for change in moved[start..<end] {
                if change > 0 { positive += rank } else { negative += rank }
            }
            let run = Double(end - start)
            ties += run * run * run - run
            start = end
        }
        let n = Double(moved.count)
        let variance = n * (n + 1) * (2 * n + 1) / 24 - ties / 48
        let smaller = min(positive, negative)
        count = moved.count
        self.positive = positive
        self.negative = negative
        z = variance > 0 ? (smaller - n * (n + 1) / 4) / variance.squareRoot() : nil
        if (1...25).contains(moved.count), ties == 0 {
            p = SignedRank.exact(atMost: Int(smaller), of: moved.count)
        } else {
            p = z.map { 2 * Normal.cumulative(-$0.magnitude) }
        }
    }

    /// The matched rank-biserial correlation: the ranks in favour less those against, over all; nil without changes.
    package var rankBiserial: Double? {
        count == 0 ? nil : (positive - negative) / (positive + negative)
    }

    /// Twice the probability of a rank sum so small: among all 2ⁿ ways to sign the ranks, how many reach no more.
    private static func exact(atMost sum: Int, of count: Int) -> Double {
        var ways = [Double](repeating: 0, count: count * (count + 1) / 2 + 1)
        ways[0] = 1
        for rank in 1...count {
            for total in stride(from: ways.count - 1, through: rank, by: -1) {
                ways[total] += ways[total - rank]
            }
        }
        return min(1, 2 * ways[0...sum].reduce(0, +) / pow(2, Double(count)))
    }
}
