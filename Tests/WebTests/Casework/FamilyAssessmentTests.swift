import Access
import Actions
import Foundation
import Records
import Register
import Testing
import Values
import Workshop

@testable import Web

@Suite struct `The whole-family assessment` {
    private let team: CaseworkService
    private let page = "/cases/C1/assessment"
    private let form = "/cases/C1/assessment/new"

    init() throws { team = try CaseworkService() }

    private var typed: [String: String] {
        [
            "took-part": "Sam, Robin and the school nurse", "child-words": "I sleep badly",
            "child-strengths": "Likes <football>", "carer-needs": "Somebody to talk to",
            "meaning": "Mornings first, then school",
        ]
        .merging(CaseworkService.date("assessed", team.today)) { $1 }
    }

    private func kept() throws -> [FamilyAssessment] {
        try team.register.held(FamilyAssessment.self).map(\.record)
    }

    @Test func `is written, shown with what is known, and told in the chronology`() throws {
        let kim = try team.keyWorker()
        let empty = try kim.open(page)
        #expect(empty.text.contains("has not been assessed yet") && empty.links.contains(form))
        empty.expectSound(page)
        try kim.open(form)
        kim.seen.expectSound(form)
        #expect(try kim.send(page, typed).status == 303)
        let one = try #require(try kept().first)
        #expect(one.childWords == "I sleep badly" && one.familyNeeds == nil && one.assessedOn == team.today)
        let seen = try kim.open(page)
        #expect(seen.text.contains("Likes &lt;football&gt;") && seen.text.contains("Somebody to talk to"))
        #expect(seen.text.contains("No levels were entered yet."))
        seen.expectSound(page)
        #expect(try kim.open("/cases/C1/chronology").text.contains("Mornings first, then school"))
        #expect(try team.register.verify().problems == [])
    }

    @Test func `says at its boxes what is missing, and keeps what was typed`() throws {
        let kim = try team.keyWorker()
        try kim.open(form)
        let later = CaseworkService.date("assessed", team.today + 1)
        let seen = try kim.send(page, ["family-words": "We are tired"].merging(later) { $1 })
        #expect(seen.status == 422 && seen.text.contains("We are tired"))
        for words in [
            "Enter who took part", "Enter what it means for the family", "Enter what goes well or what is needed",
            "must be today or in the past",
        ] {
            #expect(seen.text.contains(words), "\(words)")
        }
        seen.expectSound(page)
        #expect(try kept().isEmpty)
    }

    @Test func `again opens with what was said, and leaves the earlier one as it was`() throws {
        let kim = try team.keyWorker()
        try kim.open(form)
        try kim.send(page, typed)
        let again = try kim.open(form)
        #expect(again.text.contains("I sleep badly") && again.text.contains("Mornings first, then school"))
        try kim.send(page, typed.merging(["child-words": "I sleep well"]) { $1 })
        #expect(try kept().map(\.childWords) == ["I sleep badly", "I sleep well"])
        let seen = try kim.open(page)
        #expect(seen.text.contains("I sleep well") && seen.text.contains("I sleep badly"))
        seen.expectSound(page)
    }

    @Test func `a second click writes one, and a second tab is told of the first`() throws {
        let kim = try team.keyWorker()
        try kim.open(form)
        let twice = kim.tab()
        let other = kim.tab()
        try other.open(form)
        #expect(try kim.send(page, typed).status == 303)
        #expect(try twice.send(page, typed).status == 303)
        #expect(try kept().count == 1)
        let late = try other.send(page, typed.merging(["meaning": "Another view"]) { $1 })
        #expect(late.status == 422 && late.text.contains("Another view") && late.text.contains("What is saved now"))
        #expect(late.text.contains("Mornings first, then school"))
        #expect(try other.send(page, typed.merging(["meaning": "Another view"]) { $1 }).status == 303)
        #expect(try kept().count == 2)
    }

    @Test func `is not written by who does not hold the case, nor of a case that is closed`() throws {
        let other = try team.service.seat(
            [Assignment(.practitioner, in: .team("North"))],
            named: "lee",
            worker: "W2"
        )
        #expect(try other.open(page).status == 200)
        #expect(!other.seen.links.contains(form))
        #expect(try other.open(form).status == 404)
        let kim = try team.keyWorker()
        try kim.open(form)
        var item = try #require(try team.register.held(Case.self, key: "C1")?.record)
        item.endedOn = team.today
        item.endReason = .completed
        var entry = Entry()
        entry.put(item)
        try team.register.enter(entry, as: ChangeDraft(actor: "test", purpose: "test", summary: "End"), at: Clock.now)
        let refused = try kim.send(page, typed)
        #expect(refused.status >= 400 && refused.text.contains("I sleep badly"))
        #expect(try kept().isEmpty)
    }

    @Test func `is written by a program by the same rule`() throws {
        let desk = APIDesk(
            try Keeper.shipped(team.register),
            try Entrance(team.register, key: .test, cost: .cheap, now: { Clock.now })
        )
        _ = try team.supervisor()
        let user = try #require(try team.register.user(signInName: "max"))
        let token = try KeepTokens(team.register, key: .test).make(for: user.id, named: "t", days: 7, at: Clock.now)
        func ask(_ id: String, _ body: [String: Any] = [:]) throws -> (status: Int, text: String) {
            let bytes = try JSONSerialization.data(withJSONObject: body, options: .sortedKeys)
            var request = APIRequest(id: "C1", body: [UInt8](bytes))
            request.token = token
            let answer = try desk.answer(try #require(APIOperation.all.first { $0.id == id }), request)
            return (answer.status, String(decoding: answer.bytes, as: UTF8.self))
        }
        let whole: [String: Any] = [
            "assessed": team.today.iso, "took-part": "Sam", "child-needs": "Sleep", "meaning": "Mornings first",
        ]
        #expect(try ask("assessFamily", whole).status == 201)
        let wrong = try ask("assessFamily", ["assessed": "2026-02-30"])
        #expect(wrong.status == 422)
        for pointer in ["/assessed", "/took-part", "/child-strengths", "/meaning"] {
            #expect(wrong.text.contains("\"\(pointer)\""), "\(pointer)")
        }
        #expect(try ask("listFamilyAssessments").text.contains("Mornings first"))
    }
}
