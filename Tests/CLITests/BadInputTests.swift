import Foundation
import Records
import Register
import Testing
import Workshop

/// Files that cannot be taken: what is said names the file, the line and the field and what to do, holds nothing of
/// anybody, and nothing is recorded.
@Suite struct `Bad input` {
    /// One way of being wrong.
    struct Wrong: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let change: @Sendable (inout SmallPackage) -> Void
        let file: String
        var line: Int?
        var field: String?
        let rule: String
        /// What the person is told.
        let words: String
    }

    private static let rows: [Wrong] = [
        Wrong(
            testDescription: "a month that is none",
            change: { $0.cases.replace("2018-01-10", with: "2006-13") },
            file: "cases.csv",
            line: 2,
            field: "started_on",
            rule: "not-a-date",
            words: "started_on must be a real date in the form YYYY-MM-DD, like 2019-01-31"
        ),
        Wrong(
            testDescription: "a day that is none",
            change: { $0.people.replace("2008-06-27", with: "2006-02-31") },
            file: "people.csv",
            line: 2,
            field: "date_of_birth",
            rule: "not-a-date",
            words: "date_of_birth must be a real date"
        ),
        Wrong(
            testDescription: "a code that is unknown",
            change: { $0.people.replace("parent_carer", with: "stepfather") },
            file: "people.csv",
            line: 3,
            field: "role",
            rule: "unknown-code",
            words: "role must be one of the codes of its list: child, parent_carer, other_adult"
        ),
        Wrong(
            testDescription: "a key twice with other values",
            change: { $0.people.replace("P2,", with: "P1,") },
            file: "people.csv",
            line: 3,
            field: "person_id",
            rule: "duplicate-key",
            words: "the row has the same person_id as line 2 of"
        ),
        Wrong(
            testDescription: "a row twice",
            change: { $0.placements += "P1,2018-09-01,,V2,U6\n" },
            file: "placements.csv",
            line: 3,
            field: "person_id",
            rule: "duplicate-key",
            words: "the row repeats line 2 of"
        ),
        Wrong(
            testDescription: "a parent that is missing",
            change: { $0.cases.replace(",F1,", with: ",FZZZ,") },
            file: "cases.csv",
            line: 2,
            field: "family_id",
            rule: "missing-parent",
            words:
                "family_id names a row of families that is neither in the files nor in the register: add it, or correct"
        ),
        Wrong(
            testDescription: "an end before the start",
            change: { $0.cases.replace("2018-06-10", with: "2018-01-09") },
            file: "cases.csv",
            line: 2,
            field: "ended_on",
            rule: "end-before-start",
            words: "ended_on must be the same as or after started_on"
        ),
        Wrong(
            testDescription: "a value that is missing",
            change: { $0.people.replace("M,child", with: "M,") },
            file: "people.csv",
            line: 2,
            field: "role",
            rule: "missing-value",
            words: "role must be filled in"
        ),
        Wrong(
            testDescription: "a row with a field too many",
            change: { $0.placements.replace("V2,U6\n", with: "V2,U6,9\n") },
            file: "placements.csv",
            line: 2,
            rule: "wrong-field-count",
            words: "fields"
        ),
        Wrong(
            testDescription: "a quote that is never closed",
            change: { $0.people.replace("Maria", with: "\"Maria") },
            file: "people.csv",
            line: 3,
            rule: "unclosed-quote",
            words: "quot"
        ),
        Wrong(
            testDescription: "a column that is missing",
            change: { $0.cases.replace("programme", with: "service") },
            file: "cases.csv",
            line: 1,
            field: "programme",
            rule: "missing-column",
            words: "the column programme must be there"
        ),
        Wrong(
            testDescription: "columns of no table",
            change: { $0.placements = "name,town\nMaria,Ashdown\n" },
            file: "placements.csv",
            rule: "file-not-recognised",
            words: "has the columns of no known table"
        ),
        Wrong(
            testDescription: "nothing in the file",
            change: { $0.placements = "" },
            file: "placements.csv",
            rule: "empty-file",
            words: "has nothing in it"
        ),
    ]

    /// Nothing of the rows may be said: not a name, a date of birth, a number or a wrong value.
    private static let personal = [
        "José", "Ashdown", "Maria", "2008-06-27", "1980-02-29", "9434765919", "stepfather", "2006-13", "2006-02-31",
        "FZZZ", "2018-01-09",
    ]

    private let homeward: Homeward

    init() throws {
        homeward = try Homeward()
    }

    @Test(arguments: rows)
    func `is refused in plain words`(wrong: Wrong) throws {
        var package = SmallPackage()
        wrong.change(&package)
        let path = try package.write(to: homeward.folder)
        let ran = try homeward("import", path)
        #expect(ran.status == 1)
        #expect(ran.err == "")
        #expect(ran.out.contains("\(path)/\(wrong.file): "), "\(ran.out)")
        #expect(ran.out.contains(wrong.words), "\(ran.out)")
        #expect(ran.out.contains("(error, \(wrong.rule))"), "\(ran.out)")
        if let line = wrong.line, wrong.field != nil || line > 1 {
            #expect(ran.out.contains("line \(line)"), "\(ran.out)")
        }
        #expect(ran.out.hasSuffix("\nNothing was imported: mend what blocks the import and import again.\n"))
        for value in Self.personal { #expect(!ran.out.contains(value), "\(value) is said: \(ran.out)") }
        try expectNothingRecorded()

        let listed = try #require(homeward("check", path, "--format", "json").json?["problems"] as? [[String: Any]])
        let problem = try #require(listed.first { $0["rule"] as? String == wrong.rule })
        #expect(problem["file"] as? String == "\(path)/\(wrong.file)")
        #expect(problem["line"] as? Int == wrong.line)
        #expect(problem["row"] as? Int == wrong.line.flatMap { $0 > 1 ? $0 - 2 : nil })
        #expect(problem["field"] as? String == wrong.field)
        #expect(problem["severity"] as? String == "error")
    }

    private func expectNothingRecorded() throws {
        let register = try OpenedRegister(homeward.register).register
        #expect(try register.latestChange() == 0)
        #expect(try register.records().people.isEmpty)
        #expect(try register.imports(limit: 5).map(\.outcome) == [.refused])
    }

    @Test func `text in UTF-16 is refused with what to do`() throws {
        let text = "\u{FEFF}" + SmallPackage().people
        let bytes = text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        let path = try homeward.folder.write("people.csv", bytes)
        let ran = try homeward("import", path)
        #expect(ran.status == 1)
        #expect(ran.out.contains("people.csv is UTF-16 (\"Unicode\") text: save it again as CSV UTF-8"), "\(ran.out)")
        try expectNothingRecorded()
    }

    @Test func `a zip that is cut short is refused with what to do`() throws {
        let package = try SmallPackage().write(to: homeward.folder)
        let zip = homeward.folder("package.zip")
        let made = try homeward.shell(
            "python3 -c 'import shutil,sys; shutil.make_archive(sys.argv[1], \"zip\", sys.argv[2])' \"$1\" \"$2\"",
            homeward.folder("package"),
            package
        )
        try #require(made.status == 0, "\(made.err)")
        let bytes = try Fixture.bytes(zip)
        for length in [bytes.count / 2, bytes.count - 10, 30, 4] {
            let cut = try homeward.folder.write("cut.zip", Array(bytes.prefix(length)))
            let ran = try homeward("import", cut, "--register", homeward.folder("cut-\(length).db"))
            #expect(ran.status == 1)
            #expect(ran.out.contains("cut.zip is cut short or damaged: make or copy the zip again"), "\(ran.out)")
        }
        #expect(try homeward("import", zip).status == 0)
    }

    @Test func `a zip bomb is refused before it is unpacked`() throws {
        let script = """
            import sys, zipfile
            with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as z:
                with z.open("people.csv", "w", force_zip64=False) as f:
                    for _ in range(64): f.write(bytes(1 << 20))
            """
        let zip = homeward.folder("bomb.zip")
        let made = try homeward.shell("python3 -c \"$1\" \"$2\"", script, zip)
        try #require(made.status == 0, "\(made.err)")
        let ran = try homeward("import", zip)
        #expect(ran.status == 1)
        #expect(ran.out.contains("bomb.zip would unpack to more than"), "\(ran.out)")
        try expectNothingRecorded()
    }

    @Test func `a path that leads nowhere is named, and no register is made`() throws {
        let ran = try homeward("import", homeward.folder("nowhere.csv"))
        #expect(ran.status == 2)
        #expect(ran.out == "")
        let path = homeward.folder("nowhere.csv")
        #expect(ran.err == "There is no file or folder at \(path). Check the path.\n")
        #expect(!FileManager.default.fileExists(atPath: homeward.register))
    }

    @Test func `a folder without anything to import says what there could be`() throws {
        try homeward.folder.write("letters/letter.txt", "Dear all")
        let ran = try homeward("import", homeward.folder("letters"))
        #expect(ran.status == 1)
        #expect(ran.out.contains("there is nothing to import: give an exchange package"), "\(ran.out)")
        try expectNothingRecorded()
    }

    @Test func `what is not UTF-8 is refused with its line`() throws {
        let latin = SmallPackage().people.unicodeScalars.map { UInt8($0.value & 255) }
        let path = try homeward.folder.write("people.csv", latin)
        let ran = try homeward("check", path)
        #expect(ran.status == 1)
        #expect(ran.out.contains("people.csv is not UTF-8 text: save it again as CSV UTF-8"), "\(ran.out)")
        #expect(ran.out.contains("line 2"), "\(ran.out)")
    }
}

extension String {
    /// Puts other words in the place of some that are there.
    mutating func replace(_ words: String, with others: String) {
        self = replacing(words, with: others)
    }
}
