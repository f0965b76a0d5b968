import Access
import Actions
import Foundation
import Records
import Register
import Testing
import Values
import Workshop

@testable import Web

/// The operations for programs, asked without a server.
@Suite struct `Programs` {
    private let service: TestedService
    private let programs: TestedPrograms

    init() throws {
        service = try TestedService()
        programs = try TestedPrograms(service)
    }

    private func token(_ role: Role, in scope: Scope = .authority, worker: String? = nil) throws -> String {
        try programs.token(role, in: scope, worker: worker)
    }

    private func ask(_ id: String, _ request: APIRequest) throws -> TestedPrograms.Answered {
        try programs.ask(id, request)
    }

    private static func contact(_ minutes: String = "45") -> [UInt8] {
        Array(
            "{\"on\": \"2026-06-30\", \"minutes\": \(minutes), \"kind\": \"home_visit\", \"direct\": true, \"attendance\": \"attended\"}"
                .utf8
        )
    }

    @Test func `need a token that holds, and may do what its user may`() throws {
        #expect(try ask("getCase", APIRequest(id: "TC1")).status == 401)
        #expect(try ask("getCase", APIRequest(id: "TC1", token: "homeward_nonsense")).status == 401)
        let own = try token(.practitioner, in: .team("North"), worker: "W1")
        let mine = try ask("getCase", APIRequest(id: "TC1", token: own))
        #expect(mine.status == 200 && mine.json["family_id"] as? String == "F1" && mine.json["version"] is Int)
        #expect(try ask("listReferrals", APIRequest(token: own)).status == 403)
        let other = try token(.supervisor, in: .team("South"))
        #expect(try ask("getCase", APIRequest(id: "TC1", token: other)).status == 404)
        #expect(try ask("getCase", APIRequest(id: "nonsense", token: own)).status == 404)
    }

    @Test func `lose a token that was withdrawn, or whose user may no longer sign in`() throws {
        let secret = try token(.gateway)
        var user = try #require(try service.register.user(signInName: "program-gateway"))
        #expect(try ask("listReferrals", APIRequest(token: secret)).status == 200)
        user.isDisabled = true
        try service.register.save(
            user,
            as: ChangeDraft(actor: "test", purpose: "test", summary: "Disabled"),
            at: Clock.now
        )
        #expect(try ask("listReferrals", APIRequest(token: secret)).status == 401)
        user.isDisabled = false
        try service.register.save(
            user,
            as: ChangeDraft(actor: "test", purpose: "test", summary: "Enabled"),
            at: Clock.now
        )
        let held = try #require(try service.register.tokens(of: user.id).first)
        try service.register.withdrawToken(held.id, of: user.id, at: Clock.now)
        #expect(try ask("listReferrals", APIRequest(token: secret)).status == 401)
    }

