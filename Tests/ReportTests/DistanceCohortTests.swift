import Assess
import Definitions
import Invented
import Records
import Report
import Statistics
import Testing
import Values

/// The worked example of `methods.md` section 3: housing, twelve families, from baseline over two reviews.
@Suite struct `Distance travelled by a cohort` {
    static let starts = [4, 3, 5, 2, 4, 3, 4, 5, 3, 2, 4, 1]
    static let firsts = [4, 4, 5, 3, 3, 3, 4, 4, 4, 2, 3, 1]
    static let latest = [2, 2, 4, 2, 3, 3, 1, 3, 2, 1, 3, 1]

    static func world() -> World {
        var world = World()
        for index in starts.indices {
            let tier: Tier = index < 6 ? .high : .low
            world.family("F\(index)", area: index < 9 ? "Hill" : "Vale")
            world.person("P\(index)", of: "F\(index)", born: index < 4 ? "2014-01-01" : "2005-01-01")
            world.addCase("C\(index)", family: "F\(index)", child: "P\(index)", from: "2018-04-01") { $0.tier = tier }
            for (occasion, day, level) in [
                ("baseline", "2018-04-10", starts[index]), ("review_1", "2018-07-10", firsts[index]),
                ("review_2", "2018-10-10", latest[index]),
            ] {
                world.assessment(
                    "distance-travelled",
                    of: "C\(index)",
                    occasion: occasion,
                    on: day,
                    informant: .joint,
                    scores: ["housing": "\(level)"]
                )
            }
        }
        return world
    }

    private static func cohort(
        _ world: World,
        from: String = "2018-10-01",
        to: String = "2018-12-31"
    ) throws
        -> DistanceCohort
    {
        let ground = try Grounds.of(world)
        let period = try #require(Period(from: day(from), to: day(to)))
        return DistanceCohort(ground.snapshot, instruments: ground.instruments, measuredIn: period)
    }

    @Test func `gives the numbers of the worked example`() throws {
        let cohort = try Self.cohort(Self.world())
        #expect(cohort.families.count == 12)
        let housing = try #require(cohort.areas.first)
        #expect(housing.area.name == "housing" && cohort.areas.count == 1)
        #expect(housing.start?.median == 3.5 && housing.first?.median == 3.5 && housing.latest?.median == 2)
        #expect(housing.better == 9 && housing.same == 3 && housing.worse == 0 && housing.net == 9)
        #expect(housing.withRoom == 9 && housing.withRoomBetter == 8 && housing.withRoomLowNow == 4)
        #expect(housing.firstReviews == 12 && housing.rose == 3 && housing.roseThenFell == 3)
        #expect(housing.meanChange.map { ($0 * 12).rounded() } == 13)
        #expect(abs(housing.sign.p - 0.00390625) < 1e-12)
        #expect(housing.ranks.rankBiserial == 1)
    }

    @Test func `counts who was last measured in the period, by what was known then`() throws {
        #expect(try Self.cohort(Self.world(), from: "2018-07-01", to: "2018-09-30").families.count == 12)
        let first = try Self.cohort(Self.world(), from: "2018-07-01", to: "2018-09-30").areas.first
        #expect(first?.latest?.median == 3.5)
        #expect(try Self.cohort(Self.world(), from: "2018-04-01", to: "2018-06-30").families.isEmpty)
        #expect(try Self.cohort(Self.world(), from: "2019-01-01", to: "2019-03-31").families.isEmpty)
    }

    @Test func `moves between levels add up to every pair`() throws {
        let moves = try Self.cohort(Self.world()).transitions
        #expect(moves.total == 12 && moves.down == 9 && moves.same == 3 && moves.up == 0)
        #expect(moves.counts[3] == [1, 1, 2, 0, 0])
    }

    @Test func `parts hold every family once`() throws {
        let cohort = try Self.cohort(Self.world())
        for dimension in [Dimension.tier, .age, .area, .worker] {
            let parts = cohort.parts(dimension)
            #expect(parts.reduce(0) { $0 + $1.cohort.families.count } == 12, "\(dimension)")
        }
        #expect(cohort.parts(.tier).map(\.code) == ["low", "high"])
        #expect(cohort.parts(.worker).map(\.code) == [nil])
        #expect(cohort.parts(.age).map(\.code) == ["0-4", "11-15"])
    }

    @Test func `figures of the report say the same`() throws {
        let ground = try Grounds.of(Self.world())
        let period = try #require(Period(from: day("2018-10-01"), to: day("2018-12-31")))
        let answer = try #require(ground.answer(.familySupport(during: period)))
        #expect(answer[id: "distance.better.share"]?.share == Share(9, of: 12))
        #expect(answer[id: "distance.better.tier.high.share"]?.share == Share(4, of: 6))
        #expect(answer[id: "distance.rose_at_first.share"]?.share == Share(3, of: 12))
        #expect(answer[id: "distance.areas_improved.median"]?.value == 1)
    }

    @Test func `small groups are hidden where it is published, and what would give them away`() throws {
        let published = PublicDistance(
            try Self.cohort(Self.world()),
            measuredIn: try #require(Period(from: day("2018-10-01"), to: day("2018-12-31"))),
            by: [.tier, .area],
            policy: .init(threshold: 5)
        )
        let areas = try #require(published.dimensions.first { $0.dimension == .area }?.parts)
        // Three families of Vale: their number is hidden, and with it that of Hill.
        #expect(areas.first { $0.code == "Vale" }?.all.words == "c")
        #expect(areas.first { $0.code == "Hill" }?.all.words == "c" || areas.last?.all.words == "c")
    }
}
