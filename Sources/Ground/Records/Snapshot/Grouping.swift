/// The members of each group, in their own order, found without searching: sorted once, scanned many times.
package struct Grouping: Sendable {
    /// Where each group's members begin; one more entry than there are groups.
    @usableFromInline let starts: [Int32]
    @usableFromInline let members: [Int32]

    /// Groups the indices of `groups` by the group each names; a negative number is in no group.
    package init(_ groups: [Int32], count: Int) {
        var starts = [Int32](repeating: 0, count: count + 1)
        for group in groups where group >= 0 { starts[Int(group) + 1] += 1 }
        for group in 0..<count { starts[group + 1] += starts[group] }
        var next = starts
        var members = [Int32](repeating: 0, count: Int(starts[count]))
        for (index, group) in groups.enumerated() where group >= 0 {
            members[Int(next[Int(group)])] = Int32(truncatingIfNeeded: index)
            next[Int(group)] += 1
        }
        self.starts = starts
        self.members = members
    }

    /// Where the group's members stand among all members.
    @inlinable package func range(of group: Int) -> Range<Int> {
        Int(starts[group])..<Int(starts[group + 1])
    }

    /// The member standing there among all members.
    @inlinable package func member(at place: Int) -> Int {
        Int(members[place])
    }

    /// The indices in the group.
    package subscript(group: Int) -> ArraySlice<Int32> {
        members[Int(starts[group])..<Int(starts[group + 1])]
    }
}
