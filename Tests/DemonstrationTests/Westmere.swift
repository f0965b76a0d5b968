import Records
import Values

@testable import Demonstration

/// The authority of the default seed, made once for all tests.
enum Westmere {
    static let records = Demonstration.records()
    static let until = Demonstration.defaultUntil

    /// Every row of every table as text.
    static func checksum(_ records: RecordSet) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ text: String) {
            for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ 0x1F) &* 0x100_0000_01B3
        }
        for table in RecordSet.tables.indices {
            for row in 0..<records.count(ofTableAt: table) {
                for cell in records.row(row, ofTableAt: table) { add(cell.plain) }
            }
        }
        return hash
    }

    static let programmes = ["mst", "mst-can", "fft-cw", "priority-families"]

    static let cases: [Identifier<Case>: Case] = Dictionary(uniqueKeysWithValues: records.cases.map { ($0.id, $0) })
    static let people: [Identifier<Person>: Person] = Dictionary(
        uniqueKeysWithValues: records.people.map { ($0.id, $0) }
    )

    /// Placements other than short breaks, each child's in order.
    static let care: [Identifier<Person>: [Placement]] = Dictionary(
        grouping: records.placements.filter { $0.legalStatus != .v3 && $0.legalStatus != .v4 },
        by: \.personID
    )

    static func isInCare(_ child: Identifier<Person>, on day: Day) -> Bool {
        (care[child] ?? []).contains { Nights(from: $0.startedOn, until: $0.endedOn).contains(day) }
    }

    static func share(_ part: Int, of whole: Int) -> Double { Double(part) / Double(max(whole, 1)) }
}
