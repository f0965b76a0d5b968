import Records
import Testing
import Values

@testable import Demonstration

struct DeterminismTests {
    @Test func `the same seed gives the same records`() {
        #expect(Demonstration.records() == Westmere.records)
        let small = Demonstration.records(seed: 77, families: 200)
        let again = Demonstration.records(seed: 77, families: 200)
        #expect(Westmere.checksum(small) == Westmere.checksum(again))
    }

    /// Holds in every process and on every machine, which two runs in one process cannot show.
    ///
    /// It changes when the invention is changed on purpose; then take over the new number.
    @Test func `a small authority is the same everywhere`() {
        let records = Demonstration.records(seed: 1, families: 200)
        #expect(Westmere.checksum(records) == 11_055_650_248_598_964_088)
    }

    @Test func `another seed gives other records of the same kind`() {
        let other = Demonstration.records(seed: 99, families: 400)
        #expect(other != Demonstration.records(seed: 98, families: 400))
        #expect(other.families.count == 400)
    }

    @Test(arguments: [(0, 200), (200, 200), (650, 650)])
    func `an authority has as many families as asked, and at least 200`(asked: Int, made: Int) {
        let records = Demonstration.records(families: asked)
        #expect(records.families.count == made)
        for (index, table) in RecordSet.tables.enumerated() {
            #expect(records.count(ofTableAt: index) > 0, "\(table.name)")
        }
    }

    @Test(arguments: [Day.earliest, Day(number: 11_016), Day(number: 19_782), Day.latest])
    func `any last day gives an authority that nothing refuses`(until: Day) throws {
        let records = Demonstration.records(families: 200, until: until)
        #expect(records.families.count == 200)
        for table in RecordSet.tables.indices {
            var copy = RecordSet()
            for row in 0..<records.count(ofTableAt: table) {
                try copy.append(records.row(row, ofTableAt: table), toTableAt: table)
            }
        }
    }
}
