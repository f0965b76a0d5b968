import Access
import Actions
import Foundation
import Records
import Register
import Testing
import Values
import Workshop

@testable import Web

/// A case worked by programs from allocation to follow-up, by the same rules as on its pages.
@Suite struct `Programs that work a case` {
    private let team: CaseworkService
    private let programs: TestedPrograms
    private let token: String

    init() throws {
        team = try CaseworkService()
        programs = try TestedPrograms(team.service)
        _ = try team.supervisor()
        token = try programs.token(of: "max")
    }

    private func ask(
        _ id: String,
        _ body: [String: Any]? = nil,
        version: Int64? = nil,
        key: String? = nil,
        by token: String? = nil
    ) throws
        -> TestedPrograms.Answered
    {
        try programs.ask(id, body, of: "C1", version: version, key: key, by: token ?? self.token)
    }

    @Test func `plan, write, review and hand over as its pages do`() throws {
        let today = team.today.iso
        let goal = try ask("addGoal", ["title": "School every day", "words": "No shouting"])
        #expect(goal.status == 201 && goal.json["version"] is Int && goal.json["outcome"] as? String == "open")
        let reference = try #require(goal.json["goal_id"] as? String)
        let step = try ask("addStep", ["step": "A routine", "who": "Robin", "by": today, "goal": reference])
        #expect(step.status == 201 && step.json["goal_id"] as? String == reference)
        #expect(try ask("addStep", ["step": "", "who": "Robin", "by": "2026-02-30"]).pointers == ["/by", "/step"])
        #expect(try ask("agreePlan", ["agreed-by": "Robin"]).status == 201)
        #expect(try ask("addTask", ["task": "Ring the school", "due": today]).status == 201)
        let note: [String: Any] = ["on": today, "purpose": "case_note", "visibility": "record", "words": "Calmer"]
        let first = try ask("writeNote", note, key: "N1")
        let again = try ask("writeNote", note, key: "N1")
        #expect(first.status == 201 && again.json["note_id"] as? String == first.json["note_id"] as? String)
        #expect(try team.register.held(CaseNote.self).count == 1)
        #expect(try ask("writeNote", note.merging(["purpose": "gossip"]) { $1 }).pointers == ["/purpose"])
        let review = try ask("holdReview", ["held": today, "result": "continue", "family": true])
        #expect(review.status == 201 && review.json["held_on"] as? String == today)
        #expect(try ask("holdReview", ["held": "2001-01-01", "result": "continue"]).status == 422)
        let held = try ask("allocateCase", ["worker": "W2", "role": "key_worker", "from": today])
        #expect(held.status == 201 && held.json["worker_id"] as? String == "W2")
        #expect(
            try ask("allocateCase", ["worker": "nobody", "role": "key_worker", "from": today]).pointers == ["/worker"]
        )
    }

    @Test func `change a goal over its version, and what they leave out stays`() throws {
        let made = try ask("addGoal", ["title": "School every day", "words": "No shouting"])
        let goal = try #require(made.json["goal_id"] as? String)
        let version = try #require(made.version)
        let title: [String: Any] = ["goal": goal, "title": "School four days"]
        #expect(try ask("changeGoal", title).status == 428)
        #expect(try ask("changeGoal", title, version: version + 1).status == 412)
        #expect(try ask("changeGoal", ["goal": "nothing"], version: version).pointers == ["/goal"])
        let changed = try ask("changeGoal", title, version: version)
        #expect(changed.status == 200 && changed.json["title"] as? String == "School four days")
        #expect(try team.register.held(GoalDetail.self).map(\.record.familyWords) == ["No shouting"])
        // What the family says has versions of its own.
        let words: [String: Any] = ["goal": goal, "words": "Calm mornings"]
        let detail = try #require(try ask("listGoalDetails").items.first?["version"] as? Int)
        #expect(try ask("changeGoal", words, version: changed.version).pointers == ["/detail-version"])
        let late = words.merging(["detail-version": detail + 1]) { $1 }
        #expect(try ask("changeGoal", late, version: changed.version).status == 412)
        let said = try ask(
            "changeGoal",
            words.merging(["detail-version": detail]) { $1 },
            version: changed.version
        )
        #expect(said.status == 200)
        #expect(try team.register.held(GoalDetail.self).map(\.record.familyWords) == ["Calm mornings"])
        let early: [String: Any] = ["goal": goal, "outcome": "achieved", "closed": "2001-01-01"]
        #expect(try ask("changeGoal", early, version: said.version).pointers == ["/closed"])
        let settled = try ask("changeGoal", ["goal": goal, "outcome": "achieved"], version: said.version)
        #expect(settled.status == 200 && settled.json["closed_on"] as? String == team.today.iso)
        #expect(settled.json["title"] as? String == "School four days")
    }

    @Test func `measure, close over the version they read, and follow up once`() throws {
        let today = team.today.iso
        let sheet: [String: Any] = [
            "instrument": "sdq", "informant": "parent", "occasion": "baseline", "completed": today, "score-total": 20,
        ]
        #expect(try ask("recordAssessment", sheet).status == 201)
        #expect(try ask("recordAssessment", sheet).status == 422)
        #expect(try ask("recordAssessment", sheet.merging(["instrument": "tam-r"]) { $1 }).status == 422)
        let ending: [String: Any] = ["ended": today, "reason": "completed", "knowing": true, "living-C-1": "home"]
        #expect(try ask("closeCase", ending).status == 428)
        let version = try team.file().item.version
        #expect(try ask("closeCase", ending, version: version + 1).status == 412)
        let closed = try ask("closeCase", ending, version: version)
        #expect(closed.status == 200 && closed.json["ended_on"] as? String == today)
        #expect(try ask("closeCase", ending, version: try team.file().item.version).status == 422)
        #expect(try team.register.held(FollowUpRecord.self).map(\.record.living) == [.home])
        let seen: [String: Any] = ["months": 6, "child": "C-1", "seen": today, "living": "home"]
        #expect(try ask("recordFollowUp", seen).pointers == ["/months"])
        #expect(try ask("recordFollowUp", seen.merging(["child": "nobody"]) { $1 }).pointers == ["/child"])
    }

    @Test func `settle once, step up, and open again what they closed`() throws {
        let today = team.today.iso
        let step = try #require(try ask("addStep", ["step": "A routine", "who": "Robin"]).json["step_id"] as? String)
        #expect(try ask("settleStep", ["step": step, "outcome": "open"]).pointers == ["/outcome"])
        #expect(try ask("settleStep", ["step": "nothing", "outcome": "done"]).pointers == ["/step"])
        let settled = try ask("settleStep", ["step": step, "outcome": "done"])
        #expect(settled.status == 201 && settled.json["outcome"] as? String == "done")
        #expect(try ask("settleStep", ["step": step, "outcome": "dropped"]).pointers == ["/step"])
        let task = try #require(try ask("addTask", ["task": "Ring the school"]).json["task_id"] as? String)
        #expect(try ask("settleTask", ["task": task, "outcome": "done"]).json["settled_on"] as? String == today)
        let level = try ask("moveLevel", ["tier": "high", "why": "A move of home"])
        #expect(level.status == 201 && level.json["to"] as? String == "high")
        #expect(try team.file().item.record.tier == .high)
        #expect(try ask("beginPhase", ["phase": "none", "begins": today]).pointers == ["/phase"])
        let ending: [String: Any] = ["ended": today, "reason": "completed", "knowing": true, "living-C-1": "home"]
        #expect(try ask("closeCase", ending, version: try team.file().item.version).status == 200)
        #expect(try ask("moveLevel", ["tier": "low", "why": "Calmer"]).status == 422)
        let again: [String: Any] = ["why": "It began again", "worker": "W2", "role": "key_worker"]
        let version = try team.file().item.version
        #expect(try ask("reopenCase", again, version: version + 1).status == 412)
        #expect(
            try ask("reopenCase", ["why": "", "worker": "x", "role": "y"], version: version).pointers
                == ["/role", "/why", "/worker"]
        )
        let opened = try ask("reopenCase", again, version: version)
        #expect(opened.status == 200 && opened.json["ended_on"] is NSNull)
        #expect(try ask("reopenCase", again, version: try team.file().item.version).status == 422)
    }

    @Test func `leave what a therapist may not collect to somebody else`() throws {
        _ = try team.keyWorker()
        let user = try #require(try team.register.user(signInName: "kim"))
        let own = try KeepTokens(team.register, key: .test).make(for: user.id, named: "test", days: 7, at: Clock.now)
        let sheet: [String: Any] = [
            "instrument": "tam-r", "informant": "caregiver", "occasion": "monthly", "completed": team.today.iso,
            "score-total": "0.7",
        ]
        #expect(try ask("recordAdherence", sheet, by: own).status == 422)
        var item = try team.file().item.record
        item.programme = "mst"
        var entry = Entry()
        entry.put(item)
        try team.register.enter(entry, as: ChangeDraft(actor: "test", purpose: "test", summary: "MST"), at: Clock.now)
        #expect(try ask("recordAdherence", sheet, by: own).status == 403)
        #expect(try ask("recordAdherence", sheet.merging(["collected-by": "W1"]) { $1 }).status == 422)
        #expect(try ask("recordAdherence", sheet.merging(["collected-by": "W3"]) { $1 }).status == 201)
    }
}
