import Workshop
import Report
import Values
import Access
import Actions
import Records
import Register
import Testing

@testable import Web

@Suite struct `Answers to questions` {
    private static let draft = "/answers/draft/family-therapies"

    /// Every question of the library with an answer of its own.
    private static func words(_ keeper: Keeper) throws -> [String: String] {
        let library = try #require(keeper.definitions.questions.first { $0.id == "family-therapies" })
        return Dictionary(uniqueKeysWithValues: library.questions.map { ($0.id, "Answered: \($0.id).") })
    }

    private static func sent(_ browser: TestedBrowser, _ keeper: Keeper, _ more: [String: String] = [:]) throws {
        let day = try keeper.today().iso
        let change = try keeper.register.latestChangeOfRecords()
        let fields = try words(keeper).merging(["as-at": day, "known-at": "\(change)"]) { $1 }
        try browser.send(draft, fields.merging(more) { $1 })
    }

    @Test func `are drafted by one person and published by another`() throws {
        let service = try TestedService()
        let keeper = try Keeper.shipped(service.register)
        let analyst = try service.seat([Assignment(.analyst)], named: "analyst")
        let commissioner = try service.seat([Assignment(.commissioner)], named: "commissioner")
        let referrer = try service.seat([Assignment(.referrer)], named: "referrer")
        let seen = try analyst.open(Self.draft)
        #expect(seen.text.contains("Hidden counts, and what a reader could take each to be"))
        seen.expectSound(Self.draft)
        try Self.sent(analyst, keeper, ["services": "[Name the programmes.]"])
        #expect(analyst.seen.status == 422)
        #expect(analyst.seen.text.contains("Complete what stands in square brackets in the answer to question 1"))
        #expect(analyst.seen.text.contains("Answered: budget."))
        try Self.sent(analyst, keeper)
        #expect(analyst.seen.status == 303)
        let page = try #require(analyst.seen.answer.location)
        #expect(try referrer.open(page).status == 404)
        #expect(try referrer.open("\(page)?format=csv").status == 404)
        #expect(try analyst.open("\(page)?format=html").text.contains("not to be published yet"))
        #expect(try analyst.open(page).text.contains("somebody else must approve it"))
        try analyst.send("\(page)/approval", [:])
        #expect(analyst.seen.status == 422)
        #expect(analyst.seen.text.contains("Somebody else must approve what you drafted"))
        try commissioner.open(page)
        try commissioner.send("\(page)/approval", [:])
        #expect(commissioner.seen.status == 303)
        let published = try referrer.open(page)
        #expect(published.status == 200 && published.text.contains("Answered: budget."))
        published.expectSound(page)
        #expect(try referrer.open("/answers").text.contains("Family therapy services"))
        for form in ["csv", "json", "html"] {
            let file = try referrer.open("\(page)?format=\(form)")
            #expect(file.status == 200 && file.text.contains("Answered: budget.") && file.text.contains(page))
        }
        #expect(try referrer.open("\(page)?format=html").text.contains("OFFICIAL"))
        #expect(try referrer.open("\(page)?format=xlsx").answer.unpressed != nil)
        let draft = try analyst.open("\(Self.draft)?format=csv")
        #expect(draft.status == 200 && draft.text.contains("known-at="))
        #expect(try service.register.verify().problems == [])
    }

    @Test func `what they gave or hid is kept with them`() throws {
        let service = try TestedService()
        let keeper = try Keeper.shipped(service.register)
        let analyst = try service.seat([Assignment(.analyst)], named: "analyst")
        try analyst.open(Self.draft)
        try Self.sent(analyst, keeper)
        let figures = try service.register.held(PreparedFigure.self).map(\.record)
        let served = figures.filter { $0.figure == "all.families.served" }
        #expect(served.count == 2)
        #expect(served.allSatisfy { $0.grows && $0.isHidden == (1...5).contains($0.value) })
    }
}

@Suite struct `Scorecard pages` {
    @Test func `show a wall of measures, and each with its history`() throws {
        let service = try TestedService()
        let analyst = try service.seat([Assignment(.analyst)], named: "analyst")
        #expect(try analyst.open("/scorecards").text.contains("Family therapies, monthly"))
        let wall = try analyst.open("/scorecards/family-therapies-quarterly")
        #expect(wall.status == 200 && wall.text.contains("Is anyone better off?"))
        wall.expectSound("scorecard")
        let history = try analyst.open("/scorecards/family-therapies-quarterly/families")
        #expect(history.status == 200 && history.text.contains("What moved since the quarter before"))
        history.expectSound("measure")
        #expect(try analyst.open("/scorecards/none").status == 404)
        #expect(try analyst.open("/scorecards/family-therapies-quarterly/none").status == 404)
    }

    @Test func `do not name records to who may not open figures`() throws {
        let service = try TestedService()
        let practitioner = try service.seat([Assignment(.practitioner)], named: "practitioner")
        let seen = try practitioner.open("/scorecards/family-therapies-quarterly/families")
        #expect(seen.status == 200 && !seen.text.contains("What moved since"))
    }

    @Test func `the pathway is followed, and a wrong period is said`() throws {
        let service = try TestedService()
        let analyst = try service.seat([Assignment(.analyst)], named: "analyst")
        let seen = try analyst.open("/pathway")
        #expect(seen.status == 200 && seen.text.contains("Where families are lost"))
        seen.expectSound("pathway")
    }
}
