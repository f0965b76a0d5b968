import Definitions
import Linkage
import Testing

@Suite struct ModelReadingTests {
    static let plain = """
        kind: linkage
        id: example
        version: "1"
        from: 2026-01-01
        source: {document: Own, section: none}
        evidence: unverified
        format: 1
        title: Example
        scope: dedupe_only
        fields:
          - {name: forename, columns: [forename, first_name], cleaning: [name]}
          - {name: dob, cleaning: [date]}
          - {name: given, from: forename, derive: given_name}
          - {name: initial, from: forename, derive: "substr(1, 1)"}
          - {name: both, join: [forename, dob], separator: "", cleaning: [upper]}
        comparisons:
          - name: forename
            levels:
              - {missing: "forename_l IS NULL OR forename_r IS NULL"}
              - {label: The same, when: "forename_l = forename_r", m: 0.6, u: 0.01, h: 0.02, tf: forename, tf_weight: 0.5}
              - {label: A nickname, when: "given_l = given_r", m: 0.3, u: 0.02, fixed: true}
              - {otherwise: Anything else, m: 0.1, u: 0.97}
          - name: dob
            levels:
              - {label: Near, when: "days_apart(dob_l, dob_r) <= 30", m: 0.9, u: 0.01}
              - {otherwise: Anything else, m: 0.1, u: 0.99}
        blocking:
          - l.forename = r.forename
          - l.dob = r.dob AND l.initial = r.initial
        prior: 0.001
        training:
          deterministic: [l.forename = r.forename AND l.dob = r.dob]
          recall: 0.8
          sessions: [l.dob = r.dob]
          seed: 7
        household:
          addresses: [both, "dob, initial"]
          address_comparison: dob
          surnames: [forename]
          share: 0.0001
        threshold: 0.9
        frequencies:
          forename: {ANN: 0.25, "BOB": 0.5}
        """

    static func file(_ text: String) -> DefinitionFile {
        DefinitionFile(name: "linkage/example.yml", bytes: Array(text.utf8))
    }

    private func problems(_ text: String) -> [String] {
        do throws(DefinitionRefusal) {
            _ = try LinkageModel.read(file: Self.file(text))
            return []
        } catch {
            return error.problems.map { "\($0.line ?? 0): \($0.reason)" }
        }
    }

    @Test func everyPartIsRead() throws {
        let model = try LinkageModel.read(file: Self.file(Self.plain))
        #expect(model.id == "example" && model.title == "Example" && model.version == "1" && model.scope == .dedupe)
        #expect(model.fields.map(\.name) == ["forename", "dob", "given", "initial", "both"])
        #expect(model.fields[0].origin == .columns(["forename", "first_name"]) && model.fields[0].cleaning == [.name])
        #expect(model.fields[1].origin == .columns(["dob"]))
        #expect(model.fields[2].origin == .derived(from: "forename", .givenName))
        #expect(model.fields[3].origin == .derived(from: "forename", .part(.characters(from: 1, count: 1))))
        #expect(model.fields[4].origin == .joined(["forename", "dob"], separator: ""))
        let levels = model.comparisons[0].levels
        #expect(levels.map(\.label) == ["Missing", "The same", "A nickname", "Anything else"])
        #expect(levels[0].test == .missing(.any([.missing(.left("forename")), .missing(.right("forename"))])))
        #expect(levels[1].m == 0.6 && levels[1].u == 0.01 && levels[1].h == 0.02)
        #expect(levels[1].termFrequency == TermFrequency(field: "forename", weight: 0.5))
        #expect(levels.map(\.isFixed) == [false, false, true, false])
        #expect(levels[3].test == .otherwise)
        #expect(model.blocking[1].equalities.count == 2)
        #expect(model.prior == 0.001 && model.threshold == 0.9)
        #expect(model.training.seed == 7 && model.training.recall == 0.8 && model.training.mostRounds == 100)
        #expect(model.training.deterministic.count == 1 && model.training.sessions.count == 1)
        #expect(model.household?.addresses == [["both"], ["dob", "initial"]])
        #expect(model.household?.surnames == ["forename"] && model.household?.share == 0.0001)
        #expect(model.frequencies == ["forename": ["ANN": 0.25, "BOB": 0.5]])
    }

