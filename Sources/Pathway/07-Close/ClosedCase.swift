package import Records
package import Values

/// A case as it is once it has closed, and as it is once it has been opened again.
package enum ClosedCase {
    /// The allocations that closing a case ends, each on the day before the case does, as its nights do, or on its own
    /// first day.
    package static func ended(_ allocations: [Allocation], by item: Case) -> [Allocation] {
        guard let end = item.endedOn else { return [] }
        return allocations.filter { $0.caseID == item.id && ($0.to.map { $0 >= end } ?? true) }.map { allocation in
            var ended = allocation
            ended.to = max(end - 1, allocation.from)
            return ended
        }
    }

    /// A case whose closing is taken back: it goes on as if it had not closed.
    package static func reopened(_ item: Case) -> Case {
        var item = item
        item.endedOn = nil
        item.endReason = nil
        item.destination = nil
        return item
    }

    /// Whether a closing can still be taken back on a day.
    ///
    /// Later than this many months a family that needs help is referred again, so that its case counts as a case of its
    /// own, and follow-ups of the first stand.
    package static let monthsToReopen = 3

    /// Whether the case may be opened again on a day.
    package static func mayReopen(_ item: Case, on day: Day) -> Bool {
        item.endedOn.map { day <= $0.adding(months: monthsToReopen) } ?? false
    }
}
