/// The sign test of paired changes: how surprising the split of ups and downs would be if both were as likely.
package struct SignTest: Hashable, Sendable {
    /// Changes above nought.
    package let positive: Int
    /// Changes below nought.
    package let negative: Int
    /// Changes of nought; not tested.
    package let same: Int

    package init(_ changes: [Double]) {
        positive = changes.count { $0 > 0 }
        negative = changes.count { $0 < 0 }
        same = changes.count - positive - negative
    }

    /// Exact two-sided p from the binomial distribution; 1 where nothing changed.
    package var p: Double {
        let count = positive + negative
        let fewer = min(positive, negative)
        guard 2 * fewer < count else { return 1 }
        var term = SignTest.probability(of: fewer, in: count)
        var sum = term
        for hits in stride(from: fewer, to: 0, by: -1) {
            term *= Double(hits) / Double(count - hits + 1)
            sum += term
        }
        return min(1, 2 * sum)
    }

    /// The probability of so many heads in so many throws, halved on the way so that it stays in range.
    private static func probability(of hits: Int, in count: Int) -> Double {
        var value = 1.0
        var halvings = count
        for step in stride(from: 1, through: hits, by: 1) {
            value *= Double(count - hits + step) / Double(step)
            while value > 1, halvings > 0 {
                value /= 2
                halvings -= 1
            }
        }
        return Double(sign: .plus, exponent: -halvings, significand: value)
    }
}
