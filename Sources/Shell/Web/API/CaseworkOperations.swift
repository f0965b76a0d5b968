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
        sheet("recordAssessment", "assessments", "Enter the scores of a measure", needs: .measure, .ordinary),
        sheet(
            "recordAdherence",
            "adherence",
            "Enter what a family says of a therapist, by somebody who never held the case",
            needs: .collectAdherence,
            .independent
        ),
        closure,
        reopening,
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
        _ fields: [APIField],
        _ act: @escaping @Sendable (CaseWork, inout TypedForm, APIRequest) throws -> Kept?
    ) -> APIOperation {
        APIOperation(
            id: id,
            method: .post,
            path: "/cases/:id/\(part)",
            action: action,
            subject: .ofCase,
            summary: summary,
            stage: "Cases",
            body: .fields(fields),
            answer: .record(Kept.table)
        ) { keeper, request in
            var form = try TypedForm(APIBody(request.body), fields)
            let work = try caseWork(keeper, request)
            guard let saved = try act(work, &form, request) else { throw form.problem }
            let key = Kept.table.keyText(of: saved.row)
            guard let held = try keeper.register.held(Kept.self, key: key) else { throw APIProblem.notFound }
            return .record(held, status: 201)
        }
    }

    private static func caseWork(_ keeper: Keeper, _ request: APIRequest) throws -> CaseWork {
        let today = try keeper.today()
        guard let file = try CaseFile(keeper.register, request.id, on: today) else { throw APIProblem.notFound }
        return CaseWork(keeper: keeper, file: file, today: today)
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

    // MARK: Closing

    private static let closure: APIOperation = {
        let fields = [
            APIField("ended", .day, required: true, "The day it closes, not to come."),
            APIField("reason", .code(CaseEndReason.codes), required: true, "Why."),
            APIField("destination", .text, "Where the family goes next."),
            APIField("exit", .text, "The exit plan."),
            APIField("drop-tasks", .boolean, "Whether tasks that are still open are no longer needed."),
            APIField("knowing", .boolean, "Whether it closes although something is left open."),
        ]
        return APIOperation(
            id: "closeCase",
            method: .post,
            path: "/cases/:id/closure",
            action: .workCase,
            subject: .ofCase,
            summary: "Close a case; goal-REFERENCE says how a goal ended, living-REFERENCE where a child lives",
            stage: "Cases",
            body: .fields(fields),
            needsVersion: true,
            answer: .record(Case.table)
        ) { keeper, request in
            guard let version = request.version else { throw APIProblem.needsVersion }
            var form = try TypedForm(APIBody(request.body), fields)
            let work = try caseWork(keeper, request)
            guard work.file.item.version == version else { throw APIProblem.movedOn }
            guard work.file.isOpen else { throw APIProblem.wrong("ended", "The case is closed") }
            guard try work.close(&form, { _ in true }).isClosed else { throw form.problem }
            guard let held = try keeper.register.held(Case.self, key: request.id) else { throw APIProblem.notFound }
            return .record(held)
        }
    }()

    private static let reopening: APIOperation = {
        let fields = [
            APIField("why", .text, required: true, "Why, up to 2,000 characters."),
            APIField("worker", .text, required: true, "Who holds it, by their reference."),
            APIField("role", .code(AllocationRole.codes), required: true, "As what."),
        ]
        return APIOperation(
            id: "reopenCase",
            method: .post,
            path: "/cases/:id/reopening",
            action: .allocateCase,
            subject: .ofCase,
            summary: "Open a case again within three months of its closing",
            stage: "Cases",
            body: .fields(fields),
            needsVersion: true,
            answer: .record(Case.table)
        ) { keeper, request in
            guard let version = request.version else { throw APIProblem.needsVersion }
            var form = try TypedForm(APIBody(request.body), fields)
            let work = try caseWork(keeper, request)
            guard work.file.item.version == version else { throw APIProblem.movedOn }
            if work.file.isOpen { form.refuse("The case is open") }
            guard try work.reopen(&form, { _ in true }) else { throw form.problem }
            guard let held = try keeper.register.held(Case.self, key: request.id) else { throw APIProblem.notFound }
            return .record(held)
        }
    }()

    // MARK: Measures

    private static func sheet(
        _ id: String,
        _ part: String,
        _ summary: String,
        needs action: Action,
        _ journey: MeasureJourney
    ) -> APIOperation {
        let fields = [
            APIField("instrument", .text, required: true, "Its name in the definitions, such as sdq."),
            APIField("informant", .code(Informant.codes), required: true, "Who answered."),
            APIField("occasion", .text, required: true, "Such as baseline, review_1, closure or monthly."),
            APIField("completed", .day, required: true, "The day it was completed, not to come."),
            APIField("collected-by", .text, "Who collected it, by their reference as a worker."),
            APIField("about", .text, "The child it is about, where the family has several."),
        ]
        return APIOperation(
            id: id,
            method: .post,
            path: "/cases/:id/\(part)",
            action: action,
            subject: .ofCase,
            summary: "\(summary); score-ITEM gives the score of an item",
            stage: "Cases",
            body: .fields(fields),
            answer: .record(Assessment.table)
        ) { keeper, request in
            let body = try APIBody(request.body)
            let typed = TypedForm(body, fields)
            guard typed.isSound else { throw typed.problem }
            guard let measures = try CaseMeasures(request.id, keeper) else { throw APIProblem.notFound }
            guard let instrument = measures.instruments[body.text("instrument")], journey.takes(instrument),
                instrument.use.isFor(programme: measures.item.programme)
            else { throw APIProblem.wrong("instrument", "instrument must be one for this programme") }
            let worker = try keeper.register.user(keeper.actor.id)?.workerID
            guard journey == .ordinary || !measures.isHeld(by: worker) else { throw APIProblem.notAllowed }
            var form = try MeasureForm(blank: instrument, measures, keeper, by: worker)
            form.take(PageRequest(form: typed.all))
            guard let (head, scores) = form.read() else { throw form.problem }
            do {
                let saved = try EnterSheet(keeper, measures, instrument).add(head, about: form.about, scores)
                guard let held = try keeper.register.held(Assessment.self, key: saved.text) else {
                    throw APIProblem.notFound
                }
                return .record(held, status: 201)
            } catch let refusal as EnterSheet.Refusal {
                throw APIProblem.wrong("occasion", refusal.words)
            }
        }
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
        guard !problems.contains(where: { $0.words == Pages.movedOn }) else { return .movedOn }
        // Of several things wrong with one field the first says it.
        var told: Set<String> = []
        return .wrong(
            problems.map { APIProblem.Fault(pointer: $0.field.map { "/\($0)" } ?? "", words: $0.words) }
                .filter { $0.pointer.isEmpty || told.insert($0.pointer).inserted }
        )
    }
}

extension MeasureForm {
    /// What must be put right, as programs are told it.
    fileprivate var problem: APIProblem {
        .wrong(
            errors.sorted { $0.key < $1.key }
                .map { APIProblem.Fault(pointer: $0.key.isEmpty ? "" : "/\($0.key)", words: $0.value) }
        )
    }
}
