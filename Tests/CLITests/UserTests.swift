import Access
import Actions
import Register
import Testing
import Workshop

@Suite struct `Keeping users by command` {
    private let homeward: Homeward

    init() throws {
        homeward = try Homeward()
        _ = try homeward("import", SmallPackage().write(to: homeward.folder))
    }

    private func add(_ name: String, _ roles: String, password: String = "violet tractor nine") throws -> Homeward.Ran {
        try homeward.shell("echo '\(password)' | \"$0\" user add \"$1\" --name 'Ann Other' \(roles)", name)
    }

    private func register() throws -> Register {
        try OpenRegister.open(homeward.register, create: false)
    }

    @Test func `adds, lists, changes and disables`() throws {
        let added = try add("Ann", "--role analyst --role supervisor:team:North")
        #expect(added.status == 0 && added.out == "Added U1.\n", "\(added.err)")
        #expect(try homeward("user", "list").out == "U1\tann\tAnn Other\tenabled\tanalyst supervisor:team:North\n")
        #expect(try register().credential(of: "U1")?.isTemporary == true)
        #expect(try homeward("user", "roles", "ann", "--role", "auditor").status == 0)
        #expect(try homeward("user", "disable", "U1").status == 0)
        #expect(try homeward("user", "list").out == "U1\tann\tAnn Other\tdisabled\tauditor\n")
        #expect(try homeward("user", "enable", "ann").status == 0)
        #expect(try register().user("U1")?.isDisabled == false)
        let log = try register().changes(limit: 9)
        #expect(log.first?.actor == "tester")
        #expect(log.allSatisfy { !$0.summary.contains("Ann") })
    }

    @Test func `ends sessions and replaces passwords`() throws {
        _ = try add("ann", "--role administrator --own-password")
        let register = try register()
        let before = try register.credential(of: "U1")
        #expect(before?.isTemporary == false)
        let start = { try register.startSession([1], of: "U1", stage: .signedIn, device: "", at: Clock.now) }
        _ = try start()
        #expect(try homeward("user", "sign-out", "ann").status == 0)
        #expect(try register.session([1])?.isOpen(at: Clock.now) == false)
        let reset = try homeward.shell("echo 'another tractor nine' | \"$0\" user reset-password ann")
        #expect(reset.status == 0, "\(reset.err)")
        let after = try register.credential(of: "U1")
        #expect(after?.isTemporary == true && after?.password != before?.password)
    }

    @Test func `says what is wrong, and never the password`() throws {
        for (ran, status, words) in [
            (try add("ann", "", password: "short"), Int32(1), "Password must be 12 characters or more"),
            (try add("a b", ""), 1, "Sign-in name must only have"),
            (try add("ann", "--role boss"), 2, "--role must be one of"),
            (try add("ann", "--role supervisor"), 1, "Supervisor must be of one team or provider"),
            (try homeward("user", "add", "ann", "--name", "Ann"), 2, "Give the password on standard input"),
            (try homeward("user", "disable", "nobody"), 2, "There is no such user"),
        ] {
            #expect(ran.status == status && ran.err.contains(words), "\(ran.err)")
            #expect(ran.out.isEmpty && !ran.err.contains("short"))
        }
        _ = try add("ann", "--role administrator")
        #expect(try add("ann", "").err.contains("Another account has this sign-in name"))
        let last = try homeward("user", "disable", "ann")
        #expect(last.status == 1 && last.err.contains("last administrator"))
    }
}
