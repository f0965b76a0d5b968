import Access
import Actions
import Assess
import Deliver
import FollowUp
import Records
import Register
import Values

extension APIOperation {
    /// Work on a case by programs: the same deeds as on its pages, by the same rules.
    static let casework: [APIOperation] = [
        deed(
            "allocateCase",
            "allocations",
            "Allocate a case to a worker, or hand it over",
            needs: .allocateCase,
            [
                APIField("worker", .text, required: true, "Who takes it, by their reference."),
                APIField("role", .code(AllocationRole.codes), required: true, "As what."),
                APIField(
                    "from",
                    .day,
                    required: true,
                    "Their first day; whoever held it in this role holds it to the day before."
                ),
            ]
        ) { work, form, _ in try work.allocate(&form) { _ in true } },
        deed(
            "assessFamily",
            "family-assessments",
            "Write a whole-family assessment",
            [
                APIField("assessed", .day, required: true, "The day, not to come."),
                APIField("took-part", .text, required: true, "Who took part."),
                APIField("child-words", .text, "What the children say, in their own words."),
                APIField("family-words", .text, "What the family says, in its own words."),
                APIField("child-strengths", .text, "What goes well for the children."),
                APIField("child-needs", .text, "What the children need."),
                APIField("carer-strengths", .text, "What goes well for the parents or carers."),
                APIField("carer-needs", .text, "What the parents or carers need."),
                APIField("family-strengths", .text, "What goes well for the family, in its home and around it."),
                APIField("family-needs", .text, "What the family needs, in its home and around it."),
                APIField("meaning", .text, required: true, "What it means, and what should change."),
            ]
        ) { work, form, _ in try work.assess(&form) { _ in true } },
        deed(
            "addGoal",
            "goals",
            "Set a goal of the plan",
            [
                APIField("title", .text, required: true, "What is to change."),
                APIField("words", .text, "In the family's own words."),
                APIField("measure", .text, "How everybody will know."),
                APIField("domain", .text, "Area of life."),
            ]
        ) { work, form, _ in try work.addGoal(&form) { _ in true } },
        deed(
            "changeGoal",
            "goals/change",
            "Change a goal, or settle it; what is left out stays as it is",
            needsVersion: true,
            [
                APIField("goal", .text, required: true, "The goal, by its reference; If-Match names its version."),
                APIField("title", .text, "What is to change."),
                APIField("words", .text, "In the family's own words."),
                APIField("measure", .text, "How everybody will know."),
                APIField("domain", .text, "Area of life."),
                APIField("outcome", .code(GoalOutcome.codes), "How it stands."),
                APIField("closed", .day, "Day it was settled, not to come; today where it is left out."),
                APIField(
                    "detail-version",
                    .integer,
                    "To change words or measure where they stand: the version that listGoalDetails gave."
                ),
            ],
            changeGoal
        ),
        deed(
            "addStep",
            "steps",
            "Agree a step of the plan",
            [
                APIField("step", .text, required: true, "What is to be done."),
                APIField("who", .text, required: true, "Who does it."), APIField("by", .day, "By when."),
                APIField("goal", .text, "For which goal, by its reference; for the whole plan where it is left out."),
            ]
        ) { work, form, _ in try work.addStep(&form) { _ in true } },
        deed(
            "agreePlan",
            "agreements",
            "Record what the family says of the plan as it stands today",
            [
                APIField("agreed-by", .text, required: true, "Who agreed."),
                APIField("said", .text, "What they say of it."),
                APIField("disagreement", .text, "What they do not agree with."),
            ]
        ) { work, form, _ in try work.agree(&form) { _ in true } },
        deed(
            "addTask",
            "tasks",
            "Note a task",
            [
                APIField("task", .text, required: true, "What is to be done."), APIField("due", .day, "Until when."),
                APIField("remind", .day, "Shown from this day on."),
                APIField("worker", .text, "Who of those who hold the case; whoever holds it where it is left out."),
            ]
        ) { work, form, _ in try work.addTask(&form) { _ in true } },
        deed(
            "settleStep",
            "steps/settlement",
            "Settle a step of the plan",
            [
                APIField("step", .text, required: true, "The step, by its reference."),
                APIField("outcome", .code(settlements), required: true, "How it was settled."),
            ]
        ) { work, form, _ in try work.settleStep(form["step"], &form) { _ in true } },
        deed(
            "settleTask",
            "tasks/settlement",
            "Settle a task",
            [
                APIField("task", .text, required: true, "The task, by its reference."),
                APIField("outcome", .code(settlements), required: true, "How it was settled."),
            ]
        ) { work, form, _ in try work.settleTask(form["task"], &form) { _ in true } },
        deed(
            "writeNote",
            "notes",
            "Write a note",
            [
                APIField("on", .day, required: true, "The day it is about, not to come."),
                APIField("purpose", .code(NotePurpose.codes), required: true, "What it is for."),
                APIField("visibility", .code(NoteVisibility.codes), required: true, "Who may read it."),
                APIField("words", .text, required: true, "What it says, up to 4,000 characters."),
            ]
        ) { work, form, _ in try work.addNote(&form) { _ in true } },
        deed(
            "holdReview",
            "reviews",
            "Record a review that was held",
            [
                APIField("held", .day, required: true, "The day, not to come."),
                APIField("result", .code(ReviewResult.codes), required: true, "What was decided."),
                APIField("family", .boolean, "Whether somebody of the family took part."),
                APIField("agencies", .text, "Agencies that took part, separated by semicolons."),
                APIField("summary", .text, "What was said and decided."),
            ]
        ) { work, form, _ in try work.holdReview(&form, for: nil) { _ in true } },
        deed(
            "moveLevel",
            "level",
            "Step a case up or down to another tier of need",
            [
                APIField("tier", .code(Tier.codes), required: true, "The new tier."),
                APIField("why", .text, required: true, "Why, up to 2,000 characters."),
            ]
        ) { work, form, _ in try openOnly(work, &form) ? work.moveLevel(&form) { _ in true } : nil },
        deed(
            "beginPhase",
            "phases",
            "End the phase under way and begin the next",
            [
                APIField("phase", .text, required: true, "The phase that begins, by its name in the programme."),
                APIField("begins", .day, required: true, "Its first day, not to come."),
            ]
        ) { work, form, _ in try openOnly(work, &form) ? work.beginPhase(&form) { _ in true } : nil },
        deed(
            "recordFollowUp",
            "follow-ups",
            "Record where a child lives at a milestone after closure",
            needs: .followUpCase,
            [
                APIField("months", .integer, required: true, "The milestone: months after closure."),
                APIField("child", .text, required: true, "The child, by their reference."),
                APIField("seen", .day, required: true, "The day they were seen or asked about."),
                APIField("living", .code(Living.codes), required: true, "Where they live."),
                APIField("busy", .boolean, "Whether they are in education or work."),
                APIField("source", .text, "Who said so."),
            ],
            recordFollowUp
        ),
        deed(
            "closeCase",
            "closure",
            "Close a case; goal-REFERENCE says how a goal ended, living-REFERENCE where a child lives",
            needsVersion: true,
            [
                APIField("ended", .day, required: true, "The day it closes, not to come."),
                APIField("reason", .code(CaseEndReason.codes), required: true, "Why."),
                APIField("destination", .text, "Where the family goes next."),
                APIField("exit", .text, "The exit plan."),
                APIField("drop-tasks", .boolean, "Whether tasks that are still open are no longer needed."),
                APIField("knowing", .boolean, "Whether it closes although something is left open."),
            ],
            close
        ),
        deed(
            "reopenCase",
            "reopening",
            "Open a case again within three months of its closing",
            needs: .allocateCase,
            needsVersion: true,
            [
                APIField("why", .text, required: true, "Why, up to 2,000 characters."),
                APIField("worker", .text, required: true, "Who holds it, by their reference."),
                APIField("role", .code(AllocationRole.codes), required: true, "As what."),
            ],
            reopen
        ),
    ]

