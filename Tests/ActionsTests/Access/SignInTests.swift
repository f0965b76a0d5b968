import Access
import Foundation
import Register
import Testing
import Workshop

@testable import Actions

@Suite struct `Signing in` {
    private static let password = "violet tractor nine"
    private static let start = Timestamp(seconds: 1_800_000_000)

    private let folder: ScratchFolder
    private let register: Register
    private let signIn: SignIn
    private let user: User
    private let visit = SignIn.Visit(address: "10.0.0.1", device: "test")

    init() throws {
        folder = try ScratchFolder()
        register = try Register.scratch(in: folder)
        signIn = try SignIn(register, key: .test, cost: .cheap)
        user = try KeepUsers(register, by: Actor("test"), cost: .cheap).add(
            KeepUsers.Entry(name: "Sam Example", signInName: " Sam@Example.UK ", roles: [Assignment(.analyst)]),
            password: Self.password,
            isTemporary: false,
            at: Self.start
        )
    }

    private func after(_ seconds: Int64) -> Timestamp { Timestamp(seconds: Self.start.seconds + seconds) }

    private func refusal(_ work: () throws -> Void) -> String? {
        do {
            try work()
            return nil
        } catch {
            return (error as? SignIn.Refusal)?.words ?? "\(error)"
        }
    }

    @Test func `gives a session whose secret the register does not hold`() throws {
        let started = try signIn.start("SAM@example.uk", password: Self.password, visit, at: Self.start)
        #expect(started.stage == .signedIn && started.user.id == user.id)
        let session = try #require(try signIn.session(started.secret))
        #expect(session.userID == user.id && session.isOpen(at: Self.start))
        let again = try signIn.start("sam@example.uk", password: Self.password, visit, at: Self.start)
        #expect(again.secret != started.secret)
        var file = try Data(contentsOf: URL(filePath: folder("homeward.db")))
        if let log = try? Data(contentsOf: URL(filePath: folder("homeward.db-wal"))) { file += log }
        for secret in [started.secret, Self.password] {
            #expect(file.range(of: Data(secret.utf8)) == nil)
        }
    }

    @Test func `says the same of a wrong name, a wrong password and a disabled account`() throws {
        let wrong = "The sign-in name or the password is not right"
        let disabled = try KeepUsers(register, by: Actor("test"), cost: .cheap).add(
            KeepUsers.Entry(name: "Di", signInName: "di", roles: []),
            password: Self.password,
            isTemporary: false,
            at: Self.start
        )
        try KeepUsers(register, by: Actor("test")).setDisabled(true, disabled, at: Self.start)
        for (name, password) in [
            ("nobody", Self.password), ("sam@example.uk", "wrong wrong wrong"), ("di", Self.password),
        ] {
            #expect(refusal { _ = try signIn.start(name, password: password, visit, at: Self.start) } == wrong)
        }
    }

    @Test func `waits longer after each wrong try, for one name, whoever it is`() throws {
        for name in ["sam@example.uk", "nobody"] {
            for _ in 0..<5 {
                let words = refusal { _ = try signIn.start(name, password: "wrong", visit, at: Self.start) }
                #expect(words?.contains("not right") == true)
            }
            // Even the right password must wait, and waiting tries do not count.
            let blocked = refusal { _ = try signIn.start(name, password: Self.password, visit, at: after(10)) }
            #expect(blocked == "There were too many tries. Wait 20 seconds, then try again")
        }
        let sixth = refusal { _ = try signIn.start("sam@example.uk", password: "wrong", visit, at: after(30)) }
        #expect(sixth?.contains("not right") == true)
        let later = refusal { _ = try signIn.start("sam@example.uk", password: Self.password, visit, at: after(60)) }
        #expect(later == "There were too many tries. Wait 30 seconds, then try again")
        #expect(try signIn.start("sam@example.uk", password: Self.password, visit, at: after(90)).stage == .signedIn)
        // Signing in forgets the failures.
        let fresh = refusal { _ = try signIn.start("sam@example.uk", password: "wrong", visit, at: after(91)) }
        #expect(fresh?.contains("not right") == true)
    }

    @Test func `waits for an address that tries many names`() throws {
        for number in 0..<30 { _ = try? signIn.start("name\(number)", password: "wrong", visit, at: Self.start) }
        let blocked = refusal { _ = try signIn.start("sam@example.uk", password: Self.password, visit, at: after(1)) }
        #expect(blocked?.hasPrefix("There were too many tries") == true)
        let elsewhere = SignIn.Visit(address: "10.0.0.2", device: "test")
        #expect(try signIn.start("sam@example.uk", password: Self.password, elsewhere, at: after(1)).stage == .signedIn)
    }

