import Values

extension Linker {
    /// The pairs of records behind pairs of profiles.
    static func recordPairs(_ joined: [Resolver.Joined], _ profiles: Profiles) -> [LinkedPair] {
        let parts = Parts.map(joined.count) { range in
            var result: [LinkedPair] = []
            result.reserveCapacity(range.count)
            for pair in joined[range] {
                let isOne = pair.left == pair.right
                for left in profiles.recordsOf(Int(pair.left)) {
                    for right in profiles.recordsOf(Int(pair.right)) where !isOne || left < right {
                        let (first, second) = (Int(min(left, right)), Int(max(left, right)))
                        result.append(LinkedPair(left: first, right: second, weight: pair.weight))
                    }
                }
            }
            return result
        }
        return [LinkedPair](joining: parts)
    }

    /// Records that hang together by links of at least this probability: each by the first record of its cluster.
    static func clusters(_ pairs: [LinkedPair], count: Int, at probability: Double) -> [Int] {
        let bar = MatchWeights.weight(ofProbability: probability)
        var groups = Groups(count)
        for pair in pairs where pair.weight >= bar { groups.join(pair.left, pair.right) }
        return (0..<count).map { groups.first($0) }
    }
}

extension Profiles {
    func recordsOf(_ profile: Int) -> ArraySlice<UInt32> {
        records[Int(starts[profile])..<Int(starts[profile + 1])]
    }
}

extension Blocking {
    /// Profiles that several records share, as pairs with themselves.
    func twins(
        _ tables: PairTables,
        _ weights: MatchWeights,
        _ adjuster: Adjuster,
        least: Double
    ) -> [Resolver.Joined] {
        guard profiles.sources.isEmpty else { return [] }
        return Parts.map(profiles.count) { range in
            let tester = PairTester(tables)
            return range.compactMap { profile -> Resolver.Joined? in
                guard profiles.size(profile) > 1, rules.contains(where: { $0.joins(profile, profile) }) else {
                    return nil
                }
                let pattern = tester.pattern(profile, profile)
                let adjustment = adjuster.adjustment(pattern, profile, profile, profiles)
                let weight = weights.weight(pattern, adjustment: adjustment)
                guard weight >= least else { return nil }
                let number = UInt32(truncatingIfNeeded: profile)
                return Resolver.Joined(left: number, right: number, weight: weight)
            }
        }.flatMap(\.self)
    }
}
