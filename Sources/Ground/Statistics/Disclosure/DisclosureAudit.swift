/// What can be worked out about each hidden count from all that is published.
///
/// Counts and sums of a table are the edges of a network: each lies in one row and one column, and each row and column
/// with a published sum must balance. How far a hidden count can move is then a largest flow, which is a whole number
/// (methods of statistical disclosure control: transport problems are totally unimodular). Nought is always shown, so
/// that a hidden count is at least 1.
struct DisclosureAudit {
    /// A count or sum: it runs from one node to another.
    private struct Edge {
        let from: Int
        let to: Int
        let value: Int
        let most: Int
    }

    let rows: Int
    let columns: Int
    private let edges: [Edge]
    private let nodes: Int

    init(_ table: CountTable) {
        let values = table.extended
        rows = values.count
        columns = values.first?.count ?? 0
        let nodes = 1 + rows + columns
        self.nodes = nodes
        var edges: [Edge] = []
        for row in 0..<rows {
            for column in 0..<columns {
                // Where no sum is published nothing must balance: such rows and columns are one free node, the 0th.
                let rowNode = table.hasRowTotals ? 1 + row : 0
                let columnNode = table.hasColumnTotals ? 1 + rows + column : 0
                let isSum = (row >= table.rows) != (column >= table.columns)
                let isInside = row < table.rows && column < table.columns
                edges.append(
                    Edge(
                        from: isSum ? columnNode : rowNode,
                        to: isSum ? rowNode : columnNode,
                        value: values[row][column],
                        most: (isInside ? table.most[row][column] : nil) ?? .max
                    )
                )
            }
        }
        self.edges = edges
    }

    var count: Int { edges.count }

    func value(_ edge: Int) -> Int { edges[edge].value }

    func ends(_ edge: Int) -> (from: Int, to: Int) { (edges[edge].from, edges[edge].to) }

    /// How far a hidden count can lie below and above what it is, each up to `limit`.
    func room(_ edge: Int, hidden: [Bool], limit: Int) -> (down: Int, up: Int) {
        let own = edges[edge]
        let most = own.most == .max ? limit : min(limit, own.most - own.value)
        let up = flow(from: own.to, to: own.from, without: edge, hidden, most)
        let down = flow(from: own.from, to: own.to, without: edge, hidden, min(limit, own.value - 1))
        return (down, up)
    }

    /// Whether a hidden count may be any of more numbers than the threshold: its lowest and highest lie further apart.
    func isSafe(_ edge: Int, hidden: [Bool], threshold: Int) -> Bool {
        let room = room(edge, hidden: hidden, limit: threshold + 1)
        return room.down + room.up > threshold
    }

    /// The largest flow through the other hidden counts, up to a limit.
    private func flow(from start: Int, to end: Int, without edge: Int, _ hidden: [Bool], _ limit: Int) -> Int {
        guard start != end else { return max(0, limit) }
        var moved = [Int](repeating: 0, count: edges.count)
        var total = 0
        while total < limit, let step = path(from: start, to: end, without: edge, hidden, moved) {
            let amount = min(limit - total, step.amount)
            for (edge, isForward) in step.edges { moved[edge] += isForward ? amount : -amount }
            total += amount
        }
        return total
    }

    /// A way that can take some more, the shortest, and how much.
    private func path(
        from start: Int,
        to end: Int,
        without excluded: Int,
        _ hidden: [Bool],
        _ moved: [Int]
    ) -> (edges: [(Int, Bool)], amount: Int)? {
        var reached: [Int: (edge: Int, isForward: Bool, from: Int, amount: Int)] = [:]
        var waiting = [start]
        while !waiting.isEmpty {
            let node = waiting.removeFirst()
            for edge in edges.indices where hidden[edge] && edge != excluded {
                let (from, to) = ends(edge)
                let now = edges[edge].value + moved[edge]
                let onward = edges[edge].most == .max ? Int.max : edges[edge].most - now
                for (near, far, isForward, amount) in [(from, to, true, onward), (to, from, false, now - 1)]
                where near == node && far != start && reached[far] == nil && amount > 0 {
                    reached[far] = (edge, isForward, node, amount)
                    waiting.append(far)
                }
            }
            if reached[end] != nil { break }
        }
        guard reached[end] != nil else { return nil }
        var steps: [(Int, Bool)] = []
        var amount = Int.max
        var node = end
        while node != start, let step = reached[node] {
            steps.append((step.edge, step.isForward))
            amount = min(amount, step.amount)
            node = step.from
        }
        return (steps, amount)
    }
}