    @Test func `never makes anyone wait longer than a quarter of an hour`() {
        for count in [5, 6, 10, 50, 1_000_000] {
            let failures = SignInFailures(count: count, lastAt: Self.start)
            let wait = SignInDelay.ofName.wait(after: failures, at: Self.start)
            #expect((30...900).contains(wait), "\(count)")
            #expect(SignInDelay.ofName.wait(after: failures, at: after(900)) == 0)
        }
        #expect(SignInDelay.ofName.wait(after: SignInFailures(count: 4, lastAt: Self.start), at: Self.start) == 0)
        #expect(SignInDelay.words(61).contains("2 minutes") && SignInDelay.words(60).contains("1 minute"))
    }

    @Test func `asks for a code where the second step is on, and takes each once`() throws {
        try signIn.prepareSecondStep(of: user)
        let code = try #require(try signIn.preparedSecondStep(of: user))
        let now = OneTimeCode.step(at: Self.start.seconds)
        #expect(try signIn.start("sam@example.uk", password: Self.password, visit, at: Self.start).stage == .signedIn)
        #expect(
            refusal { _ = try signIn.startSecondStep(of: user, code: "000000", at: Self.start) }?.contains("not right")
                == true
        )
        let recovery = try signIn.startSecondStep(of: user, code: code.code(ofStep: now), at: Self.start)
        #expect(Set(recovery).count == 8)
        func half(_ seconds: Int64) throws -> Session {
            let started = try signIn.start("sam@example.uk", password: Self.password, visit, at: after(seconds))
            #expect(started.stage == .code)
            return try #require(try signIn.session(started.secret))
        }
        // The code that turned it on is spent.
        let first = try half(1)
        #expect(refusal { _ = try signIn.check(code: code.code(ofStep: now), of: first, visit, at: after(1)) } != nil)
        let next = code.code(ofStep: now + 1)
        let done = try signIn.check(code: " \(next.prefix(3)) \(next.suffix(3))", of: first, visit, at: after(2))
        #expect(done.stage == .signedIn)
        // The half-open session is gone: its secret opens nothing.
        #expect(try register.sessions(of: user.id).first { $0.id == first.id }?.isOpen(at: after(2)) == false)
        let second = try half(3)
        #expect(refusal { _ = try signIn.check(code: next, of: second, visit, at: after(3)) } != nil)
        #expect(try signIn.check(code: recovery[0].lowercased(), of: second, visit, at: after(4)).stage == .signedIn)
        let third = try half(5)
        #expect(refusal { _ = try signIn.check(code: recovery[0], of: third, visit, at: after(5)) } != nil)
        // Another key opens no secret.
        let other = try SignIn(register, key: ServiceKey([UInt8](repeating: 9, count: 32)), cost: .cheap)
        #expect(
            refusal { _ = try other.check(code: code.code(ofStep: now + 2), of: third, visit, at: after(60)) } != nil
        )
        #expect(refusal { try signIn.stopSecondStep(of: user, password: "wrong") } == "The password is not right")
        try signIn.stopSecondStep(of: user, password: Self.password)
        #expect(try signIn.start("sam@example.uk", password: Self.password, visit, at: after(200)).stage == .signedIn)
    }

    @Test func `makes who was given a password choose their own`() throws {
        let keep = KeepUsers(register, by: Actor("test"), cost: .cheap)
        let session = try signIn.start("sam@example.uk", password: Self.password, visit, at: Self.start)
        let given = KeepUsers.temporaryPassword()
        try keep.resetPassword(of: user, to: given, at: Self.start)
        #expect(try signIn.session(session.secret)?.isOpen(at: Self.start) == false)
        #expect(
            refusal { _ = try signIn.start("sam@example.uk", password: Self.password, visit, at: Self.start) } != nil
        )
        #expect(try signIn.start("sam@example.uk", password: given, visit, at: Self.start).stage == .newPassword)
        #expect(refusal { try signIn.choosePassword("short", of: user, keeping: nil, at: Self.start) } != nil)
        try signIn.choosePassword("another tractor nine", of: user, keeping: nil, at: Self.start)
        #expect(try register.sessions(of: user.id).allSatisfy { !$0.isOpen(at: Self.start) })
        let own = try signIn.start("sam@example.uk", password: "another tractor nine", visit, at: Self.start)
        #expect(own.stage == .signedIn)
    }

    @Test func `renews a hash that was made more cheaply`() throws {
        let dearer = ScryptCost(log2N: 5, blockSize: 1, parallelism: 1)
        let raised = try SignIn(register, key: .test, cost: dearer)
        _ = try raised.start("sam@example.uk", password: Self.password, visit, at: Self.start)
        #expect(try register.credential(of: user.id)?.password.contains("ln=5") == true)
        #expect(try signIn.start("sam@example.uk", password: Self.password, visit, at: Self.start).stage == .signedIn)
    }
}

