/// Why two records have the match weight they have, step by step: the steps add up to it.
package struct Waterfall: Sendable {
    package struct Step: Sendable {
        /// The comparison, or what else moves the weight.
        package let name: String
        /// The level the pair is at, or what was found.
        package let finding: String
        /// The values compared, of the first record and the second, as they were compared; nil where missing.
        package let values: [(left: String?, right: String?)]
        /// Bits for (above 0) or against (below 0) one person.
        package let weight: Double
    }

    package let steps: [Step]
    /// log2 of the odds that the two records are of one person.
    package var weight: Double { steps.reduce(0) { $0 + $1.weight } }
    package var probability: Double { MatchWeights.probability(weight) }
}

/// What is needed to say why a pair has its weight.
struct Explainer {
    let model: LinkageModel
    let profiles: Profiles
    let tables: PairTables
    let weights: MatchWeights
    let adjuster: Adjuster
    let moves: Moves?
    /// The weight at which the two came together in the end, by what else is known; nil where they did not.
    let final: Double?

    func waterfall(_ first: Int, _ second: Int) -> Waterfall {
        let (a, b) = (min(first, second), max(first, second))
        let tester = PairTester(tables)
        let pattern = tester.pattern(a, b)
        var steps = [
            Waterfall.Step(
                name: "Prior",
                finding: "two records drawn at random",
                values: [],
                weight: weights.priorWeight
            )
        ]
        for comparison in model.comparisons.indices {
            steps += comparisonSteps(comparison, MatchPattern.level(pattern, comparison), first, second)
        }
        let adjustment = adjuster.adjustment(pattern, a, b, profiles)
        let own = weights.weight(pattern, adjustment: adjustment)
        let plain = steps.reduce(0) { $0 + $1.weight }
        if model.household != nil {
            steps.append(step("Household", "they may be two people of one household", own - plain))
        }
        guard let moves else { return Waterfall(steps: steps) }
        let shared = weights.weight(pattern, adjustment: adjustment, shared: moves.evidence(a, b))
        if let isVouchedFor = moves.isVouchedFor(a, b) {
            let finding =
                isVouchedFor ? "others are recorded at both addresses" : "nobody else is recorded at both addresses"
            steps.append(step("Household moved", finding, shared - own))
        }
        if let final, a != b, abs(final - shared) > 1e-9 {
            steps.append(
                step("Everyone they could be", "the records they are together with, and rivals", final - shared)
            )
        }
        return Waterfall(steps: steps)
    }

    private func comparisonSteps(_ comparison: Int, _ level: Int, _ left: Int, _ right: Int) -> [Waterfall.Step] {
        let own = model.comparisons[comparison]
        let values = model.baseFields(of: own).sorted().compactMap { name in
            profiles.plan.position(ofField: name).map {
                (left: profiles.text($0, of: left), right: profiles.text($0, of: right))
            }
        }
        let step = Waterfall.Step(
            name: own.name,
            finding: own.levels[level].label,
            values: values,
            weight: weights.m[comparison][level] - weights.u[comparison][level]
        )
        let adjustment = adjuster.adjustment(level, of: comparison, left, right, profiles)
        guard adjustment != 0 else { return [step] }
        let finding = adjustment > 0 ? "the value is rarer than most" : "the value is commoner than most"
        return [step, self.step("\(own.name), how common", finding, adjustment)]
    }

    private func step(_ name: String, _ finding: String, _ weight: Double) -> Waterfall.Step {
        Waterfall.Step(name: name, finding: finding, values: [], weight: weight)
    }
}
