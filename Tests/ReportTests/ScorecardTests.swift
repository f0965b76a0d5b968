import Definitions
import Invented
import Records
import Report
import Statistics
import Testing
import Values

@Suite struct `Scorecards` {
    private static func card(_ lines: String) throws -> Scorecard {
        let text = """
            kind: scorecard
            id: own
            version: "1"
            from: 2020-01-01
            source: {document: A test, section: none}
            evidence: unverified
            title: Own
            \(lines)
            """
        let file = DefinitionFile(name: "own.yml", bytes: Array(text.utf8))
        return try #require(try Scorecard.all(try DefinitionSet(shipped: [], local: [file])).first)
    }

    private static let served = """
        every: month
        history: 14
        measures:
          - id: served
            title: Families served
            report: performance
            figure: all.families.served
            box: how_much
            better: up
            target: 2
            baseline: 4
            breaks: [{from: 2019-01-01}]
        """

    @Test(arguments: [
        (Scorecard.Cadence.month, "2019-03-30", "2019-01-01", "2019-02-28"),
        (.month, "2019-03-31", "2019-02-01", "2019-03-31"),
        (.quarter, "2019-03-30", "2018-07-01", "2018-12-31"), (.quarter, "2019-03-31", "2018-10-01", "2019-03-31"),
        (.year, "2019-03-31", "2017-04-01", "2019-03-31"), (.year, "2019-03-30", "2016-04-01", "2018-03-31"),
    ])
    func `periods are whole and over`(cadence: Scorecard.Cadence, day asked: String, from: String, to: String) {
        let periods = cadence.periods(2, endedBy: day(asked))
        #expect(periods.count == 2)
        #expect(periods.first?.from == day(from) && periods.last?.to == day(to))
        #expect(zip(periods, periods.dropFirst()).allSatisfy { $0.end == $1.from })
    }

    @Test func `a period looks back in whole months`() throws {
        let card = try Self.card(
            Self.served.replacing("better: up", with: "better: up\n    months: 12")
        )
        let period = try #require(Period(from: day("2019-02-01"), to: day("2019-02-28")))
        let measure = try #require(card.measures.first)
        #expect(
            measure.question(period)
                == .performance(during: try #require(Period(from: day("2018-03-01"), to: day("2019-02-28"))))
        )
    }

    @Test func `a measure is read over its periods`() throws {
        var world = World()
        for (number, start) in ["2018-04-10", "2018-06-10", "2019-01-10"].enumerated() {
            world.family("F\(number)")
            world.person("P\(number)", of: "F\(number)", born: "2008-01-01")
            world.addCase(
                "C\(number)",
                family: "F\(number)",
                child: "P\(number)",
                programme: "mst",
                from: start,
                to: nil
            )
        }
        let answer = try Grounds.of(world).answer(Self.card(Self.served), asAt: day("2019-03-31"))
        let history = try #require(answer.measure("served"))
        #expect(history.values == [0, 0, 1, 1, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3])
        #expect(history.chart?.limits.count == 2)
        #expect(history.meetsTarget == true)
        #expect(history.forecast?.start == 4)
        // The figure is the report's own.
        let period = try #require(answer.periods.last)
        let report = try #require(try Grounds.of(world).answer(.performance(during: period)))
        #expect(history.latest?.value == report[id: "all.families.served"]?.value)
    }

    @Test func `what moved names each record and which way`() throws {
        var world = World()
        for (number, dates) in [("2018-04-10", "2018-07-01"), ("2018-06-10", nil)].enumerated() {
            world.family("F\(number)")
            world.addCase(
                "C\(number)",
                family: "F\(number)",
                child: nil,
                programme: "mst",
                from: dates.0,
                to: dates.1
            )
        }
        let ground = try Grounds.of(world)
        func opened(_ from: String, _ to: String) throws -> Figure? {
            let period = try #require(Period(from: day(from), to: day(to)))
            return ground.answer(.performance(during: period), opening: "all.families.served")?.figures.first
        }
        let movement = try FigureMovement(
            from: opened("2018-05-01", "2018-05-31"),
            to: opened("2018-08-01", "2018-08-31")
        )
        #expect(movement.joined.map(\.record.key) == ["F1"])
        #expect(movement.left.map(\.record.key) == ["F0"])
        #expect(movement.changed.isEmpty)
    }

    @Test func `the shipped scorecards name figures that reports have`() throws {
        let ground = try Grounds.of(try Grounds.essex())
        let cards = try Scorecard.all(try DefinitionSet())
        #expect(cards.count == 5)
        for card in cards {
            let answer = ground.answer(card, asAt: day("2019-02-14"))
            for history in answer.measures where history.latest == nil {
                // Of the programmes of the Leicester set this register has MST alone.
                #expect(
                    ["mst-can", "fft-cw"].contains { history.measure.figure.hasPrefix($0) },
                    "\(history.measure.id)"
                )
            }
        }
    }

    @Test(arguments: [
        ("history: 0", "history must be 1 to 120 periods"), ("history: 14\nsurprise: 1", "surprise is not a key"),
    ])
    func `what is wrong with a scorecard is said`(line: String, words: String) {
        do {
            _ = try Self.card(Self.served.replacing("history: 14", with: line))
            Issue.record("should have been refused")
        } catch {
            #expect("\(error)".contains(words))
        }
    }

    @Test func `the rules for small counts are definitions`() throws {
        let rules = try DisclosureRules.all(try DefinitionSet())
        let usual = try #require(rules.first { $0.id == DisclosureRules.usual })
        #expect(usual.policy == DisclosurePolicy())
        #expect(usual.words.hasPrefix("Counts of 1 to 5,"))
    }
}

@Suite struct `Turning the curve` {
    private static let history: [Double] = [610, 618, 622, 630, 641, 648, 655, 667]

    @Test func `two values better than the interval have turned it`() throws {
        let values = Self.history + [660, 650]
        let forecast = try #require(Forecast(values, baseline: 8, to: 12, method: .leastSquares))
        #expect(forecast.places.count == 4)
        #expect(forecast.isTurned(values, better: .down) == true)
        #expect(forecast.isTurned(values, better: .up) == false)
        #expect((try #require(forecast.gap(values, at: 8)) + 12.4).magnitude < 0.1)
    }

    @Test func `one value does not tell, nor does a method without an interval`() throws {
        let one = Self.history + [650]
        #expect(
            try #require(Forecast(one, baseline: 8, to: 12, method: .leastSquares)).isTurned(one, better: .down) == nil
        )
        let two = one + [640]
        for method in [Forecast.Method.lastValue, .medianTrend] {
            #expect(
                try #require(Forecast(two, baseline: 8, to: 12, method: method)).isTurned(two, better: .down) == nil
            )
        }
        #expect(Forecast(two, baseline: 2, to: 12, method: .leastSquares) == nil)
    }
}
