import Values

/// The profiles under each key of one blocking rule, so that those with the same key can be met.
struct BlockingIndex: Sendable {
    /// The number of the key of every profile, 0 for none; `right` differs from `left` where the rule crosses fields
    /// over, and a key that only one side has is none there.
    let left: [UInt32]
    let right: [UInt32]
    /// Whether the rule asks the same of both records.
    let isEven: Bool
    /// Profiles, those of one key after those of another.
    private let leftMembers: [UInt32]
    private let rightMembers: [UInt32]
    /// Where the profiles of each key are that two of them meet under.
    private let runs: [Run]
    /// Pairs of profiles; some may have met under an earlier rule.
    let pairCount: Int

    struct Run: Sendable {
        let left: Range<UInt32>
        let right: Range<UInt32>

        func pairs(even: Bool) -> Int {
            even ? left.count * (left.count - 1) / 2 : left.count * right.count
        }
    }

    /// A rule that asks the same of both records.
    init(even keys: UnsafeBufferPointer<UInt64>) {
        let keyed = KeyedProfiles(keys, keepsAlone: false)
        // Whoever meets nobody under the rule has a number like no other, made from the profile's own.
        var numbers = keys.enumerated().map { profile, key in
            key == 0 ? 0 : UInt32(truncatingIfNeeded: profile) | 0x8000_0000
        }
        var runs: [Run] = []
        runs.reserveCapacity(keyed.keys.count)
        for group in keyed.keys.indices {
            let range = keyed.members(group)
            for at in range { numbers[Int(keyed.members[Int(at)])] = UInt32(truncatingIfNeeded: group + 1) }
            if range.count > 1 { runs.append(Run(left: range, right: range)) }
        }
        self.init(left: numbers, right: numbers, isEven: true, keyed, keyed, runs)
    }

    /// A rule that asks one thing of the one record and another of the other.
    init(left: UnsafeBufferPointer<UInt64>, right: UnsafeBufferPointer<UInt64>) {
        let one = KeyedProfiles(left, keepsAlone: true)
        let other = KeyedProfiles(right, keepsAlone: true)
        var leftNumbers = [UInt32](repeating: 0, count: left.count)
        var rightNumbers = [UInt32](repeating: 0, count: right.count)
        var runs: [Run] = []
        var (a, b) = (0, 0)
        while a < one.keys.count && b < other.keys.count {
            if one.keys[a] < other.keys[b] {
                a += 1
            } else if other.keys[b] < one.keys[a] {
                b += 1
            } else {
                runs.append(Run(left: one.members(a), right: other.members(b)))
                let number = UInt32(truncatingIfNeeded: runs.count)
                for at in one.members(a) { leftNumbers[Int(one.members[Int(at)])] = number }
                for at in other.members(b) { rightNumbers[Int(other.members[Int(at)])] = number }
                (a, b) = (a + 1, b + 1)
            }
        }
        self.init(left: leftNumbers, right: rightNumbers, isEven: false, one, other, runs)
    }

    private init(
        left: [UInt32],
        right: [UInt32],
        isEven: Bool,
        _ one: KeyedProfiles,
        _ other: KeyedProfiles,
        _ runs: [Run]
    ) {
        self.left = left
        self.right = right
        self.isEven = isEven
        leftMembers = one.members
        rightMembers = other.members
        self.runs = runs
        pairCount = runs.reduce(0) { $0 + $1.pairs(even: isEven) }
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
            for at in run.left.dropFirst() { body(Int(leftMembers[Int(at) - 1]), Int(leftMembers[Int(at)])) }
        }
    }

    /// Every two profiles of these runs that meet under the rule, each pair once, the earlier profile first.
    @inline(__always)
    func forEachPair(in part: Range<Int>, _ body: (Int, Int) -> Void) {
        guard isEven else {
            for run in runs[part] { crossPairs(run, body) }
            return
        }
        leftMembers.withUnsafeBufferPointer { members in
            for run in runs[part] {
                for at in run.left {
                    let a = Int(members[Int(at)])
                    for other in (at + 1)..<run.left.upperBound { body(a, Int(members[Int(other)])) }
                }
            }
        }
    }

    @inline(__always)
    private func crossPairs(_ run: Run, _ body: (Int, Int) -> Void) {
        for at in run.left {
            let a = Int(leftMembers[Int(at)])
            for other in run.right {
                let b = Int(rightMembers[Int(other)])
                guard a != b else { continue }
                // A pair that meets both ways round comes once.
                if a > b && left[b] != 0 && left[b] == right[a] { continue }
                body(min(a, b), max(a, b))
            }
        }
    }
}

/// The indexes of all the blocking rules that a linking asks for, each made once.
struct BlockingIndexes: Sendable {
    let profiles: Profiles
    private var indexes: [BlockingRule: BlockingIndex] = [:]

    init(_ rules: [BlockingRule], profiles: Profiles) {
        self.profiles = profiles
        var distinct: [BlockingRule] = []
        for rule in rules where !distinct.contains(rule) { distinct.append(rule) }
        var rest = distinct[...]
        while !rest.isEmpty {
            let some = Array(rest.prefix(BlockingKeys.sidesAtOnce / 2))
            rest = rest.dropFirst(some.count)
            for (rule, index) in zip(some, BlockingIndexes.made(some, profiles)) { indexes[rule] = index }
        }
    }

    private static func made(_ rules: [BlockingRule], _ profiles: Profiles) -> [BlockingIndex] {
        let sides = rules.flatMap { rule in
            let left = rule.equalities.map(\.left)
            return rule.isEven ? [left] : [left, rule.equalities.map(\.right)]
        }
        let starts = rules.reduce(into: [0]) { $0.append(($0.last ?? 0) + ($1.isEven ? 1 : 2)) }
        return BlockingKeys(sides, plan: profiles.plan).keys(of: profiles).withUnsafeBufferPointer { keys in
            // Only read, and for as long as the keys are there.
            nonisolated(unsafe) let keys = keys
            let count = profiles.count
            let side = { @Sendable (place: Int) in
                UnsafeBufferPointer(rebasing: keys[place * count..<(place + 1) * count])
            }
            return Parts.map(sizes: rules.map { $0.isEven ? 1 : 2 }) { rule in
                let place = starts[rule]
                return rules[rule].isEven
                    ? BlockingIndex(even: side(place)) : BlockingIndex(left: side(place), right: side(place + 1))
            }
        }
    }

    /// The index of a rule; made now where nobody said that it would be asked for.
    subscript(rule: BlockingRule) -> BlockingIndex {
        indexes[rule] ?? BlockingIndexes.made([rule], profiles)[0]
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

extension LinkageModel {
    /// The rules that linking by the model asks for, with those that training it asks for.
    func rules(training trains: Bool) -> [BlockingRule] {
        let forScale = trains || prior == nil ? training.deterministic : []
        return blocking + forScale + (trains ? training.sessions : []) + (household?.addressRules ?? [])
    }
}
