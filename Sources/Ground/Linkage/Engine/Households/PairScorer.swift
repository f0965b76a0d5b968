import Values

/// Weighs pairs with everything that is known of them, households included.
struct PairScorer: Sendable {
    let tables: PairTables
    let weights: MatchWeights
    let adjuster: Adjuster
    let moves: Moves?
    let decisions: Decisions
    let profiles: Profiles

    func weight(_ a: Int, _ b: Int, _ tester: borrowing PairTester) -> Double {
        if let decided = decisions[a, b] { return decided }
        let (a, b) = (min(a, b), max(a, b))
        let pattern = tester.pattern(a, b)
        let adjustment = adjuster.adjustment(pattern, a, b, profiles)
        return weights.weight(pattern, adjustment: adjustment, shared: moves?.evidence(a, b))
    }

    /// The pairs weighed again, and with them every pair across two addresses that a household moved between.
    func reconsidered(_ pairs: CandidatePairs, _ addresses: Addresses, least: Double) -> CandidatePairs {
        let again = pairs.weighed(least: least) { index, pairs in
            let shared = moves?.evidence(Int(pairs.left[index]), Int(pairs.right[index]))
            return weights.weight(pairs.patterns[index], adjustment: pairs.adjustments[index], shared: shared)
        }
        let tied = moves?.tiedAddresses ?? []
        let new = Parts.map(tied.count, size: 4096) { range in
            let tester = PairTester(tables)
            var kept = CandidatePairs()
            for (one, other) in tied[range] {
                for a in addresses.profiles(at: one) {
                    for b in addresses.profiles(at: other) {
                        kept.compared += 1
                        let weight = weight(Int(a), Int(b), tester)
                        guard weight >= least else { continue }
                        kept.append(Int(min(a, b)), Int(max(a, b)), pattern: 0, adjustment: 0, weight: weight)
                    }
                }
            }
            return kept
        }
        return CandidatePairs(joining: [again] + new)
    }
}
