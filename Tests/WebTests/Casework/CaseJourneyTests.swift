import Access
import Actions
import Deliver
import Records
import Refer
import Register
import Review
import Testing
import Values
import Workshop

@testable import Web

@Suite struct `A case from allocation to follow-up` {
    private let team: CaseworkService

    init() throws {
        team = try CaseworkService()
    }

    @Test func `a plan is made, agreed and settled`() throws {
        let browser = try team.keyWorker()
        try browser.open("/cases/C1/plan")
        #expect(try browser.send("/cases/C1/goals", ["title": ""]).status == 422)
        #expect(
            try browser.send("/cases/C1/goals", ["title": "Sam goes to school", "words": "We want calm mornings"])
                .status
                == 303
        )
        let goal = try #require(try team.file().goals.first?.record)
        try browser.open("/cases/C1/plan")
        let step = ["step": "Ring the school", "who": "Kim", "goal": goal.id.text]
            .merging(CaseworkService.date("by", team.today + 7)) { $1 }
        #expect(try browser.send("/cases/C1/steps", step).status == 303)
        try browser.open("/cases/C1/plan")
        #expect(
            try browser.send("/cases/C1/agreement", ["agreed-by": "Maria", "said": "That will help"]).status == 303
        )
        let page = try browser.open("/cases/C1/plan")
        #expect(page.text.contains("We want calm mornings") && page.text.contains("That will help"))
        #expect(page.text.contains("Agreed on \(team.today.long)"))
        let id = try #require(try team.file().steps.first).record.id.text
        #expect(try browser.send("/cases/C1/steps/\(id)", ["outcome": "done"]).status == 303)
        #expect(try team.file().steps.map(\.record.outcome) == [.done])
        try browser.open("/cases/C1/goals/\(goal.id.text)")
        let typed = ["title": goal.title, "words": "Calm mornings", "measure": "", "outcome": "achieved"]
            .merging(CaseworkService.date("closed", team.today)) { $1 }
        #expect(try browser.send("/cases/C1/goals/\(goal.id.text)", typed).status == 303)
        #expect(try team.file().goals.map(\.record.outcome) == [.achieved])
        #expect(try team.file().details.map(\.record.familyWords) == ["Calm mornings"])
    }

    @Test func `a handover leaves no day without a holder, and takes the tasks along`() throws {
        let kim = try team.keyWorker()
        try kim.open("/cases/C1")
        #expect(try kim.send("/cases/C1/tasks", ["task": "Ring the school", "worker": "W1"]).status == 303)
        #expect(try kim.open("/cases/C1/allocation").status == 403)
        let max = try team.supervisor()
        try max.open("/cases/C1/allocation")
        let again = max.tab()
        let typed = ["worker": "W2", "role": "key_worker"].merging(CaseworkService.date("from", team.today)) { $1 }
        #expect(try max.send("/cases/C1/allocation", typed).status == 303)
        // The same form sent again is answered as it was; another one from the page of before is not taken.
        #expect(try again.send("/cases/C1/allocation", typed).status == 303)
        #expect(try again.send("/cases/C1/allocation", typed.merging(["role": "therapist"]) { $1 }).status == 422)
        let file = try team.file()
        #expect(file.ownership.owner(on: team.today) == .holder(Identifier("W2"), .keyWorker))
        #expect(file.ownership.firstUnheldDay(from: file.item.record.startedOn, upTo: team.today + 400) == nil)
        #expect(file.tasks.map(\.record.workerID?.text) == ["W2"])
        // Whoever gave it up no longer sees it among their cases, nor works on it.
        #expect(try !kim.open("/caseload").text.contains("Ashdown1"))
        #expect(try kim.send("/cases/C1/notes", ["words": "Late"]).status == 404)
    }

    @Test func `a review is held, the next is due in three months, and the tier changes with its reason`() throws {
        let browser = try team.keyWorker()
        let list = try browser.open("/caseload")
        #expect(list.text.contains("First review") && list.text.contains("Overdue"))
        try browser.open("/cases/C1/reviews")
        #expect(try browser.send("/cases/C1/reviews", CaseworkService.date("held", team.today)).status == 422)
        let typed = CaseworkService.date("held", team.today)
            .merging(["result": "step_down", "family": "yes", "agencies": "school; health"]) { $1 }
        #expect(try browser.send("/cases/C1/reviews", typed).status == 303)
        let file = try team.file()
        #expect(file.reviews.map(\.record.heldOn) == [team.today])
        #expect(file.reviewDetails.map(\.record.agencies) == ["school; health"])
        let start = file.item.record.startedOn
        #expect(file.reviews.map(\.record.dueOn) == [start.adding(months: 1)])
        #expect(file.reviewSchedule.next?.on == start.adding(months: 4))
        try browser.open("/cases/C1/reviews")
        #expect(try browser.send("/cases/C1/level", ["tier": "low", "why": "Mornings are calm"]).status == 303)
        #expect(try team.file().item.record.tier == .low)
        #expect(try browser.open("/cases/C1/chronology").text.contains("Mornings are calm"))
    }

    @Test func `a two-phase programme moves from the home to the community`() throws {
        let browser = try team.keyWorker()
        let page = try browser.open("/cases/C6/reviews")
        #expect(page.text.contains("In the home") && page.text.contains("In the community"))
        let typed = CaseworkService.date("begins", team.today)
        #expect(try browser.send("/cases/C6/phase", typed).status == 303)
        let phases = try team.file("C6").phases.map(\.record)
        #expect(phases.map(\.phase) == ["home", "community"])
        #expect(phases.map(\.endedOn) == [team.today, nil])
    }

    @Test func `closes with nothing left open, opens again with an owner, and is followed up`() throws {
        let kim = try team.keyWorker()
        try kim.open("/cases/C1/plan")
        try kim.send("/cases/C1/goals", ["title": "Sam goes to school"])
        let goal = try #require(try team.file().goals.first).record.id.text
        try kim.open("/cases/C1")
        try kim.send("/cases/C1/tasks", ["task": "Ring the school"])
        try kim.open("/cases/C1/closure")
        var typed = CaseworkService.date("ended", team.today)
            .merging(["reason": "completed", "destination": "Early help", "exit": "School rings monthly"]) { $1 }
        let refused = try kim.send("/cases/C1/closure", typed)
        #expect(refused.status == 422)
        #expect(refused.text.contains("Select how the goal ended") && refused.text.contains("Settle the open tasks"))
        #expect(refused.text.contains("School rings monthly"))
        typed["goal-\(goal)"] = "achieved"
        typed["drop-tasks"] = "yes"
        let warned = try kim.send("/cases/C1/closure", typed)
        #expect(warned.status == 422 && warned.text.contains("Confirm that the case closes"))
        typed["knowing"] = "yes"
        #expect(try kim.send("/cases/C1/closure", typed).status == 303)
        let file = try team.file()
        #expect(file.item.record.endedOn == team.today && file.item.record.endReason == .completed)
        #expect(file.goals.map(\.record.outcome) == [.achieved])
        #expect(file.tasks.map(\.record.outcome) == [.dropped])
        #expect(file.allocations.map(\.record.to) == [team.today - 1])
        #expect(file.closures.map(\.record.exitPlan) == ["School rings monthly"])
        let max = try team.supervisor()
        try max.open("/cases/C1/reopening")
        let again = ["why": "Closed by mistake", "worker": "W2", "role": "key_worker"]
        #expect(try max.send("/cases/C1/reopening", again).status == 303)
        let open = try team.file()
        #expect(open.isOpen && open.item.record.endReason == nil)
        #expect(open.ownership.owner(on: team.today) == .holder(Identifier("W2"), .keyWorker))
        #expect(open.ownership.firstUnheldDay(from: open.item.record.startedOn, upTo: team.today) == nil)
    }

    @Test func `a milestone whose time has come is asked, and once`() throws {
        var item = try team.file("C2").item.record
        item.startedOn = team.today.adding(months: -12)
        item.endedOn = team.today.adding(months: -6)
        item.endReason = .completed
        var entry = Entry()
        entry.put(item)
        try team.register.enter(
            entry,
            as: ChangeDraft(actor: "test", purpose: "test", summary: "Closed"),
            at: Clock.now
        )
        let max = try team.supervisor()
        #expect(try max.open("/follow-ups").text.contains("Follow-up at 6 months"))
        let page = try max.open("/cases/C2/follow-ups")
        #expect(page.text.contains("To be asked"))
        let again = max.tab()
        let typed = CaseworkService.date("seen", team.today).merging(["living-C-2": "home", "busy-C-2": "yes"]) { $1 }
        #expect(try max.send("/cases/C2/follow-ups/6", typed).status == 303)
        #expect(try again.send("/cases/C2/follow-ups/6", typed).status == 303)
        let records = try team.file("C2").followUps.map(\.record)
        #expect(records.map(\.living) == [.home])
        #expect(records.map(\.milestoneMonths) == [6])
        #expect(records.map(\.inEducationOrWork) == [true])
        #expect(try max.open("/follow-ups").text.contains("Nobody needs to be asked now"))
    }

    @Test func `a note for supervisors is read by supervisors and its author alone`() throws {
        let max = try team.supervisor()
        try max.open("/cases/C1/notes")
        let typed = CaseworkService.date("on", team.today)
            .merging(["purpose": "supervision", "visibility": "supervisors", "words": "Needs cover in August"]) { $1 }
        #expect(try max.send("/cases/C1/notes", typed).status == 303)
        #expect(try max.open("/cases/C1/notes").text.contains("Needs cover in August"))
        let kim = try team.keyWorker()
        for place in ["/cases/C1", "/cases/C1/notes", "/cases/C1/chronology"] {
            #expect(try !kim.open(place).text.contains("Needs cover in August"), "\(place)")
        }
    }
}
