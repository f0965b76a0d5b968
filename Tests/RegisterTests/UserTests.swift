import Access
import Records
import Register
import Testing
import Values

@Suite struct `Users in the register` {
    private let file: TemporaryRegister
    private var register: Register { file.register }

    init() throws {
        file = try TemporaryRegister()
    }

    @discardableResult
    private func add(_ name: String, _ roles: [Assignment] = [], hour: Int = 0) throws -> User {
        try register.addUser(
            { User(id: $0, name: "Person \(name)", signInName: name, roles: roles) },
            as: { _ in .test },
            at: .hour(hour)
        )
    }

    @Test func `are found by reference and by sign-in name, each with their roles`() throws {
        #expect(try register.hasNoUsers())
        let roles = [Assignment(.supervisor, in: .team("North")), Assignment(.analyst)]
        let first = try add("ann", roles)
        try add("bob")
        #expect(first.id == "U1")
        #expect(try register.users().map(\.id) == ["U1", "U2"])
        #expect(try register.user("U1").map { Set($0.roles) } == Set(roles))
        #expect(try register.user(signInName: "bob")?.id == "U2")
        #expect(try register.user(signInName: "nobody") == nil)
        #expect(try !register.hasNoUsers())
    }

    @Test func `are versions in the chain, which verifies and shows tampering`() throws {
        var user = try add("ann", [Assignment(.administrator), Assignment(.analyst)])
        try add("bob", [Assignment(.administrator)])
        user.roles = [Assignment(.analyst), Assignment(.gateway)]
        #expect(try register.save(user, as: .test, at: .hour(2)) == 3)
        #expect(try register.save(user, as: .test, at: .hour(3)) == nil)
        #expect(try register.user("U1").map { Set($0.roles) } == Set(user.roles))
        let tables = try register.tables(ofChange: 3)
        #expect(tables.map(\.table) == ["user_roles"])
        #expect(tables.first.map { [$0.written, $0.ended] } == [1, 1])
        #expect(try register.verify().problems == [])
        try file.tamper("UPDATE user_roles SET role = 'administrator' WHERE role = 'gateway'")
        #expect(try register.verify().problems != [])
    }

    @Test func `move no figure`() throws {
        #expect(try register.latestChangeOfRecords() == 0)
        try file.record(.family)
        try add("ann", [Assignment(.analyst)])
        #expect(try register.latestChange() == 2)
        #expect(try register.latestChangeOfRecords() == 1)
    }

    @Test func `cannot have one sign-in name twice`() throws {
        try add("ann")
        #expect(throws: RegisterError.signInNameTaken) { try add("ann") }
        var bob = try add("bob")
        bob.signInName = "ann"
        #expect(throws: RegisterError.signInNameTaken) { try register.save(bob, as: .test, at: .hour(1)) }
        #expect(try register.user(signInName: "bob") != nil)
    }

    @Test func `keep one administrator at least`() throws {
        var ann = try add("ann", [Assignment(.administrator)])
        try add("bob", [Assignment(.analyst)])
        ann.isDisabled = true
        #expect(throws: RegisterError.lastAdministrator) { try register.save(ann, as: .test, at: .hour(1)) }
        try add("cat", [Assignment(.administrator)])
        try register.save(ann, as: .test, at: .hour(1))
        #expect(try register.user("U1")?.permissions.assignments == [])
    }

    @Test func `are the first only once`() throws {
        let first = { (name: String) in
            try register.addUser(
                { User(id: $0, name: name, signInName: name, roles: []) },
                as: { _ in .test },
                at: .start,
                asFirst: true
            )
        }
        _ = try first("ann")
        #expect(throws: RegisterError.movedOn(table: "users")) { _ = try first("bob") }
    }
}

@Suite struct `Credentials and sessions` {
    private let register: Register
    private let digest = [UInt8](repeating: 1, count: 32)

    init() throws {
        register = try TemporaryRegister().register
    }

