import Exchange
import Foundation
import Records
import Testing
import Values

struct PackageWriterTests {
    @Test func readsBackTheSameRecords() throws {
        var generator = SeededGenerator(seed: 6)
        for _ in 0..<10 {
            let records = InventedRecords.make(using: &generator)
            let result = FileCheck.run(PackageWriter.files(of: records))
            #expect(result.problems.filter(\.blocksImport) == [])
            #expect(result.records == records)
            #expect(!records.placements.isEmpty && !records.costs.isEmpty)
        }
    }

    @Test func describesEveryTableAsTheExchangeFormatDoes() throws {
        let ours = try JSONValue(reading: PackageWriter.descriptor())
        let reference = try JSONValue(reading: try Given.fixture("datapackage.json"))
        let tables = try #require(ours["resources"]?.elements)
        let expected = try #require(reference["resources"]?.elements)
        #expect(tables.count == expected.count)
        for (table, other) in zip(tables, expected) {
            for name in ["name", "path", "profile", "encoding"] { #expect(table[name] == other[name]) }
            let key = try #require(table["schema"]?["primaryKey"]?.elements)
            #expect(Set(key) == Set(other["schema"]?["primaryKey"]?.elements ?? []))
            for name in ["foreignKeys", "missingValues"] {
                #expect(table["schema"]?[name] == other["schema"]?[name])
            }
            let fields = try #require(table["schema"]?["fields"]?.elements)
            let others = try #require(other["schema"]?["fields"]?.elements)
            #expect(fields.map { $0["name"] } == others.map { $0["name"] })
            #expect(fields.map { $0["type"] } == others.map { $0["type"] })
            for (field, other) in zip(fields, others) {
                #expect(field["constraints"]?["required"] == other["constraints"]?["required"])
                // Our tables close the lists that the format leaves open, such as those of the SSDA903 return.
                if let codes = other["constraints"]?["enum"] { #expect(field["constraints"]?["enum"] == codes) }
            }
        }
    }

    @Test func writesPoundsAndQuotes() {
        var records = RecordSet()
        records.costs = [
            Cost(
                id: Identifier("X\"1"),
                programme: "mst, plus",
                from: Day(number: 18_000),
                to: Day(number: 18_001),
                amount: Money(pence: -5),
                heading: "=1+1"
            )
        ]
        let index = RecordSet.tableIndex(named: "costs") ?? 0
        let text = String(decoding: PackageWriter.csv(ofTableAt: index, of: records), as: UTF8.self)
        #expect(
            text == "cost_id,programme,organisation_id,from,to,amount,heading\n"
                + "\"X\"\"1\",\"mst, plus\",,2019-04-14,2019-04-15,-0.05,=1+1\n"
        )
    }
}
