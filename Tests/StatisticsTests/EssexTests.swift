import Statistics
import Testing

/// The 171 pairs of Essex: every statistic of methods.md 1.6, and of the expected figures to the last digits.
@Suite struct EssexTests {
    let pairs: [ScorePair]

    init() throws {
        pairs = try fixture("essex_sdq_171.csv").map { row in
            ScorePair(
                before: try #require(row["pre_total"].flatMap(Double.init)),
                after: try #require(row["post_total"].flatMap(Double.init))
            )
        }
    }

    @Test func theScoresBeforeAndAfter() {
        let before = Sample(pairs.map(\.before))
        let after = Sample(pairs.map(\.after))
        #expect(before.count == 171 && before.values.reduce(0, +) == 3835)
        #expect(after.count == 171 && after.values.reduce(0, +) == 3046)
        #expect(agrees(before.mean, 22.426900584795323))
        #expect(agrees(before.standardDeviation, 6.28061267960658))
        #expect(agrees(after.mean, 17.81286549707602))
        #expect(agrees(after.standardDeviation, 7.084370409116626))
    }

    @Test func thePairedTest() throws {
        let change = PairedChange(pairs)
        #expect(change.count == 171)
        #expect(agrees(change.mean, 4.614035087719298))
        #expect(agrees(change.standardDeviation, 6.056851402866729))
        #expect(agrees(change.interval?.low, 3.6997119968223227))
        #expect(agrees(change.interval?.high, 5.528358178616273))
        #expect(agrees(change.t, 9.961667208708528))
        #expect(agrees(change.p, 1.0606971198999375e-18))
        #expect(abs(try #require(change.correlation) - 0.59501) < 0.000005)
    }

    @Test func theEffectSizes() throws {
        let effect = PairedChange(pairs).effect
        #expect(agrees(effect.average, 0.6892210505924725))
        #expect(agrees(effect.glass, 0.7346472904946468))
        #expect(abs(try #require(effect.change) - 0.7618) < 0.00005)
        let r = try #require(PairedChange(pairs).correlation)
        #expect(agrees(effect.repeatedMeasures, try #require(effect.change) * (2 * (1 - r)).squareRoot()))
        #expect(agrees(effect.hedges, 0.6892210505924725 * (1 - 3.0 / 679)))
    }

    // scipy.stats.wilcoxon(pre, post, correction=False, mode="approx")
    @Test func theSignedRanks() throws {
        let ranks = SignedRank(pairs.map(\.change))
        #expect(ranks.positive == 11014.5 && ranks.negative == 1705.5 && ranks.count == 159)
        #expect(abs(try #require(ranks.z) - -8.0119) < 0.00005)
        #expect(abs(try #require(ranks.rankBiserial) - 0.7318) < 0.00005)
        #expect(agrees(ranks.p, 1.129445363237216e-15, within: 1e-12))
    }

    @Test func theReliableChanges() {
        let reliable = ReliableChange(pairs, threshold: 7, clinicalFrom: 17)
        #expect(reliable.improved == 64 && reliable.worse == 5 && reliable.recovered == 29)
        #expect(reliable.improved + reliable.worse + reliable.unchanged == 171)
    }
}
