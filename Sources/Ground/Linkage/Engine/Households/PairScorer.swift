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

    /// Weighs the pairs again, and with them every pair across two addresses that a household moved between.
    func reconsider(_ pairs: inout CandidatePairs, _ addresses: Addresses, least: Double) {
        pairs.weigh(least: least) { pair in
            let shared = moves?.evidence(Int(pair.left), Int(pair.right))
            return weights.weight(pair.pattern, adjustment: pair.adjustment, shared: shared)
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
                        kept.pairs.append(CandidatePair(Int(min(a, b)), Int(max(a, b)), weight: weight))
                    }
                }
            }
            return kept
        }
        for part in new {
            pairs.pairs += part.pairs
            pairs.compared += part.compared
        }
    }
}
