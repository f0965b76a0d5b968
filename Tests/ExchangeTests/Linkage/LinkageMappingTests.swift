import Definitions
import Exchange
import Linkage
import Testing

@Suite struct `A mapping file` {
    @Test func `says how a file is read`() throws {
        let mapping = try People.mapping(
            """
            file: youth_*.csv
            source: youth offending
            record_id: PersonRef
            columns: {forename: FirstName, surname: LastName}
            dates: [dd/mm/yyyy, dd-mon-yyyy]
            encoding: windows-1252
            """
        )
        #expect(mapping.source == "youth offending")
        #expect(mapping.recordID == "PersonRef")
        #expect(mapping.columns == ["forename": "FirstName", "surname": "LastName"])
        #expect(mapping.dates == [.dayMonthYear, .dayNamedMonthYear])
        #expect(mapping.encoding == .windows1252)
        #expect(mapping.isFor("folder/youth_2024.csv"))
        #expect(!mapping.isFor("youth_2024.txt"))
    }

    @Test(arguments: [
        ("*", "anything", true), ("a?c.csv", "abc.csv", true), ("a?c.csv", "ac.csv", false), ("a*b*c", "aXbYbZc", true),
        ("a*b*c", "aXbYbZ", false), ("*.csv", "x.csv.txt", false), ("**", "", true), ("?", "", false),
    ])
    func `names files by a pattern`(pattern: String, name: String, fits: Bool) {
        #expect(LinkageMapping(files: pattern).isFor(name) == fits)
    }

    @Test(arguments: [
        ("dates: [mm-yyyy]", "mapping.yml, line 1: dates must be one of yyyy-mm-dd"),
        ("record: id", "mapping.yml, line 1: record is not a key that is known here"),
        ("source: a\nsource_column: b", "mapping.yml, line 2: source_column must not stand beside source"),
        ("source: a/b", "mapping.yml, line 1: source must not have a / in it"),
        ("columns: [a, b]", "mapping.yml, line 1: columns must have names and values"),
        ("columns: {forename: [a]}", "mapping.yml, line 1: forename must be one value"),
        ("encoding: latin", "mapping.yml, line 1: encoding must be one of utf-8, windows-1252"),
        ("", "mapping.yml: the file is empty"),
    ])
    func `that is wrong says where`(yaml: String, words: String) {
        let refusal = #expect(throws: DefinitionRefusal.self) { try People.mapping(yaml) }
        #expect(refusal?.description.hasPrefix(words) ?? false, "\(String(describing: refusal))")
    }
}
