import Exchange
import Testing

@Suite struct EpisodeRepairsTests {
    private func submissions(_ years: (Int, [String])...) throws -> [ReturnSubmission] {
        try years.map { year, lines in
            ReturnSubmission(
                year: try #require(CollectionYear(year)),
                data: ReturnData(tables: [.episodes: ReturnFixtures.rows(lines, .episodes, file: "\(year).csv")])
            )
        }
    }

    private func summary(_ repair: Repair) -> String {
        let change = repair.field.map { " \($0) \(repair.before)>\(repair.after)" } ?? " out"
        return "\(repair.rule.rawValue) \(repair.file):\(repair.row)\(change)"
    }

    private func expect(_ submissions: [ReturnSubmission], repairs expected: [String], leaves rows: [[String]]) {
        let (repaired, repairs) = EpisodeRepairs.apply(to: submissions)
        #expect(repairs.map(summary) == expected)
        let left = repaired.flatMap { $0.data[.episodes] }.map { row in
            [row.values[0], row.values[1], row.values[7], row.values[8], row.values[9]]
        }
        #expect(left == rows)
        // Repaired returns need no repair.
        #expect(EpisodeRepairs.apply(to: repaired).repairs.isEmpty)
    }

    @Test func rule1EndsWhatALaterEpisodeContinues() throws {
        expect(
            try submissions((2017, ["A 01/06/2016 S C2 N1 U4 PR1"]), (2018, ["A 01/08/2017 P C2 N1 K2 PR4"])),
            repairs: [
                "RULE_1 2017.csv:0 DEC >01/08/2017", "RULE_1 2017.csv:0 REASON_PLACE_CHANGE >LIIAF",
                "RULE_1 2017.csv:0 REC >X1",
            ],
            leaves: [["A", "01/06/2016", "01/08/2017", "X1", "LIIAF"], ["A", "01/08/2017", "", "", ""]]
        )
    }

    @Test func rule1KeepsAReasonThatWasGivenAndNeedsNoneForAStatus() throws {
        expect(
            try submissions(
                (2017, ["A 01/06/2016 S C2 N1 U4 PR1 - X1 CREQB", "B 01/06/2016 S C2 N1 U4 PR1"]),
                (2018, ["A 01/08/2017 P C2 N1 K2 PR4", "B 01/08/2017 L C1 N1 U4 PR1"])
            ),
            repairs: [
                "RULE_1 2017.csv:0 DEC >01/08/2017", "RULE_1 2017.csv:1 DEC >01/08/2017", "RULE_1 2017.csv:1 REC >X1",
            ],
            leaves: [
                ["A", "01/06/2016", "01/08/2017", "X1", "CREQB"], ["B", "01/06/2016", "01/08/2017", "X1", ""],
                ["A", "01/08/2017", "", "", ""], ["B", "01/08/2017", "", "", ""],
            ]
        )
    }

    @Test func rule1AEndsBeforeTheReturnToCare() throws {
        expect(
            try submissions(
                (2017, ["A 01/06/2016 S C2 N1 U4 PR1", "B 01/06/2016 S C2 N1 U4 PR1"]),
                (2018, ["A 01/08/2017 S C2 N1 K2 PR4", "B 01/02/2017 S C2 N1 K2 PR4"])
            ),
            repairs: [
                "RULE_1A 2017.csv:0 DEC >31/03/2017", "RULE_1A 2017.csv:0 REC >E99",
                "RULE_1A 2017.csv:1 DEC >31/01/2017", "RULE_1A 2017.csv:1 REC >E99",
            ],
            leaves: [
                ["A", "01/06/2016", "31/03/2017", "E99", ""], ["B", "01/06/2016", "31/01/2017", "E99", ""],
                ["A", "01/08/2017", "", "", ""], ["B", "01/02/2017", "", "", ""],
            ]
        )
    }

    @Test func rule2EndsWhatNothingContinuesWithItsYear() throws {
        expect(
            try submissions((2017, ["A 01/06/2016 S C2 N1 U4 PR1"]), (2018, ["B 01/08/2017 S C2 N1 K2 PR4"])),
            repairs: ["RULE_2 2017.csv:0 DEC >31/03/2017", "RULE_2 2017.csv:0 REC >E99"],
            leaves: [["A", "01/06/2016", "31/03/2017", "E99", ""], ["B", "01/08/2017", "", "", ""]]
        )
    }

