import Access
import Actions
import Register
import Testing
import Workshop

@testable import Web

@Suite struct `The way in` {
    private let service: TestedService
    private let browser: TestedBrowser

    init() throws {
        service = try TestedService()
        try service.add("sam", [Assignment(.analyst)])
        browser = TestedBrowser(service)
    }

    @Test func `leads back to what was asked for`() throws {
        let asked = "/reports/key-information?as-at=2019-01-31"
        #expect(
            try browser.open(asked).answer.location == "/sign-in?next=%2Freports%2Fkey-information%3Fas-at%3D2019-01-31"
        )
        try browser.follow(asked)
        browser.seen.expectSound()
        #expect(browser.seen.title == "Sign in - Homeward")
        let answer = try browser.send("/sign-in", ["sign-in-name": "sam", "password": TestedService.password])
        #expect(answer.answer.location == asked)
        #expect(try browser.follow(asked).text.contains("31 January 2019"))
    }

    @Test(arguments: [
        "//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "/nowhere", "",
        "/sign-out",
        "/%2F%2Fevil.example", "/..//evil.example", "\\\\evil.example", "/families/F1/../../x",
    ])
    func `never leads to another site`(next: String) throws {
        try browser.follow("/sign-in")
        let typed = ["sign-in-name": "sam", "password": TestedService.password, "next": next]
        #expect(try browser.send("/sign-in", typed).answer.location == "/")
    }

    @Test func `gives every session a secret of its own, whatever the browser brought`() throws {
        browser.secret = "chosen-by-somebody-else"
        try browser.signIn("sam")
        let first = try #require(browser.secret)
        #expect(first != "chosen-by-somebody-else" && first.count >= 50)
        #expect(try service.register.session(Array("chosen-by-somebody-else".utf8).sha256) == nil)
        let other = TestedBrowser(service)
        try other.signIn("sam")
        #expect(other.secret != first)
    }

    @Test func `says what is missing and what is wrong, and never writes a password back`() throws {
        try browser.follow("/sign-in")
        let empty = try browser.send("/sign-in")
        #expect(empty.status == 422)
        empty.expectSound()
        #expect(empty.text.contains("Enter your sign-in name") && empty.text.contains("Enter your password"))
        let wrong = try browser.signIn("sam", "wrong-secret-word")
        #expect(wrong.status == 422 && wrong.text.contains("is not right"))
        wrong.expectSound()
        #expect(!wrong.text.contains("wrong-secret-word"))
        #expect(wrong.text.contains("value=\"sam\""))
        #expect(browser.secret == nil)
    }

    @Test func `tells who has tried too often how long to wait`() throws {
        for _ in 0..<5 { try browser.signIn("sam", "wrong") }
        let blocked = try browser.signIn("sam")
        #expect(blocked.status == 422 && blocked.text.contains("Wait 30 seconds, then try again"))
        service.wait(30)
        #expect(try browser.signIn("sam").status == 303)
    }

    @Test func `takes a form of the sign-in page once`() throws {
        try browser.follow("/sign-in")
        let first = browser.tab()
        let typed = ["sign-in-name": "sam", "password": TestedService.password]
        #expect(try first.send("/sign-in", typed).status == 303)
        let second = try browser.send("/sign-in", typed)
        #expect(second.status == 422 && second.text.contains("sent already"))
    }

    @Test func `out ends the session and not only the cookie`() throws {
        try browser.signIn("sam")
        let secret = browser.secret
        try browser.follow("/account")
        #expect(try browser.send("/sign-out").answer.location == "/sign-in")
        #expect(browser.secret == nil)
        #expect(try TestedBrowser(service, secret: secret).open("/account").status == 303)
    }

    @Test func `asks for a password of one's own, then begins anew`() throws {
        try service.add("new", [Assignment(.analyst)], isTemporary: true)
        #expect(try browser.signIn("new").answer.location == "/sign-in/password")
        let half = browser.secret
        #expect(try browser.open("/account").answer.location == "/sign-in/password")
        try browser.open("/sign-in/password")
        browser.seen.expectSound()
        let same = ["new-password": TestedService.password, "again": TestedService.password]
        #expect(try browser.send("/sign-in/password", same).text.contains("must not be the one you were given"))
        browser.seen.expectSound()
        let differs = ["new-password": "another tractor nine", "again": "another tractor ten"]
        #expect(try browser.send("/sign-in/password", differs).text.contains("must be the same"))
        let good = ["new-password": "another tractor nine", "again": "another tractor nine"]
        #expect(try browser.send("/sign-in/password", good).answer.location == "/")
        #expect(browser.secret != half)
        #expect(try TestedBrowser(service, secret: half).open("/account").answer.location == "/sign-in?next=%2Faccount")
        #expect(try browser.follow("/account").status == 200)
        #expect(try TestedBrowser(service).signIn("new").status == 422)
    }

    @Test func `asks for a code, and begins anew after it`() throws {
        let user = try #require(try service.register.user(signInName: "sam"))
        try browser.signIn("sam")
        try browser.open("/account/second-step")
        browser.seen.expectSound()
        #expect(try browser.send("/account/second-step").status == 303)
        try browser.open("/account/second-step")
        browser.seen.expectSound()
        #expect(browser.seen.text.contains("otpauth://totp/"))
        let signIn = try SignIn(service.register, key: .test, cost: .cheap)
        let code = try #require(try signIn.preparedSecondStep(of: user))
        let step = OneTimeCode.step(at: service.now.seconds)
        #expect(try browser.send("/account/second-step/start", ["code": "1"]).status == 422)
        browser.seen.expectSound()
        let started = try browser.send("/account/second-step/start", ["code": code.code(ofStep: step)])
        #expect(started.status == 200 && started.text.contains("Keep your recovery codes"))
        started.expectSound()
        let other = TestedBrowser(service)
        #expect(try other.signIn("sam").answer.location == "/sign-in/code")
        let half = other.secret
        #expect(try other.open("/families/F1").answer.location == "/sign-in/code")
        try other.open("/sign-in/code")
        other.seen.expectSound()
        #expect(try other.send("/sign-in/code", ["code": "000000"]).status == 422)
        other.seen.expectSound()
        #expect(try other.send("/sign-in/code", ["code": code.code(ofStep: step + 1)]).status == 303)
        #expect(other.secret != half)
        #expect(try other.open("/families/F1").status == 200)
        #expect(try TestedBrowser(service, secret: half).open("/families/F1").status == 303)
    }
}

