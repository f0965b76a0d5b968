import Values

extension Trainer {
    /// h of every level, and how often two random records are of two people of one household.
    ///
    /// Among pairs at one address there are two kinds: one person, whose m is known by now, and two people of a
    /// household. Expectation maximisation tells them apart. What an address says is not asked there; that two people of
    /// a household are recorded at one address as often as one person twice is assumed.
    mutating func findH(_ stage: HouseholdStage) throws(LinkageFault) {
        let blocking = try Blocking(stage.addressRules, indexes, limit: limit)
        let most = model.training.sessionPairs
        let counts = atOneAddress ?? blocking.patternCounts(tables, most: most, progress: progress)
        atOneAddress = counts
        let share = min(1, Double(most) / Double(max(1, blocking.pairCount)))
        let active = model.comparisons.indices.filter { model.comparisons[$0].name != stage.addressComparison }
        let m = model.comparisons.map { $0.levels.map { $0.m ?? 0 } }
        let overall = model.comparisons.indices.map { comparison in
            let levels = counts.levels(of: comparison)
            let known = m[comparison].indices.filter { !missing[comparison][$0] }
            let sum = max(1, known.reduce(0) { $0 + levels[$1] })
            return m[comparison].indices.map { missing[comparison][$0] ? 0 : max(levels[$0] / sum, 1e-6) }
        }
        // The classes change places: here what is looked for is the household, and what is known is the person.
        let outcome = maximisation(counts, active: active).run(u: m, start: overall, share: 0.6)
        account.sessions.append(
            TrainingAccount.Session(
                name: "two people of one household, at one address",
                pairs: counts.pairs,
                rounds: outcome.rounds,
                hasConverged: outcome.hasConverged,
                matches: 1 - outcome.share
            )
        )
        for comparison in model.comparisons.indices {
            for level in model.comparisons[comparison].levels.indices where !missing[comparison][level] {
                let isActive = active.contains(comparison)
                model.comparisons[comparison].levels[level].h =
                    isActive ? max(outcome.m[comparison][level], 1e-6) : m[comparison][level]
            }
        }
        takeShare(stage, pairs: counts.pairs * outcome.share / share)
    }

    private mutating func takeShare(_ stage: HouseholdStage, pairs: Double) {
        let probability = pairs / shareAtOneAddress(stage) / profiles.possiblePairs
        model.household?.share = max(probability, 1e-12)
    }

    /// How often two random records are of two people of one household, h being known.
    mutating func findShare(_ stage: HouseholdStage) throws(LinkageFault) {
        let blocking = try Blocking(stage.addressRules, indexes, limit: limit)
        let most = model.training.sessionPairs
        let counts = blocking.patternCounts(tables, most: most, progress: progress)
        let active = model.comparisons.indices.filter { model.comparisons[$0].name != stage.addressComparison }
        let m = model.comparisons.map { $0.levels.map { $0.m ?? 0 } }
        let h = model.comparisons.map { $0.levels.map { $0.h ?? $0.u ?? 0 } }
        let all = missing.map { $0.map { _ in true } }
        let outcome = maximisation(counts, active: active, fixed: all).run(u: m, start: h, share: 0.6)
        let drawn = min(1, Double(most) / Double(max(1, blocking.pairCount)))
        takeShare(stage, pairs: counts.pairs * outcome.share / drawn)
    }

    /// Share of the pairs of one person whose addresses are the same: the m of the surest level about addresses.
    private func shareAtOneAddress(_ stage: HouseholdStage) -> Double {
        let levels = model.comparisons.first { $0.name == stage.addressComparison }?.levels ?? []
        return max(0.05, levels.first { !$0.isMissing }?.m ?? 1)
    }
}

extension HouseholdStage {
    /// The keys of addresses as blocking rules.
    var addressRules: [BlockingRule] {
        addresses.map { fields in BlockingRule(fields.map { BlockingRule.Equality(.left($0), .right($0)) }) }
    }
}
