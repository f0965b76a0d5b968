import Deliver
package import Records
import Refer
import Register
package import Values

/// Gives a case to a worker, or hands it over from one to another, with the open tasks of who gives it up.
package struct AllocateCase: Sendable {
    private let keeper: Keeper
    private let file: CaseFile

    package init(_ keeper: Keeper, _ file: CaseFile) {
        self.keeper = keeper
        self.file = file
    }

    /// Those who may take the case: in post on the day, the case's team first.
    package func candidates(on day: Day) -> [Worker] {
        let kinds: Set<WorkerRole> = [.therapist, .keyWorker, .caseManager, .supervisor, .residential]
        let team = file.item.record.team
        return file.workforce.byID.values.filter { $0.isInPost(on: day) && kinds.contains($0.role) }
            .sorted { ($0.team == team ? 0 : 1, $0.name, $0.id) < ($1.team == team ? 0 : 1, $1.name, $1.id) }
    }

    /// What the form was made from, in a text that it carries.
    package var asRead: String { file.allocations.map { "\($0.version)" }.joined(separator: ",") }

    /// - Parameters:
    ///   - worker: who takes it.
    ///   - role: as what.
    ///   - day: their first day.
    /// - Returns: the change made.
    /// - Throws: `Handover.Refusal`; `RegisterError.movedOn` where somebody else has allocated it meanwhile.
    @discardableResult
    package func run(to worker: Worker, as role: AllocationRole, on day: Day) throws -> Int? {
        let handover = Handover(of: file.item.record.id, to: worker.id, as: role, on: day)
        let now = file.allocations.map(\.record)
        let saved = try handover.allocations(of: file.item.record, now: now, to: worker)
        var entry = Entry()
        for allocation in saved {
            let held = file.allocations.first { $0.record.row.prefix(4) == allocation.row.prefix(4) }
            if let held {
                entry.revise(allocation, version: held.version)
            } else {
                entry.add(allocation)
            }
        }
        let tasks = handover.tasks(of: file.tasks.map(\.record), from: saved.filter { $0.to != nil })
        for task in tasks {
            guard let held = file.tasks.first(where: { $0.record.id == task.id }) else { continue }
            entry.revise(task, version: held.version)
        }
        return try keeper.enter(
            entry,
            purpose: "allocation",
            summary: now.contains { $0.runs(on: day) } ? "Handed over a case" : "Allocated a case"
        )
    }
}
