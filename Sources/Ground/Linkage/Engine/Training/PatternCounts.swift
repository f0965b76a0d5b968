/// How many pairs of records are at each pattern of levels.
struct PatternCounts: Sendable {
    /// In the order of the patterns, so that sums come out the same every time.
    private(set) var entries: [(pattern: UInt64, pairs: Double)] = []

    init() {}

    init(merging parts: [PatternTally]) {
        var sum = PatternTally()
        for part in parts {
            for entry in part.entries { sum.add(entry.pattern, entry.pairs) }
        }
        entries = sum.entries.sorted { $0.pattern < $1.pattern }
    }

    var pairs: Double { entries.reduce(0) { $0 + $1.pairs } }

    /// Pairs at each level of a comparison.
    func levels(of comparison: Int) -> [Double] {
        entries.reduce(into: [Double](repeating: 0, count: 16)) {
            $0[MatchPattern.level($1.pattern, comparison)] += $1.pairs
        }
    }
}

extension Blocking {
    /// How many pairs of records the rules bring together, by pattern, those within one profile included.
    ///
    /// Where there are more than `most`, a share of them stands for all, drawn by what the profiles say.
    func patternCounts(_ tables: PairTables, most: Int, progress: LinkageProgress) -> PatternCounts {
        let share = min(1, Double(most) / Double(max(1, pairCount)))
        let limit = share >= 1 ? UInt64.max : UInt64(share * Double(UInt64.max))
        let parts = map(progress: progress) { part in
            let tester = PairTester(tables)
            var counts = PatternTally()
            part { a, b in
                if Hash.combine(profiles.hashes[a], profiles.hashes[b]) > limit { return }
                let weight = Double(profiles.size(a) * profiles.size(b))
                counts.add(tester.pattern(a, b), weight)
            }
            return counts
        }
        return PatternCounts(merging: parts + [selfCounts(tables, limit: limit)])
    }

    /// Pairs of records that are alike in everything, under any of the rules.
    private func selfCounts(_ tables: PairTables, limit: UInt64) -> PatternTally {
        guard profiles.sources.isEmpty else { return PatternTally() }
        let tester = PairTester(tables)
        var counts = PatternTally()
        for profile in 0..<profiles.count where profiles.size(profile) > 1 {
            let size = profiles.size(profile)
            if Hash.combine(profiles.hashes[profile], profiles.hashes[profile]) > limit { continue }
            guard rules.contains(where: { $0.joins(profile, profile) }) else { continue }
            counts.add(tester.pattern(profile, profile), Double(size * (size - 1) / 2))
        }
        return counts
    }

    /// How many pairs of records the rules bring together.
    func recordPairs(progress: LinkageProgress) -> Double {
        let parts = map(progress: progress) { part in
            var sum = 0
            part { a, b in sum += profiles.size(a) * profiles.size(b) }
            return sum
        }
        var sum = parts.reduce(0, +)
        if profiles.sources.isEmpty {
            for profile in 0..<profiles.count where profiles.size(profile) > 1 {
                let size = profiles.size(profile)
                if rules.contains(where: { $0.joins(profile, profile) }) { sum += size * (size - 1) / 2 }
            }
        }
        return Double(sum)
    }
}

extension Profiles {
    /// Pairs of records that the scope allows.
    var possiblePairs: Double {
        let all = Double(recordCount) * Double(recordCount - 1) / 2
        guard !sources.isEmpty else { return all }
        var sizes: [UInt16: Int] = [:]
        for profile in 0..<count { sizes[sources[profile], default: 0] += size(profile) }
        return all - sizes.values.reduce(0) { $0 + Double($1) * Double($1 - 1) / 2 }
    }
}
