import Values

/// Pairs of profiles that a blocking rule brought together, with the levels they are at.
struct CandidatePairs: Sendable {
    private(set) var left: [UInt32] = []
    private(set) var right: [UInt32] = []
    private(set) var patterns: [UInt64] = []
    /// The match weights, term frequencies included, once they are worked out.
    private(set) var weights: [Double] = []
    /// Pairs that were looked at, those left out included.
    var compared = 0

    init() {}

    init(joining parts: [CandidatePairs]) {
        let count = parts.reduce(0) { $0 + $1.count }
        left.reserveCapacity(count)
        right.reserveCapacity(count)
        patterns.reserveCapacity(count)
        for part in parts {
            left += part.left
            right += part.right
            patterns += part.patterns
            weights += part.weights
            compared += part.compared
        }
    }

    var count: Int { left.count }

    mutating func append(_ left: Int, _ right: Int, pattern: UInt64) {
        self.left.append(UInt32(truncatingIfNeeded: left))
        self.right.append(UInt32(truncatingIfNeeded: right))
        patterns.append(pattern)
    }

    /// Keeps the pair if it has at least so much.
    mutating func append(_ left: Int, _ right: Int, pattern: UInt64, weight: Double, least: Double) {
        guard weight >= least else { return }
        append(left, right, pattern: pattern)
        weights.append(weight)
    }

    /// Works out the weights and keeps the pairs that have at least so much.
    mutating func weigh(_ model: MatchWeights, _ adjuster: Adjuster, _ profiles: Profiles, least: Double) {
        let pairs = self
        let parts = Parts.map(count, size: 1 << 17) { range in
            var kept = CandidatePairs()
            for index in range {
                let (a, b, pattern) = (Int(pairs.left[index]), Int(pairs.right[index]), pairs.patterns[index])
                let weight = model.weight(pattern, adjustment: adjuster.adjustment(pattern, a, b, profiles))
                kept.append(a, b, pattern: pattern, weight: weight, least: least)
            }
            return kept
        }
        var kept = CandidatePairs(joining: parts)
        kept.compared = compared
        self = kept
    }
}

/// The pairs a set of blocking rules brings together.
struct Blocking: Sendable {
    /// Pairs in a part of the work.
    static let partSize = 1 << 17

    let profiles: Profiles
    private(set) var rules: [BlockingIndex] = []

    /// Finds which profiles meet; throws where a rule would compare more pairs than the limit.
    init(_ rules: [BlockingRule], profiles: Profiles, limit: Int) throws(LinkageFault) {
        self.profiles = profiles
        for (number, rule) in rules.enumerated() {
            let index = BlockingIndex(rule, profiles: profiles)
            if index.pairCount > limit {
                throw .tooManyPairs(rule: number, pairs: index.pairCount, limit: limit)
            }
            self.rules.append(index)
        }
    }

    /// Pairs that would be looked at, those counted more than once included.
    var pairCount: Int { rules.reduce(0) { $0 + $1.pairCount } }

    /// What the work makes of each pair, in parts; a pair that several rules bring together comes under the first.
    func map<Result>(
        progress: LinkageProgress,
        _ work: @Sendable (_ part: (_ body: (Int, Int) -> Void) -> Void) -> Result
    ) -> [Result] {
        let parts = rules.indices.flatMap { rule in
            rules[rule].parts(of: Blocking.partSize).map { (rule: rule, runs: $0) }
        }
        let bySource = !profiles.sources.isEmpty
        return Parts.map(parts.count, size: 1) { index in
            let part = parts[index.lowerBound]
            defer { progress.advance(by: 1, of: parts.count) }
            return work { body in
                rules[part.rule].forEachPair(in: part.runs) { a, b in
                    for earlier in 0..<part.rule where rules[earlier].joins(a, b) { return }
                    if bySource && profiles.sources[a] == profiles.sources[b] { return }
                    body(a, b)
                }
            }
        }
    }
}
