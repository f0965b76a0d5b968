import Register
import Synchronization
import Testing
import Workshop

@testable import Actions

@Suite struct `A council's provider` {
    private final class Clockwork: Sendable {
        let time = Mutex(Timestamp(seconds: 1_800_000_000))
        var now: Timestamp { time.withLock { $0 } }
        func wait(_ seconds: Int64) { time.withLock { $0 = Timestamp(seconds: $0.seconds + seconds) } }
    }

    private let clock: Clockwork
    private let tested: TestedProvider
    private let provider: Provider

    init() throws {
        let clock = Clockwork()
        self.clock = clock
        tested = TestedProvider { clock.now }
        provider = Provider(try .tested(), key: .test, fetch: tested)
    }

    private func begin(next: String? = nil) async throws -> (address: String, journey: String) {
        guard case .onward(let address, let journey) = await provider.begin(next: next, at: clock.now) else {
            throw ProviderRefusal.outOfReach
        }
        return (address, journey)
    }

    private func finish(_ answer: [String: String], _ journey: String?) async throws -> (ProviderIdentity, String?) {
        switch await provider.finish(answer, carried: journey, at: clock.now) {
        case .identified(let identity, let next): return (identity, next)
        case .refused(let refusal): throw refusal
        case .onward: throw ProviderRefusal.outOfReach
        }
    }

    private func whole() async throws -> ProviderIdentity {
        let (address, journey) = try await begin()
        return try await finish(tested.signIn(at: address), journey).0
    }

    @Test func `says who came back, and where they wanted to go`() async throws {
        let (address, journey) = try await begin(next: "/reports")
        let (identity, next) = try await finish(tested.signIn(at: address), journey)
        #expect(identity == ProviderIdentity(issuer: TestedProvider.issuer, subject: "248289761001", signInName: "sam"))
        #expect(next == "/reports")
        #expect(!address.contains("reports") && !journey.contains("reports"))
    }

    @Test func `is believed once`() async throws {
        let (address, journey) = try await begin()
        let answer = try tested.signIn(at: address)
        _ = try await finish(answer, journey)
        await #expect(throws: ProviderRefusal.stale) { try await finish(answer, journey) }
        // With a new code as well.
        let again = try tested.signIn(at: address)
        await #expect(throws: ProviderRefusal.stale) { try await finish(again, journey) }
        #expect(tested.asked("/token") == 1)
    }

    @Test func `is believed by the browser that asked`() async throws {
        let (address, journey) = try await begin()
        let answer = try tested.signIn(at: address)
        let (_, other) = try await begin()
        let forged = try ProviderJourney(next: nil, at: clock.now).sealed(
            with: ServiceKey([UInt8](repeating: 1, count: 32))
        )
        for carried in [other, forged, nil, "", "nonsense"] {
            await #expect(throws: ProviderRefusal.stale) { try await finish(answer, carried) }
        }
        #expect(tested.asked("/token") == 0)
        _ = try await finish(answer, journey)
    }

    @Test func `is believed for ten minutes`() async throws {
        let (address, journey) = try await begin()
        let answer = try tested.signIn(at: address)
        clock.wait(600)
        await #expect(throws: ProviderRefusal.stale) { try await finish(answer, journey) }
        #expect(tested.asked("/token") == 0)
    }

    @Test func `is not believed by a code of another sign-in`() async throws {
        let (first, _) = try await begin()
        let (second, journey) = try await begin()
        let stolen = try tested.signIn(at: first)["code"]
        var answer = try tested.signIn(at: second)
        answer["code"] = stolen
        // The verifier is not that of the code.
        await #expect(throws: ProviderRefusal.outOfReach) { try await finish(answer, journey) }
    }

    @Test(arguments: [
        ("access_denied", ProviderRefusal.cancelled), ("consent_required", .cancelled), ("login_required", .cancelled),
        ("temporarily_unavailable", .outOfReach), ("server_error", .outOfReach), ("invalid_scope", .notTaken),
    ])
    func `may say no`(error: String, refusal: ProviderRefusal) async throws {
        let (address, journey) = try await begin()
        let state = try tested.signIn(at: address)["state"]
        await #expect(throws: refusal) { try await finish(["error": error, "state": state ?? ""], journey) }
        #expect(tested.asked("/token") == 0)
    }

    @Test func `is no other provider`() async throws {
        let (address, journey) = try await begin()
        var answer = try tested.signIn(at: address)
        answer["iss"] = "https://login.example.org"
        await #expect(throws: ProviderRefusal.notTaken) { try await finish(answer, journey) }
    }

