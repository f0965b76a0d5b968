import Exchange
import Records
import Testing
import Values

struct DescriptorTests {
    private func check(_ resource: String, _ files: [SourceFile]) -> CheckResult {
        let descriptor = Given.file("made/datapackage.json", "{\"resources\": [\(resource)]}")
        return FileCheck.run([descriptor] + files)
    }

    @Test func knowsATableByItsResource() {
        let result = check(
            #"{"name": "families", "path": "f.csv"}"#,
            [Given.file("made/f.csv", "family_id,shoe_size\nF1,7\n")]
        )
        #expect(result.rules == ["unknown-column"])
        #expect(result.isAccepted)
        #expect(result.records.families.map(\.id.text) == ["F1"])
    }

    @Test func readsTheDialect() {
        let resource = #"""
            {"name": "families", "path": ["a.csv", "./b.csv"], "dialect": {"delimiter": ";", "header": true},
             "schema": {"missingValues": ["", "NULL"]}}
            """#
        let result = check(
            resource,
            [
                Given.file("made/a.csv", "family_id;name\nF1;NULL\n"),
                Given.file("made/b.csv", "name;family_id\n\"Example; two\";F2\n"),
            ]
        )
        #expect(result.problems == [])
        #expect(result.records.families.map(\.id.text) == ["F1", "F2"])
        #expect(result.records.families.map(\.name) == [nil, "Example; two"])
    }

    @Test(arguments: [
        (#"{"name": "families", "path": "f.csv", "encoding": "windows-1252"}"#, ["descriptor-unsupported"]),
        (#"{"name": "families", "path": "f.csv", "dialect": {"header": false}}"#, ["descriptor-unsupported"]),
        (#"{"name": "families", "path": "f.csv", "dialect": {"quoteChar": "'"}}"#, ["descriptor-unsupported"]),
        (#"{"name": "families", "path": "f.csv", "dialect": {"delimiter": "::"}}"#, ["descriptor-unsupported"]),
        (#"{"name": "families", "data": []}"#, ["descriptor-unsupported"]),
        (#"{"name": "families", "path": ["f.csv", "g.csv"]}"#, ["descriptor-file-missing"]),
        (
            #"{"name": "families", "path": "f.csv", "encoding": "UTF-8"}, {"name": "goals", "path": "g.csv"}"#,
            ["descriptor-table-left-out"]
        ),
        (#"{"name": "families", "path": "../made/f.csv"}"#, ["descriptor-table-left-out"]),
    ])
    func saysWhatItCannotHonour(_ resource: String, _ rules: [String]) {
        let result = check(resource, [Given.file("made/f.csv", "family_id\nF1\n")])
        #expect(result.rules == rules)
        #expect(result.isAccepted == (rules == ["descriptor-table-left-out"]))
    }

    @Test(arguments: ["", "[]", "{\"resources\": []}", "{\"resources\": 1}", "{\"resources\": [}", "\u{0}"])
    func refusesWhatIsNoDescriptor(_ text: String) {
        let result = FileCheck.run([Given.file("datapackage.json", text), Given.families])
        #expect(result.rules == ["descriptor-unreadable"])
    }
}