    @Test func rule3TakesOutWhatIsThereTwiceAndWhatWasCorrected() throws {
        expect(
            try submissions(
                (2017, ["A 01/06/2016 S C2 N1 U4 PR1", "B 01/06/2016 S C2 N1 U4 PR1", "C 02/06/2016 S C2 N1 U4 PR1"]),
                (
                    2018,
                    [
                        "A 02/06/2016 S C2 N1 U4 PR1 01/05/2017 E4A", "B 01/06/2016 S C2 N1 U4 PR1",
                        "C 01/06/2016 S C2 N1 U4 PR1", "D 01/08/2017 S C2 N1 K2", "D 01/08/2017 S C2 N1 K2",
                    ]
                )
            ),
            repairs: [
                "RULE_3 2017.csv:0 out", "RULE_3 2017.csv:1 out", "RULE_3 2017.csv:2 out", "RULE_3 2018.csv:3 out",
            ],
            leaves: [
                ["A", "02/06/2016", "01/05/2017", "E4A", ""], ["B", "01/06/2016", "", "", ""],
                ["C", "01/06/2016", "", "", ""], ["D", "01/08/2017", "", "", ""],
            ]
        )
    }

    @Test func rule3ATakesOutWhatALaterReturnReplaces() throws {
        expect(
            try submissions(
                (2017, ["A 01/06/2016 S C2 N1 U4 PR1", "B 01/10/2016 S C2 N1 K2 PR4"]),
                (2018, ["A 01/06/2016 S C2 N1 U6 PR1 01/05/2017 E4A", "B 01/09/2016 S C2 N1 U4 PR1 01/05/2017 E4A"])
            ),
            repairs: ["RULE_3A 2017.csv:0 out", "RULE_3A 2017.csv:1 out"],
            leaves: [["A", "01/06/2016", "01/05/2017", "E4A", ""], ["B", "01/09/2016", "01/05/2017", "E4A", ""]]
        )
    }

    @Test func rules4And5MoveTheEnd() throws {
        expect(
            try submissions(
                (
                    2018,
                    [
                        "A 01/06/2017 S C2 N1 U4 PR1 10/08/2017 X1", "A 01/08/2017 P C2 N1 K2 PR4",
                        "B 01/06/2017 S C2 N1 U4 PR1 20/07/2017 X1", "B 01/08/2017 P C2 N1 K2 PR4",
                        "C 01/06/2017 S C2 N1 U4 PR1 20/07/2017 E4A", "C 01/08/2017 S C2 N1 K2 PR4",
                    ]
                )
            ),
            repairs: ["RULE_4 2018.csv:0 DEC 10/08/2017>01/08/2017", "RULE_5 2018.csv:2 DEC 20/07/2017>01/08/2017"],
            leaves: [
                ["A", "01/06/2017", "01/08/2017", "X1", ""], ["A", "01/08/2017", "", "", ""],
                ["B", "01/06/2017", "01/08/2017", "X1", ""], ["B", "01/08/2017", "", "", ""],
                ["C", "01/06/2017", "20/07/2017", "E4A", ""], ["C", "01/08/2017", "", "", ""],
            ]
        )
    }

    @Test func anEarlierReturnIsNotBelievedAgainstALaterOne() throws {
        expect(
            try submissions(
                (2017, ["A 01/08/2016 P C2 N1 K2 PR4 01/09/2016 E4A"]),
                (2018, ["A 01/06/2016 S C2 N1 U4 PR1 10/08/2016 X1"])
            ),
            repairs: [],
            leaves: [["A", "01/08/2016", "01/09/2016", "E4A", ""], ["A", "01/06/2016", "10/08/2016", "X1", ""]]
        )
    }

    @Test func whatStandsInTheWayIsLeftAlone() throws {
        expect(
            try submissions((2017, ["- 01/06/2016 S C2", "A 31/02/2016 S C2"]), (2018, [])),
            repairs: [],
            leaves: [["", "01/06/2016", "", "", ""], ["A", "31/02/2016", "", "", ""]]
        )
        #expect(EpisodeRepairs.apply(to: []).repairs.isEmpty)
    }

    /// After the repair of the invented return no episode is open or overlaps before another.
    @Test func theInventedReturnIsRepaired() throws {
        let year = try #require(CollectionYear(2018))
        let (repaired, repairs) = EpisodeRepairs.apply(to: [ReturnSubmission(year: year, data: ReturnFixtures.fake)])
        let data = try #require(repaired.first).data
        #expect(data[.episodes].count == 5050)
        let rules = Set(EpisodeRules.check(data, collectionYear: year).map(\.rule))
        #expect(rules.isDisjoint(with: ["142", "501"]))
        #expect(Set(repairs.map(\.rule)).isSubset(of: [.leftOpen, .leftOpenBeforeReturn, .overlap, .gap]))
        // Every value that differs is in the list, and every item of the list is a value that differs.
        let changed = zip(ReturnFixtures.fake[.episodes], data[.episodes]).map { old, new in
            zip(old.values, new.values).count { $0 != $1 }
        }
        #expect(changed.reduce(0, +) == Set(repairs.map { "\($0.row) \($0.field ?? "")" }).count)
    }
}
