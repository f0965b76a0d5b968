import Access
import Actions
import Register
import Testing
import Workshop

@testable import Web

@Suite struct `The pages of users` {
    private let service: TestedService
    private let browser: TestedBrowser

    init() throws {
        service = try TestedService()
        try service.add("admin", [Assignment(.administrator)])
        browser = TestedBrowser(service)
        try browser.signIn("admin")
    }

    @Test func `add somebody, who then signs in with the password that was shown`() throws {
        try browser.open("/users/new")
        let wrong = try browser.send("/users", ["sign-in-name": "a b", "role-supervisor": "team"])
        #expect(wrong.status == 422)
        wrong.expectSound()
        for words in [
            "Enter the full name", "Sign-in name must only have", "Enter the name of the team for supervisor",
        ] {
            #expect(wrong.text.contains(words), "\(words)")
        }
        let typed = [
            "name": "Ann Other", "sign-in-name": "ann", "role-supervisor": "team", "part-supervisor": "North, South",
            "role-analyst": "authority",
        ]
        let added = try browser.send("/users", typed)
        let password = try #require(added.text.between("<dd class=\"govuk-summary-list__value\">", "</dd>").last)
        let user = try #require(try service.register.user(signInName: "ann"))
        #expect(
            Set(user.roles) == [
                Assignment(.analyst), Assignment(.supervisor, in: .team("North")),
                Assignment(.supervisor, in: .team("South")),
            ]
        )
        #expect(try TestedBrowser(service).signIn("ann", password).answer.location == "/sign-in/password")
        let changes = try service.register.changes(limit: 1)
        #expect(changes.first?.actor == "U1" && changes.first?.summary == "Added user U2")
    }

    @Test func `change what somebody may do at once`() throws {
        let other = try service.seat([Assignment(.analyst)], named: "ann")
        #expect(try other.open("/feeds").status == 200)
        let page = try browser.open("/users/U2")
        page.expectSound()
        #expect(page.text.contains("value=\"ann\""))
        #expect(
            try browser.send("/users/U2", ["name": "Ann", "sign-in-name": "ann", "role-finance": "authority"]).status
                == 303
        )
        #expect(try browser.follow("/users/U2?saved=yes").text.contains("Saved"))
        #expect(try other.open("/feeds").status == 403)
        other.seen.expectSound()
        #expect(try other.open("/reports").status == 200)
    }

    @Test func `refuse what was changed meanwhile`() throws {
        try service.seat([Assignment(.analyst)], named: "ann").open("/")
        let tab = browser.tab()
        try browser.open("/users/U2")
        try tab.open("/users/U2")
        let typed = ["name": "Ann", "sign-in-name": "ann", "role-finance": "authority"]
        #expect(try tab.send("/users/U2", typed).status == 303)
        let late = try browser.send("/users/U2", typed.merging(["name": "Late"]) { $1 })
        #expect(late.status == 422 && late.text.contains("Somebody else has changed this user"))
        late.expectSound()
        #expect(late.text.contains("value=\"Late\""))
        #expect(try service.register.user("U2")?.name == "Ann")
    }

    @Test func `disable and enable, and never the last administrator`() throws {
        let other = try service.seat([Assignment(.analyst)], named: "ann")
        try browser.open("/users/U2")
        try browser.send("/users/U2/standing")
        #expect(try other.open("/").status == 303)
        try browser.open("/users/U2")
        #expect(browser.seen.text.contains("Disabled: may not sign in"))
        try browser.send("/users/U2/standing")
        #expect(try service.register.user("U2")?.isDisabled == false)
        try browser.open("/users/U1")
        let last = try browser.send("/users/U1/standing")
        #expect(last.status == 422 && last.text.contains("last administrator"))
        last.expectSound()
    }

    @Test func `give a new password, once, to who is locked out`() throws {
        let other = try service.seat([Assignment(.analyst)], named: "ann")
        try browser.open("/users/U2")
        let page = try browser.send("/users/U2/password")
        page.expectSound()
        let password = try #require(page.text.between("<dd class=\"govuk-summary-list__value\">", "</dd>").last)
        #expect(try other.open("/").status == 303)
        #expect(try TestedBrowser(service).signIn("ann", password).answer.location == "/sign-in/password")
    }
}

@Suite struct `The first start` {
    @Test func `shows the set-up page alone, and makes one administrator with the code`() throws {
        let service = try TestedService(setUpCode: TestedService.setUpCode)
        let browser = TestedBrowser(service)
        for address in ["/", "/sign-in", "/families/F1", "/users"] {
            #expect(try browser.open(address).answer.location == "/set-up")
        }
        try browser.open("/set-up")
        browser.seen.expectSound()
        let typed = [
            "code": "wrong", "name": "Ada First", "sign-in-name": "ada", "new-password": TestedService.password,
            "again": TestedService.password, "also": "analyst",
        ]
        let wrong = try browser.send("/set-up", typed)
        #expect(wrong.status == 422 && wrong.text.contains("Set-up code must be the one that was printed"))
        wrong.expectSound()
        #expect(!wrong.text.contains(TestedService.password))
        let tab = browser.tab()
        let good = typed.merging(["code": " ABCD-efgh-ijkl-mnop "]) { $1 }
        #expect(try browser.send("/set-up", good).answer.location == "/users")
        #expect(try browser.open("/users").status == 200)
        #expect(try service.register.user("U1")?.roles.map(\.role) == [.administrator, .analyst])
        #expect(try tab.send("/set-up", good.merging(["sign-in-name": "eve"]) { $1 }).status == 404)
        #expect(try TestedBrowser(service).open("/set-up").status == 404)
        #expect(try service.register.changes(limit: 1).first?.actor == "U1")
    }

