import Exchange
import Records
import Testing
import Values

@Suite struct ReturnFactsTests {
    private let header = ["A 1 27/03/2008 WBRI A123456789012", "B 2 01/02/2010 REFU UN4"]

    private func facts(
        _ episodes: [String],
        header: [String]? = nil,
        oc2: [String] = [],
        known: Set<String> = []
    ) throws -> ReturnFacts {
        let year = try #require(CollectionYear(2018))
        let data = ReturnData(tables: [
            .header: ReturnFixtures.rows(header ?? self.header, .header, file: "h.csv"),
            .episodes: ReturnFixtures.rows(episodes, .episodes, file: "e.csv"),
            .oc2: ReturnFixtures.rows(oc2, .oc2, file: "o.csv"),
        ])
        return ReturnFacts(from: data, collectionYear: year) { known.contains($0) }
    }

    @Test func theInventedReturnImports() throws {
        let year = try #require(CollectionYear(2018))
        let facts = ReturnFacts(from: ReturnFixtures.fake, collectionYear: year)
        #expect(facts.records.people.count == 2675)
        #expect(facts.records.placements.count == 5050)
        #expect(facts.records.assessments.count == 1321)
        #expect(facts.records.scores.count == 1321)
        #expect(facts.problems.filter(\.blocksImport).isEmpty)
        // 296 numbers begin with I, O or S.
        #expect(facts.problems.map(\.rule) == Array(repeating: "168", count: 296))
        for (table, count) in [("people", 2675), ("placements", 5050), ("assessments", 1321), ("scores", 1321)] {
            #expect(facts.origins[table]?.count == count)
        }
        #expect(facts.origins["placements"]?.last == Origin(file: "episodes.csv", row: 5049, line: 5051))
    }

