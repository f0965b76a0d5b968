package import Records
package import Values

/// Giving a case to a worker, or over from one to another, with no moment between.
package struct Handover: Sendable {
    package let caseID: Identifier<Case>
    package let to: Identifier<Worker>
    package let role: AllocationRole
    /// The first day of who takes it over.
    package let on: Day

    package init(of caseID: Identifier<Case>, to worker: Identifier<Worker>, as role: AllocationRole, on day: Day) {
        self.caseID = caseID
        to = worker
        self.role = role
        on = day
    }

    /// Why a case cannot be handed over so.
    package enum Refusal: Error, Hashable, Sendable {
        case caseIsClosed
        case beforeTheCase
        case notInPost
        /// They hold it in this role already.
        case holdsItAlready
        /// Before the day from which the one who holds it now holds it.
        case beforeTheHolder
    }

    /// The allocations to save: those that end, then the one that begins.
    ///
    /// Whoever held the case in the same role holds it to the day before; where they took it over on that very day, both
    /// hold it that day. Allocations in other roles go on: a supervisor who holds a case for the time being hands it over
    /// by taking that part.
    ///
    /// - Parameters:
    ///   - item: the case.
    ///   - allocations: those of the case.
    ///   - worker: who takes it over.
    /// - Returns: allocations as they are to be from now on.
    /// - Throws: why it cannot be.
    package func allocations(
        of item: Case,
        now allocations: [Allocation],
        to worker: Worker
    ) throws(Refusal)
        -> [Allocation]
    {
        guard item.endedOn == nil else { throw .caseIsClosed }
        guard on >= item.startedOn else { throw .beforeTheCase }
        guard worker.isInPost(on: on) else { throw .notInPost }
        let running = allocations.filter { $0.caseID == item.id && $0.isReplaced(by: role) && ($0.to ?? .latest) >= on }
        guard !running.contains(where: { $0.workerID == to && $0.role == role }) else { throw .holdsItAlready }
        guard running.allSatisfy({ $0.from <= on }) else { throw .beforeTheHolder }
        let ended = running.map { allocation in
            var ended = allocation
            ended.to = max(on - 1, allocation.from)
            return ended
        }
        return ended + [Allocation(caseID: item.id, workerID: to, role: role, from: on)]
    }

    /// The tasks that go over with the case: those still open of whoever gives it up.
    package func tasks(of tasks: [CaseTask], from ended: [Allocation]) -> [CaseTask] {
        let leavers = Set(ended.filter { $0.workerID != to }.map(\.workerID))
        return tasks.filter { $0.outcome == .open && $0.workerID.map(leavers.contains) ?? false }.map { task in
            var task = task
            task.workerID = to
            return task
        }
    }
}

extension Allocation {
    /// Whether an allocation in a role takes the place of this one: of the same role, or of a supervisor who held the
    /// case until somebody could.
    fileprivate func isReplaced(by role: AllocationRole) -> Bool {
        self.role == role || self.role == .supervisor
    }
}