    @Test func `are slowed down where tokens that do not hold come from one address`() throws {
        let own = try token(.practitioner, in: .team("North"), worker: "W1")
        let right = APIRequest(id: "TC1", address: "10.0.0.9", token: own)
        let wrong = APIRequest(id: "TC1", address: "10.0.0.9", token: "homeward_nonsense")
        for _ in 0..<30 { #expect(try ask("getCase", wrong).status == 401) }
        // As in signing in, what is right waits too, and nobody waits who comes from elsewhere.
        let slowed = try ask("getCase", right)
        #expect(slowed.status == 429 && slowed.retryAfter == 30 && slowed.json["status"] as? Int == 429)
        #expect(try ask("getCase", wrong).status == 429)
        #expect(try ask("getCase", APIRequest(id: "TC1", address: "10.0.0.1", token: own)).status == 200)
        #expect(try ask("getCase", APIRequest(id: "TC1", address: "10.0.0.9")).status == 401)
        service.wait(30)
        #expect(try ask("getCase", wrong).status == 401)
        #expect(try ask("getCase", right).retryAfter == 60)
        service.wait(60)
        #expect(try ask("getCase", right).status == 200)
    }

    @Test func `record a contact by the same rules as the page, once`() throws {
        let own = try token(.practitioner, in: .team("North"), worker: "W1")
        let wrong = try ask("recordContact", APIRequest(id: "TC1", body: Self.contact("-5"), token: own))
        #expect(wrong.status == 422)
        let faults = wrong.json["errors"] as? [[String: Any]]
        #expect(faults?.first?["pointer"] as? String == "/minutes")
        #expect(try ask("recordContact", APIRequest(id: "TC1", body: Array("[1]".utf8), token: own)).status == 400)
        let request = APIRequest(id: "TC1", body: Self.contact(), token: own, idempotencyKey: "visit-1")
        let first = try ask("recordContact", request)
        #expect(first.status == 201 && first.json["minutes"] as? Int == 45)
        let again = try ask("recordContact", request)
        #expect(again.status == 201 && again.json["contact_id"] as? String == first.json["contact_id"] as? String)
        #expect(try service.register.held(Contact.self).count == 1)
        // The same fields in another order, with other spaces, are the same request.
        var shuffled = request
        shuffled.body = Array(
            "{\"direct\":true,\"kind\":\"home_visit\",  \"minutes\":45,\"attendance\":\"attended\",\"on\":\"2026-06-30\"}"
                .utf8
        )
        let repeated = try ask("recordContact", shuffled)
        #expect(repeated.status == 201 && repeated.json["contact_id"] as? String == first.json["contact_id"] as? String)
        #expect(try service.register.held(Contact.self).count == 1)
        var other = request
        other.body = Self.contact("50")
        #expect(try ask("recordContact", other).status == 422)
        let list = try ask("listContacts", APIRequest(id: "TC1", token: own))
        #expect((list.json["items"] as? [Any])?.count == 1 && list.json["next"] is NSNull)
        #expect(try service.register.verify().problems == [])
    }

    @Test func `read lists page by page, by key`() throws {
        let own = try token(.practitioner, in: .team("North"), worker: "W1")
        for _ in 0..<5 {
            #expect(try ask("recordContact", APIRequest(id: "TC1", body: Self.contact(), token: own)).status == 201)
        }
        var (keys, after, pages) = (Set<String>(), "", 0)
        repeat {
            let page = try ask(
                "listContacts",
                APIRequest(id: "TC1", query: ["limit": "2", "after": after], token: own)
            )
            let items = page.json["items"] as? [[String: Any]] ?? []
            keys.formUnion(items.compactMap { $0["contact_id"] as? String })
            after = page.json["next"] as? String ?? ""
            pages += 1
        } while !after.isEmpty && pages < 10
        #expect(keys.count == 5 && pages == 3)
        for limit in ["0", "201", "many"] {
            #expect(try ask("listContacts", APIRequest(id: "TC1", query: ["limit": limit], token: own)).status == 422)
        }
    }

    @Test func `decide on a referral over the version they have read`() throws {
        let secret = try token(.gateway)
        let read = try ask("getReferral", APIRequest(id: "TR1", token: secret))
        let version = try #require(read.json["version"] as? Int)
        let body = Array("{\"kind\": \"reopen\"}".utf8)
        var request = APIRequest(id: "TR1", body: body, token: secret)
        #expect(try ask("decideReferral", request).status == 428)
        request.version = Int64(version) + 100
        #expect(try ask("decideReferral", request).status == 412)
        request.version = Int64(version)
        request.body = Array("{\"kind\": \"dance\"}".utf8)
        #expect(try ask("decideReferral", request).status == 422)
    }

    @Test func `find every operation described`() throws {
        let json = try JSONSerialization.jsonObject(with: Data(OpenAPI.bytes)) as? [String: Any]
        #expect(json?["openapi"] as? String == "3.1.0")
        let paths = json?["paths"] as? [String: [String: Any]] ?? [:]
        for operation in APIOperation.all {
            let path = operation.path.replacing(":id", with: "{id}")
            #expect(paths[path]?[operation.method.rawValue] != nil, "\(operation.id)")
        }
        #expect(paths.values.map(\.count).reduce(0, +) == APIOperation.all.count)
        #expect(Set(APIOperation.all.map(\.id)).count == APIOperation.all.count)
    }
}
