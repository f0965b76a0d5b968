import FollowUp
import Identify
import Invented
import Records
import Report
import Statistics
import Testing
import Values

/// What several publications of one table tell together.
@Suite struct `A series of publications` {
    private static func period(_ from: String, _ to: String) throws -> Period {
        try #require(Period(from: day(from), to: day(to)))
    }

    private static func distance(
        _ world: World,
        _ period: Period,
        _ earlier: [[PublishedFigure]] = []
    ) throws -> PublicDistance {
        let ground = try Grounds.of(world)
        return PublicDistance(
            DistanceCohort(ground.snapshot, instruments: ground.instruments, measuredIn: period),
            measuredIn: period,
            by: [.tier, .area],
            policy: DisclosurePolicy(),
            earlier: earlier
        )
    }

    /// Forty families by area and tier, the last three measured a month after the others.
    private static func measured() -> World {
        var world = World()
        for index in 0..<40 {
            world.family("F\(index)", area: index.isMultiple(of: 2) ? "Hill" : "Vale")
            world.person("P\(index)", of: "F\(index)", born: "2008-01-01")
            let tier: Tier = index % 4 < 2 ? .high : .low
            world.addCase("C\(index)", family: "F\(index)", child: "P\(index)", from: "2018-01-01") { $0.tier = tier }
            for (occasion, on, level) in [
                ("baseline", "2018-01-10", 4), ("review_1", index < 37 ? "2018-11-10" : "2018-12-10", index % 3 + 3),
            ] {
                world.assessment(
                    "distance-travelled",
                    of: "C\(index)",
                    occasion: occasion,
                    on: on,
                    informant: .joint,
                    scores: ["housing": "\(level)"]
                )
            }
        }
        return world
    }

