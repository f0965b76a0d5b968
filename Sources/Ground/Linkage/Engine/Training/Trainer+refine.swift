import Values

extension Trainer {
    /// Goes over every pair that is compared with what is known so far, and takes m anew from it.
    ///
    /// A session sees only pairs that agree in what it blocks on, and where families share names and addresses it takes
    /// brothers for one person. With households known that is put right: each pair counts as one person with the
    /// probability it has, whatever rule brought it here. What is learnt of the person changes what is learnt of
    /// households, so both are done by turns.
    mutating func refine(_ pairs: CandidatePairs, rounds: Int) throws(LinkageFault) {
        guard let stage = model.household else { return }
        for _ in 0..<rounds {
            let weights = try MatchWeights(model)
            let expected = expectedLevels(pairs, weights)
            for comparison in model.comparisons.indices {
                let m = Trainer.shares(
                    of: Array(expected.levels[comparison * 16..<comparison * 16 + 16]),
                    missing: missing[comparison],
                    fixed: fixed[comparison],
                    keeping: model.comparisons[comparison].levels.map { $0.m ?? 0 }
                )
                for level in m.indices where !missing[comparison][level] {
                    model.comparisons[comparison].levels[level].m = m[level]
                }
            }
            model.prior = max(expected.matches, 1) / profiles.possiblePairs
            try findH(stage)
        }
    }

    private struct Expected {
        var levels: [Double]
        var matches = 0.0
    }

    /// Pairs of one person at each level, as expected.
    private func expectedLevels(_ pairs: CandidatePairs, _ weights: MatchWeights) -> Expected {
        let width = model.comparisons.count
        let empty = Expected(levels: [Double](repeating: 0, count: width * 16))
        let parts = Parts.map(pairs.pairs.count, size: 1 << 17) { range in
            var sum = empty
            for pair in pairs.pairs[range] {
                let weight = weights.weight(pair.pattern, adjustment: pair.adjustment)
                let chance = MatchWeights.probability(weight)
                guard chance > 1e-6 else { continue }
                let expected = chance * Double(profiles.size(Int(pair.left)) * profiles.size(Int(pair.right)))
                sum.matches += expected
                for comparison in 0..<width {
                    sum.levels[comparison * 16 + MatchPattern.level(pair.pattern, comparison)] += expected
                }
            }
            return sum
        }
        return parts.reduce(into: empty) { total, part in
            total.matches += part.matches
            for index in part.levels.indices { total.levels[index] += part.levels[index] }
        }
    }
}
