import Exchange
import Records
import Testing
import Values

struct ValueTests {
    struct Example: Sendable, CustomTestStringConvertible {
        var name: String
        var file: SourceFile
        var rule: ExchangeRule
        var row = 0
        var line = 2
        var field: String?
        var testDescription: String { name }
    }

    private static func worker(_ columns: String, _ values: String) -> SourceFile {
        Given.file("workers.csv", "worker_id,name,role,\(columns)\nW1,Example,therapist,\(values)\n")
    }

    static let examples = [
        Example(
            name: "required",
            file: Given.file("families.csv", "family_id,name\nF1,a\n ,b\n"),
            rule: .missingValue,
            row: 1,
            line: 3,
            field: "family_id"
        ),
        Example(
            name: "code",
            file: Given.file("people.csv", "person_id,role\nP1,uncle\n"),
            rule: .unknownCode,
            field: "role"
        ),
        Example(name: "no day", file: worker("started_on", "2006-02-31"), rule: .notADate, field: "started_on"),
        Example(name: "no month", file: worker("started_on", "2006-13-01"), rule: .notADate, field: "started_on"),
        Example(name: "partial day", file: worker("started_on", "2006-12"), rule: .notADate, field: "started_on"),
        Example(name: "other order", file: worker("started_on", "01/02/2006"), rule: .notADate, field: "started_on"),
        Example(
            name: "partial birth",
            file: Given.file("people.csv", "person_id,role,date_of_birth\nP1,child,2006-13\n"),
            rule: .notADate,
            field: "date_of_birth"
        ),
        Example(name: "number", file: worker("wte", "half"), rule: .notANumber, field: "wte"),
        Example(name: "rounded", file: worker("wte", "0.1234567890123456789"), rule: .numberRounded, field: "wte"),
        Example(
            name: "whole number",
            file: Given.file("contacts.csv", "contact_id,case_id,on,kind,minutes\nK1,C1,2020-02-01,phone,1.5\n"),
            rule: .notAWholeNumber,
            field: "minutes"
        ),
        Example(
            name: "true or false",
            file: Given.file("contacts.csv", "contact_id,case_id,on,kind,direct\nK1,C1,2020-02-01,phone,yes\n"),
            rule: .notTrueOrFalse,
            field: "direct"
        ),
        Example(
            name: "amount",
            file: Given.file("costs.csv", "cost_id,programme,from,to,amount\nX,mst,2020-01-01,2020-02-01,£5\n"),
            rule: .notAnAmount,
            field: "amount"
        ),
        Example(
            name: "pence",
            file: Given.file("costs.csv", "cost_id,programme,from,to,amount\nX,mst,2020-01-01,2020-02-01,5.005\n"),
            rule: .penceRounded,
            field: "amount"
        ),
        Example(
            name: "long reference",
            file: Given.file("families.csv", "family_id\n\(String(repeating: "x", count: 101))\n"),
            rule: .textTooLong,
            field: "family_id"
        ),
        Example(
            name: "control character",
            file: Given.file("families.csv", "family_id,name\nF1,a\u{7}b\n"),
            rule: .controlCharacter,
            field: "name"
        ),
        Example(
            name: "line in a reference",
            file: Given.file("families.csv", "family_id\n\"F\n1\"\n"),
            rule: .controlCharacter,
            field: "family_id"
        ),
        Example(
            name: "end before start",
            file: worker("started_on,ended_on", "2020-02-02,2020-02-01"),
            rule: .endBeforeStart,
            field: "ended_on"
        ),
        Example(name: "ragged", file: Given.file("families.csv", "family_id,name\nF1\n"), rule: .wrongFieldCount),
        Example(
            name: "unclosed",
            file: Given.file("families.csv", "family_id,name\nF1,a\nF2,\"b\nF3,c\n"),
            rule: .unclosedQuote,
            row: 1,
            line: 3
        ),
        Example(
            name: "after quote",
            file: Given.file("families.csv", "family_id,name\nF1,\"a\"b\n"),
            rule: .textAfterQuote
        ),
        Example(
            name: "too many",
            file: Given.file("families.csv", "family_id,name\n" + String(repeating: ",", count: 1000) + "\n"),
            rule: .tooManyFields
        ),
        Example(
            name: "too long",
            file: Given.file("families.csv", "family_id,name\nF1," + String(repeating: "x", count: 1_048_577)),
            rule: .fieldTooLong
        ),
        Example(name: "empty row", file: Given.file("families.csv", "family_id,name\n,\nF1,a\n"), rule: .emptyRow),
        Example(
            name: "after lines in quotes",
            file: Given.file("families.csv", "family_id,name\nF1,\"a\nb\"\n,c\n"),
            rule: .missingValue,
            row: 1,
            line: 4,
            field: "family_id"
        ),
    ]

