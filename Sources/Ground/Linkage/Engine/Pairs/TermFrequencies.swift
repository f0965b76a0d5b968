#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif
import Values

/// How common the values are that term-frequency adjustments ask for.
struct TermFrequencies: Sendable {
    /// Share of each value among the records that have one, by key of the plan; empty where nobody asks.
    private let shares: [[Double]]
    /// The key of each field that is asked for.
    private let fields: [String: Int]

    init(_ model: LinkageModel, _ profiles: Profiles) {
        let names = Set(model.comparisons.flatMap(\.levels).compactMap(\.termFrequency?.field))
        let wanted = Dictionary(
            names.compactMap { name in
                profiles.plan.position(ofField: name).map { ($0, name) }
            }
        ) { first, _ in first }
        fields = Dictionary(wanted.map { ($0.value, $0.key) }) { first, _ in first }
        shares = Parts.map(profiles.plan.keys.count, size: 1) { range in
            let key = range.lowerBound
            guard let name = wanted[key] else { return [] }
            if let kept = model.frequencies[name] { return TermFrequencies.kept(kept, key, profiles) }
            return TermFrequencies.counted(key, profiles)
        }
    }

    private static func counted(_ key: Int, _ profiles: Profiles) -> [Double] {
        var counts = [Int](repeating: 0, count: profiles.stores[profiles.plan.groups[key]].count)
        for profile in 0..<profiles.count {
            counts[Int(profiles.value(key, of: profile))] += profiles.size(profile)
        }
        let known = Double(max(1, profiles.recordCount - counts[0]))
        return counts.map { Double($0) / known }
    }

    /// A value the model does not know is as rare as the rarest it knows.
    private static func kept(_ kept: [String: Double], _ key: Int, _ profiles: Profiles) -> [Double] {
        let store = profiles.stores[profiles.plan.groups[key]]
        let rarest = kept.values.min() ?? 1
        return (0..<store.count).map { id in
            store.text(UInt32(truncatingIfNeeded: id)).map { kept[$0] ?? rarest } ?? 0
        }
    }

    /// The share of the value of a profile at a key.
    @inline(__always)
    func share(_ value: UInt32, key: Int) -> Double {
        shares[key][Int(value)]
    }

    /// The share of the rarest value at a key.
    func rarest(key: Int) -> Double {
        shares[key].reduce(1) { $1 > 0 ? min($0, $1) : $0 }
    }

    /// Shares of all values by field, for keeping with a model.
    func kept(_ profiles: Profiles) -> [String: [String: Double]] {
        var kept: [String: [String: Double]] = [:]
        for (name, key) in fields {
            let store = profiles.stores[profiles.plan.groups[key]]
            for (id, share) in shares[key].enumerated() where id > 0 && share > 0 {
                kept[name, default: [:]][store.text(UInt32(truncatingIfNeeded: id)) ?? ""] = share
            }
        }
        return kept
    }
}

/// The adjustments of a model, ready to be worked out for pairs.
struct Adjuster: Sendable {
    private struct Level: Sendable {
        let key: Int
        let weight: Double
        let minimum: Double
        /// log2 of the u of the comparison's exact level for the field.
        let exact: Double
    }

    /// By comparison and level; nil where the level has none.
    private let levels: [[Level?]]
    private let frequencies: TermFrequencies
    /// Comparisons that have any.
    private let comparisons: [Int]

    init(_ model: LinkageModel, _ profiles: Profiles, _ frequencies: TermFrequencies) {
        self.frequencies = frequencies
        let levels = model.comparisons.map { comparison in
            comparison.levels.map { level -> Level? in
                guard let adjustment = level.termFrequency,
                    let key = profiles.plan.position(ofField: adjustment.field),
                    let exact = comparison.exactLevel(of: adjustment.field)?.u
                else { return nil }
                return Level(key: key, weight: adjustment.weight, minimum: adjustment.minimum, exact: log2(exact))
            }
        }
        comparisons = levels.indices.filter { levels[$0].contains { $0 != nil } }
        self.levels = levels
    }

    /// The most that the term frequencies can add at a level.
    func most(_ comparison: Int, _ level: Int) -> Double {
        guard let level = levels[comparison][level] else { return 0 }
        let share = max(frequencies.rarest(key: level.key), level.minimum)
        return share > 0 ? max(0, level.weight * (level.exact - log2(share))) : 0
    }

    /// What the term frequencies add to the weight of a pair at these levels.
    func adjustment(_ pattern: UInt64, _ left: Int, _ right: Int, _ profiles: Profiles) -> Double {
        var sum = 0.0
        for comparison in comparisons {
            sum += adjustment(MatchPattern.level(pattern, comparison), of: comparison, left, right, profiles)
        }
        return sum
    }

    func adjustment(_ level: Int, of comparison: Int, _ left: Int, _ right: Int, _ profiles: Profiles) -> Double {
        guard let level = levels[comparison][level] else { return 0 }
        let (a, b) = (profiles.value(level.key, of: left), profiles.value(level.key, of: right))
        guard a != 0, b != 0 else { return 0 }
        let share = max(
            frequencies.share(a, key: level.key),
            frequencies.share(b, key: level.key),
            level.minimum
        )
        return share > 0 ? level.weight * (level.exact - log2(share)) : 0
    }
}

extension Comparison {
    /// The level of pairs that have the same value of the field.
    func exactLevel(of field: String) -> ComparisonLevel? {
        levels.first { level in
            guard case .when(.same(let a, let b)) = level.test else { return false }
            return a.isWhole(field) && b.isWhole(field)
        }
    }
}

extension Term {
    fileprivate func isWhole(_ name: String) -> Bool {
        if case .field(name, _) = source { return part == nil }
        return false
    }
}