    private static let settlements = StepOutcome.codes.filter { $0 != StepOutcome.open.rawValue }

    /// Whether the case is open; a page of a closed one does not offer what moves it.
    private static func openOnly(_ work: CaseWork, _ form: inout TypedForm) -> Bool {
        if !work.file.isOpen { form.refuse("The case is closed. Open it again first") }
        return work.file.isOpen
    }

    /// One deed on a case: how what is sent is read, and what is answered.
    private static func deed<Kept: Record>(
        _ id: String,
        _ part: String,
        _ summary: String,
        needs action: Action = .workCase,
        needsVersion: Bool = false,
        _ fields: [APIField],
        _ act: @escaping @Sendable (CaseWork, inout TypedForm, APIRequest) throws -> Kept?
    ) -> APIOperation {
        change(
            id,
            at: "/cases/:id/\(part)",
            needs: action,
            .ofCase,
            summary,
            stage: "Cases",
            needsVersion: needsVersion,
            fields,
            on: { keeper, request in
                let today = try keeper.today()
                return try CaseFile.read(keeper.register, request.id, on: today).map { file in
                    CaseWork(keeper: keeper, file: file, today: today)
                }
            },
            act
        )
    }

    private static func recordFollowUp(
        _ work: CaseWork,
        _ form: inout TypedForm,
        _ request: APIRequest
    ) throws
        -> FollowUpRecord?
    {
        let child = form["child"]
        let milestone = work.file.followUpSchedule(work.keeper.definitions, on: work.today).milestones.first {
            $0.child.text == child && "\($0.months)" == form["months"]
        }
        guard let milestone, milestone.isToBeAsked else {
            form.refuse(
                "Nothing is asked of this child at this milestone now",
                at: milestone == nil ? "child" : "months"
            )
            return nil
        }
        form.set("living-\(child)", form["living"])
        form.set("busy-\(child)", form["busy"])
        return try work.followUp([milestone], at: milestone.months, &form) { _ in true }?.first
    }

