extension Linker {
    /// Clusters in which no source has two records, made of the surest links first.
    ///
    /// For files in which nobody is twice: a register of pupils and a register of patients.
    static func oneToOne(_ pairs: [LinkedPair], _ raw: RawColumns, at probability: Double) -> [Int] {
        let bar = MatchWeights.weight(ofProbability: probability)
        let links = pairs.filter { $0.weight >= bar }.sorted { one, other in
            one.weight != other.weight
                ? one.weight > other.weight : raw.isBefore(one, other)
        }
        var groups = Groups(raw.count)
        var sources: [Int: Set<UInt16>] = [:]
        for link in links {
            let (a, b) = (groups.first(link.left), groups.first(link.right))
            if a == b { continue }
            let own = sources[a] ?? [raw.sourceOfRecord[a]]
            let other = sources[b] ?? [raw.sourceOfRecord[b]]
            guard own.isDisjoint(with: other) else { continue }
            groups.join(a, b)
            sources[min(a, b)] = own.union(other)
            sources[max(a, b)] = nil
        }
        return (0..<raw.count).map { groups.first($0) }
    }
}

extension RawColumns {
    /// An order of links of one weight that does not depend on the order of the files.
    fileprivate func isBefore(_ one: LinkedPair, _ other: LinkedPair) -> Bool {
        let (a, b) = (name(one), name(other))
        return a.lexicographicallyPrecedes(b)
    }

    private func name(_ pair: LinkedPair) -> [String] {
        let ends = [[source(pair.left), recordID(pair.left)], [source(pair.right), recordID(pair.right)]]
        return ends[0].lexicographicallyPrecedes(ends[1]) ? ends[0] + ends[1] : ends[1] + ends[0]
    }
}
