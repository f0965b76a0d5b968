/// The work of hiding: what is hidden so far, and why each hidden count is known to be safe.
struct Suppression {
    private let audit: DisclosureAudit
    private(set) var isHidden: [Bool]
    let isPrimary: [Bool]
    /// What hiding a count costs: itself, and a sum more than all that are none; nil for what is never hidden.
    private let prices: [Int?]
    private var ranges: [Int: DisclosureAudit.Range] = [:]
    private var state: HiddenCounts

    init(_ audit: DisclosureAudit) {
        let counts = audit.counts.counts
        let policy = audit.policy
        self.audit = audit
        isPrimary = counts.map { $0.fate == .open && policy.isSmall($0.value, of: $0.most) }
        isHidden = counts.indices.map { [isPrimary] in counts[$0].fate == .hidden || isPrimary[$0] }
        let totals = Set(audit.counts.sums.map(\.total))
        let all = counts.indices.reduce(0) { totals.contains($1) ? $0 : $0 + counts[$1].value }
        prices = counts.indices.map { place in
            let count = counts[place]
            guard count.fate == .open, count.value >= policy.least else { return nil }
            return 1 + count.value + (totals.contains(place) ? all : 0)
        }
        state = HiddenCounts(audit.counts, policy, isHidden: audit.movable(isHidden))
    }

    /// Hides others until every count that needs it is protected; false where nothing is left that would.
    mutating func hideCompanions() -> Bool {
        var waiting = isHidden.indices.filter { audit.needsProtection($0, isHidden: isHidden) }
        var next = 0
        while next < waiting.count {
            let place = waiting[next]
            while !isSafe(place) {
                guard let more = companions(of: place) else { return false }
                for other in more { setHidden(other, true) }
                waiting += more
            }
            next += 1
        }
        return true
    }

    /// Shows again what need not be hidden after all, the largest first.
    mutating func showAgain() {
        let counts = audit.counts.counts
        let others = isHidden.indices.filter { isHidden[$0] && !isPrimary[$0] && counts[$0].fate == .open }
        for place in others.sorted(by: { (prices[$1] ?? 0, $0) < (prices[$0] ?? 0, $1) }) {
            setHidden(place, false)
            let kept = ranges
            ranges[place] = nil
            let dependents = ranges.keys.filter { ranges[$0]?.witnesses.contains(place) ?? false }.sorted()
            for other in dependents {
                guard isSafe(other) else {
                    setHidden(place, true)
                    ranges = kept
                    break
                }
            }
        }
    }

    private mutating func setHidden(_ place: Int, _ hidden: Bool) {
        isHidden[place] = hidden
        state.isHidden[place] = hidden
    }

    private mutating func isSafe(_ place: Int) -> Bool {
        let range = audit.range(place, &state, enough: audit.policy.spread)
        ranges[place] = range
        return range.spread >= audit.policy.spread
    }

    /// Counts to hide that would let this one go further up, or else further down; nil where there are none.
    private mutating func companions(of place: Int) -> [Int]? {
        for change in [1, -1] {
            let pushed = audit.push(place, change, &state, limit: audit.policy.spread)
            let hidden = state.isHidden
            let movement = audit.movement(place, change, state) { [prices] in hidden[$0] ? 0 : prices[$0] }
            let isPossible = state.room(place, change) > 0
            audit.undo(pushed.made, &state)
            let more = (movement?.steps ?? []).map(\.place).filter { !isHidden[$0] && !state.isHidden[$0] }
            if isPossible, !more.isEmpty { return more }
        }
        return nil
    }
}
