import Exchange
import Records
import Testing

struct KeyTests {
    @Test func findsDuplicatesWithinAndAcrossFiles() {
        let result = FileCheck.run([
            Given.file("a.csv", "family_id,name\nF1,Example\nF2,Two\nF1,Other\n"),
            Given.file("b.csv", "name,family_id\nTwo,F2\n"),
        ])
        let found = result.problems(.duplicateKey)
        #expect(found.map(\.file) == ["a.csv", "b.csv"])
        #expect(found.map(\.line) == [4, 2])
        #expect(
            found.first?.message
                == "the row has the same family_id as line 2 of a.csv, with other values: keep the right one"
        )
        #expect(found.last?.message == "the row repeats line 3 of a.csv, remove one of them")
        #expect(!result.isAccepted)
    }

    @Test func comparesEveryPartOfAKey() {
        let header = "person_id,started_on,placement,legal_status,ended_on\n"
        let rows = [
            "P1,2020-01-01,U1,C1,2020-01-01", "P1,2020-01-01,U1,,2020-01-01", "P1,2020-01-01,U4,C1,2020-01-01",
            "P1,2020-01-02,U1,C1,2020-01-02", "P2,2020-01-01,U1,C1,2020-01-01", "P1,2020-01-01,U1,C1,2020-03-01",
            "P1,2020-01-01,U1,,2020-01-01",
        ]
        let file = Given.file("placements.csv", header + rows.joined(separator: "\n"))
        let result = FileCheck.run([file], known: KnownKeys(["people": ["P1", "P2"]]))
        #expect(result.problems(.duplicateKey).map(\.row) == [5, 6])
    }

    /// The pairs of equal rows, found the slow way, are the oracle.
    @Test func findsJustTheRowsThatRepeat() {
        var generator = SeededGenerator(seed: 4)
        let rows = (0..<400).map { _ in
            let day = Int.random(in: 10...28, using: &generator)
            return "P\(Int.random(in: 0..<9, using: &generator)),2020-01-\(day),,U1"
        }
        var seen: Set<String> = []
        let repeats = rows.indices.filter { !seen.insert(rows[$0]).inserted }
        let text = "person_id,started_on,legal_status,placement\n" + rows.joined(separator: "\n")
        let known = KnownKeys(tables: ["people"]) { _, _ in true }
        let result = FileCheck.run([Given.file("placements.csv", text)], known: known)
        #expect(result.problems(.duplicateKey).map(\.row) == repeats)
        #expect(!repeats.isEmpty)
    }

    @Test func findsParentsInTheFilesAndInTheRegister() {
        let people = Given.file("people.csv", "person_id,family_id,role\nP1,F1,child\nP2,F9,child\nP3,F7,child\n")
        let result = FileCheck.run([people, Given.families], known: KnownKeys(["families": ["F9"]]))
        #expect(result.problems(.missingParent).map(\.row) == [2])
        #expect(result.problems(.missingParent).map(\.field) == ["family_id"])
    }

    @Test func saysOnceThatATableIsNowhere() {
        let people = Given.file("people.csv", "person_id,family_id,role\nP1,F1,child\nP2,F9,child\n")
        let result = FileCheck.run([people])
        #expect(result.problems(.missingParent) == [])
        #expect(result.problems(.missingParentTable).map(\.row) == [nil])
        #expect(!result.isAccepted)
    }

    /// A fault in a parent is said once and not again for each of its children.
    @Test(arguments: [
        "family_id,postcode,uprn\nF1,x,\u{1}\n", "family_id,\"postcode\nF1,x", "family_id,family_id\nF1,F1\n",
    ])
    func doesNotBlameTheChildren(_ families: String) {
        let people = Given.file("people.csv", "person_id,family_id,role\nP1,F1,child\n")
        let result = FileCheck.run([people, Given.file("families.csv", families)])
        #expect(!result.isAccepted)
        #expect(result.problems(.missingParent) == [])
    }

    @Test func readsParentsWhateverTheOrderOfTheFiles() {
        let files = [Given.cases, Given.people, Given.families]
        #expect(FileCheck.run(files).problems == [])
        #expect(FileCheck.run(files.reversed()).records == FileCheck.run(files).records)
    }
}