@Suite struct `A session` {
    private let service: TestedService
    private let browser: TestedBrowser

    init() throws {
        service = try TestedService()
        try service.add("sam", [Assignment(.gateway), Assignment(.administrator)])
        browser = TestedBrowser(service)
        try browser.signIn("sam")
    }

    @Test func `stays open while it is used, and not for longer than twelve hours`() throws {
        for _ in 0..<24 {
            service.wait(29 * 60)
            #expect(try browser.open("/account").status == 200)
        }
        service.wait(24 * 60 + 1)
        #expect(try browser.open("/account").status == 303)
    }

    @Test func `is listed, and can be ended from another`() throws {
        let other = TestedBrowser(service)
        try other.signIn("sam")
        let page = try browser.open("/account")
        page.expectSound()
        #expect(page.count("Firefox on Linux") == 2)
        let action = try #require(page.text.between("action=\"/account/sessions/", "\"").first)
        try browser.send("/account/sessions/\(action)")
        #expect(try other.open("/account").status == 303)
        #expect(try browser.open("/account").status == 200)
        try other.signIn("sam")
        try browser.open("/account")
        try browser.send("/account/sessions")
        #expect(try TestedBrowser(service, secret: other.secret).open("/account").status == 303)
    }

    @Test func `of somebody else cannot be ended`() throws {
        let other = try service.seat([Assignment(.analyst)])
        let theirs = try #require(try service.register.sessions(of: "U2").first)
        try browser.open("/account")
        #expect(try browser.send("/account/sessions/\(theirs.id)").status == 404)
        #expect(try other.open("/account").status == 200)
    }

