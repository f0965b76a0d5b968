import Access
import Actions
import Records
import Register
import Testing
import Values
import Workshop

@testable import Web

@Suite struct `A week of contacts in the browser` {
    private let team: CaseworkService
    private let browser: TestedBrowser

    init() throws {
        team = try CaseworkService()
        browser = try team.keyWorker()
    }

    private func contacts() throws -> [Contact] { try team.register.held(Contact.self).map(\.record) }

    @Test func `is one page for all cases, and one change`() throws {
        let page = try browser.open("/week")
        #expect(page.status == 200)
        for number in 1...6 { #expect(page.text.contains("Ashdown\(number)")) }
        let before = try team.register.latestChange()
        let typed = CaseworkService.row(0, day: team.today, minutes: "1:30")
            .merging(CaseworkService.row(3, day: team.today, minutes: "45")) { $1 }
            .merging(["note-C2": "Rang the school."]) { $1 }
        let sent = try browser.send("/week", typed)
        #expect(sent.status == 303)
        let saved = try contacts()
        #expect(saved.map(\.minutes) == [90, 45])
        #expect(saved.map(\.caseID.text) == ["C1", "C2"])
        #expect(saved.allSatisfy { $0.workerID?.text == "W1" && $0.on == team.today && $0.direct == true })
        #expect(try team.register.held(CaseNote.self).map(\.record.caseID.text) == ["C2"])
        #expect(try team.register.latestChange() == before + 1)
        let next = try browser.open(sent.answer.location ?? "")
        #expect(next.text.contains("The contacts are recorded"))
        #expect(next.text.contains("Recorded already: "))
    }

    @Test func `wrong rows are shown again with everything typed, and nothing is saved`() throws {
        try browser.open("/week")
        let typed = CaseworkService.row(0, day: team.today, minutes: "long")
            .merging(CaseworkService.row(4, day: team.today, minutes: "77")) { $1 }
            .merging(["note-C3": "Words that must stay"]) { $1 }
        let page = try browser.send("/week", typed)
        #expect(page.status == 422)
        #expect(page.title.hasPrefix("Error: "))
        #expect(page.text.contains("Minutes must be a number, like 90 or 1:30"))
        #expect(page.text.contains("href=\"#field-r0-minutes\""))
        #expect(page.text.contains("value=\"long\"") && page.text.contains("value=\"77\""))
        #expect(page.text.contains("Words that must stay"))
        #expect(try contacts().isEmpty)
        page.expectSound("/week")
    }

    @Test func `as many rows as wanted, without losing what was typed`() throws {
        try browser.open("/week")
        let typed = CaseworkService.row(1, day: team.today, minutes: "33").merging(["more": "yes"]) { $1 }
        let page = try browser.send("/week", typed)
        #expect(page.status == 200)
        #expect(page.text.contains("value=\"33\""))
        #expect(browser.hidden("/week")["rows"] == "36")
        #expect(try contacts().isEmpty)
        #expect(try browser.send("/week", CaseworkService.row(35, day: team.today, minutes: "20")).status == 303)
        #expect(try contacts().map(\.caseID.text) == ["C6"])
    }

    @Test func `a double click saves once, and so does the back button`() throws {
        try browser.open("/week")
        let again = browser.tab()
        let typed = CaseworkService.row(0, day: team.today, minutes: "61")
        #expect(try browser.send("/week", typed).status == 303)
        let other = again.tab()
        #expect(try again.send("/week", typed).status == 303)
        let changed = try other.send("/week", CaseworkService.row(0, day: team.today, minutes: "62"))
        #expect(changed.status == 422)
        #expect(changed.text.contains("value=\"62\""))
        #expect(try contacts().count == 1)
    }

    @Test func `two tabs can both be sent`() throws {
        try browser.open("/week")
        let other = browser.tab()
        try other.open("/week")
        #expect(try browser.send("/week", CaseworkService.row(0, day: team.today, minutes: "10")).status == 303)
        #expect(try other.send("/week", CaseworkService.row(3, day: team.today, minutes: "20")).status == 303)
        #expect(try contacts().count == 2)
    }

    @Test func `what is sent after the session has ended is kept`() throws {
        try browser.open("/week")
        team.service.wait(Session.idleLimit + 60)
        let sent = try browser.send("/week", CaseworkService.row(0, day: team.today, minutes: "62"))
        #expect(sent.answer.location == "/sign-in")
        #expect(try contacts().isEmpty)
        let user = try #require(try team.register.user(signInName: "kim"))
        #expect(try team.register.keptForms(of: user.id, at: team.service.now).count == 1)
    }

    @Test func `nobody writes on the case of another`() throws {
        let other = try team.service.seat([Assignment(.practitioner, in: .team("South"))], named: "lee", worker: "W2")
        let page = try other.open("/week")
        #expect(page.text.contains("You hold no case in this week"))
        var typed = CaseworkService.row(0, day: team.today, minutes: "10")
        typed["r0-case"] = "C1"
        typed["rows"] = "1"
        typed["note-C1"] = "Not theirs"
        #expect(try other.send("/week", typed).status == 422)
        #expect(try contacts().isEmpty)
        #expect(try team.register.held(CaseNote.self).isEmpty)
    }

    @Test func `a correction is a new version, and a lost update is refused with both shown`() throws {
        try browser.open("/week")
        try browser.send("/week", CaseworkService.row(0, day: team.today, minutes: "60"))
        let id = try #require(try contacts().first).id.text
        let place = "/cases/C1/contacts/\(id)"
        try browser.open(place)
        let other = browser.tab()
        try other.open(place)
        let typed = CaseworkService.date("on", team.today)
            .merging(["kind": "phone", "direct": "yes", "attendance": "attended"]) { $1 }
        #expect(try browser.send(place, typed.merging(["minutes": "50"]) { $1 }).status == 303)
        let lost = try other.send(place, typed.merging(["minutes": "40"]) { $1 })
        #expect(lost.status == 422)
        #expect(lost.text.contains("Somebody else saved this"))
        #expect(lost.text.contains("What is saved now") && lost.text.contains(">50<"))
        #expect(lost.text.contains("value=\"40\""))
        #expect(try contacts().map(\.minutes) == [50])
        #expect(try other.send(place, typed.merging(["minutes": "40"]) { $1 }).status == 303)
        #expect(try contacts().map(\.minutes) == [40])
        #expect(try team.register.history(ofTable: "contacts", key: id).count == 3)
        try browser.open(place)
        #expect(try browser.send(place, ["remove": "yes"]).status == 303)
        #expect(try contacts().isEmpty)
    }
}
