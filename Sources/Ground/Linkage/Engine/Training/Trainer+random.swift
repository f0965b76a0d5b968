import Values

extension Trainer {
    /// u of every level, from pairs drawn at random; exactly where the level is that two values are the same.
    mutating func findU() {
        progress.begin("Random pairs")
        let counts = randomCounts()
        let untrained = self
        let exacts = Parts.map(model.comparisons.count, size: 1) { untrained.exactU(ofComparison: $0.lowerBound) }
        for (comparison, exact) in exacts.enumerated() {
            let levels = counts.levels(of: comparison)
            let known = known(comparison)
            let sum = known.reduce(0) { $0 + levels[$1] }
            for level in known {
                var u = sum > 0 ? levels[level] / sum : 0
                if let exact, exact.level == level { u = exact.u }
                if u <= 0 {
                    u = 0.5 / max(1, sum)
                    let name = model.comparisons[comparison].name
                    let label = model.comparisons[comparison].levels[level].label
                    account.remarks.append(
                        "\(name), \(label): none of \(Int(sum)) random pairs is at it; u taken as half a pair in those"
                    )
                }
                model.comparisons[comparison].levels[level].u = min(u, 1)
            }
        }
    }

    /// Patterns of pairs drawn by the seed from the records in the order of what they say.
    private func randomCounts() -> PatternCounts {
        let profileAt = (0..<profiles.count).flatMap { profile in
            repeatElement(UInt32(truncatingIfNeeded: profile), count: profiles.size(profile))
        }
        let count = UInt64(profileAt.count)
        let seed = model.training.seed
        let total = model.training.randomPairs
        let parts = Parts.map(total, size: 1 << 16) { range in
            defer { progress.advance(by: range.count, of: total) }
            let tester = PairTester(tables)
            var counts = PatternTally()
            for draw in range {
                let first = Hash.combine(seed, UInt64(draw) * 2) % count
                let second = Hash.combine(seed, UInt64(draw) * 2 + 1) % count
                guard first != second else { continue }
                let (a, b) = (Int(profileAt[Int(min(first, second))]), Int(profileAt[Int(max(first, second))]))
                if !profiles.sources.isEmpty && profiles.sources[a] == profiles.sources[b] { continue }
                counts.add(tester.pattern(a, b), 1)
            }
            return counts
        }
        return PatternCounts(merging: parts)
    }

    /// The levels of a comparison that say anything.
    private func known(_ comparison: Int) -> [Int] {
        model.comparisons[comparison].levels.indices.filter { !missing[comparison][$0] }
    }

    /// The first level of a comparison that says anything, and its u where that needs no drawing of pairs.
    private func exactU(ofComparison comparison: Int) -> (level: Int, u: Double)? {
        known(comparison).first.flatMap { first in
            exactU(model.comparisons[comparison].levels[first]).map { (level: first, u: $0) }
        }
    }

    /// The probability that two records of different numbers have the same value, from how common each value is.
    private func exactU(_ level: ComparisonLevel) -> Double? {
        guard profiles.sources.isEmpty, case .when(.same(let a, let b)) = level.test,
            let key = profiles.plan.position(of: a), key == profiles.plan.position(of: b)
        else { return nil }
        var counts = [Int](repeating: 0, count: profiles.stores[profiles.plan.groups[key]].count)
        for profile in 0..<profiles.count {
            counts[Int(profiles.value(key, of: profile))] += profiles.size(profile)
        }
        counts[0] = 0
        let known = Double(counts.reduce(0, +))
        let same = counts.reduce(0.0) { $0 + Double($1) * Double($1 - 1) }
        // Among all pairs there are those of one person; they are few, and u is of the others.
        return known > 1 && same > 0 ? same / (known * (known - 1)) : nil
    }
}

extension LinkageModel {
    /// The fields that are read of files on which a field rests.
    func baseFields(of name: String) -> Set<String> {
        guard let field = fields.first(where: { $0.name == name }) else { return [name] }
        switch field.origin {
        case .columns: return [name]
        case .derived(let from, _): return baseFields(of: from)
        case .joined(let names, _): return names.reduce(into: [name]) { $0.formUnion(baseFields(of: $1)) }
        }
    }

    func baseFields(of rule: BlockingRule) -> Set<String> {
        rule.fieldNames.reduce(into: []) { $0.formUnion(baseFields(of: $1)) }
    }

    func baseFields(of comparison: Comparison) -> Set<String> {
        comparison.levels.reduce(into: []) { fields, level in
            // A field that is only asked about in passing, at a level of its own, does not make a comparison about it.
            guard case .missing(let condition) = level.test else { return }
            for name in condition.fieldNames { fields.formUnion(baseFields(of: name)) }
        }
    }

    /// Where m begins: most pairs of one person agree, and the other levels share the rest.
    func startingM() -> [[Double]] {
        comparisons.map { comparison in
            let known = comparison.levels.indices.filter { !comparison.levels[$0].isMissing }
            let rest = 0.2 / Double(max(1, known.count - 1))
            return comparison.levels.indices.map { level in
                let own = comparison.levels[level]
                if own.isMissing { return 0 }
                if own.isFixed, let m = own.m { return m }
                return level == known.first ? 0.8 : rest
            }
        }
    }
}

extension BlockingRule {
    /// The fields the rule asks about.
    var fieldNames: [String] {
        var names: [String] = []
        for equality in equalities {
            for case .field(let name, _) in [equality.left.source, equality.right.source] where !names.contains(name) {
                names.append(name)
            }
        }
        return names
    }
}

extension Condition {
    var fieldNames: [String] {
        switch self {
        case .all(let parts), .any(let parts): parts.flatMap(\.fieldNames)
        case .not(let part): part.fieldNames
        case .missing(let term): term.fieldNames
        case .same(let a, let b), .measured(_, let a, let b, _, _): a.fieldNames + b.fieldNames
        }
    }
}

extension Term {
    fileprivate var fieldNames: [String] {
        if case .field(let name, _) = source { return [name] }
        return []
    }
}
