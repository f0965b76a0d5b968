import Records
import Register
import Testing
import Values

@Suite struct ErasureTests {
    private func erased() throws -> TemporaryRegister {
        let file = try TemporaryRegister()
        try file.record(.family)
        try file.record(.only { $0.people = [child("P1", surname: "Hale")] }, hour: 1)
        #expect(try file.register.erase(person: Identifier("P1"), as: .test, at: .hour(2)) == 3)
        return file
    }

    @Test func `the chain verifies without the values`() throws {
        let file = try erased()
        #expect(try file.register.verify().problems == [])
    }

    @Test func `no version holds what was erased`() throws {
        let file = try erased()
        for change in 0...3 {
            let people = try file.register.records(knownAt: change).people.filter { $0.id.text == "P1" }
            for person in people {
                #expect(person.surname == nil && person.forename == nil && person.birth == nil)
                #expect(person.nhsNumber == nil)
                #expect(person.role == .child && person.familyID?.text == "F1")
            }
            #expect(try file.register.records(knownAt: change).events.allSatisfy { $0.reference == nil })
        }
        #expect(try file.register.history(ofTable: "people", key: "P1").count == 2)
    }

    @Test func `nobody else is erased`() throws {
        let file = try erased()
        #expect(try file.register.records().people.filter { $0.surname == "Marlow" }.map(\.id.text) == ["P2"])
    }

    @Test func `erasing again changes nothing`() throws {
        let file = try erased()
        #expect(try file.register.erase(person: Identifier("P1"), as: .test, at: .hour(3)) == nil)
        #expect(try file.register.erase(person: Identifier("P9"), as: .test, at: .hour(3)) == nil)
    }

    @Test(
        arguments: [
            "UPDATE people SET surname = 'Marlow' WHERE person_id = 'P1' AND to_change IS NULL",
            "UPDATE people SET role = 'other_adult' WHERE person_id = 'P1'",
            "UPDATE people SET seal = salt WHERE person_id = 'P2'",
            "UPDATE people SET salt = NULL WHERE person_id = 'P2'",
            "DELETE FROM erasures",
            "DELETE FROM erasures WHERE version = 1",
        ] as [SQL]
    )
    func `anything else is found`(_ sql: SQL) throws {
        let file = try erased()
        try file.tamper(sql)
        #expect(try !file.register.verify().isSound)
    }

    @Test func `a required value says that it was erased`() throws {
        let file = try TemporaryRegister()
        try file.record(
            .family,
            returns: [
                ReturnEntry(table: "Reviews", personID: "P1", file: "a.csv", row: 0, values: ["DOB": "17/05/2012"])
            ]
        )
        try file.register.erase(person: Identifier("P1"), as: .test, at: .hour(1))
        #expect(try file.register.returns().map(\.values) == [[:]])
        #expect(try file.register.verify().problems == [])
    }

    /// What is written of a case is about everyone of the family, so it goes with the last of them.
    @Test func `what is written of a family goes with the last of its people`() throws {
        let file = try TemporaryRegister()
        try file.record(.family)
        var entry = Entry()
        entry.add(
            CaseNote(
                id: Identifier("N1"),
                caseID: Identifier("C1"),
                on: day(2024, 1, 9),
                purpose: .caseNote,
                visibility: .record,
                author: "U1",
                words: "Both brothers were there"
            )
        )
        entry.add(
            CaseDocument(
                id: Identifier("D1"),
                caseID: Identifier("C1"),
                title: "Letter from the school",
                kind: .pdf,
                bytes: 3,
                digest: "00",
                addedOn: day(2024, 1, 9),
                author: "U1"
            )
        )
        try file.register.enter(entry, as: .test, at: .hour(1))
        try file.register.keepDocument([1, 2, 3], id: "D1")
        func written() throws -> [String] {
            try file.register.held(CaseNote.self).map(\.record.words)
                + file.register.held(CaseDocument.self).map(\.record.title)
                + file.register.records().families.map { $0.name ?? "none" }
        }
        let first = try file.register.planErasure(of: Identifier("P1")).map(\.table)
        #expect(first.contains("people") && !first.contains("case_notes"))
        try file.register.erase(person: Identifier("P1"), as: .test, at: .hour(2))
        #expect(try written() == ["Both brothers were there", "Letter from the school", "Marlow"])
        let last = try file.register.planErasure(of: Identifier("P2"))
        #expect(last.map(\.table) == ["families", "people", "case_notes", "case_documents"])
        try file.register.erase(person: Identifier("P2"), as: .test, at: .hour(3))
        #expect(try written() == ["Erased", "Erased", "none"])
        #expect(try file.register.documentContent("D1") == nil)
        #expect(try file.register.planErasure(of: Identifier("P2")).isEmpty)
        #expect(try file.register.verify().problems == [])
    }
}