    @Test func headerBecomesPeople() throws {
        let facts = try facts([])
        #expect(facts.problems.isEmpty)
        let birth = try #require(BirthDate(iso: "2008-03-27"))
        #expect(
            facts.records.people.first
                == Person(
                    id: Identifier("A"),
                    birth: birth,
                    sex: .male,
                    ethnicity: .wbri,
                    role: .child,
                    upn: "A123456789012",
                    childID: "A"
                )
        )
        #expect(facts.records.people.last?.upn == nil)
        #expect(facts.records.people.last?.sex == .female)
    }

    @Test func episodesBecomePlacements() throws {
        let facts = try facts(["A 15/02/2016 S C2 N3 K2 PR4 14/08/2017 X1 CREQB", "B 01/06/2017 P V2 N1 P1"])
        #expect(facts.problems.isEmpty)
        let start = try #require(Day(year: 2016, month: 2, day: 15))
        let end = try #require(Day(year: 2017, month: 8, day: 14))
        #expect(
            facts.records.placements.first
                == Placement(
                    personID: Identifier("A"),
                    startedOn: start,
                    endedOn: end,
                    legalStatus: .c2,
                    type: .k2,
                    provider: .pr4,
                    reasonNew: .s,
                    reasonCeased: .x1,
                    reasonChange: .creqb
                )
        )
        #expect(facts.records.placements.last?.endedOn == nil)
        #expect(facts.records.placements.last?.provider == nil)
    }

    @Test func scoresBecomeAssessments() throws {
        let facts = try facts([], oc2: ["A 27/03/2008 39", "B 01/02/2010 - SDQ2"])
        #expect(facts.problems.isEmpty)
        let day = try #require(Day(year: 2018, month: 3, day: 31))
        #expect(
            facts.records.assessments == [
                Assessment(
                    id: Identifier("903-A-2018"),
                    personID: Identifier("A"),
                    instrument: "sdq",
                    version: "P4-17",
                    informant: .parent,
                    occasion: "annual_return",
                    completedOn: day
                )
            ]
        )
        #expect(
            facts.records.scores == [Score(assessmentID: Identifier("903-A-2018"), item: "total", value: Decimal(39))]
        )
    }

    static let blocking: [(line: String, rule: String, field: String)] = [
        ("- 01/06/2017 S C2 N1 U4", "child", "CHILD"),
        ("A - S C2 N1 U4", "blank", "DECOM"),
        ("A 31/02/2017 S C2 N1 U4", "141", "DECOM"),
        ("A 2017-06-01 S C2 N1 U4", "141", "DECOM"),
        ("A 01/06/2017 S C2 N1 U4 PR1 31/02/2018 X1", "147", "DEC"),
        ("A 01/06/2017 S C2 N1 U4 PR1 31/05/2017 X1", "356", "DEC"),
        ("A 01/06/2017 Q C2 N1 U4", "143", "RNE"),
        ("A 01/06/2017 S Q2 N1 U4", "144", "LS"),
        ("A 01/06/2017 S C2 N1 Q4", "146", "PLACE"),
        ("A 01/06/2017 S C2 N1 -", "blank", "PLACE"),
        ("A 01/06/2017 S C2 N1 U4 PR1 01/07/2017 E4C", "149", "REC"),
        ("C 01/06/2017 S C2 N1 U4", "INT03", "CHILD"),
    ]

    @Test(arguments: blocking)
    func aRowThatCannotBeAPlacementBlocks(line: String, rule: String, field: String) throws {
        let facts = try facts(["B 01/06/2017 S C2 N1 U4 PR1", line])
        let problem = try #require(facts.problems.first)
        #expect(facts.problems.count == 1)
        #expect(problem.blocksImport)
        #expect(problem.rule == rule)
        #expect(problem.field == field)
        #expect(problem.row == 1)
        #expect(problem.line == 3)
        #expect(facts.records.placements.count == 1)
        #expect(facts.origins["placements"]?.count == 1)
    }

    static let merelyWrong: [(line: String, rules: [String])] = [
        ("A 01/06/2017 S C2 N1 U4 PR9", ["178"]),
        ("A 01/06/2017 S C2 N1 U4 PR1 01/07/2017 X1 MOVED", ["1009"]),
        ("A 01/06/2017 - - - U4", ["blank", "blank", "blank"]),
        ("A 01/06/2017 S C2 N1 K3", []),
        ("A 01/06/2017 S C2 N1 U4 PR1 01/06/2017 X1", []),
        ("A 01/06/2017 S C2 N1 U4 PR1 01/07/2017 E99 LIIAF", []),
    ]

    @Test(arguments: merelyWrong)
    func whatIsMerelyWrongIsImported(line: String, rules: [String]) throws {
        let facts = try facts([line])
        #expect(facts.problems.map(\.rule) == rules)
        #expect(facts.problems.filter(\.blocksImport).isEmpty)
        #expect(facts.records.placements.count == 1)
    }

    static let headers: [(line: String, rule: String, blocks: Bool)] = [
        ("C 1 31/02/2008 WBRI UN1", "102", true),
        ("- 1 01/02/2008 WBRI UN1", "child", true),
        ("A 1 27/03/2008 WBRI A123456789012", "INT32", true),
        ("A 1 28/03/2008 WBRI A123456789012", "INT32", true),
        ("C 1 - WBRI UN1", "102", false),
        ("C 3 01/02/2008 WBRI UN1", "101", false),
        ("C 1 01/02/2008 BRIT UN1", "103", false),
        ("C 1 01/02/2008 WBRI UN6", "168", false),
        ("C 1 01/02/2008 WBRI I12345678901A", "168", false),
        ("C 1 01/02/2008 WBRI", "442", false),
    ]

    @Test(arguments: headers)
    func aWrongHeaderIsSaid(line: String, rule: String, blocks: Bool) throws {
        let facts = try facts([], header: header + [line])
        #expect(facts.problems.map(\.rule) == [rule])
        #expect(facts.problems.map(\.blocksImport) == [blocks])
        #expect(facts.problems.map(\.row) == [2])
        #expect(facts.records.people.count == (blocks ? 2 : 3))
    }

    @Test func aDuplicateNamesBothLines() throws {
        let facts = try facts([
            "A 01/06/2017 S C2 N1 U4 PR1", "A 01/06/2017 S C2 N1 U4 PR1", "A 01/06/2017 S C2 N1 U4 PR2",
            "A 01/06/2017 S V2 N1 U4 PR2",
        ])
        #expect(facts.problems.map(\.line) == [3, 4])
        #expect(
            facts.problems.allSatisfy { $0.rule == "duplicate" && $0.blocksImport && $0.message.contains("line 2") }
        )
        #expect(facts.problems.first?.message.contains("the same values") == true)
        #expect(facts.problems.last?.message.contains("other values") == true)
        #expect(facts.records.placements.count == 2)
    }

    @Test func aChildOfTheRegisterNeedNoHeader() throws {
        let facts = try facts(["C 01/06/2017 S C2 N1 U4"], header: [], oc2: ["C - 12"], known: ["C"])
        #expect(facts.problems.isEmpty)
        #expect(facts.records.placements.count == 1)
        #expect(facts.records.scores.count == 1)
    }

    static let scores: [(line: String, rule: String, blocks: Bool)] = [
        ("B 01/02/2010 41", "180", false), ("B 01/02/2010 -1", "180", false), ("B 01/02/2010 1.5", "180", false),
        ("C 01/02/2010 12", "INT05", true), ("A 27/03/2008 13", "INT33", true), ("- 27/03/2008 13", "child", true),
    ]

    @Test(arguments: scores)
    func aWrongScoreIsSaid(line: String, rule: String, blocks: Bool) throws {
        let facts = try facts([], oc2: ["A 27/03/2008 12", line])
        #expect(facts.problems.map(\.rule) == [rule])
        #expect(facts.problems.map(\.blocksImport) == [blocks])
        #expect(facts.records.scores.count == 1)
    }

    @Test func childrenOfOtherTablesShouldBeKnown() throws {
        let year = try #require(CollectionYear(2018))
        var data = ReturnData()
        data[.header] = ReturnFixtures.rows(header, .header, file: "h.csv")
        data[.reviews] = ReturnFixtures.rows(["A 27/03/2008 01/05/2017 PN1", "C - - PN1"], .reviews, file: "r.csv")
        let facts = ReturnFacts(from: data, collectionYear: year)
        #expect(facts.problems.map(\.rule) == ["INT08"])
        #expect(facts.problems.map(\.blocksImport) == [false])
        #expect(facts.problems.map(\.row) == [1])
    }

    /// No message repeats what stands in a cell.
    @Test func messagesHoldNoValues() throws {
        let lines = Self.blocking.map(\.line) + Self.merelyWrong.map(\.line)
        let secret = ["SMITHJ", "17/05/SMITHJ"]
        let facts = try facts(lines + ["SMITHJ SMITHJ SMITHJ SMITHJ SMITHJ SMITHJ SMITHJ SMITHJ SMITHJ SMITHJ"])
        for value in secret { #expect(!facts.problems.contains { $0.message.contains(value) }) }
    }

    @Test func aProblemOfARuleIsSaidOnce() throws {
        let year = try #require(CollectionYear(2018))
        let data = ReturnData(tables: [
            .header: ReturnFixtures.rows(header, .header, file: "h.csv"),
            .episodes: ReturnFixtures.rows(["A 31/02/2017 S C2 N1 U4 PR0"], .episodes, file: "e.csv"),
        ])
        let problems = ReturnFacts(from: data, collectionYear: year).problems
            .joined(with: EpisodeRules.check(data, collectionYear: year))
        #expect(problems.map(\.rule) == ["141", "550"])
        #expect(problems.map(\.blocksImport) == [true, false])
    }

    @Test func ofSeveralYearsTheLatestStands() throws {
        let submissions = try [
            (2017, ["A 1 27/03/2008 WBRI UN1"], ["A 01/06/2016 S C2 N1 U4 PR1"], ["A - 20"]),
            (2018, ["A 1 28/03/2008 WBRI UN1"], ["A 01/06/2016 S C2 N1 U4 PR1 01/05/2017 E4A"], ["A - 15"]),
        ].map { year, header, episodes, oc2 in
            ReturnSubmission(
                year: try #require(CollectionYear(year)),
                data: ReturnData(tables: [
                    .header: ReturnFixtures.rows(header, .header, file: "\(year)/h.csv"),
                    .episodes: ReturnFixtures.rows(episodes, .episodes, file: "\(year)/e.csv"),
                    .oc2: ReturnFixtures.rows(oc2, .oc2, file: "\(year)/o.csv"),
                ])
            )
        }
        let facts = ReturnFacts(from: submissions)
        #expect(facts.problems.isEmpty)
        #expect(facts.records.people.map { $0.birth?.iso } == ["2008-03-28"])
        #expect(facts.records.placements.map { $0.endedOn?.iso } == ["2017-05-01"])
        #expect(facts.records.assessments.map(\.completedOn.iso) == ["2018-03-31", "2017-03-31"])
        #expect(facts.origins["placements"]?.map(\.file) == ["2018/e.csv"])
    }

    @Test func twoReturnsOfOneYearAreReadTogether() throws {
        let year = try #require(CollectionYear(2018))
        let submissions = ["a", "b"].map { folder in
            ReturnSubmission(
                year: year,
                data: ReturnData(tables: [
                    .header: ReturnFixtures.rows(["A 1 27/03/2008 WBRI UN1"], .header, file: "\(folder)/h.csv")
                ])
            )
        }
        let facts = ReturnFacts(from: submissions)
        #expect(facts.records.people.count == 1)
        #expect(facts.problems.map(\.rule) == ["INT32"])
        #expect(facts.problems.map(\.file) == ["b/h.csv"])
        #expect(facts.problems.first?.message.contains("line 2 of a/h.csv") == true)
    }
}
