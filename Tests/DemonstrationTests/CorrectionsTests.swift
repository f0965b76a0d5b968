import Records
import Testing
import Values

@testable import Demonstration

struct CorrectionsTests {
    private let records = Westmere.records
    private let later = Demonstration.corrections(to: Westmere.records)

    private func rows(_ records: RecordSet, _ table: Int) -> [String: [Cell]] {
        let shape = RecordSet.tables[table]
        let rows = (0..<records.count(ofTableAt: table)).map { records.row($0, ofTableAt: table) }
        return Dictionary(rows.map { (shape.keyText(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
    }

    @Test(arguments: ["people", "referrals", "cases", "scores", "follow_ups", "placements", "events"])
    func `each correction is a known record with another value, or a new one`(name: String) throws {
        let table = try #require(RecordSet.tableIndex(named: name))
        let known = rows(records, table)
        let corrected = rows(later, table)
        #expect(corrected.count == later.count(ofTableAt: table), "keys are unique")
        #expect(!corrected.isEmpty)
        var changed = 0
        for (key, row) in corrected {
            guard let before = known[key] else { continue }
            #expect(before != row)
            changed += 1
        }
        #expect(changed > 0)
        #expect(corrected.count - changed <= 6)
    }

    @Test func `corrections are records and refer to what is there`() throws {
        var copy = RecordSet()
        for table in RecordSet.tables.indices {
            for row in 0..<later.count(ofTableAt: table) {
                try copy.append(later.row(row, ofTableAt: table), toTableAt: table)
            }
        }
        #expect(copy == later)
        for seen in later.followUps {
            #expect(Westmere.cases[seen.caseID] != nil && Westmere.people[seen.personID] != nil)
        }
        for placement in later.placements { #expect(Westmere.people[placement.personID] != nil) }
        for event in later.events { #expect(event.personID.map { Westmere.people[$0] != nil } ?? true) }
    }

    @Test func `there are few of them`() {
        let count = RecordSet.tables.indices.reduce(0) { $0 + later.count(ofTableAt: $1) }
        #expect((25...80).contains(count))
    }

    @Test func `a small authority has corrections as well`() {
        let until = Day(number: 19_000)
        let small = Demonstration.records(seed: 4, families: 200, until: until)
        let corrections = Demonstration.corrections(to: small, until: until)
        #expect(!corrections.placements.isEmpty)
        #expect(corrections.placements.allSatisfy { $0.refusal == nil })
    }
}
