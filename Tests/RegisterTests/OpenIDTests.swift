import Records
import Register
import Testing

@Suite struct `Who users are at a provider` {
    private let file: TemporaryRegister
    private var register: Register { file.register }
    private let first = OpenIDSubject(issuer: "https://login.example.gov.uk", subject: "1")

    init() throws {
        file = try TemporaryRegister()
        for name in ["ann", "bob"] {
            _ = try register.addUser(
                { User(id: $0, name: "Person \(name)", signInName: name, roles: []) },
                as: { _ in .test },
                at: .start
            )
        }
    }

    private func bind(_ subject: OpenIDSubject, to user: String) throws -> Bool {
        try register.bind(subject, to: user, as: .test, at: .hour(1))
    }

    @Test func `is one account each, and one user each`() throws {
        #expect(try register.user(of: first) == nil)
        #expect(try bind(first, to: "U1"))
        #expect(try register.user(of: first)?.signInName == "ann")
        let change = try register.latestChange()
        #expect(try bind(first, to: "U1"))
        #expect(try !bind(first, to: "U2"))
        #expect(try !bind(OpenIDSubject(issuer: first.issuer, subject: "2"), to: "U1"))
        #expect(try register.latestChange() == change)
        // Of another provider they may be somebody as well; the same words mean somebody else there.
        let elsewhere = OpenIDSubject(issuer: "https://login.example.org", subject: "1")
        #expect(try register.user(of: elsewhere) == nil)
        #expect(try bind(elsewhere, to: "U1"))
        #expect(try Set(register.subjects(of: "U1")) == [first, elsewhere])
    }

    @Test func `is forgotten when it is let go, and stays in the chain`() throws {
        #expect(try bind(first, to: "U1"))
        try register.unbind("U1", as: .test, at: .hour(2))
        #expect(try register.user(of: first) == nil && register.subjects(of: "U1") == [])
        #expect(try bind(first, to: "U2"))
        #expect(try register.verify().problems == [])
        let change = try register.latestChange()
        try register.unbind("U1", as: .test, at: .hour(3))
        #expect(try register.latestChange() == change)
    }

    @Test func `moves no figure, and shows tampering`() throws {
        let before = try register.latestChangeOfRecords()
        #expect(try bind(first, to: "U1"))
        #expect(try register.latestChangeOfRecords() == before)
        try file.tamper("UPDATE openid_subjects SET subject = '2'")
        #expect(try register.verify().problems != [])
    }
}
