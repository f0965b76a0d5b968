import Definitions
import Pay
import Testing
import Values

/// The sector's sample returns of five invented years.
private let sample = Result {
    let files = try ["demand/header.csv", "demand/episodes.csv"].map { name in
        let (header, rows) = try fixtureTable(name)
        return EpisodeTable.File(name: name, header: header, rows: rows)
    }
    return try EpisodeTable.read(files)
}

private func date(_ iso: String) throws -> Day {
    try #require(Day(iso: iso))
}

private func period(_ from: String, _ to: String) throws -> Period {
    try #require(Period(from: date(from), to: date(to)))
}

@Suite struct `The sector's demand model` {
    /// What the formulas give in a second working, `Tests/Oracle/demand.py`: by state, and the number of spells.
    private func expected() throws -> (states: [[Double]], spells: Int) {
        let (_, rows) = try fixtureTable("demand/expected.csv")
        let states = rows.dropLast().map { row in row.cells.dropFirst().compactMap(Double.init) }
        return (states, Int(try #require(rows.last?.cells[1])) ?? 0)
    }

    @Test func `comes out on the sample returns to a thousand millionth`() throws {
        let origin = try date("2022-03-31")
        let spells = CareSpells(try sample.get().episodes, asAt: origin)
        let (states, count) = try expected()
        #expect(spells.spells.count == count)
        #expect(count == 2_110)
        let reference = try period("2016-04-01", "2022-03-31")
        let counts = CareCounts(spells, during: reference)
        let rates = MeanOfDailyRatios.rates(counts, during: reference)
        let days = try date("2024-03-31") - origin
        let forecast = DemandMethod.dailyRatios.forecast(counts, reference: reference, days: days)
        let last = try #require(forecast.days.last)
        #expect(states.count == CareState.count)
        for (state, values) in states.enumerated() {
            #expect(Double(counts.stock(state, origin)) == values[0])
            #expect(abs(rates.entries[state] - values[1]) < 1e-9)
            let leaving = (0..<CareState.count).map { rates.rate(state, $0) }.reduce(rates.rate(state, nil), +)
            #expect(abs(leaving - values[2]) < 1e-9)
            #expect(abs(last.mean[state] - values[3]) < 1e-9)
            #expect(abs(last.variance[state] - values[4]) < 1e-9)
        }
    }

    @Test func `gives the figures that the model itself gives, as far as they are printed`() throws {
        let reference = try period("2016-04-01", "2022-03-31")
        let counts = CareCounts(CareSpells(try sample.get().episodes, asAt: reference.to), during: reference)
        let state = { (age: AgeBracket, placement: PlacementCategory) in CareState(age, placement).index }
        let stock = counts.stock(reference.to)
        #expect(stock[state(.tenToFifteen, .fostering)] == 44)
        #expect(stock[state(.tenToFifteen, .residential)] == 10)
        #expect(stock[state(.tenToFifteen, .other)] == 7)
        #expect(stock[state(.sixteenAndOver, .fostering)] == 11)
        #expect(stock[state(.sixteenAndOver, .supported)] == 9)
        let forecast = DemandMethod.dailyRatios.forecast(counts, reference: reference, days: 731)
        let last = try #require(forecast.days.last)
        #expect(abs(last.mean[state(.tenToFifteen, .fostering)] - 92.746) < 0.0005)
        #expect(abs(last.mean[state(.tenToFifteen, .residential)] - 15.891) < 0.0005)
        #expect(abs(last.mean[state(.sixteenAndOver, .supported)] - 8.772) < 0.0005)
    }

    /// The model's own examples: a tenth of 100 leaves a day; six and seven tenths of 100 leave for two places.
    @Test func `moves on by a day's rates, and never more than are there`() {
        var stock = [Double](repeating: 0, count: CareState.count)
        stock[0] = 100
        let leaving = CareForecast.incumbent(CareRates([(0, nil, 0.1)]), from: stock, origin: .earliest, days: 10)
        let rounded = leaving.days.dropFirst().map { Int($0.mean[0].rounded()) }
        #expect(rounded == [90, 81, 73, 66, 59, 53, 48, 43, 39, 35])
        stock[2] = 200
        let capped = CareForecast.incumbent(
            CareRates([(0, 1, 0.6), (0, 2, 0.7)]),
            from: stock,
            origin: .earliest,
            days: 1
        )
        #expect(abs(capped.days[1].mean[0]) < 1e-12)
        #expect(abs(capped.days[1].mean[1] - 46.153846153846) < 1e-9)
        #expect(abs(capped.days[1].mean[2] - 253.846153846154) < 1e-9)
    }
}

@Suite struct `Spells of care` {
    private func episode(_ from: String, _ to: String?, _ place: String, _ reason: String = "P") throws -> CareEpisode {
        CareEpisode(
            child: "A",
            birth: try date("2010-06-15"),
            from: try date(from),
            to: try to.map(date),
            reason: reason,
            place: place
        )
    }

    private func spells(_ episodes: [CareEpisode]) throws -> [CareSpell] {
        CareSpells(episodes, asAt: try date("2022-03-31")).spells
    }

    @Test func `are shortened where they overlap, and kept once`() throws {
        let found = try spells([
            try episode("2018-01-01", "2018-06-01", "U4", "S"), try episode("2018-01-01", nil, "U4", "S"),
            try episode("2018-05-01", "2018-09-01", "K2"), try episode("2018-07-01", "2018-09-01", "K2"),
        ])
        #expect(found.map { $0.from.iso } == ["2018-01-01", "2018-05-01"])
        #expect(found.map { $0.to?.iso } == ["2018-05-01", "2018-09-01"])
        #expect(found.map(\.isEntry) == [true, false])
        #expect(found[0].next == CareState(.fiveToNine, .residential))
        #expect(found[1].next == nil)
    }

    @Test func `go on through a change of legal status`() throws {
        let found = try spells([
            try episode("2018-01-01", "2018-03-01", "U4", "S"), try episode("2018-03-01", "2018-05-01", "U4", "L"),
            try episode("2018-06-01", "2018-07-01", "U4", "L"),
        ])
        #expect(found.map { $0.from.iso } == ["2018-01-01", "2018-06-01"])
        #expect(found.map(\.isEntry) == [true, true])
    }

    @Test func `are split at birthdays, open ones too`() throws {
        let found = try spells([try episode("2015-01-01", nil, "U4", "S")])
        #expect(found.map { $0.from.iso } == ["2015-01-01", "2015-06-15", "2020-06-15"])
        #expect(found.map(\.state.age) == [.oneToFour, .fiveToNine, .tenToFifteen])
        #expect(found.map(\.isEntry) == [true, false, false])
        #expect(found.last?.to == nil)
    }
}

@Suite struct `A forecast of demand` {
    @Test func `varies by chance as independent children do`() throws {
        // 100 children who each leave by chance: after n days a binomial of 100 and 0.99 to the n.
        var stock = [Double](repeating: 0, count: CareState.count)
        stock[0] = 100
        let forecast = CareForecast.propagated(CareRates([(0, nil, 0.01)]), from: stock, origin: .earliest, days: 50)
        var share = 1.0
        for day in 1...50 {
            share *= 0.99
            #expect(abs(forecast.days[day].mean[0] - 100 * share) < 1e-9)
            #expect(abs(forecast.days[day].variance[0] - 100 * share * (1 - share)) < 1e-9)
        }
    }

    @Test func `keeps children who only move`() throws {
        var stock = [Double](repeating: 0, count: CareState.count)
        stock[0] = 60
        stock[1] = 40
        let rates = CareRates([(0, 1, 0.02), (1, 0, 0.03)])
        for day in CareForecast.propagated(rates, from: stock, origin: .earliest, days: 100).days {
            #expect(abs(day.total - 100) < 1e-9)
            #expect(abs(day.totalVariance) < 1e-9)
            #expect(day.variance.allSatisfy { $0 >= 0 })
        }
    }

    @Test func `has fewer children where a programme brings some home, and never fewer than none`() {
        let state = GoingHome.nobody.state.index
        var stock = [Double](repeating: 0, count: CareState.count)
        stock[state] = 3
        let home = GoingHome(GoingHome.nobody.state, eachQuarter: 1)
        let days = CareForecast.propagated(CareRates([]), from: stock, origin: .earliest, days: 400, goingHome: home)
            .days
        #expect(abs(days[100].mean[state] - (3 - 400 / 365.25)) < 1e-9)
        #expect(days[400].mean[state] == 0)
    }

    @Test func `comes in as a Poisson law`() {
        var entries = [Double](repeating: 0, count: CareState.count)
        entries[3] = 0.5
        let rates = CareRates([], entries: entries)
        let none = [Double](repeating: 0, count: CareState.count)
        let day = CareForecast.propagated(rates, from: none, origin: .earliest, days: 40).days[40]
        #expect(abs(day.mean[3] - 20) < 1e-9 && abs(day.variance[3] - 20) < 1e-9 && abs(day.totalVariance - 20) < 1e-9)
    }

    @Test func `does not take a state that was hardly seen at its word`() throws {
        let reference = try period("2016-04-01", "2022-03-31")
        let counts = CareCounts(CareSpells(try sample.get().episodes, asAt: reference.to), during: reference)
        let rates = ExposureRates.rates(counts, during: reference)
        for place in rates.moves.indices where rates.moves[place] > 0 {
            #expect(rates.moveVariances[place] > 0)
            #expect(rates.moves[place] < 1)
        }
    }

    @Test func `is tried on the past by both methods alike`() throws {
        let all = try period("2016-04-01", "2022-03-31")
        let counts = CareCounts(CareSpells(try sample.get().episodes, asAt: all.to), during: all)
        let test = BackTest(counts)
        let distances = [91, 182, 365]
        #expect(test.origins.count > 10)
        #expect(test.results.count == 6)
        #expect(test.results.first?.total.forecasts == test.origins.count)
        for ahead in distances {
            let theirs = try #require(test.results.first { $0.method == .dailyRatios && $0.ahead == ahead })
            let ours = try #require(test.results.first { $0.method == .exposure && $0.ahead == ahead })
            #expect(try #require(ours.total.meanError) < #require(theirs.total.meanError))
            #expect(try #require(ours.states.meanError) < #require(theirs.states.meanError))
            #expect(try #require(ours.total.coverage.value) > #require(theirs.total.coverage.value))
        }
        for result in test.results {
            #expect(result.states.forecasts > result.total.forecasts)
            let inside = try #require(result.total.coverage.value)
            #expect((0...1).contains(inside))
        }
    }

    @Test func `refuses files without what it needs`() {
        #expect(throws: DefinitionRefusal.self) { try EpisodeTable.read([]) }
        let rows = [ChildTable.Row(line: 2, cells: ["A", "31/02/2020", "S", "U4", ""])]
        let file = EpisodeTable.File(name: "e.csv", header: ["CHILD", "DECOM", "RNE", "PLACE", "DEC"], rows: rows)
        do {
            _ = try EpisodeTable.read([file])
            Issue.record("it was read")
        } catch {
            #expect(error.problems.first?.description == "e.csv, line 2: DECOM must be a real date")
        }
    }
}
