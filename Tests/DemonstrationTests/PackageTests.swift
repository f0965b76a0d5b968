import Exchange
import Records
import Testing
import Values

@testable import Demonstration

/// The records written as a package, and what the check of an import says of it.
struct PackageTests {
    /// What real data has and the demonstration is meant to show.
    private static let intended: Set<String> = [
        "overlapping-placements", "allocation-outside-case", "assessment-outside-case", "assessment-without-scores",
        "overlapping-cases", "case-of-one-day", "worker-without-start", "person-without-birth-date",
        "event-names-nobody", "accepted-without-case",
    ]

    @Test func `the records have every warning they are meant to have, and no other`() {
        let findings = QualityChecks.findings(in: Westmere.records)
        #expect(Set(findings.map(\.rule)) == Self.intended)
        #expect(findings.count < 250)
    }

    @Test func `the package is accepted, and read back as it was`() {
        let records = Demonstration.records(seed: 12, families: 300)
        let files = PackageWriter.files(of: records)
        let result = FileCheck.run(files)
        #expect(result.isAccepted)
        #expect(result.records == records)
        #expect(Set(result.problems.map(\.rule)).isSubset(of: Self.intended))
        // Two thousand families then keep the package below 20 MB.
        #expect(files.reduce(0) { $0 + $1.bytes.count } < 3_000_000)
    }

    @Test func `the corrections are accepted once the records are known`() {
        let later = Demonstration.corrections(to: Westmere.records)
        let known = Dictionary(
            uniqueKeysWithValues: RecordSet.tables.enumerated().map { index, table in
                (table.name, Set(Self.keys(index)))
            }
        )
        let result = FileCheck.run(PackageWriter.files(of: later), known: KnownKeys(known))
        #expect(result.isAccepted)
        #expect(result.records == later)
    }

    private static func keys(_ table: Int) -> [String] {
        let shape = RecordSet.tables[table]
        guard shape.key.count == 1 else { return [] }
        return (0..<Westmere.records.count(ofTableAt: table)).map {
            shape.keyText(of: Westmere.records.row($0, ofTableAt: table))
        }
    }
}
