/// Finds movements where counts are the edges of a network: the cheapest way round from one end of a count to the other.
struct NetworkSearch {
    private let edges: [(from: Int, to: Int)]
    /// By node, the counts that begin or end there.
    private let beside: [[Int]]

    init(_ edges: [(from: Int, to: Int)], equations: Int) {
        self.edges = edges
        var beside = Array(repeating: [Int](), count: equations + 1)
        for (place, edge) in edges.enumerated() where edge.from != edge.to {
            beside[edge.from].append(place)
            beside[edge.to].append(place)
        }
        self.beside = beside
    }

    /// The cheapest movement with this step; `cost` is nil for what cannot move, and 0 for what is hidden.
    func movement(_ place: Int, _ change: Int, _ counts: HiddenCounts, cost: (Int) -> Int?) -> Movement? {
        let own = edges[place]
        // The count takes a unit from one end to the other; it must come back another way.
        let (start, end) = change > 0 ? (own.to, own.from) : (own.from, own.to)
        guard start != end else { return Movement(steps: [(place, change)], cost: 0) }
        var best = [Int](repeating: .max, count: beside.count)
        var isDone = [Bool](repeating: false, count: beside.count)
        var reachedBy = [(place: Int, change: Int, from: Int)?](repeating: nil, count: beside.count)
        best[start] = 0
        var open = [start]
        while let next = open.indices.min(by: { (best[open[$0]], open[$0]) < (best[open[$1]], open[$1]) }) {
            let node = open.remove(at: next)
            if node == end { break }
            isDone[node] = true
            for other in beside[node] where other != place {
                let isForward = edges[other].from == node
                let far = isForward ? edges[other].to : edges[other].from
                let step = isForward ? 1 : -1
                guard !isDone[far], let price = cost(other), counts.room(other, step) > 0 else { continue }
                // One more than the price, so that of equally cheap ways the shortest is taken.
                let sum = best[node] + price * 1000 + 1
                if sum < best[far] {
                    if best[far] == .max { open.append(far) }
                    best[far] = sum
                    reachedBy[far] = (other, step, node)
                }
            }
        }
        guard best[end] < .max else { return nil }
        var steps = [(place: place, change: change)]
        var node = end
        while node != start, let step = reachedBy[node] {
            steps.append((step.place, step.change))
            node = step.from
        }
        return Movement(steps: steps, cost: best[end] / 1000)
    }
}
