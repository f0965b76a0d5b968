import Records
import Register
import Testing
import Values

@Suite struct VersionTests {
    @Test func `what is recorded is what is read`() throws {
        let file = try TemporaryRegister()
        let outcome = try file.record(.family)
        #expect(outcome.change == 1)
        #expect(outcome.tables.map(\.new).reduce(0, +) == 11)
        #expect(try file.register.records() == .family)
    }

    @Test func `recording the same again changes nothing`() throws {
        let file = try TemporaryRegister()
        try file.record(.family)
        let again = try file.record(.family, hour: 1)
        #expect(again.change == nil)
        #expect(again.tables.allSatisfy { $0.new + $0.revised + $0.ended == 0 && $0.unchanged > 0 })
        #expect(try file.register.latestChange() == 1)
        #expect(try file.register.history(ofTable: "people", key: "P1").count == 1)
    }

    @Test func `a correction starts a new version and both answers stay`() throws {
        let file = try TemporaryRegister()
        try file.record(.family)
        let corrected = placement("P1", from: day(2024, 2, 1), to: day(2024, 4, 1))
        let outcome = try file.record(.only { $0.placements = [corrected] }, hour: 1)
        #expect(outcome.tables == [TableTally(table: "placements", revised: 1)])
        #expect(try file.register.records(knownAt: 1) == .family)
        #expect(try file.register.records(knownAt: 2).placements == [corrected])
        #expect(try file.register.records().placements == [corrected])
        #expect(try file.register.records(knownAt: 0) == RecordSet())
    }

    @Test func `only what is given is touched`() throws {
        let file = try TemporaryRegister()
        try file.record(.family)
        try file.record(.only { $0.people = [child("P3", surname: "Hale")] }, hour: 1)
        let records = try file.register.records()
        #expect(records.facts == RecordSet.family.adding { $0.people.append(child("P3", surname: "Hale")) }.facts)
    }

    @Test func `missing values go and come`() throws {
        let file = try TemporaryRegister()
        try file.record(.family)
        for surname in [nil, "Marlow-Hale", nil] as [String?] {
            try file.record(.only { $0.people = [child("P1", surname: surname)] }, hour: 1)
            #expect(try file.register.records(ofPerson: Identifier("P1")).people.first?.surname == surname)
        }
        #expect(try file.register.latestChange() == 4)
    }

    @Test func `a key with a missing part is one key`() throws {
        let file = try TemporaryRegister()
        var record = placement("P1", from: day(2024, 5, 1), to: nil)
        record.legalStatus = nil
        try file.record(RecordSet.family.adding { $0.placements = [record] })
        #expect(try file.record(.only { $0.placements = [record] }).change == nil)
        record.endedOn = day(2024, 6, 1)
        try file.record(.only { $0.placements = [record] })
        #expect(try file.register.records().placements == [record])
    }

    @Test func `every kind of value comes back`() throws {
        let file = try TemporaryRegister()
        var records = RecordSet.family
        records.workers[0].wte = Decimal("0.6")
        records.contacts = [
            Contact(id: Identifier("K1"), caseID: Identifier("C1"), on: day(2024, 1, 10), minutes: 0, kind: .office)
        ]
        records.contacts[0].direct = false
        records.costs = [
            Cost(
                id: Identifier("X1"),
                programme: "mst",
                from: day(2024, 1, 1),
                to: day(2024, 1, 31),
                amount: Money(pence: -1)
            )
        ]
        records.families[0].name = "O'Marlow \"and\" ; -- Ünal 🏠"
        records.people[1].birth = BirthDate(iso: "2011-07")
        try file.record(records)
        #expect(try file.register.records() == records)
        #expect(try file.record(records).change == nil)
    }

    @Test func `two rows with one key are refused`() throws {
        let file = try TemporaryRegister()
        let twice = RecordSet.family.adding { $0.people.append(child("P1", surname: "Hale")) }
        #expect(throws: RegisterError.duplicateKeys(table: "people")) { try file.record(twice) }
        #expect(try file.register.records() == RecordSet())
        #expect(try file.register.latestChange() == 0)
    }

    @Test func `a record that names one that is not there is refused`() throws {
        let file = try TemporaryRegister()
        let orphan = RecordSet.only { $0.placements = [placement("P9", from: day(2024, 1, 1), to: nil)] }
        let refusal = RegisterError.missingParents(table: "placements", field: "person_id", parent: "people", count: 1)
        #expect(throws: refusal) { try file.record(orphan) }
        #expect(try file.register.latestChange() == 0)
    }

    @Test func `the order of rows does not matter`() throws {
        var random = SeededGenerator(seed: 3)
        let world = World()
        let (one, other) = (try TemporaryRegister(), try TemporaryRegister())
        for step in 0..<10 {
            let records = world.someRecords(&random)
            let first = try one.record(records, hour: step)
            let second = try other.record(records.shuffled(&random), hour: step)
            #expect(first == second)
        }
        #expect(try one.register.records().facts == other.register.records().facts)
    }

    @Test func `a large first import is the same as a small one`() throws {
        let file = try TemporaryRegister()
        var records = RecordSet.only { $0.families = RecordSet.family.families }
        records.people = (0..<10_500).map { child("P\($0)", surname: "S\($0 % 7)") }
        #expect(try file.record(records).tables.map(\.new) == [1, 10_500])
        #expect(try file.record(records).change == nil)
        #expect(try file.register.records() == records)
        #expect(try file.register.verify().problems == [])
        #expect(try file.register.rows(ofTable: "people", where: "surname", is: .text("S3")).count == 1500)
    }

    @Test func `a large first import with a key twice is refused whole`() throws {
        let file = try TemporaryRegister()
        var records = RecordSet.only { $0.families = RecordSet.family.families }
        records.people = (0..<10_500).map { child("P\($0 % 10_499)") }
        #expect(throws: RegisterError.duplicateKeys(table: "people")) { try file.record(records) }
        #expect(try file.register.records() == RecordSet())
        #expect(try file.record(.family).change == 1)
    }
}
