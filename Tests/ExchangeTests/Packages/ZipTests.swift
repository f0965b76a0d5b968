import Exchange
import Records
import Testing

struct ZipTests {
    @Test func opensWhatAnotherProgramPacked() throws {
        let result = FileCheck.run([SourceFile(name: "package.zip", bytes: try Given.fixture("package.zip"))])
        #expect(result.rules == ["file-skipped"])
        #expect(result.problems.first?.file == "package.zip/made/README.md")
        #expect(result.records.families.count == 40)
        #expect(result.records.people.count == 80)
        #expect(result.tables.map(\.file) == ["package.zip/made/families.csv", "package.zip/made/people.csv"])
    }

    @Test func opensStoredEntries() throws {
        let zip = StoredZip([("../../families.csv", Given.families.bytes), ("empty.txt", [])])
        let archive = try ZipArchive(zip.bytes, limits: CheckLimits())
        #expect(archive.entries.map(\.name) == ["../../families.csv", "empty.txt"])
        #expect(try archive.contents(of: archive.entries[0]) == Given.families.bytes)
        #expect(try archive.contents(of: archive.entries[1]).isEmpty)
    }

    @Test func saysWhereverAZipIsCutShort() throws {
        let whole = try Given.fixture("package.zip")
        for length in 0..<whole.count {
            let file = SourceFile(name: "cut.zip", bytes: Array(whole.prefix(length)))
            let result = FileCheck.run([file])
            #expect(!result.isAccepted)
            #expect(result.rules.contains("zip-damaged"))
        }
    }

    @Test func noticesEveryChangedByteOfTheContents() throws {
        let whole = StoredZip([("families.csv", Given.families.bytes)]).bytes
        let start = 30 + "families.csv".utf8.count
        for offset in start..<start + Given.families.bytes.count {
            var changed = whole
            changed[offset] ^= 1
            #expect(FileCheck.run([SourceFile(name: "a.zip", bytes: changed)]).rules == ["zip-damaged"])
        }
    }

    @Test(
        arguments: [
            (CheckLimits(zipEntries: 1), "zip-bomb"),
            (CheckLimits(unpackedBytes: 100), "zip-bomb"),
            (CheckLimits(), nil),
        ] as [(CheckLimits, String?)]
    )
    func keepsToTheLimits(_ limits: CheckLimits, _ rule: String?) {
        let zip = StoredZip([
            ("families.csv", Given.families.bytes), ("people.csv", Given.people.bytes),
            ("cases.csv", Given.cases.bytes),
        ])
        let file = SourceFile(name: "a.zip", bytes: zip.bytes)
        let result = FileCheck.run([file], options: CheckOptions(limits: limits))
        #expect(result.rules == (rule.map { [$0] } ?? []))
        #expect(result.isAccepted == (rule == nil))
    }

    @Test func refusesSizesThatCannotBeTrue() {
        var zip = StoredZip([("families.csv", Given.families.bytes)])
        zip.declaredSize = 900 << 20
        zip.method = 8
        #expect(FileCheck.run([SourceFile(name: "a.zip", bytes: zip.bytes)]).rules == ["zip-bomb"])
    }

    @Test(
        arguments: [(1, 0, "zip-encrypted"), (0, 12, "zip-unsupported"), (0, 8, "zip-damaged")]
            as [(UInt16, UInt16, String)]
    )
    func saysWhatIsNotRead(_ flags: UInt16, _ method: UInt16, _ rule: String) {
        var zip = StoredZip([("families.csv", Given.families.bytes)])
        zip.flags = flags
        zip.method = method
        #expect(FileCheck.run([SourceFile(name: "a.zip", bytes: zip.bytes)]).rules == [rule])
    }

    @Test func refusesTwoFilesOfOneName() {
        let zip = StoredZip([("families.csv", Given.families.bytes), ("families.csv", Given.families.bytes)])
        #expect(FileCheck.run([SourceFile(name: "a.zip", bytes: zip.bytes)]).rules == ["zip-damaged"])
    }

    @Test func knowsASpreadsheet() {
        let zip = StoredZip([("[Content_Types].xml", Array("<Types/>".utf8)), ("xl/workbook.xml", [])])
        let result = FileCheck.run([SourceFile(name: "people.xlsx", bytes: zip.bytes)])
        #expect(result.rules == ["spreadsheet"])
    }
}
