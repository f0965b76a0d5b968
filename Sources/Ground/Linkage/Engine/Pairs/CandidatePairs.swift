import Values

/// Pairs of profiles that a blocking rule brought together, with the levels they are at.
struct CandidatePairs: Sendable {
    private(set) var left: [UInt32] = []
    private(set) var right: [UInt32] = []
    private(set) var patterns: [UInt64] = []
    /// What the term frequencies add to each weight.
    private(set) var adjustments: [Double] = []
    /// The match weights, term frequencies included.
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
            adjustments += part.adjustments
            weights += part.weights
            compared += part.compared
        }
    }

    var count: Int { left.count }

    mutating func append(_ left: Int, _ right: Int, pattern: UInt64, adjustment: Double, weight: Double) {
        self.left.append(UInt32(truncatingIfNeeded: left))
        self.right.append(UInt32(truncatingIfNeeded: right))
        patterns.append(pattern)
        adjustments.append(adjustment)
        weights.append(weight)
    }

    /// The same pairs by other weights: those that have at least so much.
    func weighed(least: Double, _ weight: @Sendable (_ index: Int, _ pairs: CandidatePairs) -> Double) -> CandidatePairs
    {
        let parts = Parts.map(count, size: 1 << 17) { range in
            var kept = CandidatePairs()
            for index in range {
                let weight = weight(index, self)
                guard weight >= least else { continue }
                kept.append(
                    Int(left[index]),
                    Int(right[index]),
                    pattern: patterns[index],
                    adjustment: adjustments[index],
                    weight: weight
                )
            }
            return kept
        }
        var kept = CandidatePairs(joining: parts)
        kept.compared = compared
        return kept
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
        self.rules = Parts.map(rules.count, size: 1) { BlockingIndex(rules[$0.lowerBound], profiles: profiles) }
        for (number, index) in self.rules.enumerated() where index.pairCount > limit {
            throw .tooManyPairs(rule: number, pairs: index.pairCount, limit: limit)
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
