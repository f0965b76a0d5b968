import Actions
import Records
import Register
import Testing
import Values
import Workshop

@testable import Web

/// A family's own record kept by programs, by the same rules as on its page.
@Suite struct `Programs that keep a family's record` {
    private let team: CaseworkService
    private let programs: TestedPrograms
    private let token: String

    init() throws {
        team = try CaseworkService()
        programs = try TestedPrograms(team.service)
        _ = try team.keyWorker()
        token = try programs.token(of: "kim")
    }

    private func ask(
        _ id: String,
        _ body: [String: Any]? = nil,
        of family: String = "F1",
        version: Int64? = nil
    ) throws
        -> TestedPrograms.Answered
    {
        try programs.ask(id, body, of: family, version: version, by: token)
    }

    @Test func `add an address, and the one before stays to be seen`() throws {
        let first: [String: Any] = [
            "kind": "home", "lines": "1 Invented Street", "postcode": "le1 4ab", "from": (team.today - 100).iso,
        ]
        #expect(try ask("addAddress", [:]).pointers == ["/kind", "/lines", "/from"])
        #expect(try ask("addAddress", first.merging(["postcode": "nonsense"]) { $1 }).pointers == ["/postcode"])
        #expect(try ask("addAddress", first.merging(["person": "nobody"]) { $1 }).pointers == ["/person"])
        #expect(try ask("addAddress", first.merging(["from": (team.today + 1).iso]) { $1 }).pointers == ["/from"])
        let added = try ask("addAddress", first)
        #expect(added.status == 201 && added.json["postcode"] as? String == "LE1 4AB")
        let second: [String: Any] = [
            "kind": "home", "lines": "2 Invented Street", "moved": true, "from": team.today.iso,
        ]
        #expect(try ask("addAddress", second).status == 201)
        let listed = try ask("listAddresses").items
        #expect(listed.count == 2)
        #expect(listed.compactMap { $0["to"] as? String } == [(team.today - 1).iso])
        #expect(try team.register.verify().problems == [])
    }

    @Test func `end a part once, over its version, and of this family alone`() throws {
        let alert = try ask("addAlert", ["kind": "dangerous_dog", "words": "Ring before", "from": team.today.iso])
        let record = try #require(alert.json["alert_id"] as? String)
        #expect(try ask("endAlert", ["record": record]).status == 428)
        #expect(try ask("endAlert", ["record": record], version: 1_000_000).status == 412)
        #expect(try ask("endAlert", ["record": record], of: "F2", version: alert.version).pointers == ["/record"])
        let ended = try ask("endAlert", ["record": record], version: alert.version)
        #expect(ended.status == 200 && ended.json["to"] as? String == team.today.iso)
        #expect(try ask("endAlert", ["record": record], version: ended.version).pointers == ["/record"])
    }

    @Test func `say who is what to whom, and who else works with them`() throws {
        let tie: [String: Any] = ["person": "M-1", "kind": "parent", "other": "C-1", "responsibility": true]
        #expect(try ask("addRelationship", tie).pointers == ["/person"])
        let parent = Person(
            id: Identifier("M-1"),
            familyID: Identifier("F1"),
            forename: "Ash",
            surname: "Ashdown1",
            role: .parentCarer
        )
        var entry = Entry()
        entry.add(parent)
        let change = ChangeDraft(actor: "test", purpose: "test", summary: "A parent")
        try team.register.enter(entry, as: change, at: Clock.now)
        #expect(try ask("addRelationship", tie.merging(["other": "M-1"]) { $1 }).pointers == ["/other"])
        let added = try ask("addRelationship", tie)
        #expect(added.status == 201 && added.json["parental_responsibility"] as? Bool == true)
        let visitor: [String: Any] = ["name": "Jo Reed", "job": "Health visitor", "from": team.today.iso]
        #expect(try ask("addProfessional", visitor.filter { $0.key != "job" }).pointers == ["/job"])
        #expect(try ask("addProfessional", visitor).status == 201)
        #expect(try ask("listProfessionals").items.count == 1)
    }
}
