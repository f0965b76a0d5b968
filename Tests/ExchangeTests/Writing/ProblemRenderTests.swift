import Exchange
import Testing

struct ProblemRenderTests {
    private static let result = FileCheck.run([
        Given.file("families.csv", "family_id,postcode\nF1,x\n" + (2..<9).map { "F\($0),nowhere\n" }.joined()),
        Given.file("people.csv", "person_id,role,family_id\nP1,uncle,F1\nP2,child,F77\nP1,child,\n"),
    ])

    @Test func writesJSON() throws {
        let json = try JSONValue(reading: Self.result.json)
        let problems = try #require(json["problems"]?.elements)
        #expect(problems.count == Self.result.problems.count)
        #expect(
            problems.first
                == .object([
                    "file": .text("people.csv"), "table": .text("people"), "row": .number("0"), "line": .number("2"),
                    "field": .text("role"), "rule": .text("unknown-code"), "severity": .text("error"),
                    "blocks": .boolean(true),
                    "message": .text("role must be one of the codes of its list: child, parent_carer, other_adult"),
                ])
        )
        #expect(
            json["tables"]?.elements?.first
                == .object(["file": .text("families.csv"), "table": .text("families"), "rows": .number("8")])
        )
        #expect(json["repairs"] == nil)
    }

    @Test func writesCSV() {
        var csv = CSVReader(Self.result.csv)
        #expect(csv.advance() == .row)
        #expect(csv.fields.count == 9)
        var rows = 0
        while csv.advance() == .row {
            let problem = Self.result.problems[rows]
            #expect(csv.text(csv.fields[0]) == problem.file)
            #expect(csv.text(csv.fields[3]) == problem.line.map { "\($0)" } ?? "")
            #expect(csv.text(csv.fields[8]) == problem.message)
            rows += 1
        }
        #expect(rows == Self.result.problems.count)
    }

    @Test func keepsFormulasOutOfSpreadsheets() {
        let result = FileCheck.run([Given.file("=cmd.csv", "")])
        #expect(String(decoding: result.csv, as: UTF8.self).contains("\n'=cmd.csv,"))
    }

    @Test func writesTextGroupedByRule() {
        #expect(
            Self.result.text(mostOfAKind: 3)
                == """
                families.csv: 8 rows of families
                people.csv: 3 rows of people

                people.csv: role must be one of the codes of its list: child, parent_carer, other_adult (error, unknown-code)
                  line 2
                people.csv: family_id names a row of families that is neither in the files nor in the register: add it, or correct family_id (error, missing-parent)
                  line 3
                people.csv: the row has the same person_id as line 2 of people.csv, with other values: keep the right one (error, duplicate-key)
                  line 4
                people.csv: the person has no date of birth, so no age is known (warning, person-without-birth-date)
                  lines 3, 4
                families.csv: postcode should be a full postcode, like LE1 4AB (warning, postcode-shape)
                  lines 2, 3, 4 and 5 more
                3 errors and 10 warnings: 3 block the import

                """
        )
    }

    @Test func saysThatNothingIsWrong() {
        #expect(FileCheck.run([Given.families]).text() == "families.csv: 2 rows of families\n\nNo problems found\n")
    }
}
