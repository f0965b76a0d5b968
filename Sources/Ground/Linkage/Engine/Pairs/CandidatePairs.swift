import Values

/// Two profiles that a blocking rule brought together, with the levels they are at.
struct CandidatePair: BitwiseCopyable, Sendable {
    let left: UInt32
    let right: UInt32
    let pattern: UInt64
    /// What the term frequencies add to the weight.
    let adjustment: Double
    /// The match weight, term frequencies included.
    var weight: Double

    init(_ left: Int, _ right: Int, pattern: UInt64 = 0, adjustment: Double = 0, weight: Double) {
        self.left = UInt32(truncatingIfNeeded: left)
        self.right = UInt32(truncatingIfNeeded: right)
        self.pattern = pattern
        self.adjustment = adjustment
        self.weight = weight
    }
}

/// The pairs worth keeping of those that were looked at.
struct CandidatePairs: Sendable {
    var pairs: [CandidatePair] = []
    /// Pairs that were looked at, those left out included.
    var compared = 0

    init() {}

    init(joining parts: [CandidatePairs]) {
        pairs = [CandidatePair](joining: parts.map(\.pairs))
        compared = parts.reduce(0) { $0 + $1.compared }
    }

    /// Gives every pair another weight, and keeps those that have at least so much.
    mutating func weigh(least: Double, _ weight: @Sendable (CandidatePair) -> Double) {
        let count = pairs.withUnsafeMutableBufferPointer { buffer in
            // Each part moves its own pairs together.
            nonisolated(unsafe) let pairs = buffer
            let kept = Parts.map(pairs.count, size: 1 << 17) { range in
                var end = range.lowerBound
                for place in range {
                    var pair = pairs[place]
                    pair.weight = weight(pair)
                    guard pair.weight >= least else { continue }
                    pairs[end] = pair
                    end += 1
                }
                return range.lowerBound..<end
            }
            var end = 0
            for range in kept {
                for place in range {
                    pairs[end] = pairs[place]
                    end += 1
                }
            }
            return end
        }
        pairs.removeLast(pairs.count - count)
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
    /// For each profile the numbers of the even rules, then the left and the right ones of those that cross fields over.
    ///
    /// Where a profile has no key there is a number that no other has.
    private let numbers: [UInt32]
    private let width: Int
    /// How many rules before each one are even.
    private let evens: [Int]
    private let crossed: Int

    init(_ rules: [BlockingIndex], profiles: Int) {
        let crossing = rules.filter { !$0.isEven }
        let columns = rules.filter(\.isEven).map(\.left) + crossing.map(\.left) + crossing.map(\.right)
        let width = columns.count
        let rights = width - crossing.count
        self.width = width
        evens = rules.indices.map { rule in rules[..<rule].count { $0.isEven } }
        crossed = crossing.count
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
                        let alone: UInt32 = place < rights ? 0x8000_0000 : 0x4000_0000
                        column.withUnsafeBufferPointer { column in
                            for profile in rows {
                                let number = column[profile]
                                slots[profile * width + place] =
                                    number == 0 ? UInt32(truncatingIfNeeded: profile) | alone : number
                            }
                        }
                    }
                }
            }
            count = width * profiles
        }
    }

    /// Asks whether profiles meet under the rules before one.
    struct Earlier {
        let numbers: UnsafePointer<UInt32>?
        let width: Int
        let evens: Int
        let crossed: Range<Int>
        /// From the left number of a rule that crosses fields over to its right one.
        let across: Int

        @inline(__always)
        func meet(_ a: Int, _ b: Int) -> Bool {
            guard let numbers else { return false }
            let (a, b) = (numbers + a * width, numbers + b * width)
            // All are asked, whatever the first says: that is quicker than to stop.
            var met = false
            for rule in 0..<evens where a[rule] == b[rule] { met = true }
            for rule in crossed where a[rule] == b[rule + across] || b[rule] == a[rule + across] { met = true }
            return met
        }
    }

    @inline(__always)
    func withEarlier(_ rule: Int, _ body: (Earlier) -> Void) {
        numbers.withUnsafeBufferPointer { numbers in
            let first = width - 2 * crossed
            body(
                Earlier(
                    numbers: numbers.baseAddress,
                    width: width,
                    evens: evens[rule],
                    crossed: first..<first + rule - evens[rule],
                    across: crossed
                )
            )
        }
    }
}
