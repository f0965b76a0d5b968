import Access
import Actions
import Records
import Register
import Testing
import Values

@testable import Web

/// Offers and panel decisions by programs of the gateway, by the same rules as on its pages.
@Suite struct `Programs of the gateway` {
    private let service: TestedService
    private let programs: TestedPrograms
    private let token: String
    private let reference: String

    init() throws {
        service = try TestedService()
        programs = try TestedPrograms(service)
        reference = try Partner(service).refer().reference
        token = try programs.token(.gateway)
    }

    private func ask(
        _ id: String,
        _ body: [String: Any]? = nil,
        version: Int64? = nil
    ) throws -> TestedPrograms.Answered {
        try programs.ask(id, body, of: reference, version: version, by: token)
    }

    private func decide(_ body: [String: Any]) throws -> TestedPrograms.Answered {
        try ask("decideReferral", body, version: ask("getReferral").version)
    }

    @Test func `say who sat on the panel that decided`() throws {
        let decision: [String: Any] = [
            "kind": "redirect", "reason": "below_threshold", "destination": "Family centre", "panel": true,
        ]
        #expect(try decide(decision).pointers == ["/met", "/sat"])
        #expect(try decide(decision.merging(["met": "2090-01-01", "sat": "Lee Poole"]) { $1 }).pointers == ["/met"])
        let decided = try decide(decision.merging(["met": "2026-03-02", "sat": "Lee Poole, police"]) { $1 })
        #expect(decided.status == 200 && decided.json["decision"] as? String == "declined")
        #expect(try service.register.held(PanelMeeting.self).map(\.record.sat) == ["Lee Poole, police"])
    }

    @Test func `accept for those alone who take families on`() throws {
        let accepting = ["kind": "accept", "programme": "mst", "tier": "high", "provider": "P1", "team": "North"]
        #expect(try decide(accepting.merging(["provider": "S1"]) { $1 }).pointers == ["/provider"])
        #expect(try decide(accepting.merging(["programme": "nothing"]) { $1 }).pointers == ["/programme"])
        #expect(try decide(accepting).json["decision"] as? String == "accepted")
    }

    @Test func `offer a place to a family that waits, and note the answer once`() throws {
        let place: [String: Any] = ["provider": "P1", "team": "North", "from": "2090-04-01"]
        #expect(try ask("offerPlace", place).status == 422)
        #expect(try decide(["kind": "wait", "programme": "mst", "tier": "low"]).status == 200)
        #expect(try ask("offerPlace", place.merging(["provider": "S1"]) { $1 }).pointers == ["/provider"])
        #expect(try ask("offerPlace", place.merging(["from": "2020-04-01"]) { $1 }).pointers == ["/from"])
        let offered = try ask("offerPlace", place)
        #expect(offered.status == 201 && offered.json["answer"] as? String == "waiting")
        #expect(try ask("offerPlace", place).status == 422)
        let offer = try #require(offered.json["offer_id"] as? String)
        #expect(try ask("answerOffer", ["offer": "nothing", "answer": "refused"]).pointers == ["/offer"])
        #expect(try ask("answerOffer", ["offer": offer, "answer": "waiting"]).pointers == ["/answer"])
        #expect(try ask("answerOffer", ["offer": offer, "answer": "refused"]).status == 201)
        #expect(try ask("answerOffer", ["offer": offer, "answer": "taken"]).status == 422)
        #expect(try ask("listOffers").items.compactMap { $0["answer"] as? String } == ["refused"])
    }
}