@Suite struct `Keeping users` {
    private let folder: ScratchFolder
    private let register: Register
    private let keep: KeepUsers
    private let time = Timestamp(seconds: 1_800_000_000)

    init() throws {
        folder = try ScratchFolder()
        register = try Register.scratch(in: folder)
        keep = KeepUsers(register, by: Actor("U9"), cost: .cheap)
    }

    @Test(arguments: [
        (KeepUsers.Entry(name: "", signInName: "sam", roles: []), "violet tractor nine", "name"),
        (KeepUsers.Entry(name: "Sam", signInName: "", roles: []), "violet tractor nine", "sign-in-name"),
        (KeepUsers.Entry(name: "Sam", signInName: "sam smith", roles: []), "violet tractor nine", "sign-in-name"),
        (KeepUsers.Entry(name: "Sam", signInName: "sam", roles: []), "short", "password"),
        (
            KeepUsers.Entry(name: "Sam", signInName: "sam", roles: [Assignment(.supervisor)]), "violet tractor nine",
            "roles"
        ),
        (KeepUsers.Entry(name: "Sam", signInName: "sam", workerID: "W7", roles: []), "violet tractor nine", "worker"),
    ])
    func `refuses what is wrong and records nothing`(entry: KeepUsers.Entry, password: String, field: String) throws {
        let refusal = #expect(throws: KeepUsers.Refusal.self) {
            try keep.add(entry, password: password, isTemporary: false, at: time)
        }
        #expect(refusal?.field == field)
        #expect(refusal.map { !$0.words.contains("short") && !$0.words.contains("W7") } == true)
        #expect(try register.latestChange() == 0)
    }

    @Test func `writes who did it, and nobody's name, in the log`() throws {
        let entry = KeepUsers.Entry(name: "Sam Example", signInName: "sam", roles: [Assignment(.administrator)])
        let user = try keep.add(entry, password: "violet tractor nine", isTemporary: true, at: time)
        let change = try register.change(1)
        #expect(change.actor == "U9" && change.summary == "Added user U1" && change.purpose == "access")
        var renamed = entry
        renamed.name = "Sam Other"
        try keep.change(user, to: renamed, at: time)
        #expect(try register.user("U1")?.name == "Sam Other")
        #expect(throws: KeepUsers.Refusal.self) { try keep.setDisabled(true, user, at: time) }
    }
}

@Suite struct `The key of an installation` {
    @Test func `is made once, for its owner alone, and seals for one purpose and user`() throws {
        let folder = try ScratchFolder()
        let path = folder("register.db.key")
        let key = try ServiceKey.load(path)
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        #expect((attributes[.size] as? NSNumber)?.intValue == 32)
        let sealed = try key.seal([1, 2, 3], for: "test", of: "U1")
        #expect(try ServiceKey.load(path).opened(sealed, for: "test", of: "U1") == [1, 2, 3])
        #expect(key.opened(sealed, for: "test", of: "U2") == nil)
        #expect(key.opened(sealed, for: "other", of: "U1") == nil)
        #expect(ServiceKey.test.opened(sealed, for: "test", of: "U1") == nil)
        #expect(key.opened(Array(sealed.dropLast()), for: "test", of: "U1") == nil)
        #expect(key.digest("a", for: "x") != key.digest("a", for: "y"))
        try Data([1]).write(to: URL(filePath: path))
        #expect(throws: ServiceKey.Refusal.self) { try ServiceKey.load(path) }
    }
}

@Suite struct `Who acts` {
    /// Changes that a signed-in person makes bear their reference: only what runs by itself or on the command line
    /// bears the account of the program.
    @Test func `is the account of the program only where nobody signs in`() throws {
        let actions = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Shell/Actions")
        let files =
            FileManager.default.enumerator(at: actions, includingPropertiesForKeys: nil)?.allObjects as? [URL] ?? []
        let users = try files.filter { $0.pathExtension == "swift" }.filter {
            try String(contentsOf: $0, encoding: .utf8).contains("LocalActor.")
        }
        let expected = [
            "DemonstrationAssessments.swift", "DemonstrationHomes.swift", "DemonstrationVoices+reports.swift",
            "DemonstrationVoices.swift", "ErasePerson.swift", "FeedsInUse.swift", "Keeper+installation.swift",
            "Keeper.swift", "MakeDemonstration.swift", "MatchPartners.swift", "MergePeople.swift",
        ]
        #expect(users.map(\.lastPathComponent).sorted() == expected)
    }
}
