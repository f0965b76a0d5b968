import Testing

@testable import Linkage

@Suite struct MatchWeightTests {
    /// Agreeing where m is above u never lowers a weight, and disagreeing where it is below never raises it.
    @Test func aLevelMovesTheWeightTheWayItsProbabilitiesSay() throws {
        var options = LinkageOptions()
        options.trains = true
        let rows = Town(households: 150, seed: 11).rows
        let model = try Linker.link(Town.columns(rows), by: .town(household: false), options: options).model
        let weights = try MatchWeights(model)
        var dice = Town.Dice(state: 9)
        for _ in 0..<500 {
            var pattern: UInt64 = 0
            for (index, comparison) in model.comparisons.enumerated() {
                pattern |= UInt64(dice.next(comparison.levels.count)) << UInt64(index * 4)
            }
            for (index, comparison) in model.comparisons.enumerated() {
                let without = pattern & ~(15 << UInt64(index * 4))
                for (level, own) in comparison.levels.enumerated() where !own.isMissing {
                    let with = without | UInt64(level) << UInt64(index * 4)
                    let gain = weights.weight(with, adjustment: 0) - weights.weight(without, adjustment: 0)
                    let m = try #require(own.m)
                    let u = try #require(own.u)
                    #expect(m >= u ? gain >= -1e-9 : gain <= 1e-9)
                }
            }
        }
    }

    @Test(arguments: [0.01, 0.3, 0.5, 0.95, 0.999999])
    func probabilityAndWeightAreInverse(probability: Double) {
        let weight = MatchWeights.weight(ofProbability: probability)
        #expect(abs(MatchWeights.probability(weight) - probability) < 1e-12)
    }

    /// Prior one in a thousand, m of 0.9 over u of 0.001, no household: 10 bits against and 9.8 for.
    @Test func theWeightIsThePriorAndTheEvidence() throws {
        var model = LinkageModel.town(household: false)
        model.prior = 0.001
        model.comparisons = [
            Comparison(
                name: "dob",
                levels: [
                    ComparisonLevel(label: "same", test: .when(.agree("dob")), m: 0.9, u: 0.001),
                    ComparisonLevel(label: "different", test: .otherwise, m: 0.1, u: 0.999),
                ]
            )
        ]
        let weights = try MatchWeights(model)
        #expect(abs(weights.weight(0, adjustment: 0) - (-9.964340867792417 + 9.813781191217037)) < 1e-9)
        #expect(abs(weights.weight(1, adjustment: 0) - (-9.964340867792417 - 3.3204846780176935)) < 1e-9)
    }
}
