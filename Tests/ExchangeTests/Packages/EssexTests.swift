import Exchange
import Records
import Testing

struct EssexTests {
    @Test func isAcceptedWithItsWarnings() throws {
        let result = FileCheck.run(try Given.folder("essex"))
        #expect(result.isAccepted)
        let counts = Dictionary(grouping: result.problems, by: \.rule).mapValues(\.count)
        #expect(
            counts == [
                "assessment-outside-case": 5,
                "assessment-without-scores": 3,
                "descriptor-table-left-out": 1,
                "file-skipped": 1,
                "overlapping-placements": 3,
            ]
        )
        #expect(result.records.cases.count == 388)
        #expect(result.records.referrals.count == 460)
        #expect(result.origins["placements"]?.count == result.records.placements.count)
    }

    @Test func isTheSameInAZip() throws {
        let files = try Given.folder("essex")
        let zip = StoredZip(files.map { ($0.name, $0.bytes) })
        let zipped = FileCheck.run([SourceFile(name: "essex.zip", bytes: zip.bytes)])
        let plain = FileCheck.run(files)
        #expect(zipped.records == plain.records)
        #expect(zipped.problems.count == plain.problems.count)
        #expect(zipped.problems.allSatisfy { $0.file.hasPrefix("essex.zip/essex/") })
    }
}
