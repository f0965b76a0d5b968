import Access
import Actions
import Records
import Refer
import Register
import Testing
import Values
import Workshop

@testable import Web

@Suite struct `Nothing typed is lost or done twice` {
    private let words = "Calmer <mornings> & a ring to the school"

    private func notes(_ team: CaseworkService) throws -> [String] {
        try team.register.held(CaseNote.self).map(\.record.words)
    }

    private var note: [String: String] { ["purpose": "case_note", "visibility": "record", "words": words] }

    @Test func `a second click is answered as the first was`() throws {
        let team = try CaseworkService()
        let kim = try team.keyWorker()
        try kim.open("/cases/C1/notes")
        let again = kim.tab()
        let other = kim.tab()
        let typed = note.merging(CaseworkService.date("on", team.today)) { $1 }
        let first = try kim.send("/cases/C1/notes", typed)
        let second = try again.send("/cases/C1/notes", typed)
        #expect(first.status == 303 && second.status == 303 && second.answer.location == first.answer.location)
        #expect(try notes(team) == [words])
        // Something else typed over a form that was sent is not taken for a second click.
        let changed = try other.send("/cases/C1/notes", typed.merging(["words": "Something else"]) { $1 })
        #expect(changed.status == 422 && changed.text.contains("Something else"))
        #expect(try notes(team) == [words])
    }

    @Test func `a second click much later is asked about`() throws {
        let team = try CaseworkService()
        let kim = try team.keyWorker()
        try kim.open("/cases/C1/notes")
        let again = kim.tab()
        let typed = note.merging(CaseworkService.date("on", team.today)) { $1 }
        #expect(try kim.send("/cases/C1/notes", typed).status == 303)
        team.service.wait(121)
        let late = try again.send("/cases/C1/notes", typed)
        #expect(late.status == 422 && late.text.contains("This form was sent already"))
        #expect(try notes(team) == [words])
    }

    @Test func `a form of nobody else’s session is answered by what another was`() throws {
        let team = try CaseworkService()
        let kim = try team.keyWorker()
        try kim.open("/cases/C1/notes")
        let form = kim.hidden("/cases/C1/notes")
        let typed = note.merging(CaseworkService.date("on", team.today)) { $1 }
        #expect(try kim.send("/cases/C1/notes", typed).status == 303)
        let max = try team.supervisor()
        #expect(try max.send("/cases/C1/notes", typed.merging(form) { $1 }).status == 422)
        #expect(try notes(team) == [words])
    }

    @Test func `signing out in another tab keeps what is written in this one`() throws {
        let team = try CaseworkService()
        let kim = try team.keyWorker()
        try kim.open("/cases/C1/notes")
        let other = kim.tab()
        try other.open("/account")
        #expect(try other.send("/sign-out").status == 303)
        // The browser has let go of the cookie in all its tabs.
        kim.secret = nil
        let sent = try kim.send("/cases/C1/notes", note.merging(CaseworkService.date("on", team.today)) { $1 })
        #expect(sent.status == 303 && sent.answer.location == "/sign-in")
        let user = try #require(try team.register.users().first { $0.signInName == "kim" })
        let kept = try team.service.desk.entrance.forms.kept(for: user.id, at: team.service.now)
        #expect(kept.map { $0.typed.fields["words"] } == [words])
    }

    @Test func `what may not be sent any more is shown to who typed it`() throws {
        let team = try CaseworkService()
        let kim = try team.keyWorker()
        try kim.open("/cases/C1/notes")
        let max = try team.supervisor()
        try max.open("/cases/C1/allocation")
        let handed = ["worker": "W2", "role": "key_worker"].merging(CaseworkService.date("from", team.today)) { $1 }
        #expect(try max.send("/cases/C1/allocation", handed).status == 303)
        let sent = try kim.send("/cases/C1/notes", note.merging(CaseworkService.date("on", team.today)) { $1 })
        #expect(sent.status == 404 && sent.text.contains("Calmer &lt;mornings&gt; &amp; a ring to the school"))
        #expect(!sent.text.contains("Ashdown1"))
        #expect(try notes(team).isEmpty)
    }

    @Test func `what was typed to close a case that somebody else closed is shown`() throws {
        let team = try CaseworkService()
        let kim = try team.keyWorker()
        try kim.open("/cases/C1/closure")
        let late = kim.tab()
        var typed = ["reason": "completed", "exit": "The school rings", "destination": "school", "knowing": "yes"]
        typed.merge(CaseworkService.date("ended", team.today)) { $1 }
        typed["living-C-1"] = "home"
        let closed = try kim.send("/cases/C1/closure", typed)
        #expect(closed.status == 303)
        let again = try late.send("/cases/C1/closure", typed.merging(["exit": "Grandmother helps"]) { $1 })
        // Who closed it holds it no more, so the page of the case may be hidden; what was typed is shown all the same.
        #expect([404, 409].contains(again.status) && again.text.contains("Grandmother helps"))
        // Where the child lives at closure is a follow-up of that day.
        let seen = try team.register.held(FollowUpRecord.self).map(\.record)
        #expect(seen.map(\.milestoneMonths) == [0] && seen.map(\.living) == [.home])
    }
}

@Suite struct `Cases of a worker who leaves` {
    @Test func `fall to somebody at once, whether the last day or the account says so`() throws {
        let team = try CaseworkService()
        let kim = try team.keyWorker()
        #expect(try team.file().ownership.owner(on: team.today) == .holder(Identifier("W1"), .keyWorker))
        let user = try #require(try team.register.users().first { $0.signInName == "kim" })
        try KeepUsers(team.register, by: Actor("test")).setDisabled(true, user, at: team.service.now)
        #expect(try team.file().ownership.owner(on: team.today) == .supervisor(Identifier("W3")))
        #expect(try kim.open("/caseload").answer.location?.hasPrefix("/sign-in") == true)
        let max = try team.supervisor()
        let list = try max.open("/caseload")
        #expect(list.text.contains("Not allocated: Max Leader (supervisor) answers"))
        #expect(try max.open("/supervision").text.contains("Case C1"))
        // And back, where the account is opened again.
        let again = try #require(try team.register.user(user.id))
        try KeepUsers(team.register, by: Actor("test")).setDisabled(false, again, at: team.service.now)
        #expect(try team.file().ownership.owner(on: team.today) == .holder(Identifier("W1"), .keyWorker))
    }
}