    @Test func `may begin to sign by another key`() async throws {
        _ = try await whole()
        tested.rotate(to: "second")
        tested.want { $0.keyName = "second" }
        // A minute has not gone by since its keys were read.
        await #expect(throws: ProviderRefusal.notTaken) { try await whole() }
        #expect(tested.asked("/keys") == 1)
        clock.wait(60)
        _ = try await whole()
        #expect(tested.asked("/keys") == 2)
        // A key that it no longer has is not taken any more.
        tested.want { $0.keyName = "first" }
        clock.wait(60)
        await #expect(throws: ProviderRefusal.notTaken) { try await whole() }
    }

    @Test func `is asked once an hour what it can do`() async throws {
        for _ in 0..<3 { _ = try await whole() }
        #expect(tested.asked("/.well-known/openid-configuration") == 1 && tested.asked("/keys") == 1)
        clock.wait(3600)
        _ = try await whole()
        #expect(tested.asked("/.well-known/openid-configuration") == 2 && tested.asked("/keys") == 2)
    }

    @Test func `is left alone for a while where it cannot be reached`() async throws {
        tested.isOutOfReach = true
        for _ in 0..<3 { await #expect(throws: ProviderRefusal.outOfReach) { try await begin() } }
        #expect(tested.asked("/.well-known/openid-configuration") == 1)
        tested.isOutOfReach = false
        clock.wait(5)
        _ = try await whole()
        let (address, journey) = try await begin()
        let answer = try tested.signIn(at: address)
        tested.isOutOfReach = true
        await #expect(throws: ProviderRefusal.outOfReach) { try await finish(answer, journey) }
    }

    @Test func `must be the issuer, and lead nowhere that can be overheard`() async throws {
        let good = [
            "issuer": TestedProvider.issuer, "authorization_endpoint": "https://a.example/a",
            "token_endpoint": "https://a.example/t", "jwks_uri": "https://a.example/k",
        ]
        let text = { (document: [String: String]) in
            "{" + document.map { "\"\($0.key)\":\"\($0.value)\"" }.joined(separator: ",") + "}"
        }
        let read = { (document: [String: String]) in
            ProviderDocument.read(Array(text(document).utf8), of: TestedProvider.issuer)
        }
        #expect(read(good) != nil)
        for (name, value) in [
            ("issuer", "https://login.example.org"), ("issuer", "\(TestedProvider.issuer)/"),
            ("token_endpoint", "http://a.example/t"), ("jwks_uri", "ftp://a.example"), ("jwks_uri", "/k"),
            ("authorization_endpoint", "javascript:alert(1)"), ("token_endpoint", "https://me@a.example/t"),
        ] {
            #expect(read(good.merging([name: value]) { $1 }) == nil, "\(name)")
        }
        tested.answer("<html>")
        #expect(await !provider.isReached(at: clock.now))
    }

    @Test(arguments: [
        ("https://login.example.gov.uk", true), ("https://login.example.gov.uk/tenant/v2.0", true),
        ("http://127.0.0.1:4593/api/oidc", true), ("http://localhost:80", true), ("http://[::1]:80", true),
        ("http://login.example.gov.uk", false), ("https://", false), ("login.example.gov.uk", false), ("", false),
        ("https://a.example/?q", false), ("https://a.example/#q", false), ("https://me@a.example", false),
        ("http://127.0.0.1.example/", false),
    ])
    func `is reached by TLS, or on this machine`(issuer: String, isGood: Bool) {
        let settings = try? ProviderSettings(
            issuer: issuer,
            clientID: "homeward",
            secret: nil,
            claim: "preferred_username",
            name: "it",
            publicAddress: "https://a.example",
            isOnly: false
        )
        #expect((settings != nil) == isGood)
    }

    @Test func `is asked for an address that it has made sure of`() async throws {
        let provider = Provider(try .tested(claim: "email"), key: .test, fetch: tested)
        let address = "sam@example.gov.uk"
        let cases: [(verified: String?, name: String?)] = [("true", address), ("false", nil), (nil, address)]
        for (verified, name) in cases {
            tested.want {
                $0.more["email"] = address
                $0.more["email_verified"] = verified
            }
            guard case .onward(let there, let journey) = await provider.begin(next: nil, at: clock.now) else {
                throw ProviderRefusal.outOfReach
            }
            #expect(there.contains("scope=openid%20profile%20email"))
            let outcome = await provider.finish(try tested.signIn(at: there), carried: journey, at: clock.now)
            guard case .identified(let identity, _) = outcome else { throw ProviderRefusal.notTaken }
            #expect(identity.signInName == name)
        }
    }

    @Test func `has a page where people end their session there`() async throws {
        #expect(provider.leaveAddress == nil)
        _ = try await begin()
        #expect(
            provider.leaveAddress == "\(TestedProvider.issuer)/end?client_id=homeward&post_logout_redirect_uri="
                + "https%3A%2F%2Ffamilies.example.gov.uk%2Fsign-in"
        )
    }
}
