import Access
import Actions
import Register
import Testing
import Workshop

@testable import Web

@Suite struct `The way in by the council's provider` {
    private let service: TestedService
    private let browser: TestedBrowser
    private let provider: TestedProvider

    init() throws {
        (service, provider) = try Self.service()
        browser = TestedBrowser(service)
        try service.add("sam", [Assignment(.analyst)])
    }

    private static func service(isOnly: Bool = false) throws -> (TestedService, TestedProvider) {
        let service = try TestedService(provider: .tested(isOnly: isOnly))
        return (service, try #require(service.provider))
    }

    /// Goes to the provider and comes back.
    @discardableResult
    private func signIn(_ browser: TestedBrowser, next: String? = nil) async throws -> SeenPage {
        let asked = next.map { "/sign-in/provider?next=\($0)" } ?? "/sign-in/provider"
        let there = try #require(try await browser.openWaiting(asked).answer.location)
        return try await comeBack(browser, try provider.signIn(at: there))
    }

    private func comeBack(_ browser: TestedBrowser, _ answer: [String: String]) async throws -> SeenPage {
        let query = answer.map { "\($0.key)=\($0.value)" }.joined(separator: "&")
        return try await browser.openWaiting("/sign-in/provider/answer?\(query)")
    }

    @Test func `is offered first, and leads back to what was asked for`() async throws {
        let page = try browser.follow("/reports/key-information")
        page.expectSound()
        #expect(page.text.contains("Sign in with Westmere sign-in") && page.text.contains("Or use a password"))
        #expect(page.links.contains("/sign-in/provider?next=%2Freports%2Fkey-information"))
        #expect(
            try await signIn(browser, next: "%2Freports%2Fkey-information").answer.location
                == "/reports/key-information"
        )
        #expect(browser.journey == nil)
        #expect(try browser.open("/reports/key-information").status == 200)
        // There is nothing to sign in to any more.
        #expect(try browser.open("/sign-in/provider").answer.location == "/")
    }

    @Test func `goes past the second step and a password that was given`() async throws {
        let user = try service.add("ann", [Assignment(.analyst)], isTemporary: true)
        try service.register.startSecondStep(of: user.id, recoveryCodes: [])
        provider.want { $0.name = " Ann " }
        #expect(try await signIn(browser).answer.location == "/")
        #expect(try browser.open("/account").text.contains("Sam Example"))
    }

