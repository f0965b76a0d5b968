import Assess
import Definitions
import Records
import Testing
import Values

/// A council's own instrument, and what is said when its file is wrong.
@Suite struct InstrumentReadingTests {
    static let good = """
        kind: instrument
        id: local
        version: "1"
        from: 2020-01-01
        source: {document: Ours, section: All}
        evidence: stated
        title: Local scale
        publisher: Us
        licence: Ours
        informants: [parent, worker]
        direction: lower_is_better
        items:
          - {names: [a, b, c], low: 0, high: 4}
          - {names: [gate], low: 0, high: 1}
        scales:
          - {id: part, title: Part, rule: prorated_sum, items: [a, b], reversed: [b], minimum_answered: 1}
          - {id: mean, title: Mean, rule: mean, items: [a, c], minimum_answered: 2}
          - {id: total, title: Total, rule: sum, scales: [part]}
        band_schemes:
          - id: ours
            title: Ours
            bands: [{id: low, label: Low}, {id: high, label: High}]
            tables:
              - informant: parent
                source: {document: Ours, section: Bands}
                evidence: stated
                scales:
                  - {scale: total, ranges: [0-3, 4-8]}
        thresholds:
          - {id: t, scale: mean, measure: score, at_least: 2.5, source: {document: D, section: S}, evidence: stated}
        """

    func problems(_ text: String) -> [String] {
        do {
            let file = DefinitionFile(name: "local.yml", bytes: Array(text.utf8))
            _ = try InstrumentCatalogue(DefinitionSet(shipped: [], local: [file]))
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }

    @Test func aCorrectFileIsRead() throws {
        #expect(problems(Self.good) == [])
        let file = DefinitionFile(name: "local.yml", bytes: Array(Self.good.utf8))
        let local = try #require(try InstrumentCatalogue(DefinitionSet(local: [file]))["local"])
        #expect(Scoring.total(of: local, scores: answers(["a", "b"], 4))?.plain == "4")
        #expect(local.band(of: .zero, informant: .parent, scheme: "ours")?.label == "Low")
    }

    @Test(arguments: [
        ("title: Local scale\n", "", "line 1: title is missing"),
        (
            "informants: [parent, worker]", "informants: [aunt]",
            "line 10: informants must be one of parent, teacher, self,"
        ),
        ("{names: [a, b, c], low: 0", "{names: [a, b, a], low: 0", "line 12: items must not name an item twice"),
        ("low: 0, high: 4", "low: 5, high: 4", "line 13: high must be above low"),
        ("low: 0, high: 4", "low: 0, high: 4, recode: [0, 1]", "line 13: recode must say for each whole answer"),
        ("rule: prorated_sum", "rule: guess", "line 16: rule must be one of given, prorated_sum"),
        ("items: [a, b]", "items: [a, z]", "line 16: items must be items of the instrument, each once"),
        ("items: [a, b]", "items: [a, a]", "line 16: items must be items of the instrument, each once"),
        ("reversed: [b]", "reversed: [c]", "line 16: reversed must be items of the scale"),
        ("minimum_answered: 1", "minimum_answered: 3", "line 16: minimum_answered must be 1 to the number of items"),
        ("id: mean", "id: part", "line 17: id is already that of a scale for the same informant"),
        ("id: mean", "id: a", "line 17: id is already the name of an item"),
        ("scales: [part]", "scales: [whole]", "line 18: scales must be scales for every informant that stand before"),
        ("informant: parent", "informant: teacher", "line 24: informant must be one of the instrument's informants"),
        ("scale: total,", "scale: sum,", "line 28: scale must be a scale of the instrument"),
        ("[0-3, 4-8]", "[0-3, 5-8]", "line 28: ranges must give every score of the scale to one band"),
        ("[0-3, 4-8]", "[0-4, 4-8]", "line 28: ranges must give every score of the scale to one band"),
        ("[0-3, 4-8]", "[0-3, 4-9]", "line 28: ranges must give every score of the scale to one band"),
        ("[0-3, 4-8]", "[0-8]", "line 28: ranges must give every score of the scale to one band"),
        ("[0-3, 4-8]", "[low, high]", "line 28: ranges must give every score of the scale to one band"),
        ("at_least: 2.5", "at_least: some", "line 30: at_least must be a number, like 0.61"),
        ("direction: lower_is_better", "direction: lower_is_better\ncolour: red", "line 12: colour is not a key"),
    ])
    func whatIsWrongIsSaidWithItsLine(right: String, wrong: String, problem: String) {
        let found = problems(Self.good.replacing(right, with: wrong))
        #expect(found.contains { $0.hasPrefix("local.yml, \(problem)") }, "\(found)")
    }
}
