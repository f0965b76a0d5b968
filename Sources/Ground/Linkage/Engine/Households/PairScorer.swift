import Values

/// Weighs pairs with everything that is known of them, households included.
struct PairScorer: Sendable {
    let tables: PairTables
    let weights: MatchWeights
    let adjuster: Adjuster
    let moves: Moves
    let profiles: Profiles

    func weight(_ a: Int, _ b: Int, _ tester: borrowing PairTester) -> Double {
        weight(a, b, pattern: tester.pattern(min(a, b), max(a, b)))
    }

    private func weight(_ a: Int, _ b: Int, pattern: UInt64) -> Double {
        let adjustment = adjuster.adjustment(pattern, a, b, profiles)
        return weights.weight(pattern, adjustment: adjustment, shared: moves.evidence(a, b))
    }

    /// The pairs weighed again, and with them every pair across two addresses that a household moved between.
    func reconsidered(_ pairs: CandidatePairs, _ addresses: Addresses, least: Double) -> CandidatePairs {
        let again = Parts.map(pairs.count, size: 1 << 17) { range in
            var kept = CandidatePairs()
            for index in range {
                let (a, b, pattern) = (Int(pairs.left[index]), Int(pairs.right[index]), pairs.patterns[index])
                kept.append(a, b, pattern: pattern, weight: weight(a, b, pattern: pattern), least: least)
            }
            return kept
        }
        let tied = moves.tiedAddresses
        let new = Parts.map(tied.count, size: 4096) { range in
            let tester = PairTester(tables)
            var kept = CandidatePairs()
            for (one, other) in tied[range] {
                for a in addresses.profiles[Int(one)] {
                    for b in addresses.profiles[Int(other)] {
                        let (a, b) = (Int(min(a, b)), Int(max(a, b)))
                        let pattern = tester.pattern(a, b)
                        kept.append(a, b, pattern: pattern, weight: weight(a, b, pattern: pattern), least: least)
                    }
                }
            }
            return kept
        }
        var all = CandidatePairs(joining: again + new)
        all.compared += pairs.compared
        return all
    }
}