    @Test func `of a demonstration offers one person of each role`() throws {
        let service = try TestedService { register, folder in
            try TestedService.family(register, folder)
            try register.set(Keeper.Setting.demonstrationUntil, to: "2026-03-31")
            try DemonstrationUsers.add(to: register, at: Clock.now)
            try DemonstrationUsers.add(to: register, at: Clock.now)
        }
        #expect(try service.register.users().count == Role.allCases.count)
        for user in try service.register.users() {
            let browser = TestedBrowser(service)
            let page = try browser.follow("/reports")
            page.expectSound()
            #expect(page.count("Sign in as") == Role.allCases.count)
            let token = browser.hidden("/sign-in/demonstration")["token"] ?? ""
            _ = try browser.send("/sign-in/demonstration", ["user": user.id, "token": token])
            #expect(browser.secret != nil)
            #expect(try browser.open("/").status == 200)
        }
        // With a password they are as everybody else.
        try KeepUsers(service.register, by: Actor("test"), cost: .cheap).resetPassword(
            of: try #require(try service.register.user("U1")),
            to: TestedService.password,
            at: service.now
        )
        let browser = TestedBrowser(service)
        try browser.follow("/sign-in")
        #expect(try browser.send("/sign-in/demonstration", ["user": "U1"]).status == 404)
    }

    @Test func `of a register in use offers nobody`() throws {
        let service = try TestedService()
        try DemonstrationUsers.add(to: service.register, at: service.now)
        #expect(try service.register.hasNoUsers())
        try service.seat([Assignment(.analyst)]).open("/")
        let browser = TestedBrowser(service)
        #expect(try browser.follow("/sign-in").count("Sign in as") == 0)
        #expect(try browser.send("/sign-in/demonstration", ["user": "U1"]).status == 404)
        #expect(browser.secret == nil)
    }
}

@Suite struct `What somebody reads` {
    @Test func `is logged under their reference`() throws {
        let service = try TestedService()
        let browser = try service.seat([Assignment(.practitioner, in: .team("North"))])
        #expect(try browser.open("/families/F1").status == 200)
        let reads = try service.register.reads(ofRecord: "F1", in: "families", limit: 9)
        #expect(reads.map(\.actor) == ["U1"])
        let readers = try browser.open("/families/F1/readers")
        #expect(readers.text.contains("Terry Tester (U1)") && readers.text.contains("family page"))
    }

    @Test func `is found among their own alone`() throws {
        let service = try TestedService()
        let north = try service.seat([Assignment(.practitioner, in: .team("North"))], named: "north")
        let south = try service.seat([Assignment(.practitioner, in: .team("South"))], named: "south")
        for (browser, words) in [(north, "2 people found"), (south, "Nobody found")] {
            try browser.open("/search")
            #expect(try browser.send("/search", ["q": "Ashdown"]).text.contains(words))
        }
        #expect(!south.seen.text.contains("Maria"))
    }

    @Test func `has nothing but what is published where they may not see every count`() throws {
        let service = try TestedService()
        let investor = try service.seat([Assignment(.investor, in: .contract("C1"))])
        for asked in ["audience=own", "audience=public", "audience=own&format=csv"] {
            let page = try investor.open("/needs?\(asked)&from=2018-01-01&to=2018-12-31")
            #expect(page.status == 200 && page.title.contains("as published"))
            #expect(!page.text.contains("Show every count") && !page.text.contains("Having it"))
        }
    }
}

@Suite struct `The cookie` {
    @Test func `cannot be read by scripts, nor sent by others, nor by less than TLS where there is TLS`() {
        let plain = SessionCookie(isSecure: false)
        #expect(plain.header("abc") == "homeward=abc; Path=/; HttpOnly; SameSite=Lax")
        let secure = SessionCookie(isSecure: true)
        #expect(secure.header("abc") == "__Host-homeward=abc; Path=/; HttpOnly; SameSite=Lax; Secure")
        #expect(secure.header(nil) == "__Host-homeward=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax; Secure")
        #expect(secure.secret(in: "a=b; __Host-homeward=abc; homeward=x") == "abc")
        #expect(plain.secret(in: "homeward=") == nil)
        #expect(plain.secret(in: nil) == nil)
        #expect(plain.secret(in: "xhomeward=1") == nil)
    }

    @Test func `goes with an address that is known`() throws {
        #expect(throws: ServiceAddress.Refusal.self) { try ServiceAddress(host: "0.0.0.0", port: 80) }
        for text in ["http://a.example", "a.example", "https://", "https://a.example/b", "https://u@a.example"] {
            #expect(throws: ServiceAddress.Refusal.self) { try ServiceAddress(port: 80, publicAddress: text) }
        }
        let address = try ServiceAddress(host: "0.0.0.0", port: 80, publicAddress: "https://Families.Example.gov.uk")
        #expect(address.isSecure)
        for name in ["families.example.gov.uk", "FAMILIES.example.gov.uk:443"] { #expect(address.isMeant(by: name)) }
        for name in ["localhost", "127.0.0.1:80", "families.example.gov.uk.evil.example", "", nil] {
            #expect(!address.isMeant(by: name))
        }
    }
}
