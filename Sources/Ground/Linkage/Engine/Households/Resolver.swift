#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif
import Values

/// Decides who is together among profiles that are tangled: the second stage of linking.
///
/// Links are not simply followed from one record to the next, since one sparse record would then join a father and a son
/// of one name. Profiles are put together by steps, the surest first; how two groups go together is the mean weight over
/// all their pairs; and where a group could go with either of two groups that are different people, neither has it for
/// certain.
struct Resolver: Sendable {
    /// Profiles tangled beyond this are first taken apart at surer links.
    static let most = 160

    let scorer: PairScorer

    /// Two profiles and the weight with which they came together.
    struct Joined: BitwiseCopyable, Sendable {
        let left: UInt32
        let right: UInt32
        let weight: Double
    }

    /// Every two profiles of each tangle that come together, by the weight at which they do.
    func resolve(_ pairs: CandidatePairs, least: Double, progress: LinkageProgress) -> [Joined] {
        let tangles = tangles(pairs)
        let parts = Parts.map(tangles.count, size: 2048) { range in
            defer { progress.advance(by: range.count, of: tangles.count) }
            let tester = PairTester(scorer.tables)
            var joined: [Joined] = []
            var merging = Merging()
            for tangle in tangles[range] {
                tangle.withUnsafeBufferPointer { tangle in
                    merging.begin(tangle.count) { a, b in scorer.weight(Int(tangle[a]), Int(tangle[b]), tester) }
                    merging.run(least: least) { a, b, weight in
                        joined.append(Joined(left: tangle[a], right: tangle[b], weight: weight))
                    }
                }
            }
            return joined
        }
        return [Joined](joining: parts)
    }

    /// Profiles that hang together by links that are not unlikely; where too many do, by surer ones.
    private func tangles(_ pairs: CandidatePairs) -> [ArraySlice<UInt32>] {
        var bar = -3.0
        var open = pairs.pairs
        var tangles: [ArraySlice<UInt32>] = []
        while true {
            var groups = Groups(scorer.profiles.count)
            for pair in open where pair.weight >= bar { groups.join(Int(pair.left), Int(pair.right)) }
            let members = groups.members()
            var large: Set<Int> = []
            for group in 0..<members.count {
                let tangle = members[group]
                if tangle.count > Resolver.most {
                    large.insert(Int(tangle[tangle.startIndex]))
                } else {
                    tangles.append(tangle)
                }
            }
            if large.isEmpty { return tangles }
            open = open.filter { large.contains(groups.first(Int($0.left))) }
            bar += 2
        }
    }
}

/// Puts the members of one tangle together by steps.
///
/// There are hundreds of thousands of tangles, nearly all of two or three: one value serves them in turn, so that each
/// finds its room made.
struct Merging {
    /// A weight says no more than this either way: a million to one.
    private static let mostSaid = 20.0

    private var count = 0
    /// Sums of the weights between groups, a row for each.
    private var sums: [Double] = []
    private var sizes: [Int] = []
    /// The member after each in its group; its own number for the last.
    private var next: [Int] = []
    /// The last member of each group, which is named for its first.
    private var last: [Int] = []
    private var alive: [Int] = []

    /// Begins with a tangle of so many, each a group for itself.
    mutating func begin(_ count: Int, weight: (Int, Int) -> Double) {
        self.count = count
        sums.removeAll(keepingCapacity: true)
        sums.append(contentsOf: repeatElement(0, count: count * count))
        sizes.removeAll(keepingCapacity: true)
        sizes.append(contentsOf: repeatElement(1, count: count))
        alive.removeAll(keepingCapacity: true)
        alive.append(contentsOf: 0..<count)
        next.removeAll(keepingCapacity: true)
        next.append(contentsOf: 0..<count)
        last.removeAll(keepingCapacity: true)
        last.append(contentsOf: 0..<count)
        for a in 0..<count {
            for b in (a + 1)..<max(a + 1, count) {
                let said = weight(a, b)
                let isDecided = abs(said) >= LinkDecision.weight
                let value = isDecided ? said * 1e6 : min(max(said, -Merging.mostSaid), Merging.mostSaid)
                sums[a * count + b] = value
                sums[b * count + a] = value
            }
        }
    }

    private func mean(_ a: Int, _ b: Int) -> Double {
        sums[a * count + b] / Double(sizes[a] * sizes[b])
    }

    /// How surely two groups are one person, given the others that either could go with instead.
    private func weight(_ a: Int, _ b: Int) -> Double {
        let own = mean(a, b)
        let rivals = max(rivals(of: a, instead: b), rivals(of: b, instead: a))
        return rivals > 0 ? own - log2(1 + rivals) : own
    }

    /// The odds of the groups that go with `group` but not with `other`, added up.
    private func rivals(of group: Int, instead other: Int) -> Double {
        var sum = 0.0
        for rival in alive where rival != group && rival != other {
            let weight = mean(group, rival)
            if weight > -3 && mean(other, rival) < 0 { sum += exp2(weight) }
        }
        return sum
    }

    mutating func run(least: Double, joined: (Int, Int, Double) -> Void) {
        var lowest = Double.infinity
        while alive.count > 1 {
            var best = (weight: -Double.infinity, a: 0, b: 0)
            for (index, a) in alive.enumerated() {
                for b in alive[(index + 1)...] where mean(a, b) > max(best.weight, least) {
                    let weight = weight(a, b)
                    if weight > best.weight { best = (weight, a, b) }
                }
            }
            guard best.weight >= least else { return }
            lowest = min(lowest, best.weight)
            forEachMember(of: best.a) { first in
                forEachMember(of: best.b) { second in joined(first, second, min(lowest, LinkDecision.weight)) }
            }
            merge(best.a, best.b)
        }
    }

    private func forEachMember(of group: Int, _ body: (Int) -> Void) {
        var member = group
        body(member)
        while next[member] != member {
            member = next[member]
            body(member)
        }
    }

    private mutating func merge(_ a: Int, _ b: Int) {
        next[last[a]] = b
        last[a] = last[b]
        sizes[a] += sizes[b]
        alive.removeAll { $0 == b }
        for other in alive where other != a {
            sums[a * count + other] += sums[b * count + other]
            sums[other * count + a] = sums[a * count + other]
        }
    }
}