    @Test func `ends with the password, but for the one that changed it`() throws {
        let other = TestedBrowser(service)
        try other.signIn("sam")
        try browser.open("/account")
        let typed = [
            "password": TestedService.password, "new-password": "another tractor nine", "again": "another tractor nine",
        ]
        #expect(try browser.send("/account/password", typed.merging(["password": "wrong"]) { $1 }).status == 422)
        browser.seen.expectSound()
        #expect(try browser.send("/account/password", typed).status == 303)
        #expect(try browser.open("/account").status == 200)
        #expect(try other.open("/account").status == 303)
    }

    @Test func `loses nothing that was typed when it times out`() throws {
        let nomination = try nominationForm()
        service.wait(Session.idleLimit)
        #expect(try browser.send("/nominations", nomination).answer.location == "/sign-in")
        try browser.follow("/sign-in")
        #expect(browser.seen.text.contains("You were signed out"))
        browser.seen.expectSound()
        // Sealed: nothing of it can be read in the register.
        let kept = try #require(try service.register.keptForms(of: "U1", at: service.now).first)
        #expect(!String(decoding: kept.sealed, as: UTF8.self).contains("programme"))
        // Somebody else does not see it.
        let other = try service.seat(.everything)
        #expect(try other.open("/kept").text.contains("Nothing is kept"))
        #expect(try browser.signIn("sam").answer.location == "/kept")
        let page = try browser.open("/kept")
        page.expectSound()
        #expect(page.text.contains("You were signed out. What you typed is kept"))
        let carried = browser.hidden("/nominations")
        #expect(carried["programme"] == nomination["programme"])
        let done = try browser.send("/nominations")
        #expect(done.status == 303, "\(done.text)")
        #expect(
            done.answer.location?.hasPrefix("/identify") == true
                || done.answer.location?.hasPrefix("/nominations") == true
        )
        #expect(try browser.open("/kept").text.contains("Nothing is kept"))
    }

    /// A form of nominations as it would be sent; nobody is ticked, so that it leads back to the list.
    private func nominationForm() throws -> [String: String] {
        ["programme": "mst", "token": "of a page long gone"]
    }

    @Test func `that timed out keeps no passwords`() throws {
        try browser.open("/account")
        service.wait(Session.idleLimit)
        try browser.send("/account/password", ["password": "secret-word", "new-password": "x", "again": "x"])
        #expect(try service.register.keptForms(of: "U1", at: service.now).isEmpty)
    }

    @Test func `does nothing twice for a double click, and nothing for another's form`() throws {
        try browser.open("/users/new")
        let tab = browser.tab()
        let typed = ["name": "Ann", "sign-in-name": "ann"]
        #expect(try browser.send("/users", typed).text.contains("Hand over the password"))
        browser.seen.expectSound()
        let second = try tab.send("/users", ["name": "Ann", "sign-in-name": "ann-again"])
        #expect(second.status == 422 && second.text.contains("sent already"))
        // A token of one session is worth nothing in another.
        let other = try service.seat(.everything)
        try other.open("/users/new")
        browser.secret = other.secret
        try browser.open("/users/new")
        let mine = TestedBrowser(service)
        try mine.signIn("sam")
        try mine.open("/users/new")
        let stolen = browser.hidden("/users")["token"] ?? ""
        #expect(try mine.send("/users", ["name": "Bo", "sign-in-name": "bo", "token": stolen]).status == 422)
    }

    @Test func `in two tabs works in both`() throws {
        let tab = browser.tab()
        try browser.open("/users/new")
        try tab.open("/users/new")
        #expect(try tab.send("/users", ["name": "Ann", "sign-in-name": "ann"]).status == 200)
        #expect(try browser.send("/users", ["name": "Bo", "sign-in-name": "bo"]).status == 200)
    }
}
