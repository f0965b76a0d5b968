import Exchange
import Foundation
import Linkage
import Testing

@Suite struct SplinkSettingsTests {
    /// A model that Splink 5 trained and saved.
    private func saved() throws -> [UInt8] {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return [UInt8](try Data(contentsOf: tests.appending(path: "Fixtures/linkage/splink_fake_1000.json")))
    }

    private func problems(_ text: String) -> [String] {
        do throws(SplinkRefusal) {
            _ = try SplinkSettings.read(Array(text.utf8))
            return []
        } catch {
            return error.problems.map(\.path)
        }
    }

    private func changed(_ from: String, _ to: String) throws -> String {
        let text = String(decoding: try saved(), as: UTF8.self)
        #expect(text.contains(from), "\(from)")
        return text.replacing(from, with: to, maxReplacements: 1)
    }

    @Test func readsWhatSplinkSaved() throws {
        let model = try SplinkSettings.read(saved())
        #expect(model.scope == .dedupe)
        #expect(model.prior == 0.0021392821392821394)
        #expect(model.comparisons.map(\.name) == ["first_name", "surname", "dob", "city", "email"])
        #expect(model.comparisons.map(\.levels.count) == [6, 5, 7, 3, 5])
        #expect(model.blocking.count == 4)
        #expect(model.training.tolerance == 0.0001 && model.training.mostRounds == 25)
        let exact = try #require(model.comparisons[0].levels.dropFirst().first)
        #expect(exact.test == .when(.same(.left("first_name"), .right("first_name"))))
        #expect(exact.m == 0.49904505186848713 && exact.u == 0.006187690390473553)
        #expect(exact.termFrequency == TermFrequency(field: "first_name"))
        #expect(
            model.comparisons[0].levels.first?.test
                == .missing(.any([.missing(.left("first_name")), .missing(.right("first_name"))]))
        )
        #expect(model.comparisons[0].levels.last?.test == .otherwise)
        #expect(
            model.comparisons[2].levels[4].test
                == .when(.measured(.daysApart, .left("dob"), .right("dob"), .atMost, 365.25))
        )
        #expect(model.fields.map(\.name).sorted() == ["city", "dob", "email", "first_name", "surname"])
        #expect(model.fields.filter { $0.cleaning == [.date] }.map(\.name) == ["dob"])
    }

    @Test(arguments: ConditionText.Database.allCases)
    func whatIsWrittenReadsBackTheSame(database: ConditionText.Database) throws {
        let model = try SplinkSettings.read(saved())
        let again = try SplinkSettings.read(SplinkSettings.write(model, for: database))
        #expect(again.comparisons == model.comparisons)
        #expect(again.blocking == model.blocking)
        #expect(again.fields == model.fields)
        #expect(again.prior == model.prior && again.scope == model.scope && again.training == model.training)
        #expect(SplinkSettings.omissions(of: model) == [])
    }

    /// The conditions are written letter by letter as Splink writes them.
    @Test func conditionsAreWrittenAsSplinkWritesThem() throws {
        let ours = try JSONValue(reading: SplinkSettings.write(SplinkSettings.read(saved())))
        let theirs = try JSONValue(reading: saved())
        func conditions(_ root: JSONValue) -> [String] {
            (root["comparisons"]?.elements ?? []).flatMap { $0["comparison_levels"]?.elements ?? [] }
                .compactMap { $0["sql_condition"]?.text?.replacing(".0", with: "") }
        }
        #expect(conditions(ours).count == 26)
        #expect(conditions(ours) == conditions(theirs))
    }

    @Test(arguments: [
        ("\"link_type\": \"dedupe_only\"", "\"link_type\": \"self_link\"", "link_type"),
        ("\"sql_dialect\": \"duckdb\"", "\"sql_dialect\": \"sqlite\"", "sql_dialect"),
        ("0.0021392821392821394", "1.5", "probability_two_random_records_match"),
        ("\"em_convergence\": 0.0001", "\"em_convergence\": \"x\"", "em_convergence"),
        ("\"linker_uid\"", "\"new_setting\"", "new_setting"),
        (
            "l.\\\"surname\\\" = r.\\\"surname\\\"", "l.age < r.age",
            "blocking_rules_to_generate_predictions[1].blocking_rule"
        ),
        (
            "\"blocking_rule\": \"l.", "\"arrays_to_explode\": [\"email\"], \"blocking_rule\": \"l.",
            "blocking_rules_to_generate_predictions[1].arrays_to_explode"
        ),
        ("jaro_winkler_similarity(", "soundex(", "comparisons[0].comparison_levels[2].sql_condition"),
        (
            "\"fix_m_probability\": false", "\"fix_m_probability\": true",
            "comparisons[0].comparison_levels[0].fix_m_probability"
        ),
        ("0.49904505186848713", "-0.5", "comparisons[0].comparison_levels[1].m_probability"),
        (
            "\"sql_condition\": \"ELSE\"", "\"sql_condition\": \"first_name_l = 'x'\"",
            "comparisons[0].comparison_levels[5].sql_condition"
        ),
        ("\"output_column_name\": \"surname\"", "\"output_column_name\": \"dob\"", "comparisons[2].output_column_name"),
        (
            "\"tf_adjustment_column\": \"first_name\"", "\"tf_adjustment_column\": 3",
            "comparisons[0].comparison_levels[1].tf_adjustment_column"
        ),
    ])
    func whatCannotBeKeptIsNamedByItsPath(from: String, to: String, path: String) throws {
        #expect(problems(try changed(from, to)) == [path])
    }

    /// Splink 5 says of every rule which lists are to be taken apart, and there are none.
    @Test(arguments: ["null", "[]"]) func rulesThatTakeNoListApartAreRead(arrays: String) throws {
        let rule = "\"blocking_rule\": \"l."
        #expect(problems(try changed(rule, "\"arrays_to_explode\": \(arrays), \(rule)")) == [])
    }

    @Test func whatIsNoSettingsIsRefused() {
        #expect(problems("[]") == [""])
        #expect(problems("{") == [""])
        #expect(problems("{}").contains("comparisons"))
    }

    @Test func whatSplinkDoesNotHoldIsSaid() throws {
        var model = try SplinkSettings.read(saved())
        model.fields.append(LinkageField(name: "given", origin: .derived(from: "first_name", .givenName)))
        model.household = HouseholdStage(addresses: [["uprn"]], addressComparison: "address", surnames: ["surname"])
        model.frequencies = ["city": ["LEEDS": 0.5]]
        let omissions = SplinkSettings.omissions(of: model)
        #expect(omissions.count == 3)
        #expect(omissions.first == "Splink must be given these columns cleaned: given.")
    }

    @Test func damagedSettingsAreReadOrRefused() throws {
        let original = try saved()
        var mutator = Mutator(seed: 41)
        for _ in 0..<300 {
            let bytes = mutator.mutate(original)
            do throws(SplinkRefusal) {
                _ = try SplinkSettings.read(bytes)
            } catch {
                #expect(!error.problems.isEmpty)
            }
        }
    }
}
