import Actions
import Deliver
import Documents
import FollowUp
import Plan
import Records
import Register
import Review
import Values

/// What somebody does on a case, as it was typed on a page or sent by a program: read, checked and saved in one change.
///
/// Each deed gives what it saved; where something must be put right it gives nothing, and the form says what.
struct CaseWork {
    /// Whether a form that was read without a fault may be acted on; what speaks against it is noted.
    typealias Leave = (inout TypedForm) -> Bool

    let keeper: Keeper
    let file: CaseFile
    let today: Day

    private var caseID: Identifier<Case> { file.item.record.id }

    /// Adds one record in a change of its own.
    private func add<Kept: Record>(
        _ record: Kept,
        _ form: inout TypedForm,
        _ purpose: String,
        _ summary: String
    ) throws
        -> Kept?
    {
        let isSaved = try form.saving {
            var entry = Entry()
            entry.add(record)
            try keeper.enter(entry, purpose: purpose, summary: summary)
        }
        return isSaved ? record : nil
    }

    // MARK: The plan

    /// Sets a goal, with what the family says of it.
    func addGoal(_ form: inout TypedForm, _ leave: Leave) throws -> Goal? {
        let goal = Goal(
            id: Identifier(keeper.newReference("G")),
            caseID: caseID,
            title: form.text("title", "Goal", orSay: "Enter the goal"),
            domain: form.optionalText("domain", "Area of life", most: 100),
            setOn: today,
            outcome: .open
        )
        let detail = detail(of: goal.id, &form)
        guard form.isSound, leave(&form) else { return nil }
        let isSaved = try form.saving {
            var entry = Entry()
            entry.add(goal)
            if let detail { entry.add(detail) }
            try keeper.enter(entry, purpose: "planning", summary: "Set a goal")
        }
        return isSaved ? goal : nil
    }

    /// Changes a goal, or settles it, over the versions in the file, with what the family says of it.
    func changeGoal(_ held: Held<Goal>, _ form: inout TypedForm, _ leave: Leave) throws -> Goal? {
        var goal = held.record
        goal.title = form.text("title", "Goal", orSay: "Enter the goal")
        goal.domain = form.optionalText("domain", "Area of life", most: 100)
        if let outcome: GoalOutcome = form.code("outcome", orSay: "Select how the goal stands") {
            goal.outcome = outcome
        }
        goal.closedOn = goal.outcome == .open ? nil : form.day("closed", "Day it was settled", upTo: today)
        if let closed = goal.closedOn, closed < goal.setOn {
            form.refuse(
                "Day it was settled must be the same as or after \(goal.setOn.long) when it was set",
                at: "closed"
            )
        }
        let known = file.detail(of: held.record)
        let detail = detail(of: goal.id, &form) ?? known.map { _ in GoalDetail(goalID: goal.id, caseID: caseID) }
        guard form.isSound, leave(&form) else { return nil }
        let isSaved = try form.saving {
            var entry = Entry()
            entry.revise(goal, version: held.version)
            if let detail {
                if let known { entry.revise(detail, version: known.version) } else { entry.add(detail) }
            }
            try keeper.enter(entry, purpose: "planning", summary: "Changed a goal")
        }
        return isSaved ? goal : nil
    }

    /// A goal as its form has it.
    func form(of goal: Goal) -> TypedForm {
        let detail = file.detail(of: goal)?.record
        var form = TypedForm([
            "title": goal.title, "words": detail?.familyWords ?? "", "measure": detail?.measure ?? "",
            "domain": goal.domain ?? "", "outcome": goal.outcome.rawValue,
        ])
        form.set("closed", goal.closedOn ?? today)
        return form
    }

    /// What the family says of a goal; nil where it says nothing.
    private func detail(of goal: Identifier<Goal>, _ form: inout TypedForm) -> GoalDetail? {
        let words = form.optionalText("words", "In the family's own words")
        let measure = form.optionalText("measure", "How everybody will know")
        guard words != nil || measure != nil else { return nil }
        return GoalDetail(goalID: goal, caseID: caseID, familyWords: words, measure: measure)
    }

    func addStep(_ form: inout TypedForm, _ leave: Leave) throws -> PlanStep? {
        let goal = file.goals.first { $0.record.id.text == form["goal"] }?.record.id
        let step = PlanStep(
            id: Identifier(keeper.newReference("STEP")),
            caseID: caseID,
            goalID: goal,
            title: form.text("step", "Step", orSay: "Enter the step"),
            who: form.text("who", "Who does it", orSay: "Enter who does it"),
            by: form.optionalDay("by", "By when"),
            setOn: today,
            outcome: .open
        )
        if goal == nil, !form["goal"].isEmpty { form.refuse("Select a goal of this plan", at: "goal") }
        guard form.isSound, leave(&form) else { return nil }
        return try add(step, &form, "planning", "Agreed a step")
    }

    /// Records that the family agreed to the plan as it stands today.
    func agree(_ form: inout TypedForm, _ leave: Leave) throws -> PlanAgreement? {
        let agreement = PlanAgreement(
            caseID: caseID,
            agreedOn: today,
            agreedBy: form.text("agreed-by", "Who agreed", orSay: "Enter who agreed"),
            familyWords: form.optionalText("said", "What they say of the plan"),
            disagreement: form.optionalText("disagreement", "What they do not agree with")
        )
        let earlier = file.agreements.first { $0.record.agreedOn == today }
        guard form.isSound, leave(&form) else { return nil }
        let isSaved = try form.saving {
            var entry = Entry()
            // Said twice on one day, the later stands; the earlier stays in the history.
            if let earlier { entry.revise(agreement, version: earlier.version) } else { entry.add(agreement) }
            try keeper.enter(entry, purpose: "planning", summary: "Recorded a family's agreement to its plan")
        }
        return isSaved ? agreement : nil
    }

