import Statistics
import Testing

@Suite struct RankTests {
    // scipy.stats.wilcoxon(changes, mode="exact").pvalue
    @Test(arguments: [
        ([1.5, -2, 3, 4, -0.5, 6, 7.5, 8], 0.0546875),
        (
            [1, 2, 3, 4, 5, -6, 7, 8, 9, 10, 11, 12, -13, 14, 15, 16, 17, 18, 19, 20.5, 21, 22, 23, 24, 25],
            1.8298625946044922e-05
        ),
    ])
    func smallSamplesWithoutTiesAreExact(changes: [Double], p: Double) {
        #expect(agrees(SignedRank(changes).p, p))
    }

    @Test func changesOfNoughtAreLeftOutAndTiesShareTheirRanks() {
        let ranks = SignedRank([0, 2, -2, 5, 0])
        #expect(ranks.count == 3 && ranks.positive == 4.5 && ranks.negative == 1.5)
        #expect(ranks.rankBiserial == 0.5)
    }

    @Test func withoutChangesThereIsNothingToTest() {
        let ranks = SignedRank([0, 0])
        #expect(ranks.count == 0 && ranks.z == nil && ranks.p == nil && ranks.rankBiserial == nil)
    }

    @Test func theRankSumsAddUp() {
        var generator = SeededGenerator(seed: 23)
        for _ in 0..<300 {
            let changes = (0..<Int.random(in: 1...40, using: &generator))
                .map { _ in Double(Int.random(in: -9...9, using: &generator)) }
            let ranks = SignedRank(changes)
            let n = Double(ranks.count)
            #expect(ranks.positive + ranks.negative == n * (n + 1) / 2)
            #expect(ranks.p.map { (0...1).contains($0) } ?? (n == 0))
            let turned = SignedRank(changes.map { -$0 })
            #expect(turned.positive == ranks.negative && turned.p == ranks.p)
        }
    }

    // scipy.stats.binomtest(fewer, fewer + more).pvalue
    @Test(arguments: [
        (9, 0, 0.00390625), (2, 7, 0.1796875), (3, 168, 5.5694536475959154e-46), (400, 600, 2.728464156065947e-10),
        (5, 5, 1), (0, 0, 1), (0, 1, 1),
    ])
    func theSignTestIsExact(positive: Int, negative: Int, p: Double) {
        let changes = Array(repeating: 1.0, count: positive) + Array(repeating: -2.0, count: negative) + [0, 0]
        let test = SignTest(changes)
        #expect(test.positive == positive && test.negative == negative && test.same == 2)
        #expect(agrees(test.p, p, within: 1e-12))
    }

    /// The worked example of methods.md 3: housing, twelve families, baseline and second review.
    @Test func distanceTravelled() throws {
        let baseline = [4, 3, 5, 2, 4, 3, 4, 5, 3, 2, 4, 1]
        let review = [2, 2, 4, 2, 3, 3, 1, 3, 2, 1, 3, 1]
        let changes = zip(baseline, review).map { Double($0 - $1) }
        let test = SignTest(changes)
        #expect(test.positive == 9 && test.same == 3 && test.negative == 0)
        #expect(abs(test.p - 0.0039) < 0.00005)
        #expect(SignedRank(changes).rankBiserial == 1)
        #expect(Sample(baseline).median == 3.5 && Sample(review).median == 2)
        #expect(abs(try #require(Sample(changes).mean) - 1.08) < 0.005)
    }
}
