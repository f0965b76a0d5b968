/// Counts pairs by pattern, quickly: open addressing over few distinct patterns.
struct PatternTally: Sendable {
    private var patterns = [UInt64](repeating: .max, count: 1 << 12)
    private var pairs = [Double](repeating: 0, count: 1 << 12)
    private var used = 0

    /// Every pattern met, with how many pairs were at it; in no order.
    var entries: [(pattern: UInt64, pairs: Double)] {
        patterns.indices.filter { patterns[$0] != .max }.map { (patterns[$0], pairs[$0]) }
    }

    mutating func add(_ pattern: UInt64, _ count: Double) {
        let slot = slot(pattern)
        if patterns[slot] == .max {
            patterns[slot] = pattern
            used += 1
        }
        pairs[slot] += count
        if used * 2 > patterns.count { grow() }
    }

    private func slot(_ pattern: UInt64) -> Int {
        let mask = patterns.count - 1
        var slot = Int(truncatingIfNeeded: Hash.mix(pattern ^ 0x9E37_79B9_7F4A_7C15, 0xD1B5_4A32_D192_ED03)) & mask
        while patterns[slot] != .max && patterns[slot] != pattern { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        let old = entries
        patterns = [UInt64](repeating: .max, count: patterns.count * 2)
        pairs = [Double](repeating: 0, count: patterns.count)
        for entry in old {
            let slot = slot(entry.pattern)
            patterns[slot] = entry.pattern
            pairs[slot] = entry.pairs
        }
    }
}
