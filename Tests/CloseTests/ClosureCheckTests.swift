import Close
import Invented
import Plan
import Records
import Testing
import Values

@Suite struct `Closing a case` {
    private static func goal(_ outcome: GoalOutcome) -> Goal {
        Goal(
            id: Identifier("G1"),
            caseID: Identifier("C1"),
            title: "School",
            setOn: day("2026-01-10"),
            outcome: outcome
        )
    }

    private static func plan(_ goals: [Goal], steps: [PlanStep] = []) -> FamilyPlan {
        FamilyPlan(goals: goals, details: [], steps: steps, agreements: [])
    }

    /// A case of which nothing is left open.
    private static var tidy: ClosureCheck.Facts {
        var facts = ClosureCheck.Facts(
            of: .invented("C1", from: "2026-01-01") {
                $0.endReason = .completed
                $0.destination = "Early help"
            },
            closingOn: day("2026-05-01"),
            today: day("2026-05-03"),
            plan: plan([goal(.achieved)])
        )
        facts.contacts = [contact(on: "2026-04-20")]
        facts.reviews = [review(held: "2026-04-28")]
        facts.exitPlan = "School's family worker rings every month."
        return facts
    }

    private static func contact(on: String, attendance: ContactAttendance? = .attended) -> Contact {
        Contact(
            id: Identifier("K\(on)"),
            caseID: Identifier("C1"),
            on: day(on),
            minutes: 60,
            kind: .homeVisit,
            direct: true,
            attendance: attendance
        )
    }

    private static func review(held: String?) -> CaseReview {
        CaseReview(
            id: Identifier("V1"),
            caseID: Identifier("C1"),
            dueOn: day("2026-05-01"),
            heldOn: held.map(day),
            result: nil
        )
    }

    private static func assessment(_ occasion: String) -> Assessment {
        Assessment(
            id: Identifier("A-\(occasion)"),
            caseID: Identifier("C1"),
            instrument: "sdq",
            informant: .parent,
            occasion: occasion,
            completedOn: day("2026-01-10")
        )
    }

    private func check(_ change: (inout ClosureCheck.Facts) -> Void) -> ClosureCheck {
        var facts = Self.tidy
        change(&facts)
        return ClosureCheck(facts)
    }

    @Test func `nothing is said of a case of which nothing is left`() {
        let check = check { _ in }
        #expect(check.allowsClosing)
        #expect(check.warnings.isEmpty)
    }

    @Test func `what is open keeps it from closing`() {
        #expect(check { $0.plan = Self.plan([Self.goal(.open)]) }.blocks == [.openGoals([Identifier("G1")])])
        let task = CaseTask(
            id: Identifier("T1"),
            caseID: Identifier("C1"),
            title: "Ring",
            madeOn: day("2026-01-02"),
            outcome: .open
        )
        #expect(check { $0.tasks = [task] }.blocks == [.openTasks([Identifier("T1")])])
        #expect(check { $0.contacts.append(Self.contact(on: "2026-05-02")) }.blocks == [.laterContacts(1)])
        #expect(check { $0.contacts.append(Self.contact(on: "2026-05-01")) }.blocks == [])
        #expect(check { $0.reviews = [Self.review(held: "2026-05-02")] }.blocks == [.laterReview(day("2026-05-02"))])
    }

    @Test(arguments: [
        ("2025-12-31", [ClosureCheck.Left.beforeTheStart]), ("2026-01-01", []), ("2026-05-03", []),
        ("2026-05-04", [.inTheFuture]),
    ])
    func `only on a day from its start to today`(on: String, blocks: [ClosureCheck.Left]) {
        var facts = ClosureCheck.Facts(
            of: Self.tidy.item,
            closingOn: day(on),
            today: day("2026-05-03"),
            plan: Self.tidy.plan
        )
        facts.exitPlan = "None needed"
        #expect(ClosureCheck(facts).blocks == blocks)
    }

    @Test func `what is missing is said, and does not keep it from closing`() {
        let bare = check {
            $0.plan = Self.plan([])
            $0.exitPlan = nil
            $0.reviews = []
            $0.contacts = [Self.contact(on: "2026-04-20", attendance: .didNotAttend)]
            $0.assessments = [Self.assessment("baseline")]
        }
        #expect(bare.allowsClosing)
        #expect(bare.warnings == [.noExitPlan, .noGoals, .neverReviewed, .noRecentContact, .notMeasuredAtEnd(["sdq"])])
    }

    @Test(arguments: [("2026-04-02", true), ("2026-04-03", false)])
    func `a contact kept in the last 28 days is recent`(on: String, isSaid: Bool) {
        #expect(check { $0.contacts = [Self.contact(on: on)] }.warnings.contains(.noRecentContact) == isSaid)
    }

    @Test func `an instrument answered again at the end is measured`() {
        let both = check { $0.assessments = [Self.assessment("baseline"), Self.assessment("closure")] }
        #expect(both.warnings.isEmpty)
    }

    @Test func `allocations end with it on the last day before it`() {
        func held(_ worker: String, from: String, to: String? = nil) -> Allocation {
            Allocation(
                caseID: Identifier("C1"),
                workerID: Identifier(worker),
                role: .keyWorker,
                from: day(from),
                to: to.map(day)
            )
        }
        let closed = Case.invented("C1", from: "2026-01-01", to: "2026-05-01")
        let ended = ClosedCase.ended(
            [
                held("A", from: "2026-01-01", to: "2026-02-01"), held("B", from: "2026-02-02"),
                held("C", from: "2026-05-01"), held("D", from: "2026-02-02", to: "2026-05-01"),
            ],
            by: closed
        )
        #expect(
            ended == [
                held("B", from: "2026-02-02", to: "2026-04-30"), held("C", from: "2026-05-01", to: "2026-05-01"),
                held("D", from: "2026-02-02", to: "2026-04-30"),
            ]
        )
    }

    @Test(arguments: [("2026-08-01", true), ("2026-08-02", false)])
    func `can be taken back for three months`(on: String, may: Bool) {
        let closed = Case.invented("C1", from: "2026-01-01", to: "2026-05-01") { $0.endReason = .completed }
        #expect(ClosedCase.mayReopen(closed, on: day(on)) == may)
        #expect(ClosedCase.reopened(closed) == .invented("C1", from: "2026-01-01"))
    }
}
