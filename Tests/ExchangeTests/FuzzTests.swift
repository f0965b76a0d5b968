import Exchange
import Records
import Testing

/// Damaged input of every kind: never a crash, never half an answer.
struct FuzzTests {
    /// With those of the return's XML, more than 100,000 inputs in one run of all tests.
    private static let rounds = 25_000

    @Test func tables() {
        fuzz(seed: 11, of: Seeds.tables) { bytes, name in [SourceFile(name: name, bytes: bytes)] }
    }

    @Test func packages() {
        fuzz(seed: 12, of: Seeds.tables) { bytes, name in
            [SourceFile(name: name, bytes: bytes), Given.families, Given.people]
        }
    }

    @Test func descriptors() {
        fuzz(seed: 13, of: Seeds.descriptors) { bytes, name in
            [SourceFile(name: name, bytes: bytes), Given.families]
        }
    }

    @Test func zips() throws {
        let packed = try Given.fixture("package.zip")
        let stored = StoredZip([("families.csv", Given.families.bytes), ("people.csv", Given.people.bytes)])
        fuzz(seed: 14, of: [("a.zip", packed), ("b.zip", stored.bytes)]) { bytes, name in
            [SourceFile(name: name, bytes: bytes)]
        }
    }

    private func fuzz(
        seed: UInt64,
        of seeds: [(name: String, bytes: [UInt8])],
        files: ([UInt8], String) -> [SourceFile]
    ) {
        var mutator = Mutator(seed: seed)
        for round in 0..<Self.rounds {
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
