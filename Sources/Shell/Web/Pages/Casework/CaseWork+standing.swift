import Actions
import Close
import Deliver
import Documents
import Plan
import Records
import Register
import Values

/// Who holds a case, and whether it is open.
extension CaseWork {
    // MARK: Allocation

    /// Allocates the case or hands it over; gives who takes it and from when.
    func allocate(_ form: inout TypedForm, _ leave: Leave) throws -> Allocation? {
        let allocate = AllocateCase(keeper, file)
        let worker = allocate.candidates(on: today).first { $0.id.text == form["worker"] }
        if worker == nil { form.refuse("Select who takes the case", at: "worker") }
        let role: AllocationRole? = form.code("role", orSay: "Select as what they hold it")
        let from = form.day("from", "First day")
        guard let worker, let role, let from, form.isSound, leave(&form) else { return nil }
        do {
            guard try form.saving({ try allocate.run(to: worker, as: role, on: from) }) else { return nil }
        } catch let refusal as Handover.Refusal {
            form.refuse(
                refusal.words(of: file.item.record),
                at: refusal.field,
                wrong: refusal.field == "from" ? [.day] : []
            )
            return nil
        }
        return Allocation(caseID: file.item.record.id, workerID: worker.id, role: role, from: from)
    }

    // MARK: Settling

    /// Settles an open step of the plan.
    func settleStep(_ id: String, _ form: inout TypedForm, _ leave: Leave) throws -> PlanStep? {
        try settle(id, among: file.steps, "step", "of this plan", &form, leave)
    }

    /// Settles an open task.
    func settleTask(_ id: String, _ form: inout TypedForm, _ leave: Leave) throws -> CaseTask? {
        try settle(id, among: file.tasks, "task", "of this case", &form, leave)
    }

    private func settle<Kept: Settled>(
        _ id: String,
        among all: [Held<Kept>],
        _ what: String,
        _ place: String,
        _ form: inout TypedForm,
        _ leave: Leave
    ) throws
        -> Kept?
    {
        guard let held = all.first(where: { Kept.table.keyText(of: $0.record.row) == id }) else {
            form.refuse("Select a \(what) \(place)", at: what)
            return nil
        }
        if held.record.outcome != .open { form.refuse("This \(what) is settled already", at: what) }
        guard let outcome = settled(&form), form.isSound, leave(&form) else { return nil }
        var record = held.record
        record.outcome = outcome
        record.settledOn = max(today, record.beganOn)
        let isSaved = try form.saving {
            var entry = Entry()
            entry.revise(record, version: held.version)
            try keeper.enter(entry, purpose: "planning", summary: "Settled a \(what)")
        }
        return isSaved ? record : nil
    }

    private func settled(_ form: inout TypedForm) -> StepOutcome? {
        let outcome: StepOutcome? = form.code("outcome", orSay: "Select how it was settled")
        guard outcome != .open else {
            form.refuse("Select how it was settled", at: "outcome")
            return nil
        }
        return outcome
    }

    // MARK: Closing

    /// What a form says of closing the case; nil where it says too little.
    func closing(_ form: inout TypedForm) -> CloseCase.Draft? {
        let day = form.day("ended", "Day it closes", upTo: today)
        let reason: CaseEndReason? = form.code("reason", orSay: "Select why the case closes")
        guard let day, let reason else { return nil }
        var draft = CloseCase.Draft(on: day, reason: reason)
        draft.destination = form.optionalText("destination", "Where the family goes next", most: 200)
        draft.exitPlan = form.optionalText("exit", "Exit plan")
        for goal in file.plan.openGoals {
            if let outcome: GoalOutcome = form.optionalCode("goal-\(goal.id.text)") { draft.goals[goal.id] = outcome }
        }
        for child in file.children(on: day) {
            if let living: Living = form.optionalCode("living-\(child.id.text)") { draft.living[child.id] = living }
        }
        draft.dropsTasks = form["drop-tasks"] == "yes"
        return draft
    }

    /// Closes the case where nothing keeps it from closing, and what else is left is left knowingly.
    ///
    /// - Parameters:
    ///   - form: what was typed.
    ///   - leave: whether it may be acted on.
    /// - Returns: whether it is closed, and what was found to be left; nil of a form that says too little.
    /// - Throws: whatever saving throws.
    func close(_ form: inout TypedForm, _ leave: Leave) throws -> (isClosed: Bool, check: ClosureCheck?) {
        guard let draft = closing(&form) else { return (false, nil) }
        let close = CloseCase(keeper, file)
        let check = try close.check(draft)
        for left in check.blocks { refuse(left, &form) }
        if check.allowsClosing, !check.warnings.isEmpty, form["knowing"] != "yes" {
            form.refuse("Confirm that the case closes although something is left open", at: "knowing")
        }
        guard form.isSound, leave(&form) else { return (false, check) }
        let isSaved = try form.saving {
            try close.run(
                draft,
                version: file.item.version,
                leaving: check.warnings.map { $0.words(keeper.definitions) }
            )
        }
        return (isSaved, check)
    }

    private func refuse(_ left: ClosureCheck.Left, _ form: inout TypedForm) {
        switch left {
        case .openGoals(let goals):
            for goal in goals { form.refuse("Select how the goal ended", at: "goal-\(goal.text)") }
        case .openTasks:
            form.refuse("Settle the open tasks, or confirm that they are no longer needed", at: "drop-tasks")
        case .inTheHome: form.refuse(left.words(keeper.definitions), at: "reason")
        default: form.refuse(left.words(keeper.definitions), at: "ended", wrong: [.day])
        }
    }
}

/// What stands open until somebody settles it.
private protocol Settled: Record {
    var outcome: StepOutcome { get set }
    var settledOn: Day? { get set }
    /// The day from which it stands.
    var beganOn: Day { get }
}

extension PlanStep: Settled {
    fileprivate var beganOn: Day { setOn }
}

extension CaseTask: Settled {
    fileprivate var beganOn: Day { madeOn }
}

extension Handover.Refusal {
    fileprivate var field: String {
        switch self {
        case .caseIsClosed, .notInPost, .holdsItAlready: "worker"
        case .beforeTheCase, .beforeTheHolder: "from"
        }
    }

    fileprivate func words(of item: Case) -> String {
        switch self {
        case .caseIsClosed: "The case is closed. Open it again first"
        case .beforeTheCase: "First day must be the same as or after \(item.startedOn.long) when the case started"
        case .notInPost: "This worker is not in post on that day"
        case .holdsItAlready: "This worker holds the case in this role already"
        case .beforeTheHolder: "First day must be the same as or after the day from which it is held now"
        }
    }
}