    @Test func `of distance cannot be differenced where one period is a month longer`() throws {
        let world = Self.measured()
        let first = try Self.distance(world, Self.period("2018-01-01", "2018-11-30"))
        let alone = try Self.distance(world, Self.period("2018-01-01", "2018-12-31"))
        let second = try Self.distance(world, Self.period("2018-01-01", "2018-12-31"), [first.published])
        let all = { (found: PublicDistance) in found.dimensions[0].parts.last?.all.words }
        // 40 in the year less 37 by the end of November would be the 3 of December.
        #expect(all(first) == "37" && all(alone) == "40" && all(second) == "c")
        #expect(second.protection.account.lost.unsafe == 0 && !second.isWithheld)
        #expect(
            second.protection.account.entries.contains { $0.reason == nil && $0.value == 3 && $0.high - $0.low >= 6 }
        )
        let again = try Self.distance(
            world,
            Self.period("2018-01-01", "2018-12-31"),
            [first.published, second.published]
        )
        #expect(Set(again.published) == Set(second.published))
    }

    @Test func `of distance cannot be differenced where a family was recorded late`() throws {
        let period = try Self.period("2018-01-01", "2018-12-31")
        let then = try Self.distance(Self.measured(), period)
        var later = Self.measured()
        later.family("F90", area: "Hill")
        later.addCase("C90", family: "F90", child: nil, from: "2018-01-01") { $0.tier = .high }
        for (occasion, on, level) in [("baseline", "2018-01-10", "4"), ("review_1", "2018-11-10", "2")] {
            later.assessment(
                "distance-travelled",
                of: "C90",
                occasion: occasion,
                on: on,
                informant: .joint,
                scores: ["housing": level]
            )
        }
        let now = try Self.distance(later, period, [then.published])
        #expect(now.dimensions[0].parts.last?.all.words == "c")
        Self.expectNoSmallDifference([then.published, now.published])
    }

    private static func needs(
        _ world: World,
        _ period: Period,
        _ grouping: NeedsGrouping,
        _ earlier: [[PublishedFigure]]
    ) -> PublicNeeds {
        let snapshot = world.snapshot
        let analysis = NeedsAnalysis(snapshot, care: CareHistory(snapshot), during: period, by: grouping)
        return PublicNeeds(analysis, policy: DisclosurePolicy(), earlier: earlier)
    }

    /// Children of four areas with incidents over a year, as chance has it.
    private static func incidents(_ random: inout some RandomNumberGenerator) -> World {
        var world = World()
        let areas = ["North", "South", "St. Ann's", "East"]
        for index in 0..<Int.random(in: 60...160, using: &random) {
            world.family("F\(index)", area: areas.randomElement(using: &random) ?? "North")
            world.person("P\(index)", of: "F\(index)", born: "2008-06-15")
            for kind in [EventKind.missingEpisode, .fixedExclusion, .policeCallout]
            where Int.random(in: 0...3, using: &random) == 0 {
                let month = Int.random(in: 1...12, using: &random)
                let on = "2021-\(month < 10 ? "0" : "")\(month)-15"
                world.event(kind, on: on, person: "P\(index)", family: "F\(index)")
            }
        }
        return world
    }

    @Test(arguments: 0..<12)
    func `of needs over overlapping periods, by area and by time, gives no small number by taking away`(
        seed: UInt64
    ) throws {
        var random = SeededNumbers(seed)
        let world = Self.incidents(&random)
        var published: [[PublishedFigure]] = []
        for _ in 0..<5 {
            let last = Int.random(in: 6...12, using: &random)
            let first = Int.random(in: 1...last, using: &random)
            let text = { (month: Int) in "2021-\(month < 10 ? "0" : "")\(month)" }
            let period = try Self.period("\(text(first))-01", "\(text(last))-28")
            let grouping: NeedsGrouping = Bool.random(using: &random) ? .area : .quarter
            let found = Self.needs(world, period, grouping, published)
            // What is withheld is not published.
            guard !found.isWithheld else { continue }
            #expect(found.protection.account.lost.unsafe == 0)
            published.append(found.published)
        }
        #expect(!published.isEmpty)
        Self.expectNoSmallDifference(published)
    }

    @Test func `of an area of few people hides them and no more than it must`() throws {
        var world = World()
        for index in 0..<60 {
            world.family("F\(index)", area: index < 2 ? "Isle" : index < 30 ? "North" : "South")
            world.person("P\(index)", of: "F\(index)", born: "2008-06-15")
            if index % 3 == 0 { world.event(.missingEpisode, on: "2021-07-01", person: "P\(index)") }
        }
        let found = Self.needs(world, try Self.period("2021-04-01", "2022-03-31"), .area, [])
        #expect(!found.isWithheld && found.protection.account.lost.unsafe == 0)
        let missing = try #require(Indicator.allCases.firstIndex(of: .missingEpisode))
        #expect(found.analysis.groups[0].label == "Isle" && found.counts[missing][0].having.words == "c")
        #expect(found.counts[missing][0].population.words == "c")
        #expect(found.totals?[missing].having.words == "20" || found.totals?[missing].population.words == "60")
    }

    /// No two shown counts of one figure, of periods within each other, differ by 1 to 5; nor a part and its whole.
    private static func expectNoSmallDifference(_ publications: [[PublishedFigure]]) {
        let shown = publications.flatMap(\.self).filter { !$0.isHidden }
        let kinds = Dictionary(grouping: shown) { "\($0.figure) \($0.part.rawValue)" }
        for (kind, figures) in kinds {
            for one in figures {
                #expect(!(1...5).contains(one.value), "\(kind) is \(one.value)")
                for other in figures
                where other.period.from <= one.period.from && one.period.to <= other.period.to {
                    #expect(!(1...5).contains(other.value - one.value), "\(kind): \(other.value) less \(one.value)")
                }
            }
        }
        // Of one table a single hidden part would be what the others leave of all.
        for figures in publications {
            let tables = Dictionary(grouping: figures.filter { !$0.figure.hasPrefix("all.") }) { figure in
                let dimension = figure.figure.prefix { $0 != "/" }
                return "\(dimension) \(figure.figure.drop { $0 != "." }) \(figure.part) \(figure.period)"
            }
            for (table, parts) in tables {
                let total = figures.first { all in
                    all.figure == "all\(parts[0].figure.drop { $0 != "." })" && all.part == parts[0].part
                        && all.period == parts[0].period
                }
                guard let total, !total.isHidden else { continue }
                #expect(parts.count(where: \.isHidden) != 1, "\(table)")
            }
        }
    }
}

/// Numbers that look random and are the same in every run.
private struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
