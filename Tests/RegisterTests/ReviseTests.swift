import Records
import Register
import Testing
import Values

@Suite struct ReviseTests {
    private func save(_ person: Person, _ version: Int64?, in file: TemporaryRegister) throws -> Int? {
        try file.register.revise(person.row, inTable: "people", expecting: version, as: .test, at: .hour(1))
    }

    @Test func `the second of two savers is refused`() throws {
        let file = try TemporaryRegister()
        try file.record(.family)
        let version = try #require(try file.register.current(inTable: "people", key: "P1"))
        #expect(try save(child("P1", surname: "Hale"), version.number, in: file) == 2)
        #expect(throws: RegisterError.movedOn(table: "people")) {
            try save(child("P1", surname: "Ford"), version.number, in: file)
        }
        #expect(try file.register.records().people.first { $0.id.text == "P1" }?.surname == "Hale")
        #expect(try file.register.verify().problems == [])
    }

    @Test func `saving what is there changes nothing`() throws {
        let file = try TemporaryRegister()
        try file.record(.family)
        let version = try #require(try file.register.current(inTable: "people", key: "P1"))
        #expect(try save(child("P1", surname: "Marlow"), version.number, in: file) == nil)
    }

    @Test func `a new record needs a free key`() throws {
        let file = try TemporaryRegister()
        try file.record(.family)
        #expect(try save(child("P7"), nil, in: file) == 2)
        #expect(throws: RegisterError.movedOn(table: "people")) { try save(child("P7"), nil, in: file) }
        #expect(throws: RegisterError.movedOn(table: "people")) { try save(child("P8"), 1, in: file) }
    }

    @Test func `a row that is no record is refused`() throws {
        let file = try TemporaryRegister()
        var row = child("P1").row
        row[7] = .text("cousin")
        #expect(throws: RecordRefusal.self) {
            try file.register.revise(row, inTable: "people", expecting: nil, as: .test, at: .start)
        }
        #expect(throws: RegisterError.noSuchTable("people; --")) {
            try file.register.revise(row, inTable: "people; --", expecting: nil, as: .test, at: .start)
        }
    }
}
