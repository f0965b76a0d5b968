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
        let firsts = KeyedProfiles(keys).firsts
        let counts = firsts.countsByFirst()
        var numbers = firsts
        var runs: [Run] = []
        var end: UInt32 = 0
        for profile in firsts.indices {
            let first = Int(firsts[profile])
            if firsts[profile] == KeyedProfiles.none {
                numbers[profile] = 0
            } else if first != profile {
                numbers[profile] = numbers[first]
            } else if counts[first] == 1 {
                // Whoever meets nobody under the rule has a number like no other, made from the profile's own.
                numbers[profile] = UInt32(truncatingIfNeeded: profile) | 0x8000_0000
            } else {
                let range = end..<end + counts[first]
                runs.append(Run(left: range, right: range))
                end = range.upperBound
                numbers[profile] = UInt32(truncatingIfNeeded: runs.count)
            }
        }
        self.init(left: numbers, right: numbers, isEven: true, runs)
    }

    /// A rule that asks one thing of the one record and another of the other.
    init(left: UnsafeBufferPointer<UInt64>, right: UnsafeBufferPointer<UInt64>) {
        let keyed = KeyedProfiles(left)
        let (one, other) = (keyed.firsts, keyed.firsts(of: right))
        let (lefts, rights) = (one.countsByFirst(), other.countsByFirst())
        var numbers = [UInt32](repeating: 0, count: left.count)
        var runs: [Run] = []
        var (leftEnd, rightEnd): (UInt32, UInt32) = (0, 0)
        // Only the first profile of a key counts any.
        for profile in numbers.indices where lefts[profile] > 0 && rights[profile] > 0 {
            let run = Run(left: leftEnd..<leftEnd + lefts[profile], right: rightEnd..<rightEnd + rights[profile])
            (leftEnd, rightEnd) = (run.left.upperBound, run.right.upperBound)
            runs.append(run)
            numbers[profile] = UInt32(truncatingIfNeeded: runs.count)
        }
        let number = { (first: UInt32) in first == KeyedProfiles.none ? 0 : numbers[Int(first)] }
        self.init(left: one.map(number), right: other.map(number), isEven: false, runs)
    }

    private init(left: [UInt32], right: [UInt32], isEven: Bool, _ runs: [Run]) {
        self.left = left
        self.right = right
        self.isEven = isEven
        leftMembers = BlockingIndex.members(left, runs.map(\.left))
        rightMembers = isEven ? leftMembers : BlockingIndex.members(right, runs.map(\.right))
        self.runs = runs
        pairCount = runs.reduce(0) { $0 + $1.pairs(even: isEven) }
    }

    /// The profiles of each run, in order, given the number of the run of each.
    private static func members(_ numbers: [UInt32], _ runs: [Range<UInt32>]) -> [UInt32] {
        var next = runs.map(\.lowerBound)
        var members = [UInt32](repeating: 0, count: Int(runs.last?.upperBound ?? 0))
        for (profile, number) in numbers.enumerated() where number != 0 && number & 0x8000_0000 == 0 {
            let run = Int(number) - 1
            members[Int(next[run])] = UInt32(truncatingIfNeeded: profile)
            next[run] += 1
        }
        return members
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
