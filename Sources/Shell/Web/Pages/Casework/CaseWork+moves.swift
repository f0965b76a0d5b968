import Actions
import Close
import Definitions
import Documents
import Plan
import Records
import Register
import Values

/// Step up and step down, the phases of a programme, and opening a case again.
extension CaseWork {
    /// Moves the case to another tier of need.
    func moveLevel(_ form: inout TypedForm, _ leave: Leave) throws -> LevelMove? {
        let item = file.item
        let tier: Tier? = form.code("tier", orSay: "Select the new tier of need")
        let reason = form.text("why", "Why", orSay: "Enter why", most: 2000)
        guard let tier, form.isSound, leave(&form) else { return nil }
        let isUp = item.record.tier.map { $0.level < tier.level } ?? true
        let move = LevelMove(
            caseID: item.record.id,
            on: today,
            direction: isUp ? .stepUp : .stepDown,
            from: item.record.tier,
            to: tier,
            reason: reason
        )
        let isSaved = try form.saving {
            var changed = item.record
            changed.tier = tier
            var entry = Entry()
            entry.revise(changed, version: item.version)
            entry.put(move)
            try keeper.enter(entry, purpose: "review", summary: isUp ? "Stepped a case up" : "Stepped a case down")
        }
        return isSaved ? move : nil
    }

    /// Ends the phase under way and begins the next; the form names the one it means.
    func beginPhase(_ form: inout TypedForm, _ leave: Leave) throws -> CasePhase? {
        let day = form.day("begins", "First day of the phase", upTo: today)
        let calendar = file.calendar(keeper.definitions)
        guard let current = calendar?.current(on: today), let next = calendar?.next(on: today) else {
            form.refuse("No phase of this case is to begin", at: "phase")
            return nil
        }
        if form["phase"] != next.phase.id { form.refuse(Pages.movedOn) }
        if let day, day < current.from {
            form.refuse(
                "First day of the phase must be the same as or after \(current.from.long)",
                at: "begins",
                wrong: [.day]
            )
        }
        guard let day, form.isSound, leave(&form) else { return nil }
        let id = file.item.record.id
        let begun = CasePhase(caseID: id, phase: next.phase.id, startedOn: day)
        let isSaved = try form.saving {
            var entry = Entry()
            entry.put(CasePhase(caseID: id, phase: current.phase.id, startedOn: current.from, endedOn: day))
            entry.put(begun)
            try keeper.enter(entry, purpose: "delivery", summary: "Began the next phase of a case")
        }
        return isSaved ? begun : nil
    }

    /// Opens a case again that closed not long ago, for somebody to hold; whether it is open.
    func reopen(_ form: inout TypedForm, _ leave: Leave) throws -> Bool {
        let reason = form.text("why", "Why it is opened again", orSay: "Enter why the case is opened again", most: 2000)
        let worker = AllocateCase(keeper, file).candidates(on: today).first { $0.id.text == form["worker"] }
        if worker == nil { form.refuse("Select who holds the case", at: "worker") }
        let role: AllocationRole? = form.code("role", orSay: "Select as what they hold it")
        if !file.isOpen, !ClosedCase.mayReopen(file.item.record, on: today) {
            form.refuse("A case can be opened again for \(ClosedCase.monthsToReopen) months after it closed")
        }
        guard !file.isOpen, let worker, let role, form.isSound, leave(&form) else { return false }
        return try form.saving {
            try CloseCase(keeper, file).reopen(to: worker, as: role, reason: reason, version: file.item.version)
        }
    }
}

extension Tier {
    /// The order of need.
    fileprivate var level: Int {
        switch self {
        case .low: 0
        case .medium: 1
        case .high: 2
        }
    }
}
