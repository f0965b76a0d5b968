import Exchange
import Identify
import Testing

/// Damaged extracts, 24,000 in all: never a crash, never half an extract, never more than the agreement permits.
struct FeedFuzzTests {
    @Test func mappedCSV() {
        let line = "A1,Zoë,Birch,27/03/2009,Male,12,Mill Bank,Northgate,Offence,01/05/2026,Guilty,C-9,x\n"
        let text = GivenFeed.offencesHeader + line + line.replacing("A1", with: "A2")
        fuzz(10_000, seed: 31, [Given.file("a.csv", text)], GivenFeed.offences)
    }

    @Test func censusInXML() {
        let text = """
            <Message><Children><Child><ChildIdentifiers><LAchildID>L1</LAchildID><PersonBirthDate>2015-03-27\
            </PersonBirthDate></ChildIdentifiers><CINdetails><CINreferralDate>2025-10-06</CINreferralDate>\
            </CINdetails></Child></Children></Message>
            """
        fuzz(8_000, seed: 32, [Given.file("a.xml", text)], FeedMapping(format: .cin, source: "x"))
    }

    @Test func schoolCensus() throws {
        let files = try Given.folder("../ExchangeTests/Fixtures/school-census").filter { $0.name.hasSuffix(".csv") }
            .map { SourceFile(name: $0.name, bytes: Array($0.bytes.prefix(1_500))) }
        fuzz(3_000, seed: 33, files, FeedMapping(format: .schoolCensus, source: "x"))
    }

    @Test func savvi() {
        let text =
            "PersonReference,GivenNames,UPRN,AttributeType,Attribute,AttributeDate\n7,A,9,Event,Missing,2026-02-03\n"
        fuzz(3_000, seed: 34, [Given.file("a.csv", text)], FeedMapping(format: .savvi, source: "x"))
    }

    private func fuzz(_ rounds: Int, seed: UInt64, _ files: [SourceFile], _ mapping: FeedMapping) {
        let permitted: Set<FeedField> = [.surname, .dob, .event, .attendance]
        var mutator = Mutator(seed: seed)
        for round in 0..<rounds {
            var given = files
            let place = round % given.count
            given[place].bytes = mutator.mutate(given[place].bytes)
            let reading = FeedFiles.read(given, for: GivenFeed.feed(mapping, permits: permitted))
            #expect(reading.isAccepted || reading.rows.isEmpty)
            #expect(Set(reading.rows.map(\.recordID)).count == reading.rows.count)
            for row in reading.rows {
                #expect(FeedField.identity.allSatisfy { permitted.contains($0) || row.identity[$0] == nil })
                #expect([FeedFact](json: row.facts.json) == row.facts)
            }
            for problem in reading.problems { #expect(!problem.message.isEmpty && problem.line ?? 1 >= 1) }
        }
    }
}
