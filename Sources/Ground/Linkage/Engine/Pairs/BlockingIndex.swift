import Values

/// The profiles under each key of one blocking rule, so that those with the same key can be met.
struct BlockingIndex: Sendable {
    /// The keys of every profile, 0 for none; `right` differs from `left` where the rule crosses fields over.
    let left: [UInt64]
    let right: [UInt64]
    /// Whether the rule asks the same of both records.
    let isEven: Bool
    /// Profiles in the order of the shorter hash of their key.
    private let leftOrder: [UInt64]
    private let rightOrder: [UInt64]
    /// Where runs of one shorter hash begin, on either side.
    private let runs: [Run]
    /// Pairs of records, at most: some may turn out to have different keys, or to have met before.
    let pairCount: Int

    struct Run: Sendable {
        let left: Range<Int>
        let right: Range<Int>

        func pairs(even: Bool) -> Int {
            even ? left.count * (left.count - 1) / 2 : left.count * right.count
        }
    }

    init(_ rule: BlockingRule, profiles: Profiles) {
        left = BlockingIndex.keys(rule.equalities.map(\.left), profiles)
        let right = BlockingIndex.keys(rule.equalities.map(\.right), profiles)
        isEven = rule.isEven
        leftOrder = BlockingIndex.order(left)
        self.right = isEven ? left : right
        rightOrder = isEven ? leftOrder : BlockingIndex.order(right)
        runs = isEven ? BlockingIndex.runs(leftOrder) : BlockingIndex.runs(leftOrder, rightOrder)
        let even = isEven
        pairCount = runs.reduce(0) { $0 + $1.pairs(even: even) }
    }

    private static func keys(_ terms: [Term], _ profiles: Profiles) -> [UInt64] {
        let positions = terms.compactMap { profiles.plan.position(of: $0) }
        var keys = [UInt64](repeating: 0x5851_F42D_4C95_7F2D, count: profiles.count)
        let width = profiles.width
        profiles.values.withUnsafeBufferPointer { values in
            for position in positions {
                profiles.stores[profiles.plan.groups[position]].hashes.withUnsafeBufferPointer { hashes in
                    for profile in keys.indices where keys[profile] != 0 {
                        let value = values[profile * width + position]
                        let key = Hash.combine(keys[profile], hashes[Int(value)])
                        keys[profile] = value == 0 ? 0 : key == 0 ? 1 : key
                    }
                }
            }
        }
        return keys
    }

    /// Profiles with a key, packed with the key's upper half before their number.
    private static func order(_ keys: [UInt64]) -> [UInt64] {
        var packed: [UInt64] = []
        packed.reserveCapacity(keys.count)
        for (profile, key) in keys.enumerated() where key != 0 {
            packed.append((key & 0xFFFF_FFFF_0000_0000) | UInt64(profile))
        }
        return Sorting.sorted(packed)
    }

    private static func runs(_ order: [UInt64]) -> [Run] {
        var runs: [Run] = []
        var start = 0
        while start < order.count {
            let end = endOfRun(order, start)
            if end - start > 1 { runs.append(Run(left: start..<end, right: start..<end)) }
            start = end
        }
        return runs
    }

    private static func runs(_ left: [UInt64], _ right: [UInt64]) -> [Run] {
        var runs: [Run] = []
        var (a, b) = (0, 0)
        while a < left.count && b < right.count {
            let (key, other) = (left[a] >> 32, right[b] >> 32)
            if key < other {
                a = endOfRun(left, a)
            } else if other < key {
                b = endOfRun(right, b)
            } else {
                let (endA, endB) = (endOfRun(left, a), endOfRun(right, b))
                runs.append(Run(left: a..<endA, right: b..<endB))
                (a, b) = (endA, endB)
            }
        }
        return runs
    }

    private static func endOfRun(_ order: [UInt64], _ start: Int) -> Int {
        var end = start + 1
        while end < order.count && order[end] >> 32 == order[start] >> 32 { end += 1 }
        return end
    }

    /// Whether two profiles meet under this rule, whichever comes first.
    @inline(__always)
    func joins(_ a: Int, _ b: Int) -> Bool {
        if isEven { return left[a] != 0 && left[a] == left[b] }
        return (left[a] != 0 && left[a] == right[b]) || (left[b] != 0 && left[b] == right[a])
    }

    /// The runs in parts of about this many pairs; the same on every machine.
    func parts(of size: Int) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = 0
        var sum = 0
        for (index, run) in runs.enumerated() {
            sum += run.pairs(even: isEven)
            if sum >= size || index == runs.count - 1 {
                parts.append(start..<index + 1)
                start = index + 1
                sum = 0
            }
        }
        return parts
    }

    /// Enough pairs to tell who is together: each profile of a run with the one before it.
    func forEachNeighbour(_ body: (Int, Int) -> Void) {
        for run in runs where isEven {
            for at in run.left.dropFirst() {
                let a = Int(truncatingIfNeeded: leftOrder[at - 1] & 0xFFFF_FFFF)
                let b = Int(truncatingIfNeeded: leftOrder[at] & 0xFFFF_FFFF)
                if left[a] == left[b] { body(a, b) }
            }
        }
    }

    /// Every two profiles of these runs that meet under the rule, each pair once, the earlier profile first.
    @inline(__always)
    func forEachPair(in part: Range<Int>, _ body: (Int, Int) -> Void) {
        for run in runs[part] {
            if isEven {
                for at in run.left {
                    let a = Int(truncatingIfNeeded: leftOrder[at] & 0xFFFF_FFFF)
                    for other in (at + 1)..<run.left.upperBound {
                        let b = Int(truncatingIfNeeded: leftOrder[other] & 0xFFFF_FFFF)
                        if left[a] == left[b] { body(a, b) }
                    }
                }
            } else {
                crossPairs(run, body)
            }
        }
    }

    @inline(__always)
    private func crossPairs(_ run: Run, _ body: (Int, Int) -> Void) {
        for at in run.left {
            let a = Int(truncatingIfNeeded: leftOrder[at] & 0xFFFF_FFFF)
            for other in run.right {
                let b = Int(truncatingIfNeeded: rightOrder[other] & 0xFFFF_FFFF)
                guard a != b, left[a] == right[b] else { continue }
                // A pair that meets both ways round comes once.
                if a > b && left[b] != 0 && left[b] == right[a] { continue }
                body(min(a, b), max(a, b))
            }
        }
    }
}

extension BlockingRule {
    /// Whether the rule asks the same of both records.
    var isEven: Bool {
        equalities.allSatisfy { equality in
            guard case .field(let a, _) = equality.left.source, case .field(let b, _) = equality.right.source else {
                return false
            }
            return a == b && equality.left.part == equality.right.part
        }
    }
}
