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
    private let desk: APIDesk
    private let token: String

    init() throws {
        team = try CaseworkService()
        desk = APIDesk(
            try Keeper.shipped(team.register),
            try Entrance(team.register, key: .test, cost: .cheap, now: { Clock.now })
        )
        _ = try team.supervisor()
        let user = try #require(try team.register.user(signInName: "max"))
        token = try KeepTokens(team.register, key: .test).make(for: user.id, named: "test", days: 7, at: Clock.now)
    }

    private func ask(
        _ id: String,
        _ body: [String: Any],
        version: Int64? = nil,
        key: String? = nil,
        by token: String? = nil
    ) throws
        -> (status: Int, json: [String: Any])
    {
        let operation = try #require(APIOperation.all.first { $0.id == id })
        let bytes = try JSONSerialization.data(withJSONObject: body, options: .sortedKeys)
        var request = APIRequest(id: "C1", body: [UInt8](bytes))
        request.token = token ?? self.token
        request.version = version
        request.idempotencyKey = key
        let answer = try desk.answer(operation, request)
        return (answer.status, try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any] ?? [:])
    }

    private func pointers(_ answer: (status: Int, json: [String: Any])) -> [String] {
        (answer.json["errors"] as? [[String: Any]] ?? []).compactMap { $0["pointer"] as? String }
    }

    @Test func `plan, write, review and hand over as its pages do`() throws {
        let today = team.today.iso
        let goal = try ask("addGoal", ["title": "School every day", "words": "No shouting"])
        #expect(goal.status == 201 && goal.json["version"] is Int && goal.json["outcome"] as? String == "open")
        let reference = try #require(goal.json["goal_id"] as? String)
        let step = try ask("addStep", ["step": "A routine", "who": "Robin", "by": today, "goal": reference])
        #expect(step.status == 201 && step.json["goal_id"] as? String == reference)
        #expect(pointers(try ask("addStep", ["step": "", "who": "Robin", "by": "2026-02-30"])) == ["/by", "/step"])
        #expect(try ask("agreePlan", ["agreed-by": "Robin"]).status == 201)
        #expect(try ask("addTask", ["task": "Ring the school", "due": today]).status == 201)
        let note: [String: Any] = ["on": today, "purpose": "case_note", "visibility": "record", "words": "Calmer"]
        let first = try ask("writeNote", note, key: "N1")
        let again = try ask("writeNote", note, key: "N1")
        #expect(first.status == 201 && again.json["note_id"] as? String == first.json["note_id"] as? String)
        #expect(try team.register.held(CaseNote.self).count == 1)
        #expect(pointers(try ask("writeNote", note.merging(["purpose": "gossip"]) { $1 })) == ["/purpose"])
        let review = try ask("holdReview", ["held": today, "result": "continue", "family": true])
        #expect(review.status == 201 && review.json["held_on"] as? String == today)
        #expect(try ask("holdReview", ["held": "2001-01-01", "result": "continue"]).status == 422)
        let held = try ask("allocateCase", ["worker": "W2", "role": "key_worker", "from": today])
        #expect(held.status == 201 && held.json["worker_id"] as? String == "W2")
        #expect(
            pointers(try ask("allocateCase", ["worker": "nobody", "role": "key_worker", "from": today])) == ["/worker"]
        )
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
        #expect(pointers(try ask("recordFollowUp", seen)) == ["/months"])
        #expect(pointers(try ask("recordFollowUp", seen.merging(["child": "nobody"]) { $1 })) == ["/child"])
    }

    @Test func `settle once, step up, and open again what they closed`() throws {
        let today = team.today.iso
        let step = try #require(try ask("addStep", ["step": "A routine", "who": "Robin"]).json["step_id"] as? String)
        #expect(pointers(try ask("settleStep", ["step": step, "outcome": "open"])) == ["/outcome"])
        #expect(pointers(try ask("settleStep", ["step": "nothing", "outcome": "done"])) == ["/step"])
        let settled = try ask("settleStep", ["step": step, "outcome": "done"])
        #expect(settled.status == 201 && settled.json["outcome"] as? String == "done")
        #expect(pointers(try ask("settleStep", ["step": step, "outcome": "dropped"])) == ["/step"])
        let task = try #require(try ask("addTask", ["task": "Ring the school"]).json["task_id"] as? String)
        #expect(try ask("settleTask", ["task": task, "outcome": "done"]).json["settled_on"] as? String == today)
        let level = try ask("moveLevel", ["tier": "high", "why": "A move of home"])
        #expect(level.status == 201 && level.json["to"] as? String == "high")
        #expect(try team.file().item.record.tier == .high)
        #expect(pointers(try ask("beginPhase", ["phase": "none", "begins": today])) == ["/phase"])
        let ending: [String: Any] = ["ended": today, "reason": "completed", "knowing": true, "living-C-1": "home"]
        #expect(try ask("closeCase", ending, version: try team.file().item.version).status == 200)
        #expect(try ask("moveLevel", ["tier": "low", "why": "Calmer"]).status == 422)
        let again: [String: Any] = ["why": "It began again", "worker": "W2", "role": "key_worker"]
        let version = try team.file().item.version
        #expect(try ask("reopenCase", again, version: version + 1).status == 412)
        #expect(
            pointers(try ask("reopenCase", ["why": "", "worker": "x", "role": "y"], version: version))
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
