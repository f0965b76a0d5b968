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
    mutating func members() -> GroupMembers {
        var counts = [UInt32](repeating: 0, count: parents.count)
        for index in parents.indices { counts[first(index)] += 1 }
        // The first of a group has the least number, so groups come in the order of their first members.
        var starts: [UInt32] = [0]
        var next = [UInt32](repeating: 0, count: parents.count)
        for index in parents.indices where counts[index] > 1 {
            next[index] = starts[starts.count - 1]
            starts.append(next[index] + counts[index])
        }
        var members = [UInt32](repeating: 0, count: Int(starts[starts.count - 1]))
        for index in parents.indices {
            let root = Int(parents[index])
            guard counts[root] > 1 else { continue }
            members[Int(next[root])] = UInt32(truncatingIfNeeded: index)
            next[root] += 1
        }
        return GroupMembers(members: members, starts: starts)
    }
}

/// Groups of things, one after the other.
struct GroupMembers: Sendable {
    fileprivate let members: [UInt32]
    /// Where each group begins, and where the last ends.
    fileprivate let starts: [UInt32]

    var count: Int { starts.count - 1 }

    /// The members of a group, in order.
    subscript(group: Int) -> ArraySlice<UInt32> {
        members[Int(starts[group])..<Int(starts[group + 1])]
    }
}
