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
}
