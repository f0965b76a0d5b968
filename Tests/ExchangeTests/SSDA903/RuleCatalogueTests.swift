import Exchange
import Testing

@Suite struct RuleCatalogueTests {
    @Test func numbersAreInOrderAndOnce() {
        let numbers = EpisodeRules.all.map(\.number)
        #expect(numbers == Set(numbers).sorted())
    }

    @Test(arguments: EpisodeRules.all.map(\.number))
    func aRuleNamesColumnsAndSaysWhatToDo(number: Int) throws {
        let rule = try #require(EpisodeRules.all.first { $0.number == number })
        #expect(!rule.fields.isEmpty)
        #expect(Set(rule.fields).isSubset(of: ReturnTable.episodes.columns))
        #expect((20...130).contains(rule.message.count))
        #expect(!rule.message.lowercased().contains("invalid"))
        #expect(!rule.message.lowercased().contains("please"))
        #expect(rule.message.last != ".")
    }

    @Test(arguments: EpisodeRules.all.map(\.number))
    func aRuleHasCasesThatBreakItAndThatDoNot(number: Int) {
        let cases = RuleCase.all.filter { $0.rule == number }
        #expect(cases.contains { !$0.broken.isEmpty })
        #expect(cases.contains { $0.broken.count < $0.data[.episodes].count })
    }

    @Test(arguments: RuleCase.all)
    func findsTheRowsOfTheCase(example: RuleCase) throws {
        let year = try #require(CollectionYear(example.year))
        let problems = EpisodeRules.check(example.data, collectionYear: year, previous: example.previous)
        let rows = problems.filter { $0.rule == "\(example.rule)" }.compactMap(\.row)
        #expect(rows == example.broken)
    }

    @Test func theOrderOfTheRowsDoesNotMatter() throws {
        let year = try #require(CollectionYear(2018))
        var random = Seeded(903)
        var shuffled = ReturnFixtures.fake
        shuffled[.episodes].shuffle(using: &random)
        let places = { (data: ReturnData) in
            Set(EpisodeRules.check(data, collectionYear: year).map { "\($0.rule) \($0.row ?? -1)" })
        }
        #expect(places(shuffled) == places(ReturnFixtures.fake))
    }
}
