import Records
import Register
import Testing
import Values

@Suite struct ReplacedPeriodTests {
    private let march = Period(from: day(2024, 3, 1), to: day(2024, 3, 31))

    private static let placements: [(from: Day, to: Day?, ends: Bool)] = [
        (day(2024, 1, 1), day(2024, 2, 1), false),
        (day(2024, 1, 2), day(2024, 3, 1), false),
        (day(2024, 1, 3), day(2024, 3, 2), true),
        (day(2024, 1, 4), nil, true),
        (day(2024, 3, 1), day(2024, 3, 1), true),
        (day(2024, 3, 10), day(2024, 3, 20), true),
        (day(2024, 3, 31), nil, true),
        (day(2024, 4, 1), nil, false),
    ]

    @Test func `placements with a night in the period end unless they are given`() throws {
        let file = try TemporaryRegister()
        let period = try #require(march)
        let all = Self.placements.map { placement("P1", from: $0.from, to: $0.to) }
        try file.record(RecordSet.family.adding { $0.placements = all })
        let given = [all[5], placement("P2", from: day(2024, 3, 5), to: nil)]
        let outcome = try file.record(.only { $0.placements = given }, replacing: ReplacedPeriod(period))
        let staying = zip(Self.placements, all).filter { !$0.0.ends }.map(\.1)
        let expected = RecordSet.only { $0.placements = staying + given }
        #expect(try file.register.records().facts["placements"] == expected.facts["placements"])
        #expect(outcome.tables == [TableTally(table: "placements", new: 1, unchanged: 1, ended: 4)])
        #expect(try file.register.verify().problems == [])
    }

    @Test func `people and families stay`() throws {
        let file = try TemporaryRegister()
        let everything = try #require(Period(from: .earliest, to: .latest))
        try file.record(.family)
        let given = RecordSet.only {
            $0.families = RecordSet.family.families
            $0.people = [child("P3")]
            $0.events = []
        }
        let outcome = try file.record(given, replacing: ReplacedPeriod(everything))
        #expect(outcome.tables.allSatisfy { $0.ended == 0 })
        #expect(try file.register.records().people.count == 3)
    }

    @Test func `a table without rows is replaced when it is named`() throws {
        let file = try TemporaryRegister()
        let everything = try #require(Period(from: .earliest, to: .latest))
        try file.record(.family)
        let outcome = try file.record(RecordSet(), replacing: ReplacedPeriod(everything, tables: ["events"]))
        #expect(outcome.tables == [TableTally(table: "events", ended: 1)])
        #expect(try file.register.records().events == [])
    }

    @Test func `scores go with their assessment`() throws {
        let file = try TemporaryRegister()
        let period = try #require(march)
        let first = RecordSet.family.adding {
            $0.assessments += [assessment("A2", on: day(2024, 3, 2)), assessment("A3", on: day(2024, 3, 3))]
            $0.scores += [score("A2", 1), score("A3", 2), score("A3", 3, item: "1")]
        }
        try file.record(first)
        let given = RecordSet.only { $0.assessments = [assessment("A3", on: day(2024, 3, 3))] }
        try file.record(given, replacing: ReplacedPeriod(period))
        #expect(try file.register.keys(ofTable: "assessments") == ["A1", "A3"])
        #expect(Set(try file.register.records().scores.map(\.assessmentID.text)) == ["A1", "A3"])
        try file.record(given.adding { $0.scores = [score("A3", 2)] }, replacing: ReplacedPeriod(period))
        #expect(try file.register.records().scores.map(\.item) == ["total", "total"])
        #expect(try file.register.verify().problems == [])
    }

    @Test func `a record that is still named does not end`() throws {
        let file = try TemporaryRegister()
        let everything = try #require(Period(from: .earliest, to: .latest))
        try file.record(.family)
        let replaced = ReplacedPeriod(everything, tables: ["cases"])
        #expect(throws: RegisterError.self) { try file.record(RecordSet(), replacing: replaced) }
        #expect(try file.register.records() == .family)
    }
}
