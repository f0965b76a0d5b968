import Records
import Register
import Testing
import Values

/// What a form saves.
@Suite struct EntryTests {
    private let file: TemporaryRegister

    init() throws {
        file = try TemporaryRegister()
        try file.record(.family)
    }

    private func enter(_ fill: (inout Entry) throws -> Void) throws -> Int? {
        var entry = Entry()
        try fill(&entry)
        return try file.register.enter(entry, as: .test, at: .hour(1))
    }

    private func held(_ id: String) throws -> Held<Person> {
        try #require(try file.register.held(Person.self, key: id))
    }

    @Test func `the second of two savers is refused, and the first stands`() throws {
        let opened = try held("P1")
        #expect(try enter { $0.revise(child("P1", surname: "Hale"), version: opened.version) } == 2)
        #expect(throws: RegisterError.movedOn(table: "people")) {
            try enter { $0.revise(child("P1", surname: "Ford"), version: opened.version) }
        }
        #expect(try held("P1").record.surname == "Hale")
        #expect(try file.register.verify().problems == [])
    }

    @Test func `saving what is there changes nothing`() throws {
        let opened = try held("P1")
        #expect(try enter { $0.revise(opened.record, version: opened.version) } == nil)
        #expect(try enter { $0.put(opened.record) } == nil)
        #expect(try held("P1").version == opened.version)
    }

    @Test func `a new record needs a free key`() throws {
        #expect(try enter { $0.add(child("P7")) } == 2)
        #expect(throws: RegisterError.movedOn(table: "people")) { try enter { $0.add(child("P7")) } }
        #expect(throws: RegisterError.movedOn(table: "people")) { try enter { $0.revise(child("P8"), version: 1) } }
    }

    @Test func `several records are saved in one change or none`() throws {
        let opened = try held("P1")
        #expect(throws: RegisterError.movedOn(table: "people")) {
            try enter {
                $0.add(child("P7"))
                $0.revise(child("P1", surname: "Hale"), version: opened.version + 1000)
            }
        }
        #expect(try file.register.held(Person.self, key: "P7") == nil)
        let change = try enter {
            $0.add(child("P7"))
            $0.revise(child("P1", surname: "Hale"), version: opened.version)
        }
        #expect(change == 2)
        #expect(try held("P7").record.id.text == "P7")
    }

    @Test func `what is ended is no more, and stays in the history`() throws {
        #expect(try enter { $0.add(child("P7")) } == 2)
        let opened = try held("P7")
        #expect(try enter { $0.end(opened) } == 3)
        #expect(try file.register.held(Person.self, key: "P7") == nil)
        #expect(try file.register.history(ofTable: "people", key: "P7").count == 1)
        #expect(throws: RegisterError.movedOn(table: "people")) { try enter { $0.end(opened) } }
        #expect(try file.register.verify().problems == [])
    }

    @Test func `an impossible record is refused before anything is written`() throws {
        var case1 = Case(
            id: Identifier("C9"),
            familyID: Identifier("F1"),
            programme: "mst",
            startedOn: day(2025, 4, 1)
        )
        case1.endedOn = day(2025, 3, 1)
        #expect(throws: RecordRefusal.self) { try enter { $0.add(case1) } }
        #expect(throws: RegisterError.self) {
            try enter { $0.add(Person(id: Identifier("P8"), familyID: Identifier("F9"), role: .child)) }
        }
        #expect(try file.register.latestChange() == 1)
    }

    @Test func `records are found by their fields, with their versions`() throws {
        let found = try file.register.held(Person.self, where: "family_id", is: .text("F1"))
        #expect(!found.isEmpty)
        let same = try file.register.held(Person.self, where: "family_id", isAnyOf: ["F1", "F2"])
        #expect(same.map(\.version) == found.map(\.version))
        #expect(try file.register.held(Person.self).count == found.count)
        #expect(throws: RegisterError.self) { try file.register.held(Person.self, where: "colour", is: .text("red")) }
    }
}

/// Forms of several pages, kept sealed under the digest of a secret.
@Suite struct DraftTests {
    @Test func `the second of two tabs is refused, and a draft left alone is forgotten`() throws {
        let register = try TemporaryRegister().register
        try register.keepDraft([1], digest: [7], at: .start)
        try register.saveDraft([2], digest: [7], version: 1, at: .start)
        #expect(throws: RegisterError.movedOn(table: "drafts")) {
            try register.saveDraft([3], digest: [7], version: 1, at: .start)
        }
        #expect(try register.draft(digest: [7], at: .start)?.sealed == [2])
        #expect(try register.draft(digest: [8], at: .start) == nil)
        #expect(try register.draft(digest: [7], at: .hour(24 * 14 + 1)) == nil)
        try register.forgetDraft(digest: [7])
        #expect(try register.draft(digest: [7], at: .start) == nil)
    }
}