    // MARK: Tasks and notes

    func addTask(_ form: inout TypedForm, _ leave: Leave) throws -> CaseTask? {
        let worker = file.allocations.map(\.record.workerID).first { $0.text == form["worker"] }
        let task = CaseTask(
            id: Identifier(keeper.newReference("TASK")),
            caseID: caseID,
            title: form.text("task", "Task", orSay: "Enter the task"),
            workerID: worker,
            madeOn: today,
            remindOn: form.optionalDay("remind", "Remind me from"),
            dueOn: form.optionalDay("due", "Due"),
            outcome: .open
        )
        if worker == nil, !form["worker"].isEmpty { form.refuse("Select somebody who holds the case", at: "worker") }
        guard form.isSound, leave(&form) else { return nil }
        return try add(task, &form, "delivery", "Noted a task")
    }

    /// Writes a note about a day: today, where the form does not ask for one.
    func addNote(_ form: inout TypedForm, _ leave: Leave) throws -> CaseNote? {
        let day = form.asks("on") ? form.day("on", "Day it is about", upTo: today) : today
        let note = CaseNote(
            id: Identifier(keeper.newReference("NOTE")),
            caseID: caseID,
            on: day ?? today,
            purpose: form.code("purpose", orSay: "Select what the note is for") ?? .caseNote,
            visibility: form.code("visibility", orSay: "Select who may read it") ?? .supervisors,
            author: keeper.actor.id,
            words: form.text("words", "Note", orSay: "Enter the note", most: 4000)
        )
        guard form.isSound, leave(&form) else { return nil }
        return try add(note, &form, "delivery", "Wrote a note")
    }

    // MARK: Reviews and follow-ups

    /// Records a review: over the one that was due, or as a new one.
    ///
    /// - Parameters:
    ///   - form: what was typed.
    ///   - next: the day of the review that the form was made for; nil where it names none.
    ///   - leave: whether it may be acted on.
    /// - Returns: the review.
    /// - Throws: whatever saving throws.
    func holdReview(_ form: inout TypedForm, for next: String?, _ leave: Leave) throws -> CaseReview? {
        let held = form.day("held", "Day it was held", upTo: today)
        let result: ReviewResult? = form.code("result", orSay: "Select what was decided")
        let agencies = form.optionalText("agencies", "Agencies", most: 500)
        let summary = form.optionalText("summary", "What was said and decided")
        let familyCame = form.flag("family")
        if let held, held < file.item.record.startedOn {
            let start = file.item.record.startedOn.long
            form.refuse(
                "Day it was held must be the same as or after \(start) when the case started",
                at: "held",
                wrong: [.day]
            )
        }
        guard let due = file.reviewSchedule.next else {
            form.refuse("The case is closed, and no review is due")
            return nil
        }
        if let next, due.on.iso != next { form.refuse(Pages.movedOn) }
        guard let held, form.isSound, leave(&form) else { return nil }
        let known = file.reviews.first { $0.record.id == due.recorded }
        let review = CaseReview(
            id: due.recorded ?? Identifier(keeper.newReference("V")),
            caseID: caseID,
            dueOn: due.on,
            heldOn: held,
            result: result
        )
        let isSaved = try form.saving {
            var entry = Entry()
            if let known { entry.revise(review, version: known.version) } else { entry.add(review) }
            entry.put(
                ReviewDetail(
                    reviewID: review.id,
                    caseID: caseID,
                    familyCame: familyCame,
                    agencies: agencies,
                    summary: summary
                )
            )
            try keeper.enter(entry, purpose: "review", summary: "Recorded a review")
        }
        return isSaved ? review : nil
    }

    /// Records what was seen of the children at a milestone.
    func followUp(
        _ asked: [FollowUpSchedule.Milestone],
        at months: Int,
        _ form: inout TypedForm,
        _ leave: Leave
    ) throws
        -> [FollowUpRecord]?
    {
        let records = seen(asked, &form)
        guard form.isSound, leave(&form) else { return nil }
        let isSaved = try form.saving {
            var entry = Entry()
            for record in records { entry.add(record) }
            try keeper.enter(entry, purpose: "follow-up", summary: "Recorded a follow-up at \(months) months")
        }
        return isSaved ? records : nil
    }

    private func seen(_ asked: [FollowUpSchedule.Milestone], _ form: inout TypedForm) -> [FollowUpRecord] {
        let day = form.day("seen", "Day they were seen or asked about", upTo: today)
        let source = form.optionalText("source", "Who said so", most: 200)
        var records: [FollowUpRecord] = []
        for milestone in asked {
            let child = milestone.child
            guard let day, let living: Living = form.optionalCode("living-\(child.text)") else { continue }
            guard day >= milestone.opensOn, day <= milestone.lastDay else {
                let words = "\(milestone.opensOn.long) to \(milestone.lastDay.long)"
                form.refuse(
                    "To count at \(milestone.months) months the day must be from \(words)",
                    at: "seen",
                    wrong: [.day]
                )
                break
            }
            records.append(
                FollowUpRecord(
                    caseID: caseID,
                    personID: child,
                    milestoneMonths: milestone.months,
                    observedOn: day,
                    living: living,
                    inEducationOrWork: form.flag("busy-\(child.text)"),
                    source: source
                )
            )
        }
        if records.isEmpty, form.isSound, let first = asked.first {
            form.refuse("Select where at least one child lives", at: "living-\(first.child.text)")
        }
        return records
    }
}

extension CaseFile {
    /// What the family says of a goal, as it stands; nil where it says nothing.
    func detail(of goal: Goal) -> Held<GoalDetail>? { details.first { $0.record.goalID == goal.id } }
}
