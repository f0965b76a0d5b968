import FollowUp
import Identify
import Invented
import Records
import Report
import Statistics
import Testing
import Values

@Suite struct `A needs analysis` {
    private static let year = Period(from: day("2021-04-01"), to: day("2022-03-31"))

    private func analysis(_ world: World, by grouping: NeedsGrouping = .area) throws -> NeedsAnalysis {
        let snapshot = world.snapshot
        return try NeedsAnalysis(snapshot, care: CareHistory(snapshot), during: #require(Self.year), by: grouping)
    }

    private func count(_ indicator: Indicator, _ build: (inout World) -> Void) throws -> NeedsAnalysis.Count {
        var world = World()
        world.family("F1", area: "North")
        world.person("P1", of: "F1", born: "2008-06-15")
        world.person("P2", of: "F1", born: "1980-01-01", role: .parentCarer)
        build(&world)
        let place = try #require(Indicator.allCases.firstIndex(of: indicator))
        return try #require(analysis(world).totals)[place]
    }

    @Test(arguments: [
        ("2021-04-01", 1, 1), ("2022-03-31", 1, 1), ("2021-03-31", 0, 0), ("2022-04-01", 0, 0),
    ])
    func `who has it had it in the period`(on: String, having: Int, first: Int) throws {
        let found = try count(.fixedExclusion) { $0.event(.fixedExclusion, on: on, person: "P1") }
        #expect((found.having, found.firstTime, found.times, found.population) == (having, first, having, 1))
    }

    @Test func `a first time is the first the register knows`() throws {
        let again = try count(.offence) { world in
            for on in ["2019-01-01", "2021-06-01", "2021-07-01"] { world.event(.offence, on: on, person: "P1") }
        }
        #expect((again.having, again.firstTime, again.times, again.population) == (1, 0, 2, 2))
    }

    @Test(arguments: [
        ("2003-04-01", nil, 0), ("2003-04-02", nil, 1), ("2022-03-31", nil, 1), ("2022-04-01", nil, 0),
        ("2010-01-01", "2021-04-01", 0), ("2010-01-01", "2021-04-02", 1),
    ])
    func `children are under 18, born and alive in the period`(born: String, died: String?, population: Int) throws {
        var world = World()
        world.family("F1", area: "North")
        world.person("P1", of: "F1", born: born) { $0.diedOn = died.map { day($0) } }
        #expect(try analysis(world).counts[0].map(\.population).reduce(0, +) == population)
    }

    @Test func `a family has what any of it had, once`() throws {
        let found = try count(.asbIncident) { world in
            world.event(.asbIncident, on: "2021-05-01", person: "P1")
            world.event(.asbIncident, on: "2021-05-02", person: "P2", family: "F1")
        }
        #expect((found.having, found.times, found.population) == (1, 2, 1))
    }

    @Test func `entering care is the first night of a spell`() throws {
        let found = try count(.careEntry) { world in
            world.placement("P1", from: "2020-01-01", to: "2021-06-01")
            world.placement("P1", from: "2021-06-01", to: "2021-08-01")
        }
        #expect(found.having == 0)
        let entered = try count(.careEntry) { world in
            world.placement("P1", from: "2020-01-01", to: "2021-06-01")
            world.placement("P1", from: "2021-06-02", to: "2021-08-01")
        }
        #expect((entered.having, entered.firstTime) == (1, 0))
    }

    @Test(arguments: [(9, 0), (10, 1)]) func `absence is persistent from a tenth on`(missed: Int, having: Int) throws {
        let found = try count(.persistentAbsence) {
            $0.attendance("P1", from: "2021-09-01", to: "2021-12-20", possible: 100, authorised: missed)
        }
        #expect(found.having == having && found.firstTime == nil)
    }

    @Test func `a benefit that goes on counts in every part of the period`() throws {
        var world = World()
        world.family("F1")
        world.person("P2", of: "F1", born: "1980-01-01", role: .parentCarer)
        world.workStatus("P2", .outOfWorkBenefit, from: "2021-08-01", to: "2021-12-31")
        let found = try analysis(world, by: .quarter)
        #expect(found.groups.map(\.label).first == "April to June 2021")
        #expect(found.counts[9].map(\.having) == [0, 1, 1, 0])
        #expect(found.counts[9].map(\.firstTime) == [0, 1, 0, 0])
        #expect(found.totals == nil)
    }

    @Test func `parts of a period say where they are cut off`() throws {
        let period = try #require(Period(from: day("2021-02-10"), to: day("2022-05-01")))
        let snapshot = World().snapshot
        let found = NeedsAnalysis(snapshot, care: CareHistory(snapshot), during: period, by: .year)
        #expect(found.groups.map(\.label) == ["2020 to 2021 (part)", "2021 to 2022", "2022 to 2023 (part)"])
        #expect(found.groups.map(\.period.days).reduce(0, +) == period.days)
    }

    @Test func `areas add up to all, and combinations to the families that have anything`() throws {
        var numbers = Seeded(4)
        var world = World()
        for index in 0..<60 {
            world.family("F\(index)", area: ["North", "South", nil].randomElement(using: &numbers) ?? nil)
            world.person("P\(index)", of: "F\(index)", born: "2008-06-15")
            if Bool.random(using: &numbers) { world.event(.offence, on: "2021-07-01", person: "P\(index)") }
            if Bool.random(using: &numbers) { world.event(.missingEpisode, on: "2021-08-01", person: "P\(index)") }
        }
        let found = try analysis(world)
        for (counts, total) in zip(found.counts, try #require(found.totals)) {
            #expect(counts.map(\.having).reduce(0, +) == total.having)
            #expect(counts.map(\.population).reduce(0, +) == total.population)
            #expect(counts.allSatisfy { $0.having <= $0.population && ($0.firstTime ?? 0) <= $0.having })
        }
        let offence = try #require(Indicator.allCases.firstIndex(of: .offence))
        let together = found.overlaps.filter { $0.criteria.contains(offence) }.reduce(0) { $0 + $1.families }
        #expect(together == found.totals?[offence].having)
    }

    @Test func `what is published hides small counts and their rates`() throws {
        var world = World()
        for index in 0..<100 {
            world.family("F\(index)", area: index < 40 ? "North" : index < 97 ? "South" : "East")
            world.person("P\(index)", of: "F\(index)", born: "2008-06-15")
            if index < 3 || (50..<70).contains(index) {
                world.event(.missingEpisode, on: "2021-07-01", person: "P\(index)")
            }
        }
        let found = try PublicNeeds(analysis(world), policy: DisclosurePolicy())
        let missing = try #require(Indicator.allCases.firstIndex(of: .missingEpisode))
        let names = found.analysis.groups.map(\.label)
        #expect(names == ["East", "North", "South", "Area not known"])
        let counts = found.counts[missing]
        #expect(counts.map(\.having.words) == ["0", "c", "c", "0"])
        #expect(counts[0].population.words == "c" && counts[0].rate == nil)
        #expect(counts[1].rate == nil && counts[2].rate == nil)
        #expect(found.totals?[missing].having.words == "23")
    }
}
