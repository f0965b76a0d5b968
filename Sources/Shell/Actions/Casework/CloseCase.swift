package import Close
import Deliver
import Plan
package import Records
import Register
package import Values

/// Closes a case with what is left of it, and opens it again where that was too soon.
package struct CloseCase: Sendable {
    /// What was typed to close a case.
    package struct Draft: Sendable {
        package var on: Day
        package var reason: CaseEndReason
        package var destination: String?
        package var exitPlan: String?
        /// How each goal stands at the end; those not named stay as they are.
        package var goals: [Identifier<Goal>: GoalOutcome] = [:]
        /// Where each child lives on that day; those not named were not asked after.
        package var living: [Identifier<Person>: Living] = [:]
        /// Whether tasks that are still open are no longer needed.
        package var dropsTasks = false

        package init(on day: Day, reason: CaseEndReason) {
            on = day
            self.reason = reason
        }
    }

    private let keeper: Keeper
    private let file: CaseFile

    package init(_ keeper: Keeper, _ file: CaseFile) {
        self.keeper = keeper
        self.file = file
    }

    /// What is left open as the case stands, closed as typed.
    package func check(_ draft: Draft) throws -> ClosureCheck {
        var goals = file.plan.goals.map(\.goal)
        for index in goals.indices {
            if let outcome = draft.goals[goals[index].id] { goals[index].outcome = outcome }
        }
        return ClosureCheck(try facts(draft, goals: goals))
    }

    private func facts(_ draft: Draft, goals: [Goal]) throws -> ClosureCheck.Facts {
        let plan = FamilyPlan(
            goals: goals,
            details: [],
            steps: file.steps.map(\.record),
            agreements: file.agreements.map(\.record)
        )
        var facts = ClosureCheck.Facts(
            of: closed(draft),
            closingOn: draft.on,
            today: try keeper.today(),
            plan: plan
        )
        facts.tasks = draft.dropsTasks ? [] : file.tasks.map(\.record)
        facts.contacts = file.contacts.map(\.record)
        facts.reviews = file.reviews.map(\.record)
        facts.allocations = file.allocations.map(\.record)
        facts.phases = file.calendar(keeper.definitions)
        facts.assessments = file.assessments.map(\.record)
        facts.exitPlan = draft.exitPlan
        return facts
    }

    private func closed(_ draft: Draft) -> Case {
        var item = file.item.record
        item.endedOn = draft.on
        item.endReason = draft.reason
        item.destination = draft.destination
        return item
    }

    /// Closes the case; what `check` says must allow it.
    ///
    /// - Parameters:
    ///   - draft: what was typed.
    ///   - version: of the case the form was made from.
    ///   - left: what is left open knowingly, in words.
    /// - Returns: the change made.
    /// - Throws: `RegisterError.movedOn` where the case has been saved meanwhile.
    @discardableResult
    package func run(_ draft: Draft, version: Int64, leaving left: [String]) throws -> Int? {
        let item = closed(draft)
        var entry = Entry()
        entry.revise(item, version: version)
        entry.put(
            CaseClosure(
                caseID: item.id,
                closedOn: draft.on,
                exitPlan: draft.exitPlan,
                leftOpen: left.isEmpty ? nil : left.joined(separator: "; "),
                author: keeper.actor.id
            )
        )
        for allocation in ClosedCase.ended(file.allocations.map(\.record), by: item) { entry.put(allocation) }
        for held in file.goals where held.record.outcome == .open {
            guard let outcome = draft.goals[held.record.id], outcome != .open else { continue }
            var goal = held.record
            goal.outcome = outcome
            goal.closedOn = max(draft.on, goal.setOn)
            entry.revise(goal, version: held.version)
        }
        if draft.dropsTasks { dropTasks(on: draft.on, in: &entry) }
        for (child, living) in draft.living.sorted(by: { $0.key < $1.key }) {
            entry.put(
                FollowUpRecord(
                    caseID: item.id,
                    personID: child,
                    milestoneMonths: 0,
                    observedOn: draft.on,
                    living: living
                )
            )
        }
        return try keeper.enter(entry, purpose: "closure", summary: "Closed a case")
    }

    private func dropTasks(on day: Day, in entry: inout Entry) {
        for held in file.tasks where held.record.outcome == .open {
            var task = held.record
            task.outcome = .dropped
            task.settledOn = max(day, task.madeOn)
            entry.revise(task, version: held.version)
        }
    }

    /// Opens a closed case again and gives it to a worker, so that it has an owner from the same change on.
    ///
    /// - Parameters:
    ///   - worker: who holds it from now on.
    ///   - role: as what.
    ///   - reason: why it is opened again.
    ///   - version: of the case the form was made from.
    /// - Returns: the change made.
    /// - Throws: `RegisterError.movedOn` where the case has been saved meanwhile.
    @discardableResult
    package func reopen(
        to worker: Worker,
        as role: AllocationRole,
        reason: String,
        version: Int64
    ) throws -> Int? {
        let today = try keeper.today()
        guard let closedOn = file.item.record.endedOn else { return nil }
        var entry = Entry()
        entry.revise(ClosedCase.reopened(file.item.record), version: version)
        entry.put(
            CaseReopening(
                caseID: file.item.record.id,
                reopenedOn: today,
                closedOn: closedOn,
                reason: reason,
                author: keeper.actor.id
            )
        )
        // From the day it had closed on, so that there is no day of the case without a holder.
        let from = max(closedOn, file.item.record.startedOn)
        let held = worker.isInPost(on: from) ? from : today
        entry.put(Allocation(caseID: file.item.record.id, workerID: worker.id, role: role, from: held))
        return try keeper.enter(entry, purpose: "closure", summary: "Opened a closed case again")
    }
}