    @Test(arguments: [
        ("format: 1", "format: 2", "7: format must be 1: this version of the program reads no other"),
        (
            "name: both, join", "name: dob, join",
            "10: fields must have names of their own: “dob” stands there twice"
        ),
        (
            "- name: dob", "- name: forename",
            "16: comparisons must have names of their own: “forename” stands there twice"
        ),
        (
            "from: forename, derive: given_name", "from: none, derive: given_name",
            "10: fields must name a field above: “given” is made of “none”"
        ),
        ("derive: given_name", "derive: nickname", "13: derive must be one of"),
        ("cleaning: [date]", "cleaning: [dates]", "12: cleaning must be one of"),
        ("given_l = given_r", "nick_l = nick_r", "21: when asks for the field “nick”, which is not among the fields"),
        ("given_l = given_r", "given_l = ", "21: when cannot be read: at the end, "),
        ("m: 0.6", "m: 1.6", "20: m must be from 0 to 1"),
        ("m: 0.6", "m: 0.5", "18: levels must have m that add up to 1, and they add up to 0.9"),
        ("m: 0.9, u: 0.01}", "m: 0.9}", "24: levels must all have m and u where one has: “Near” lacks them"),
        ("m: 0.6", "m: x", "20: m must be a number, like 0.61"),
        (
            "- {otherwise: Anything else, m: 0.1, u: 0.99}", "- {label: A, when: dob_l = dob_r, m: 0.1, u: 0.99}",
            "24: levels must end in one otherwise"
        ),
        ("tf: forename", "tf: none", "20: tf must name one of the fields"),
        (
            "- {missing: \"forename_l", "- {m: 0.1, missing: \"forename_l",
            "19: missing must have no m and u: a value that is missing says nothing"
        ),
        ("label: Near, ", "", "25: label is missing"),
        ("when: \"days_apart(dob_l, dob_r) <= 30\", ", "", "25: when must stand in every level"),
        ("- l.forename = r.forename\n", "- l.forename <> r.forename\n", "28: blocking cannot be read: "),
        ("- l.forename = r.forename\n", "- l.none = r.none\n", "28: blocking asks for the field “none”"),
        ("prior: 0.001\n", "", ": prior is missing"),
        ("address_comparison: dob", "address_comparison: none", "household must have the name of a comparison"),
        ("\"dob, initial\"", "\"dob, none\"", ": addresses must name fields, like “postcode, house”"),
        ("frequencies:\n  forename", "frequencies:\n  none", "frequencies must be of fields of this model"),
        ("kind: linkage", "kind: criteria", "0: kind must be linkage"),
        ("threshold: 0.9", "threshold: 0.9\nlimit: 3", "limit is not a key that is known here"),
        ("seed: 7", "seed: -7", "35: seed must be a whole number"),
        ("recall: 0.8", "random_pairs: 0", "random_pairs must be at least 1"),
    ])
    func faultsAreNamedWithLineAndReason(from: String, to: String, problem: String) {
        #expect(Self.plain.contains(from), "\(from)")
        let found = problems(Self.plain.replacing(from, with: to, maxReplacements: 1))
        #expect(found.contains { $0.contains(problem) }, "\(found)")
    }

    @Test func severalFaultsAreFoundAtOnce() {
        let text = Self.plain.replacing("m: 0.6", with: "m: 2").replacing("given_l = given_r", with: "x")
        #expect(problems(text).count == 2)
    }

    /// A model whose levels are partly set by hand is still an untrained one.
    @Test func fixedLevelsAreNoTraining() throws {
        let text = Self.plain.replacing(", m: 0.6, u: 0.01, h: 0.02", with: "").replacing(", m: 0.1, u: 0.97", with: "")
            .replacing(", m: 0.9, u: 0.01", with: "").replacing(", m: 0.1, u: 0.99", with: "").replacing(
                "prior: 0.001\n",
                with: ""
            )
        #expect(problems(text) == [])
    }

    @Test func shippedModelsAreRead() throws {
        let models = try LinkageModel.all(DefinitionSet())
        #expect(models.map(\.id).sorted() == ["fake_1000", "febrl", "febrl-without-number", "uk-multi-agency"])
        #expect(models.allSatisfy { !$0.blocking.isEmpty && !$0.training.sessions.isEmpty })
        let agencies = try #require(models.first { $0.id == "uk-multi-agency" })
        #expect(agencies.household?.addressComparison == "address")
        #expect(agencies.comparisons.map(\.name).contains("nhs_number"))
        let febrl = models.filter { $0.id.hasPrefix("febrl") }
        #expect(Set(febrl[0].fields.map(\.name)).symmetricDifference(febrl[1].fields.map(\.name)) == ["soc_sec_id"])
    }
}
