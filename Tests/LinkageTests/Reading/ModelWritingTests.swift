import Definitions
import Linkage
import Testing
import Values

@Suite struct ModelWritingTests {
    private func again(_ model: LinkageModel) throws -> LinkageModel {
        let day = try #require(Day(year: 2026, month: 3, day: 1))
        return try LinkageModel.read(file: ModelReadingTests.file(model.yaml(from: day)))
    }

    @Test func whatIsWrittenReadsBackTheSame() throws {
        var invented = InventedModel(seed: 51)
        for _ in 0..<200 {
            let model = invented.model()
            #expect(try again(model) == model)
        }
    }

    @Test func theExampleReadsBackTheSame() throws {
        let model = try LinkageModel.read(file: ModelReadingTests.file(ModelReadingTests.plain))
        #expect(try again(model) == model)
    }

    @Test func shippedModelsReadBackTheSame() throws {
        for model in try LinkageModel.all(DefinitionSet()) { #expect(try again(model) == model, "\(model.id)") }
    }
}

/// Models made up at random, right in themselves.
private struct InventedModel {
    private var generator: SeededGenerator
    private var conditions: InventedCondition

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
        conditions = InventedCondition(seed: seed + 1)
    }

    mutating func model() -> LinkageModel {
        let isTrained = Bool.random(using: &generator)
        let names = ["a", "dob", "Surname", "first name", "x_l", "and", "9th", "é", "say \"so\""]
        var fields = names.map { name in
            LinkageField(name: name, origin: .columns(texts()), cleaning: some(Cleaning.allCases))
        }
        fields.append(LinkageField(name: "given", origin: .derived(from: "a", derivation())))
        fields.append(
            LinkageField(name: "joined", origin: .joined(["a", "dob"], separator: text()), cleaning: [.upper])
        )
        return LinkageModel(
            id: "made",
            title: text() + "t",
            version: "v\(Int.random(in: 1...9, using: &generator))",
            provenance: Provenance(document: text() + "d", section: "1: a", evidence: .stated),
            fields: fields,
            comparisons: (0..<3).map { comparison("c \($0)", isTrained: isTrained) },
            blocking: [rule(), rule()],
            scope: LinkScope.allCases.randomElement(using: &generator) ?? .link,
            prior: isTrained ? share() : nil,
            training: Training(deterministic: [rule()], recall: share(), sessions: [rule()], seed: generator.next()),
            household: Bool.random(using: &generator)
                ? HouseholdStage(
                    addresses: [["a"], ["dob", "Surname"]],
                    addressComparison: "c 1",
                    surnames: ["a"],
                    share: share()
                )
                : nil,
            threshold: share(),
            frequencies: Bool.random(using: &generator) ? [:] : ["a": [text() + "1": share(), text() + "2": share()]]
        )
    }

    private mutating func comparison(_ name: String, isTrained: Bool) -> Comparison {
        let cut = Double.random(in: 0...1, using: &generator)
        func worth(_ m: Double) -> Double? { isTrained ? m : nil }
        return Comparison(
            name: name,
            levels: [
                ComparisonLevel(label: text() + "l", test: .missing(conditions.condition())),
                ComparisonLevel(
                    label: text() + "l",
                    test: .when(conditions.condition()),
                    m: worth(cut),
                    u: worth(share()),
                    h: worth(share()),
                    termFrequency: TermFrequency(field: "dob", weight: share(), minimum: share()),
                    isFixed: isTrained && Bool.random(using: &generator)
                ),
                ComparisonLevel(label: text() + "o", test: .otherwise, m: worth(1 - cut), u: worth(share())),
            ]
        )
    }

    private mutating func derivation() -> Derivation {
        let all: [Derivation] = [
            .givenName, .firstPart, .lastPart, .year, .yearAndMonth, .dayMonthSwapped, .sound, .houseNumber,
            .part(.postcodeArea), .part(.postcodeDistrict), .part(.postcodeSector),
            .part(.emailName),
            .part(.characters(from: 2, count: 3)),
            .part(.ending(count: 4)),
        ]
        return all.randomElement(using: &generator) ?? .sound
    }

    private mutating func rule() -> BlockingRule {
        BlockingRule([
            BlockingRule.Equality(.left(conditions.field()), .right(conditions.field(), .characters(from: 1, count: 4)))
        ])
    }

    /// Down to the smallest probabilities, whose every digit must stay.
    private mutating func share() -> Double {
        Double.random(in: 0...1, using: &generator) * ([1, 1e-3, 1e-12].randomElement(using: &generator) ?? 1)
    }

    private mutating func some<Item>(_ items: [Item]) -> [Item] {
        items.filter { _ in Int.random(in: 0..<5, using: &generator) == 0 }
    }

    private mutating func texts() -> [String] {
        (0..<Int.random(in: 1...3, using: &generator)).map { _ in text() + "x" }
    }

    private mutating func text() -> String {
        let pieces = [
            "a", "é", " ", "\"", "\\", ":", "#", "'", "- ", "{", "]", ",", "\n", "\t", "\u{85}", "\u{2028}", "null",
            "~",
            "0", "%", "@", "&", "*", "!", "|", "\u{7}", "😀",
        ]
        return (0..<Int.random(in: 0...5, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
            .joined()
    }
}
