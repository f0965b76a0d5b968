import Exchange
import Records
import Testing

struct RecognitionTests {
    @Test func knowsEveryTableByItsColumnsUnderAnyNameAndOrder() {
        for (index, table) in RecordSet.tables.enumerated() {
            let header = table.fields.map(\.name).reversed().joined(separator: ",").uppercased()
            let result = FileCheck.run([Given.file("Export 7.csv", header + "\n")])
            #expect(result.tables == [TableRead(file: "Export 7.csv", table: RecordSet.tables[index].name, rows: 0)])
            #expect(result.rules == ["header-only"])
        }
    }

    @Test func knowsEveryTableOfTheReturnUnderAnyNameAndOrder() {
        for table in ReturnTable.allCases {
            let header = table.columns.reversed().joined(separator: ",").lowercased()
            let result = FileCheck.run([Given.file("reviews.csv", "\u{FEFF}\(header)\r\n")])
            #expect(result.tables == [TableRead(file: "reviews.csv", table: table.rawValue, rows: 0)])
            #expect(result.isAccepted)
        }
    }

    /// Else a file with only the required columns of one could be either.
    @Test func noTwoTablesCanBeTakenForEachOther() {
        for (position, one) in RecordSet.tables.enumerated() {
            for other in RecordSet.tables[(position + 1)...] {
                let (fields, others) = (Set(one.fields.map(\.name)), Set(other.fields.map(\.name)))
                let required = Set(one.fields.filter(\.isRequired).map(\.name))
                let otherRequired = Set(other.fields.filter(\.isRequired).map(\.name))
                #expect(!(required.isSubset(of: others) && otherRequired.isSubset(of: fields)))
            }
        }
    }

    /// Parents come first, so that one pass in this order can find every parent.
    @Test func parentsComeBeforeTheirChildren() {
        for (index, table) in RecordSet.tables.enumerated() {
            for parent in table.fields.compactMap(\.refersTo) {
                #expect(RecordSet.tableIndex(named: parent).map { $0 < index } == true)
            }
        }
    }

    struct Example: Sendable, CustomTestStringConvertible {
        var name: String
        var files: [SourceFile]
        var rules: [String]
        /// What one of the messages has to say.
        var says = ""
        var testDescription: String { name }
    }

    static let examples = [
        Example(name: "no files", files: [], rules: ["nothing-recognised"], says: "placements.csv"),
        Example(name: "empty file", files: [Given.file("a.csv", "")], rules: ["empty-file"]),
        Example(name: "blank file", files: [Given.file("a.csv", "\n\n")], rules: ["empty-file"]),
        Example(
            name: "unknown columns",
            files: [Given.file("a.csv", "shoe,hat\n1,2\n")],
            rules: ["file-not-recognised"],
            says: "Episodes"
        ),
        Example(
            name: "nearly placements",
            files: [Given.file("a.csv", "person_id,placement,shoe\n")],
            rules: ["file-not-recognised"],
            says: "nearest is placements, without started_on, which does not have shoe"
        ),
        Example(
            name: "nearly a return",
            files: [Given.file("a.csv", "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER\n")],
            rules: ["file-not-recognised"],
            says: "nearest is Header, without MC_DOB"
        ),
        Example(
            name: "by name, a column missing",
            files: [Given.file("people.csv", "person_id,sex\nP1,F\n")],
            rules: ["missing-column"],
            says: "the column role must be there"
        ),
        Example(
            name: "by name, a column too many",
            files: [Given.file("people.csv", "person_id,role,shoe\nP1,child,7\n")],
            rules: ["person-without-birth-date", "unknown-column"],
            says: "people has no column shoe"
        ),
        Example(
            name: "a column twice",
            files: [Given.file("people.csv", "person_id,role,role\nP1,child,child\n")],
            rules: ["duplicate-column"]
        ),
        Example(
            name: "a text named directly",
            files: [Given.file("README.md", "Hello")],
            rules: ["file-not-recognised"]
        ),
        Example(
            name: "a text that came along",
            files: [Given.families, Given.file("made/README.md", "Hello", isNamedDirectly: false)],
            rules: ["file-skipped"]
        ),
        Example(
            name: "nothing but texts",
            files: [Given.file("made/README.md", "Hello", isNamedDirectly: false)],
            rules: ["file-skipped", "nothing-recognised"]
        ),
        Example(
            name: "UTF-16",
            files: [SourceFile(name: "a.csv", bytes: [0xFF, 0xFE, 0x61, 0x00])],
            rules: ["utf-16"],
            says: "save it again as CSV UTF-8"
        ),
        Example(
            name: "Windows-1252",
            files: [SourceFile(name: "families.csv", bytes: Array("family_id,name\nF1,Zo".utf8) + [0xEB, 0x0A])],
            rules: ["not-utf-8"],
            says: "save it again as CSV UTF-8"
        ),
        Example(
            name: "zero byte",
            files: [SourceFile(name: "families.csv", bytes: Array("family_id,name\nF1,a".utf8) + [0, 0x0A])],
            rules: ["zero-byte"]
        ),
        Example(
            name: "clutter",
            files: [Given.families, Given.file("a/.DS_Store", "x", isNamedDirectly: false)],
            rules: []
        ),
    ]

    @Test(arguments: examples)
    func saysWhatIsWrongWithAFile(_ example: Example) {
        let result = FileCheck.run(example.files)
        #expect(result.rules == example.rules)
        #expect(example.says.isEmpty || result.problems.contains { $0.message.contains(example.says) })
    }

    @Test func doesNotShowTheFirstRowOfAFileWithoutHeader() {
        let result = FileCheck.run([Given.file("a.csv", "P1,Ashby,Rowan,2008-06-15\n")])
        #expect(result.rules == ["file-not-recognised"])
        #expect(result.problems.allSatisfy { !$0.message.contains("Ashby") && !$0.message.contains("2008") })
    }
}