    @Test func `hold for half an hour of idleness and half a day in all`() throws {
        try register.startSession(digest, of: "U1", stage: .signedIn, device: "", at: .start)
        let session = try #require(try register.session(digest))
        func open(after seconds: Int64) -> Bool {
            session.isOpen(at: Timestamp(seconds: Timestamp.start.seconds + seconds))
        }
        #expect(open(after: 0) && open(after: 1799) && !open(after: 1800))
        let busy = Timestamp(seconds: Timestamp.start.seconds + 12 * 3600 - 60)
        try register.noteSeen(session.id, at: busy)
        let late = try #require(try register.session(digest))
        #expect(late.isOpen(at: Timestamp(seconds: busy.seconds + 59)))
        #expect(!late.isOpen(at: Timestamp(seconds: busy.seconds + 60)))
    }

    @Test func `end one by one or all but one`() throws {
        let ids = try (1...3).map { number in
            try register.startSession([UInt8(number)], of: "U1", stage: .signedIn, device: "", at: .start)
        }
        try register.startSession([9], of: "U2", stage: .signedIn, device: "", at: .start)
        let open = { try register.sessions(of: "U1").filter { $0.isOpen(at: .start) }.map(\.id).sorted() }
        try register.endSessions(of: "U1", only: ids[0], at: .start)
        #expect(try open() == [ids[1], ids[2]])
        try register.endSessions(of: "U1", except: ids[2], at: .start)
        #expect(try open() == [ids[2]])
        try register.endSessions(of: "U1", at: .start)
        #expect(try open() == [])
        #expect(try register.session([9])?.isOpen(at: .start) == true)
        try register.noteSeen(ids[0], at: .hour(1))
        #expect(try register.session([1])?.isOpen(at: .hour(1)) == false)
    }

    @Test func `forget what ended long ago, and no sooner`() throws {
        try register.startSession([1], of: "U1", stage: .signedIn, device: "", at: .start)
        try register.startSession([2], of: "U1", stage: .signedIn, device: "", at: .hour(36))
        #expect(try register.session([1]) != nil)
        try register.startSession([3], of: "U1", stage: .signedIn, device: "", at: .hour(37))
        #expect(try register.session([1]) == nil)
    }

    @Test func `spend each step and each recovery code once`() throws {
        try register.setPassword("hash", isTemporary: true, of: "U1", at: .start)
        try register.prepareSecondStep([5], of: "U1")
        #expect(try register.credential(of: "U1")?.isSecondStepOn == false)
        #expect(try register.spendStep(10, of: "U1"))
        #expect(try !register.spendStep(10, of: "U1"))
        #expect(try !register.spendStep(9, of: "U1"))
        #expect(try register.spendStep(11, of: "U1"))
        try register.startSecondStep(of: "U1", recoveryCodes: [[1], [2]])
        #expect(try register.spendRecoveryCode([1], of: "U1"))
        #expect(try !register.spendRecoveryCode([1], of: "U1"))
        #expect(try !register.spendRecoveryCode([2], of: "U2"))
        try register.setPassword("other", isTemporary: false, of: "U1", at: .hour(1))
        let credential = try #require(try register.credential(of: "U1"))
        #expect(credential == Credential(password: "other", isTemporary: false, secondStep: [5], isSecondStepOn: true))
        try register.stopSecondStep(of: "U1")
        #expect(try register.credential(of: "U1")?.secondStep == nil)
        #expect(try register.recoveryCodes(of: "U1") == 0)
    }

    @Test func `are not in the chain`() throws {
        try register.setPassword("hash", isTemporary: true, of: "U1", at: .start)
        try register.startSession(digest, of: "U1", stage: .code, device: "", at: .start)
        try register.noteSignInFailure([1], at: .start, forgetting: .start)
        try register.keepForm([1], for: "U1", at: .start)
        #expect(try register.latestChange() == 0)
    }