    // MARK: Changing

    private static func changeGoal(_ work: CaseWork, _ form: inout TypedForm, _ request: APIRequest) throws -> Goal? {
        guard let held = work.file.goals.first(where: { $0.record.id.text == form["goal"] }) else {
            form.refuse("Select a goal of this plan", at: "goal")
            return nil
        }
        try request.mustBeOver(held.version)
        // What the family says has versions of its own.
        if let detail = work.file.detail(of: held.record), form.all["words"] != nil || form.all["measure"] != nil {
            switch form["detail-version"] {
            case "\(detail.version)": break
            case "": form.refuse("Name the version that listGoalDetails gave it", at: "detail-version")
            default: throw APIProblem.movedOn
            }
        }
        form.fill(from: work.form(of: held.record))
        return try work.changeGoal(held, &form) { _ in true }
    }

    private static func close(_ work: CaseWork, _ form: inout TypedForm, _ request: APIRequest) throws -> Case? {
        try request.mustBeOver(work.file.item.version)
        guard work.file.isOpen else {
            form.refuse("The case is closed", at: "ended")
            return nil
        }
        return try work.close(&form) { _ in true }.isClosed ? work.file.item.record : nil
    }

    private static func reopen(_ work: CaseWork, _ form: inout TypedForm, _ request: APIRequest) throws -> Case? {
        try request.mustBeOver(work.file.item.version)
        if work.file.isOpen { form.refuse("The case is open") }
        return try work.reopen(&form) { _ in true } ? work.file.item.record : nil
    }
}

extension TypedForm {
    /// What a program sent, as somebody would have typed it; days that are none are noted.
    init(_ body: APIBody, _ fields: [APIField]) {
        self.init(Dictionary(body.names.map { ($0, body.text($0)) }) { first, _ in first })
        for field in fields {
            let text = body.text(field.name)
            switch field.kind {
            case .day:
                guard !text.isEmpty else { continue }
                let day = Day(iso: text)
                set(field.name, day)
                if day == nil { refuse("\(field.name) must be a real date, like 2026-11-21", at: field.name) }
            case .code(let codes):
                guard field.isRequired || !text.isEmpty, !codes.contains(text) else { continue }
                refuse("\(field.name) must be one of \(codes.joined(separator: ", "))", at: field.name)
            default: continue
            }
        }
    }

    /// What must be put right, as programs are told it.
    var problem: APIProblem {
        guard !hasMovedOn else { return .movedOn }
        // Of several things wrong with one field the first says it.
        var told: Set<String> = []
        return .wrong(
            problems.map { APIProblem.Fault(pointer: $0.field.map { "/\($0)" } ?? "", words: $0.words) }
                .filter { $0.pointer.isEmpty || told.insert($0.pointer).inserted }
        )
    }
}
