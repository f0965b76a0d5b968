import Exchange
import Foundation
import Testing

/// The rules on the invented return, against what the validator says that councils use.
@Suite struct GoldenRulesTests {
    static let golden: [String: Set<Int>] = {
        guard let bytes = try? ReturnFixtures.bytes("golden-2018.json"),
            let rows = try? JSONDecoder().decode([String: Set<Int>].self, from: Data(bytes))
        else { return [:] }
        return rows
    }()

    static let found: [String: Set<Int>] = {
        guard let year = CollectionYear(2018) else { return [:] }
        let problems = EpisodeRules.check(ReturnFixtures.fake, collectionYear: year, authority: "E09000027")
        return Dictionary(grouping: problems, by: \.rule).mapValues { Set($0.compactMap(\.row)) }
    }()

    @Test func everyRuleIsInTheGolden() {
        #expect(Self.golden.count == 45)
        #expect(Set(Self.golden.keys) == Set(EpisodeRules.all.map { "\($0.number)" }))
        #expect(Self.golden.values.map(\.count).reduce(0, +) == 7371)
    }

    @Test(arguments: EpisodeRules.all.map { "\($0.number)" })
    func flagsExactlyTheRowsOfTheValidator(rule: String) {
        #expect(Self.found[rule] ?? [] == Self.golden[rule])
    }

    @Test func aProblemSaysWhereItIs() throws {
        let year = try #require(CollectionYear(2018))
        let problem = try #require(EpisodeRules.check(ReturnFixtures.fake, collectionYear: year).first)
        #expect(problem.file == "episodes.csv")
        #expect(problem.table == "Episodes")
        #expect(problem.line == problem.row.map { $0 + 2 })
        #expect(problem.severity == .error)
        #expect(!problem.blocksImport)
    }

    @Test func theYearIsThatOfTheLatestStart() {
        #expect(ReturnFixtures.fake.collectionYear?.year == 2018)
    }
}
