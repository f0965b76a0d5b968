import Statistics
import Testing

@Suite struct PairedChangeTests {
    func pairs(_ before: [Double], _ after: [Double]) -> [ScorePair] {
        zip(before, after).map { ScorePair(before: $0, after: $1) }
    }

    @Test func ofNoPairsThereIsNothingToSay() {
        let change = PairedChange([])
        #expect(change.count == 0 && change.mean == nil && change.standardDeviation == nil)
        #expect(change.interval == nil && change.t == nil && change.p == nil && change.correlation == nil)
        #expect(change.effect.average == nil && change.effect.glass == nil && change.effect.hedges == nil)
    }

    @Test func onePairHasAMeanOnly() {
        let change = PairedChange(pairs([20], [12]))
        #expect(change.mean == 8 && change.standardDeviation == nil && change.t == nil && change.p == nil)
        #expect(change.effect.average == nil && change.effect.glass == nil && change.effect.change == nil)
    }

    @Test func changesThatAreAllTheSameHaveNoTButAnEffect() throws {
        let change = PairedChange(pairs([20, 22, 24], [15, 17, 19]))
        #expect(change.mean == 5 && change.standardDeviation == nil && change.interval == nil && change.t == nil)
        #expect(change.effect.average == 2.5 && change.effect.glass == 2.5 && change.effect.change == nil)
        #expect(agrees(change.correlation, 1))
    }

    @Test func scoresBeforeThatAreAllTheSameLeaveTheAverageVariance() throws {
        let change = PairedChange(pairs([20, 20], [10, 12]))
        #expect(change.effect.glass == nil && change.correlation == nil)
        #expect(agrees(change.effect.average, 9))
    }

    /// methods.md 1.6: with the printed spreads and a correlation, s_d² = s_x² + s_y² - 2 r s_x s_y.
    @Test func theSpreadOfTheChangesFollowsFromTheCorrelation() throws {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<100 {
            let before = (0..<30).map { _ in Double(Int.random(in: 0...40, using: &generator)) }
            let after = before.map { $0 / 2 + Double(Int.random(in: 0...20, using: &generator)) }
            let change = PairedChange(pairs(before, after))
            let x = try #require(Sample(before).variance)
            let y = try #require(Sample(after).variance)
            let r = try #require(change.correlation)
            let spread = try #require(change.standardDeviation)
            #expect(agrees(spread * spread, x + y - 2 * r * (x * y).squareRoot(), within: 1e-10))
            #expect((-1...1).contains(r))
        }
    }

    @Test func swappingBeforeAndAfterTurnsTheSign() throws {
        let one = PairedChange(pairs([20, 25, 30, 18], [18, 20, 31, 10]))
        let other = PairedChange(pairs([18, 20, 31, 10], [20, 25, 30, 18]))
        #expect(try #require(one.t) == -(try #require(other.t)))
        #expect(one.p == other.p)
        #expect(try #require(one.interval?.low) == -(try #require(other.interval?.high)))
    }

    @Test func theIntervalHoldsNoughtExactlyWhenPIsAboveFivePercent() throws {
        var generator = SeededGenerator(seed: 5)
        var holding = 0
        for _ in 0..<300 {
            let before = (0..<8).map { _ in Double(Int.random(in: 0...40, using: &generator)) }
            let after = (0..<8).map { _ in Double(Int.random(in: 0...34, using: &generator)) }
            let change = PairedChange(pairs(before, after))
            let interval = try #require(change.interval)
            let p = try #require(change.p)
            #expect(interval.contains(0) == (p > 0.05))
            holding += interval.contains(0) ? 1 : 0
        }
        #expect(holding > 10 && holding < 290)
    }
}
