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
        adjustments.reserveCapacity(count)
        weights.reserveCapacity(count)
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
    let rules: [BlockingIndex]
    private let met: MetEarlier

    /// Finds which profiles meet; throws where a rule would compare more pairs than the limit.
    init(_ rules: [BlockingRule], _ indexes: BlockingIndexes, limit: Int) throws(LinkageFault) {
        profiles = indexes.profiles
        self.rules = rules.map { indexes[$0] }
        for (number, index) in self.rules.enumerated() where index.pairCount > limit {
            throw .tooManyPairs(rule: number, pairs: index.pairCount, limit: limit)
        }
        met = MetEarlier(self.rules, profiles: profiles.count)
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
            let rule = rules[part.rule]
            defer { progress.advance(by: 1, of: parts.count) }
            return work { body in
                met.withEarlier(part.rule) { earlier in
                    rule.forEachPair(in: part.runs) { a, b in
                        if earlier.meet(a, b) { return }
                        if bySource && profiles.sources[a] == profiles.sources[b] { return }
                        body(a, b)
                    }
                }
            }
        }
    }
}

/// Whether two profiles met under an earlier rule: the numbers of a profile's keys side by side, so that asking costs
/// one look at each.
private struct MetEarlier: Sendable {
    /// For each profile the left numbers of the rules, then the right ones of those that cross fields over.
    private let numbers: [UInt32]
    private let width: Int
    /// Where the right number of each rule is; the left one's place where the rule is even.
    private let rights: [Int]

    init(_ rules: [BlockingIndex], profiles: Int) {
        let crossed = rules.indices.filter { !rules[$0].isEven }
        let rights = rules.indices.map { rule in crossed.firstIndex(of: rule).map { rules.count + $0 } ?? rule }
        let columns = rules.map(\.left) + crossed.map { rules[$0].right }
        let width = columns.count
        self.rights = rights
        self.width = width
        guard rules.count > 1 else {
            numbers = []
            return
        }
        numbers = [UInt32](inLargePages: width * profiles) { buffer, count in
            // Each part writes the rows of its own profiles.
            nonisolated(unsafe) let slots = buffer
            _ = Parts.map(profiles) { range in
                for rows in range.pieces {
                    for (place, column) in columns.enumerated() {
                        column.withUnsafeBufferPointer { column in
                            for profile in rows { slots[profile * width + place] = column[profile] }
                        }
                    }
                }
            }
            count = width * profiles
        }
    }

    /// Asks whether profiles meet under the rules before one.
    struct Earlier {
        let numbers: UnsafeBufferPointer<UInt32>
        let width: Int
        let rights: UnsafeBufferPointer<Int>

        @inline(__always)
        func meet(_ a: Int, _ b: Int) -> Bool {
            let (a, b) = (a * width, b * width)
            for rule in rights.indices {
                let (left, other) = (numbers[a + rule], numbers[b + rule])
                let right = rights[rule]
                if right == rule {
                    if left == other && left != 0 { return true }
                } else if (left != 0 && left == numbers[b + right]) || (other != 0 && other == numbers[a + right]) {
                    return true
                }
            }
            return false
        }
    }

    @inline(__always)
    func withEarlier(_ rule: Int, _ body: (Earlier) -> Void) {
        numbers.withUnsafeBufferPointer { numbers in
            rights[..<rule].withUnsafeBufferPointer { body(Earlier(numbers: numbers, width: width, rights: $0)) }
        }
    }
}