    @Test func `ends as other ways in do`() async throws {
        try await signIn(browser)
        service.wait(Session.idleLimit)
        #expect(try browser.open("/account").answer.location == "/sign-in?next=%2Faccount")
        try await signIn(browser)
        try browser.open("/account")
        let secret = browser.secret
        #expect(try browser.send("/sign-out").answer.location == "/sign-in?out=yes")
        let page = try browser.open("/sign-in?out=yes")
        page.expectSound()
        #expect(page.text.contains("You may still be signed in at Westmere sign-in"))
        #expect(
            try browser.open("/sign-in/provider/end").answer.location?.hasPrefix("\(TestedProvider.issuer)/end?")
                == true
        )
        #expect(try TestedBrowser(service, secret: secret).open("/account").status == 303)
    }

    @Test func `carries on with what was typed before`() async throws {
        try await signIn(browser)
        service.wait(Session.idleLimit)
        let typed = ["name": "Half", "token": "t"]
        #expect(try browser.send("/identify/F1/discretion", typed).answer.location == "/sign-in")
        #expect(try await signIn(browser, next: "%2Freports").answer.location == "/kept")
    }

    @Test func `binds an account, which no other name and no other subject then moves`() async throws {
        try await signIn(browser)
        let bound = try service.register.user(of: OpenIDSubject(issuer: TestedProvider.issuer, subject: "248289761001"))
        #expect(bound?.signInName == "sam")
        try service.add("ann", [Assignment(.administrator)])
        // They are renamed there: they are still themselves here.
        provider.want { $0.name = "ann" }
        let renamed = TestedBrowser(service)
        try await signIn(renamed)
        try renamed.open("/account")
        #expect(renamed.seen.text.contains("sam") && !renamed.seen.text.contains("/users"))
        // Somebody else gets the name that they had.
        provider.want {
            $0.name = "sam"
            $0.subject = "another"
        }
        let other = TestedBrowser(service)
        let page = try await signIn(other)
        #expect(page.status == 403 && page.text.contains("known under another account at Westmere sign-in"))
        page.expectSound()
        #expect(other.secret == nil)
    }

    @Test func `is opened again by an administrator`() async throws {
        try await signIn(browser)
        let keeper = try service.seat([Assignment(.administrator)], named: "keeper")
        let page = try keeper.open("/users/U1")
        page.expectSound()
        #expect(page.text.contains("Known"))
        #expect(try keeper.send("/users/U1/provider").answer.location == "/users/U1?saved=yes")
        #expect(try browser.open("/account").status == 303)
        #expect(try keeper.open("/users/U1").text.contains("None yet"))
        provider.want { $0.subject = "another" }
        #expect(try await signIn(browser).answer.location == "/")
        let changes = try service.register.changes(limit: 3)
        #expect(
            changes.map(\.summary) == [
                "Bound user U1 to the provider's account", "Unbound user U1 from the provider's account",
                "Added user",
            ]
        )
        #expect(changes.map(\.actor) == ["U1", "U2", "test"])
        #expect(try service.register.verify().problems == [])
    }

    @Test func `is closed to who has no account, and to who may no longer sign in`() async throws {
        for name in ["nobody", "", nil] {
            provider.want { $0.name = name }
            let page = try await signIn(browser)
            #expect(page.status == 403 && page.text.contains("You have no account here"))
            #expect(page.text.contains("Ask an administrator of the service to add you"))
            page.expectSound()
        }
        provider.want { $0.name = "sam" }
        try await signIn(browser)
        var user = try #require(try service.register.user("U1"))
        user.isDisabled = true
        try service.add("keeper", [Assignment(.administrator)])
        try service.register.save(
            user,
            as: ChangeDraft(actor: "test", purpose: "test", summary: "Disabled"),
            at: service.now
        )
        let other = TestedBrowser(service)
        let page = try await signIn(other)
        #expect(page.status == 403 && page.text.contains("Your account is disabled"))
        page.expectSound()
        #expect(other.secret == nil)
    }

    @Test func `says what went wrong, a page each`() async throws {
        let there = try #require(try await browser.openWaiting("/sign-in/provider").answer.location)
        let answer = try provider.signIn(at: there)
        let stranger = TestedBrowser(service)
        let elsewhere = try await comeBack(stranger, answer)
        #expect(elsewhere.status == 400 && elsewhere.text.contains("Start again to sign in"))
        elsewhere.expectSound()
        let cancelled = try await comeBack(browser, ["error": "access_denied", "state": answer["state"] ?? ""])
        #expect(cancelled.status == 200 && cancelled.text.contains("You did not sign in"))
        cancelled.expectSound()
        #expect(browser.secret == nil && browser.journey == nil)
        provider.want { $0.nonce = "another" }
        let odd = try await signIn(browser)
        #expect(odd.status == 403 && odd.text.contains("did not work"))
        odd.expectSound()
        provider.isOutOfReach = true
        service.wait(3600)
        let gone = try await browser.openWaiting("/sign-in/provider")
        #expect(gone.status == 502 && gone.text.contains("is not working"))
        gone.expectSound()
        #expect(browser.secret == nil)
    }

    @Test func `may be the only one, but for administrators`() async throws {
        let (service, provider) = try Self.service(isOnly: true)
        try service.add("sam", [Assignment(.analyst)])
        try service.add("keeper", [Assignment(.administrator)])
        let browser = TestedBrowser(service)
        #expect(try browser.follow("/sign-in").text.contains("Administrators can use a password"))
        let refused = try browser.signIn("sam")
        #expect(refused.status == 422 && refused.text.contains("Sign in with your council account"))
        refused.expectSound()
        let wrong = try browser.signIn("sam", "wrong-secret-word")
        #expect(wrong.text.contains("is not right"))
        #expect(try browser.signIn("keeper").answer.location == "/")
        // Somebody who is added needs no password to begin with.
        try browser.open("/users/new")
        #expect(browser.seen.text.contains("their sign-in name must be the name they have there"))
        let typed = ["name": "Ann Other", "sign-in-name": "ann", "role-analyst": "authority"]
        #expect(try browser.send("/users", typed).answer.location == "/users/U3?saved=yes")
        provider.want { $0.name = "ann" }
        let ann = TestedBrowser(service)
        let there = try #require(try await ann.openWaiting("/sign-in/provider").answer.location)
        let answer = try provider.signIn(at: there).map { "\($0.key)=\($0.value)" }.joined(separator: "&")
        #expect(try await ann.openWaiting("/sign-in/provider/answer?\(answer)").answer.location == "/")
    }

    @Test func `is carried in a cookie of its own`() {
        let secure = ProviderCookie(isSecure: true)
        #expect(
            secure.header("abc")
                == "__Host-homeward-provider=abc; Max-Age=600; Path=/; HttpOnly; SameSite=Lax; Secure"
        )
        #expect(secure.header(nil) == "__Host-homeward-provider=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax; Secure")
        let sent = "__Host-homeward=1; __Host-homeward-provider=2"
        #expect(secure.sealed(in: sent) == "2" && SessionCookie(isSecure: true).secret(in: sent) == "1")
        #expect(ProviderCookie(isSecure: false).sealed(in: sent) == nil)
    }
}
