import Records
import Register
import Testing
import Values

@Suite struct KnownAtTests {
    @Test(arguments: [
        ("0", 0), ("2", 2), ("2024-12-31", 0), ("2025-01-01", 2), ("2025-01-02", 3), ("2030-01-01", 3),
        ("2025-01-01T09:59:59Z", 0), ("2025-01-01T10:00:00Z", 1), ("2025-01-01T11:00", 2),
        ("2025-01-01T12:00+01:00", 2), ("2025-01-01T11:59:59+01:00", 1),
    ])
    func `a number, a date or a time is a change`(text: String, change: Int) throws {
        let file = try TemporaryRegister()
        try file.record(.family)
        try file.record(.only { $0.people = [child("P3")] }, hour: 1)
        try file.record(.only { $0.people = [child("P4")] }, hour: 24)
        #expect(try file.register.resolveKnownAt(text) == change)
    }

    @Test(arguments: ["", "-1", "4", "yesterday", "2025-02-30", "2025-01-01T25:00", "2025-01-01T10:00:00X"])
    func `anything else is refused`(text: String) throws {
        let file = try TemporaryRegister()
        try file.record(.family)
        #expect(throws: RegisterError.self) { try file.register.resolveKnownAt(text) }
    }

    @Test func `time does not run backwards in the log`() throws {
        let file = try TemporaryRegister()
        try file.record(.family, hour: 5)
        try file.record(.only { $0.people = [child("P3")] }, hour: 1)
        #expect(try file.register.change(2).at == .hour(5))
        #expect(try file.register.verify().problems == [])
    }

    @Test func `changes are listed the latest first`() throws {
        let file = try TemporaryRegister()
        for number in 0..<5 { try file.record(.only { $0.families = [Family(id: Identifier("F\(number)"))] }) }
        #expect(try file.register.changes(limit: 2).map(\.number) == [5, 4])
        #expect(try file.register.changes(before: 4, limit: 9).map(\.number) == [3, 2, 1])
        let change = try file.register.change(3)
        #expect(change.actor == "tester" && change.organisation == "council" && change.written == 1)
        #expect(throws: RegisterError.noSuchChange(6, latest: 5)) { try file.register.change(6) }
    }

    @Test func `what a change did is told table by table`() throws {
        let file = try TemporaryRegister()
        try file.record(.family)
        let next = RecordSet.only {
            $0.families = [Family(id: Identifier("F2"))]
            $0.people = [child("P1", surname: "Hale"), child("P3")]
        }
        try file.record(next)
        let tables = try file.register.tables(ofChange: 2)
        #expect(tables.map(\.table) == ["families", "people"])
        #expect(tables.map(\.written) == [1, 2])
        #expect(tables.map(\.ended) == [0, 1])
    }

    @Test(arguments: [
        ("2025-01-01T00:00:00Z", 1_735_689_600), ("1969-12-31T23:59:59Z", -1),
        ("2025-01-01T01:30+01:00", 1_735_691_400),
        ("2025-01-01 00:00", 1_735_689_600), ("2024-02-29T12:00:00-05:30", 1_709_227_800),
    ])
    func `a moment is read and written`(text: String, seconds: Int64) throws {
        let moment = try #require(Timestamp(iso: text))
        #expect(moment.seconds == seconds)
        #expect(Timestamp(iso: moment.iso) == moment)
    }
}
