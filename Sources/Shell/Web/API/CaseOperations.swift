import Access
import Actions
import Deliver
import Records
import Register
import Values

extension APIOperation {
    /// What a case and its family say.
    static let caseReading: [APIOperation] = [
        caseload,
        one(
            Family.self,
            id: "getFamily",
            path: "/families/:id",
            needs: .readFamily,
            .family,
            "One family",
            stage: "Families"
        ),
        list(
            Person.self,
            where: "family_id",
            id: "listPeople",
            path: "/families/:id/people",
            needs: .readFamily,
            .family,
            "The people of a family",
            stage: "Families"
        ),
        one(Case.self, id: "getCase", path: "/cases/:id", needs: .readCase, .ofCase, "One case", stage: "Cases"),
        ofCase(Allocation.self, "listAllocations", "allocations", "Who holds and held a case"),
        ofCase(Contact.self, "listContacts", "contacts", "The contacts of a case"),
        ofCase(PlanStep.self, "listSteps", "steps", "The steps of a case's plan"),
        ofCase(PlanAgreement.self, "listAgreements", "agreements", "What a family said of its plan"),
        ofCase(CaseTask.self, "listTasks", "tasks", "The tasks of a case"),
        ofCase(Goal.self, "listGoals", "goals", "The goals of a case"),
        ofCase(GoalDetail.self, "listGoalDetails", "goal-details", "What a family says of its goals"),
        ofCase(
            FamilyAssessment.self,
            "listFamilyAssessments",
            "family-assessments",
            "The whole-family assessments of a case"
        ),
        ofCase(CaseReview.self, "listReviews", "reviews", "The reviews of a case"),
        ofCase(Assessment.self, "listAssessments", "assessments", "The assessments of a case"),
        ofCase(FollowUpRecord.self, "listFollowUps", "follow-ups", "The follow-ups of a case"),
    ]

    private static func ofCase<Kept: Record>(
        _ kind: Kept.Type,
        _ id: String,
        _ part: String,
        _ summary: String
    ) -> APIOperation {
        list(
            kind,
            where: "case_id",
            id: id,
            path: "/cases/:id/\(part)",
            needs: .readCase,
            .ofCase,
            summary,
            stage: "Cases"
        )
    }

    /// The open cases that the token's user holds today.
    private static let caseload = APIOperation(
        id: "listCaseload",
        method: .get,
        path: "/caseload",
        action: .seeCaseload,
        subject: .none,
        summary: "The cases that the token's user holds today",
        stage: "Cases",
        isPaged: true,
        answer: .page(.record(Case.table))
    ) { keeper, request in
        let today = try keeper.today()
        guard let worker = try keeper.register.user(keeper.actor.id)?.workerID else {
            return try .page([Held<Case>](), request)
        }
        let held = try keeper.register.held(Allocation.self, where: "worker_id", is: .text(worker)).map(\.record)
            .filter { $0.from <= today && ($0.to ?? .latest) >= today }
        let cases = try keeper.register.held(Case.self, where: "case_id", isAnyOf: held.map(\.caseID.text))
            .filter { $0.record.endedOn == nil }
        let closed = try keeper.closedFamilies()
        return try .page(cases.filter { !closed.contains($0.record.familyID.text) }, request)
    }

    /// Work recorded on a case.
    static let caseWriting: [APIOperation] = [
        APIOperation(
            id: "recordContact",
            method: .post,
            path: "/cases/:id/contacts",
            action: .workCase,
            subject: .ofCase,
            summary: "Record a contact",
            stage: "Cases",
            body: .fields([
                APIField("on", .day, required: true, "Day of the contact, while the case was open and not to come."),
                APIField("minutes", .integer, "Minutes it took; left out of a contact that was cancelled."),
                APIField("kind", .code(ContactKind.codes), required: true, "What kind of contact it was."),
                APIField("direct", .boolean, required: true, "Whether it was with the family."),
                APIField("attendance", .code(ContactAttendance.codes), "Whether the family came, to a direct one."),
            ]),
            answer: .record(Contact.table)
        ) { keeper, request in try recordContact(keeper, request) }
    ]

    private static func recordContact(_ keeper: Keeper, _ request: APIRequest) throws -> APIAnswer {
        let body = try APIBody(request.body)
        guard let item = try keeper.register.held(Case.self, key: request.id)?.record else { throw APIProblem.notFound }
        guard let on = Day(iso: body.text("on")) else {
            throw APIProblem.wrong("on", "Day of the contact must be a real date, like 2026-11-21")
        }
        let record = RecordWeek(keeper, week: .week(of: on))
        let lines = try record.lines(of: item)
        let row = WeekRow(
            caseID: request.id,
            day: on.iso,
            minutes: body.text("minutes"),
            kind: body.text("kind"),
            direct: body.text("direct"),
            attendance: body.text("attendance")
        )
        let entry = try record.read([row], for: lines)
        guard entry.faults.isEmpty, let first = entry.entries.first else {
            throw APIProblem.wrong(
                entry.faults.map { fault in
                    APIProblem.Fault(pointer: fault.box == .day ? "/on" : "/\(fault.box.rawValue)", words: fault.words)
                }
            )
        }
        let worker = try keeper.register.user(keeper.actor.id)?.workerID.map { Identifier<Worker>($0) }
        let contact = first.contact(Identifier(keeper.newReference("K")), by: worker)
        var saved = Entry()
        saved.add(contact)
        try keeper.enter(saved, purpose: "delivery", summary: "Recorded a contact")
        return try .saved(contact, keeper)
    }
}
