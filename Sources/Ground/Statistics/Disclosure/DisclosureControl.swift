/// Hides small counts of people, and as few others as keep them from being worked out.
///
/// A count of 1 to the threshold is hidden; nought is shown, since it says nothing about anybody. So is a count that
/// leaves 1 to the threshold, or nobody, of those it could be. Then others are hidden until every hidden count, these
/// included, could be any of more numbers than the threshold, by all that is published (`DisclosureAudit`).
package struct DisclosureControl: Sendable {
    /// The largest count that is too small to show.
    package let threshold: Int

    package init(threshold: Int = 5) {
        self.threshold = threshold
    }

    /// Whether a count is hidden for its own sake.
    package func isSmall(_ count: Int, of most: Int?) -> Bool {
        if (1...max(1, threshold)).contains(count) { return true }
        guard let most, count > 0 else { return false }
        return most - count <= threshold
    }

    /// The table as it may be published.
    package func protect(_ table: CountTable) -> ProtectedTable {
        let audit = DisclosureAudit(table)
        let primary = self.primary(table, audit)
        var hidden = primary
        while let unsafe = firstUnsafe(audit, hidden) {
            guard let more = companions(of: unsafe, audit, hidden, table) else {
                let all = ProtectedCount.hidden(.primary)
                return ProtectedTable(
                    counts: Array(repeating: Array(repeating: all, count: audit.columns), count: audit.rows),
                    isWithheld: true
                )
            }
            for edge in more { hidden[edge] = true }
        }
        showAgain(audit, primary: primary, &hidden)
        let counts = (0..<audit.rows).map { row in
            (0..<audit.columns).map { column -> ProtectedCount in
                let edge = row * audit.columns + column
                guard hidden[edge] else { return .shown(audit.value(edge)) }
                return .hidden(primary[edge] ? .primary : .secondary)
            }
        }
        return ProtectedTable(counts: counts, isWithheld: false)
    }

    private func primary(_ table: CountTable, _ audit: DisclosureAudit) -> [Bool] {
        (0..<audit.count).map { edge in
            let (row, column) = (edge / audit.columns, edge % audit.columns)
            let isInside = row < table.rows && column < table.columns
            return isSmall(audit.value(edge), of: isInside ? table.most[row][column] : nil)
        }
    }

    private func firstUnsafe(_ audit: DisclosureAudit, _ hidden: [Bool]) -> Int? {
        hidden.indices.first { hidden[$0] && !audit.isSafe($0, hidden: hidden, threshold: threshold) }
    }

    /// Counts that would give a hidden one more room: the cheapest way round from one of its ends to the other, else the
    /// cheapest count beside it; nil where there is nothing left to hide.
    private func companions(
        of edge: Int,
        _ audit: DisclosureAudit,
        _ hidden: [Bool],
        _ table: CountTable
    ) -> [Int]? {
        let costs = (0..<audit.count).map { cost($0, audit, hidden, table) }
        let around = wayRound(edge, audit, costs).filter { !hidden[$0] }
        if !around.isEmpty { return around }
        let (from, to) = audit.ends(edge)
        let free = costs.indices.filter { costs[$0] != nil && !hidden[$0] }
        let beside = free.filter { other in
            let (start, end) = audit.ends(other)
            return [start, end].contains { $0 != 0 && ($0 == from || $0 == to) }
        }
        return (beside.isEmpty ? free : beside).min { (costs[$0] ?? 0, $0) < (costs[$1] ?? 0, $1) }.map { [$0] }
    }

    /// What hiding a count costs: itself, and a sum more than all counts; nil for nought, which is never hidden.
    private func cost(_ edge: Int, _ audit: DisclosureAudit, _ hidden: [Bool], _ table: CountTable) -> Int? {
        guard audit.value(edge) > 0 else { return nil }
        if hidden[edge] { return 0 }
        let isSum = edge / audit.columns >= table.rows || edge % audit.columns >= table.columns
        let all = table.counts.reduce(0) { $0 + $1.reduce(0, +) }
        return 1 + audit.value(edge) + (isSum ? all : 0)
    }

    /// The cheapest way from one end of a count to the other through other counts.
    private func wayRound(_ edge: Int, _ audit: DisclosureAudit, _ costs: [Int?]) -> [Int] {
        let (start, end) = audit.ends(edge)
        var best: [Int: (cost: Int, way: [Int])] = [start: (0, [])]
        var done: Set<Int> = []
        while let node = best.filter({ !done.contains($0.key) }).min(by: {
            ($0.value.cost, $0.key) < ($1.value.cost, $1.key)
        })?.key,
            node != end, let here = best[node]
        {
            done.insert(node)
            for other in costs.indices where other != edge {
                let (from, to) = audit.ends(other)
                guard let cost = costs[other], from == node || to == node else { continue }
                let far = from == node ? to : from
                if best[far].map({ $0.cost > here.cost + cost }) ?? true {
                    best[far] = (here.cost + cost, here.way + [other])
                }
            }
        }
        return best[end]?.way ?? []
    }

    /// Shows again what need not be hidden after all, the largest first.
    private func showAgain(_ audit: DisclosureAudit, primary: [Bool], _ hidden: inout [Bool]) {
        let others = hidden.indices.filter { hidden[$0] && !primary[$0] }
        for edge in others.sorted(by: { (audit.value($1), $0) < (audit.value($0), $1) }) {
            hidden[edge] = false
            if firstUnsafe(audit, hidden) != nil { hidden[edge] = true }
        }
    }
}
