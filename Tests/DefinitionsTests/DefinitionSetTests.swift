import Definitions
import Foundation
import Testing
import Values

@Suite struct DefinitionSetTests {
    static let head = """
        kind: instrument
        id: example
        version: "1"
        from: 2020-02-29
        source: {document: A paper, section: Table 1}
        evidence: stated

        """

    static func file(_ text: String, name: String = "example.yml") -> DefinitionFile {
        DefinitionFile(name: name, bytes: Array(text.utf8))
    }

    static func problems(_ text: String) -> [String] {
        do {
            _ = try DefinitionSet(shipped: [], local: [file(text)])
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }

    @Test func everyDefinitionSaysWhatItIsAndWhereItIsFrom() throws {
        let set = try DefinitionSet(shipped: [Self.file(Self.head)])
        let definition = try #require(set.definitions.first)
        #expect(set.definitions.count == 1)
        #expect(definition.kind == .instrument && definition.id == "example" && definition.version == "1")
        #expect(definition.from.iso == "2020-02-29" && definition.file == "example.yml")
        #expect(definition.provenance.document == "A paper" && definition.provenance.section == "Table 1")
        #expect(definition.provenance.evidence == .stated)
    }

    @Test(arguments: ["kind", "id", "version", "from", "source", "evidence"])
    func whatIsMissingIsNamed(key: String) {
        let lines = Self.head.split(separator: "\n").filter { !$0.hasPrefix("\(key):") }
        #expect(Self.problems(lines.joined(separator: "\n")) == ["example.yml, line 1: \(key) is missing"])
    }

    @Test(arguments: [
        (
            "kind: instrument", "kind: song",
            "line 1: kind must be one of instrument, criteria, programme, feed, linkage, contract, plan, unit_costs, benefit, priority, disclosure_policy, scorecard, questions, report_card, service_review, evaluation_framework, publication"
        ),
        ("id: example", "id: [a, b]", "line 2: id must be one value"),
        ("id: example", "id:", "line 2: id must be one value"),
        ("from: 2020-02-29", "from: 2021-02-29", "line 4: from must be a real date, like 2014-08-19"),
        (
            "source: {document: A paper, section: Table 1}", "source: A paper",
            "line 5: source must have keys and values of its own"
        ),
        ("document: A paper, ", "", "line 5: document is missing"),
        ("document: A paper", "page: 3, document: A paper", "line 5: page is not a key that is known here"),
        ("evidence: stated", "evidence: likely", "line 6: evidence must be one of verified, stated, unverified"),
    ])
    func whatIsWrongIsNamedWithItsLine(right: String, wrong: String, problem: String) {
        #expect(Self.problems(Self.head.replacing(right, with: wrong)) == ["example.yml, \(problem)"])
    }

    @Test func onePassFindsEveryProblem() {
        let text = Self.head.replacing("from: 2020-02-29", with: "from: soon").replacing("stated", with: "no")
        #expect(Self.problems(text).count == 2)
    }

    @Test(arguments: [
        ("", "example.yml: the file is empty"),
        ("# nothing\n", "example.yml: the file is empty"),
        ("- a\n- b\n", "example.yml, line 1: the file must be a list of keys and values, such as “id: sdq”"),
        (
            "a: b: c",
            "example.yml, line 1: the file must be correct YAML: mapping values are not allowed in this context"
        ),
        ("a: [1, 2", "example.yml, line 2: the file must be correct YAML: did not find expected ',' or ']'"),
        ("id: a\nid: b\n", "example.yml, line 1: the file must be correct YAML: id stands there twice"),
        ("a: [*x]", "example.yml, line 1: the file must be correct YAML: found undefined alias"),
        ("? [a]\n: b\n", "example.yml, line 1: a key must be a word"),
    ])
    func whatIsNoDefinitionIsRefused(text: String, problem: String) {
        #expect(Self.problems(text) == [problem])
    }

    @Test func otherEncodingsAreRefused() {
        let utf16 = DefinitionFile(name: "example.yml", bytes: [0xFF, 0xFE, 0x69, 0x00])
        #expect(throws: DefinitionRefusal.self) { try DefinitionSet(shipped: [utf16]) }
    }

    @Test func aliasesMayNotMultiplyAFile() {
        let doubling = (1..<30).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()
        let text = "a0: &a0 [x, x]\n" + doubling
        #expect(Self.problems(text).count == 1)
        #expect(Self.problems(text).first?.hasSuffix("the file has too many values") == true)
    }

    @Test func deepNestingIsRefusedAndDoesNotEndTheProcess() {
        #expect(Self.problems(String(repeating: "[", count: 100_000)).count == 1)
    }

    @Test func aLocalDefinitionReplacesTheShippedOneOrAdds() throws {
        let shipped = [Self.file(Self.head, name: "shipped/a.yml")]
        let newer = Self.file(Self.head.replacing("\"1\"", with: "\"2\""), name: "local/a.yml")
        let other = Self.file(Self.head.replacing("id: example", with: "id: other"), name: "local/b.yml")
        let set = try DefinitionSet(shipped: shipped, local: [other, newer])
        #expect(set.definitions.map(\.id) == ["example", "other"])
        #expect(set.definitions.map(\.version) == ["2", "1"])
        #expect(set.definitions.map(\.file) == ["local/a.yml", "local/b.yml"])
    }

    @Test func twoOfOneNameInOneFolderAreRefused() throws {
        let files = [Self.file(Self.head, name: "a.yml"), Self.file(Self.head, name: "b.yml")]
        let refusal = #expect(throws: DefinitionRefusal.self) { try DefinitionSet(shipped: [], local: files) }
        #expect(refusal?.description == "b.yml, line 2: id is already that of the instrument in a.yml")
    }

    @Test func everyFileOfTheFolderIsCarriedOnce() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Definitions")
        let names = try #require(FileManager.default.enumerator(atPath: root.path)).compactMap { $0 as? String }
        #expect(DefinitionFile.shipped.map(\.name) == names.filter { $0.hasSuffix(".yml") }.sorted())
        for file in DefinitionFile.shipped {
            #expect(try Data(contentsOf: root.appending(path: file.name)) == Data(file.bytes), "\(file.name)")
        }
    }

    @Test func theShippedDefinitionsAreInOrder() throws {
        let set = try DefinitionSet()
        #expect(set.definitions.contains { $0.kind == .instrument && $0.id == "sdq" })
        for definition in set.definitions {
            #expect(definition.file.hasSuffix("/\(definition.id).yml"), "\(definition.id)")
        }
    }
}
