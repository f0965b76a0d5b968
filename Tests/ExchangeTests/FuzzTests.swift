import Exchange
import Foundation
import Records
import Testing

/// Damaged input of every kind, 105,000 in all where HOMEWARD_FUZZ is `all` (`make fuzz`) and a fifth of that otherwise: never
/// a crash, never half an answer.
struct FuzzTests {
    private let share = ProcessInfo.processInfo.environment["HOMEWARD_FUZZ"] == "all" ? 1 : 5

    @Test func tables() {
        fuzz(25_000, seed: 11, of: Seeds.tables) { bytes, name in [SourceFile(name: name, bytes: bytes)] }
    }

    @Test func packages() {
        fuzz(10_000, seed: 12, of: Seeds.tables) { bytes, name in
            [SourceFile(name: name, bytes: bytes), Given.families, Given.people]
        }
    }

    @Test func descriptors() {
        fuzz(20_000, seed: 13, of: Seeds.descriptors) { bytes, name in
            [SourceFile(name: name, bytes: bytes), Given.families]
        }
    }

    @Test func zips() throws {
        let packed = try Given.fixture("package.zip")
        let stored = StoredZip([("families.csv", Given.families.bytes), ("people.csv", Given.people.bytes)])
        fuzz(20_000, seed: 14, of: [("a.zip", packed), ("b.zip", stored.bytes)]) { bytes, name in
            [SourceFile(name: name, bytes: bytes)]
        }
    }

    @Test func textsAlone() {
        var mutator = Mutator(seed: 15)
        for (name, original) in Seeds.tables + Seeds.descriptors {
            for _ in 0..<30_000 / share / (Seeds.tables.count + Seeds.descriptors.count) + 1 {
                let bytes = mutator.mutate(original)
                if name.hasSuffix("json") { readJSON(bytes) } else { readCSV(bytes) }
            }
        }
    }

    /// What reads as JSON is one of its kinds of value, and what does not names a line of the text.
    private func readJSON(_ bytes: [UInt8]) {
        do throws(JSONFault) {
            _ = try JSONValue(reading: bytes)
        } catch {
            #expect(error.line >= 1 && error.line <= 1 + bytes.count { $0 == UInt8(ascii: "\n") })
        }
    }

    /// Rows and lines only go up, and every field lies within the bytes.
    private func readCSV(_ bytes: [UInt8]) {
        var csv = CSVReader(bytes)
        var (row, line) = (-2, 0)
        while csv.advance() != .end {
            #expect(csv.row == row + 1 && csv.line > line)
            (row, line) = (csv.row, csv.line)
            for field in csv.fields {
                #expect(0 <= field.start && field.start <= field.end && field.end <= bytes.count)
            }
        }
        #expect(csv.position == bytes.count)
    }

    private func fuzz(
        _ rounds: Int,
        seed: UInt64,
        of seeds: [(name: String, bytes: [UInt8])],
        files: ([UInt8], String) -> [SourceFile]
    ) {
        var mutator = Mutator(seed: seed)
        for round in 0..<rounds / share {
            let (name, original) = seeds[round % seeds.count]
            let given = files(mutator.mutate(original), name)
            let result = FileCheck.run(given)
            check(result)
            // Twice the same, in a sample: hashes differ between dictionaries of one run already.
            if round.isMultiple(of: 50) { #expect(FileCheck.run(given).problems == result.problems) }
        }
    }

    private func check(_ result: CheckResult) {
        let counts = Dictionary(result.tables.map { ($0.file, $0.rows) }, uniquingKeysWith: max)
        for problem in result.problems {
            #expect(!problem.message.isEmpty)
            #expect(problem.line.map { $0 >= 1 } ?? true)
            if let row = problem.row { #expect(row >= 0 && row < counts[problem.file] ?? 0) }
        }
        if result.isAccepted { #expect(!result.tables.isEmpty) }
        for (index, table) in RecordSet.tables.enumerated() {
            #expect(result.origins[table.name]?.count ?? 0 == result.records.count(ofTableAt: index))
        }
    }
}

/// Small inputs to start from.
private enum Seeds {
    static let tables: [(name: String, bytes: [UInt8])] = [
        (
            "placements.csv",
            "person_id,started_on,ended_on,placement,weekly_cost\nP1,2020-01-01,2020-02-01,U1,890.5\nP2,2020-01-01,,K2,1\n"
        ),
        (
            "a.csv",
            "contact_id,case_id,on,minutes,kind,direct\r\nK1,C1,2020-02-01,90,phone,true\r\nK2,C1,2020-02-02,,\"video\",0\r\n"
        ),
        ("b.csv", "\u{FEFF}family_id,name,postcode\nF8,\"A \"\"B\"\",\nC\",LE1 4AB\nF9,,\n"),
        (
            "e.csv",
            "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\nP1,01/05/2018,S,C1,N1,U4,PR1,,,,,,\n"
        ),
        ("h.csv", "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nC1,1,01/02/2010,WBRI,UN1,,\n"),
    ].map { ($0.0, Array($0.1.utf8)) }

    static let descriptors: [(name: String, bytes: [UInt8])] = [
        ("datapackage.json", #"{"resources":[{"name":"families","path":"families.csv","dialect":{"delimiter":","}}]}"#),
        (
            "datapackage.json",
            #"{"resources":[{"name":"people","path":["p.csv","families.csv"],"schema":{"missingValues":["NA","\u00e9"]}}]}"#
        ),
    ].map { ($0.0, Array($0.1.utf8)) }
}
