import Records
import Testing
import Values

@testable import Demonstration
@testable import Exchange

/// The records written as a package, and what the check of an import says of it.
struct PackageTests {
    /// What real data has and the demonstration is meant to show.
    private static let intended: Set<String> = [
        "overlapping-placements", "allocation-outside-case", "assessment-outside-case", "assessment-without-scores",
        "overlapping-cases", "case-of-one-day", "worker-without-start", "person-without-birth-date",
        "event-names-nobody", "accepted-without-case",
    ]

    private static let returns = ReturnReading(
        xml: { _, _ in (ReturnData(), []) },
        facts: { _, _ in ReturnReading.Facts() }
    )

    private static func file(_ table: Int, of records: RecordSet) -> SourceFile {
        let shape = RecordSet.tables[table]
        var text = shape.fields.map(\.name).joined(separator: ",") + "\n"
        for row in 0..<records.count(ofTableAt: table) {
            let cells = zip(records.row(row, ofTableAt: table), shape.fields).map { cell, field in
                if case .integer(let pence) = cell, field.kind == .money { return Money(pence: pence).plain }
                return cell.plain.contains(",") ? "\"\(cell.plain)\"" : cell.plain
            }
            text += cells.joined(separator: ",") + "\n"
        }
        return SourceFile(name: "\(shape.name).csv", bytes: Array(text.utf8))
    }

    @Test func `the records have every warning they are meant to have, and no other`() {
        let findings = QualityChecks.findings(in: Westmere.records)
        #expect(Set(findings.map(\.rule)) == Self.intended)
        #expect(findings.count < 250)
    }

    @Test func `the package is accepted`() {
        let records = Demonstration.records(seed: 12, families: 300)
        let files = RecordSet.tables.indices.map { Self.file($0, of: records) }
        let result = FileCheck.run(files, returns: Self.returns)
        #expect(result.isAccepted)
        #expect(result.records == records)
        #expect(Set(result.problems.map(\.rule)).isSubset(of: Self.intended))
        // Two thousand families keep the package below 20 MB.
        #expect(files.reduce(0) { $0 + $1.bytes.count } < 3_000_000)
    }
}
