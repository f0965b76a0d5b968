/// Things that are joined two by two: which ones are together in the end.
struct Groups: Sendable {
    private var parents: [UInt32]

    init(_ count: Int) {
        parents = (0..<count).map { UInt32(truncatingIfNeeded: $0) }
    }

    /// The first of the group a thing is in.
    mutating func first(_ index: Int) -> Int {
        var root = index
        while Int(parents[root]) != root { root = Int(parents[root]) }
        var at = index
        while Int(parents[at]) != root {
            let next = Int(parents[at])
            parents[at] = UInt32(truncatingIfNeeded: root)
            at = next
        }
        return root
    }

    mutating func join(_ a: Int, _ b: Int) {
        let (first, second) = (first(a), first(b))
        if first != second { parents[max(first, second)] = UInt32(truncatingIfNeeded: min(first, second)) }
    }

    /// The members of every group of at least two, in order.
    mutating func members() -> [[UInt32]] {
        var counts = [UInt32](repeating: 0, count: parents.count)
        for index in parents.indices { counts[first(index)] += 1 }
        var position = [Int32](repeating: -1, count: parents.count)
        var groups: [[UInt32]] = []
        for index in parents.indices {
            let root = first(index)
            guard counts[root] > 1 else { continue }
            if position[root] < 0 {
                position[root] = Int32(truncatingIfNeeded: groups.count)
                groups.append([])
                groups[groups.count - 1].reserveCapacity(Int(counts[root]))
            }
            groups[Int(position[root])].append(UInt32(truncatingIfNeeded: index))
        }
        return groups
    }
}