    @Test(arguments: examples)
    func findsWhatIsWrong(_ example: Example) {
        let known = KnownKeys(["cases": ["C1"]])
        let result = FileCheck.run([example.file], known: known)
        let found = result.problems(example.rule)
        #expect(found.count == 1)
        #expect(found.first?.row == example.row)
        #expect(found.first?.line == example.line)
        #expect(found.first?.field == example.field)
        #expect(found.first?.file == example.file.name)
        #expect(found.first?.table == example.file.name.split(separator: ".").first.map(String.init))
        #expect(result.isAccepted == !example.rule.blocksImport)
    }

    @Test func collectsEverythingAtOnce() {
        let text = "person_id,role,date_of_birth,sex,died_on\n,uncle,2006-13,X,yesterday\nP2,,2006,F,\n"
        let result = FileCheck.run([Given.file("people.csv", text)])
        #expect(result.problems.map(\.field) == ["role", "date_of_birth", "sex", "died_on", "person_id", "role"])
        #expect(result.problems.map(\.row) == [0, 0, 0, 0, 0, 1])
    }

    @Test func readsEveryKindOfValue() throws {
        let text = """
            contact_id,case_id,on,minutes,kind,direct,attendance,worker_id
            K1, C1 ,2020-02-29,90,home_visit,TRUE,,
            K2,C1,2020-03-01,,phone,0,cancelled,

            """
        let result = FileCheck.run([Given.file("x.csv", text)], known: KnownKeys(["cases": ["C1"]]))
        #expect(result.problems == [])
        let contacts = result.records.contacts
        #expect(contacts.map(\.caseID.text) == ["C1", "C1"])
        #expect(contacts.map(\.on.iso) == ["2020-02-29", "2020-03-01"])
        #expect(contacts.map(\.minutes) == [90, nil])
        #expect(contacts.map(\.direct) == [true, false])
        #expect(contacts.map(\.attendance) == [nil, .cancelled])
    }

    @Test(arguments: [
        ("2950", 295_000), ("2950.5", 295_050), ("0.005", 1), ("-0.005", -1), ("1e3", 100_000), ("7.994", 799),
    ])
    func readsPoundsAsPence(_ text: String, _ pence: Int64) {
        let file = Given.file("costs.csv", "cost_id,programme,from,to,amount\nX,mst,2020-01-01,2020-02-01,\(text)\n")
        #expect(FileCheck.run([file]).records.costs.map(\.amount.pence) == [pence])
    }

    @Test func listsOnlySoManyProblemsOfAKind() {
        let rows = (0..<50).map { "P\($0),uncle" }.joined(separator: "\n")
        let options = CheckOptions(limits: CheckLimits(problemsOfAKind: 10))
        let result = FileCheck.run([Given.file("people.csv", "person_id,role\n" + rows)], options: options)
        #expect(result.problems(.unknownCode).count == 10)
        #expect(
            result.problems(.moreProblems).map(\.message) == ["40 more problems of rule unknown-code are not listed"]
        )
    }

    @Test func neverShowsAValue() {
        for example in Self.examples {
            let secret = String(decoding: example.file.bytes, as: UTF8.self).replacing("F1", with: "Ashby")
            let file = Given.file(example.file.name, secret.replacing("uncle", with: "Ashby"))
            for problem in FileCheck.run([file]).problems { #expect(!problem.message.contains("Ashby")) }
        }
    }
}