    @Test func `count failures, and forget old ones`() throws {
        for hour in 0..<3 { try register.noteSignInFailure([1], at: .hour(hour), forgetting: .start) }
        #expect(try register.signInFailures([1]) == SignInFailures(count: 3, lastAt: .hour(2)))
        try register.noteSignInFailure([2], at: .hour(3), forgetting: .hour(3))
        #expect(try register.signInFailures([1]) == nil)
        try register.forgetSignInFailures([2])
        #expect(try register.signInFailures([2]) == nil)
    }

    @Test func `keep forms for a day, for their user alone`() throws {
        try register.keepForm([1], for: "U1", at: .start)
        try register.keepForm([2], for: "U1", at: .hour(1))
        #expect(try register.keptForms(of: "U1", at: .hour(2)).map(\.sealed) == [[2], [1]])
        #expect(try register.keptForms(of: "U2", at: .hour(2)) == [])
        #expect(try register.keptForms(of: "U1", at: .hour(25)).map(\.sealed) == [[2]])
        let kept = try #require(try register.keptForms(of: "U1", at: .hour(2)).first)
        try register.forgetForm(kept.id, of: "U2")
        try register.forgetForm(kept.id, of: "U1")
        #expect(try register.keptForms(of: "U1", at: .hour(2)).map(\.sealed) == [[1]])
        for number in 0..<30 { try register.keepForm([UInt8(number)], for: "U1", at: .hour(3)) }
        #expect(try register.keptForms(of: "U1", at: .hour(3)).count == 20)
    }
}

@Suite struct `What ties a family to those who work with it` {
    @Test func `is its cases, who holds them that day, and who referred it`() throws {
        let file = try TemporaryRegister()
        var records = RecordSet()
        records.families = [Family(id: Identifier("F1")), Family(id: Identifier("F2"))]
        records.people = [child("P1", family: "F1"), child("P2", family: nil)]
        records.organisations = [Organisation(id: Identifier("S1"), name: "A school", kind: .school)]
        records.workers = [
            Worker(id: Identifier("W1"), name: "One", team: "North", role: .keyWorker),
            Worker(id: Identifier("W2"), name: "Two", team: "South", role: .keyWorker),
        ]
        records.referrals = [
            Referral(
                id: Identifier("R1"),
                familyID: Identifier("F1"),
                receivedOn: day(2024, 1, 1),
                sourceOrganisationID: Identifier("S1"),
                source: .school,
                route: .dataMatch,
                decision: .accepted
            )
        ]
        var open = Case(id: Identifier("C1"), familyID: Identifier("F1"), programme: "mst", startedOn: day(2024, 1, 2))
        open.team = "East"
        open.contractID = "K1"
        records.cases = [open]
        records.allocations = [
            Allocation(
                caseID: Identifier("C1"),
                workerID: Identifier("W1"),
                role: .keyWorker,
                from: day(2024, 1, 2),
                to: day(2024, 2, 1)
            ),
            Allocation(caseID: Identifier("C1"), workerID: Identifier("W2"), role: .keyWorker, from: day(2024, 2, 2)),
        ]
        try file.record(records)
        let register = file.register
        let first = FamilyTies(workers: ["W1"], teams: ["East", "North"], referrers: ["S1"], contracts: ["K1"])
        #expect(try register.ties(ofFamily: "F1", on: day(2024, 2, 1)) == first)
        #expect(try register.ties(ofFamily: "F1", on: day(2024, 2, 2))?.workers == ["W2"])
        #expect(try register.ties(ofPerson: "P1", on: day(2024, 2, 1)) == first)
        #expect(try register.ties(ofPerson: "P2", on: day(2024, 2, 1)) == FamilyTies())
        #expect(try register.ties(ofFamily: "F2", on: day(2024, 2, 1)) == FamilyTies())
        #expect(try register.ties(ofFamily: "F3", on: day(2024, 2, 1)) == nil)
        #expect(try register.ties(ofPerson: "P3", on: day(2024, 2, 1)) == nil)
    }
}
