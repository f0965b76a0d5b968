import FollowUp
import Invented
import Pay
import Records
import Testing
import Values

@Suite struct `Candidates for a programme` {
    /// As at 30 June 2018: children's homes of kinds K2, ages 11 to 15.
    private static func scope(_ world: World, homes: [HomeCapacity] = []) throws -> CandidateScope {
        let rule = try #require(rotherham().candidates)
        return CandidateScope(rule, world.snapshot, asAt: day("2018-06-30"), homes: homes)
    }

    private static func world(_ children: [(id: String, born: String?)]) -> World {
        var world = World()
        world.family("F1")
        for child in children { world.person(child.id, of: "F1", born: child.born) }
        return world
    }

    @Test(arguments: [
        ("2007-06-30", true), ("2007-07-01", false), ("2002-07-01", true), ("2002-06-30", false),
    ])
    func `are of the ages of the plan on the day`(born: String, isCandidate: Bool) throws {
        var world = Self.world([("P1", born)])
        world.placement("P1", from: "2017-01-01", type: .k2)
        let scope = try Self.scope(world)
        #expect(scope.children.map(\.isCandidate) == [isCandidate] && scope.candidates == (isCandidate ? 1 : 0))
    }

    @Test func `are there on the night, in placements of the plan, not for a short break`() throws {
        var world = Self.world((1...6).map { ("P\($0)", "2005-01-01") } + [("P7", nil)])
        world.placement("P1", from: "2018-06-30", type: .k2)
        world.placement("P2", from: "2018-01-01", to: "2018-06-30", type: .k2)
        world.placement("P3", from: "2018-01-01", type: .u6)
        world.placement("P4", from: "2018-01-01", status: .v4, type: .k2)
        world.placement("P5", from: "2018-07-01", type: .r1)
        world.placement("P6", from: "2018-01-01", to: "2018-07-01", type: .s1)
        world.placement("P7", from: "2018-01-01", type: .k1)
        let scope = try Self.scope(world)
        #expect(scope.children.map(\.id) == ["P1", "P6", "P7"] && scope.candidates == 2)
        #expect(scope.children.last?.age == nil)
    }

    @Test func `come once however often they move, and again after a time elsewhere`() throws {
        var world = Self.world([("P1", "2004-01-01"), ("P2", "2010-01-01")])
        // 2015/16: in, and on from one home to the next; 2017/18: in again after fostering.
        world.placement("P1", from: "2015-09-01", to: "2015-12-01", type: .k2)
        world.placement("P1", from: "2015-12-01", to: "2016-03-01", type: .r1)
        world.placement("P1", from: "2016-03-01", to: "2017-09-01", type: .u6)
        world.placement("P1", from: "2017-09-01", type: .k2)
        world.placement("P2", from: "2016-09-01", to: "2016-10-01", type: .k2)
        world.placement("P2", from: "2014-01-01", to: "2014-02-01", type: .k2)
        let scope = try Self.scope(world)
        #expect(scope.entrants.map(\.all) == [1, 1, 1] && scope.entrants.map(\.ofAge) == [1, 0, 1])
        #expect(scope.entrants.last?.period == Period(from: day("2017-07-01"), to: day("2018-06-30")))
        #expect(scope.entrantsAYear.value == 1 && scope.candidatesAYear.value == 2.0 / 3)
        #expect(scope.children.first?.since == day("2017-09-01"))
        // One there now, and two thirds a year for five years.
        #expect(scope.candidates(overYears: 5) == Share(13, of: 3))
    }

    /// Rotherham's paper: 24 of 67, 35 a year; by that ratio 12.5 a year are in scope, and not 7 as the paper says.
    @Test func `are Rotherham's by its own ratio`() throws {
        var world = World()
        world.family("F1")
        for child in 0..<67 {
            world.person("P\(child)", of: "F1", born: child < 24 ? "2005-01-01" : "2001-01-01")
            world.placement("P\(child)", from: "2014-01-01", type: .k2)
        }
        for child in 0..<105 {
            world.person("Q\(child)", of: "F1", born: "2001-01-01")
            let year = 2015 + child / 35
            world.placement("Q\(child)", from: "\(year)-09-01", to: "\(year)-10-01", type: .k2)
        }
        let scope = try Self.scope(world)
        #expect(scope.candidates == 24 && scope.children.count == 67 && scope.entrantsAYear.value == 35)
        let ratio = try #require(scope.candidatesAYearByRatio.value)
        #expect(abs(ratio - 35.0 * 24 / 67) < 1e-12 && (ratio * 10).rounded() == 125)
    }

    /// Three beds and four cycles of twelve weeks make twelve children a year; a fourth bed makes four more.
    @Test(arguments: [(3, 84, 7, 4, 12), (4, 84, 7, 4, 16), (3, 84, 8, 3, 9), (1, 365, 0, 1, 1), (2, 400, 0, 0, 0)])
    func `go through beds by cycles`(beds: Int, nights: Int, between: Int, cycles: Int, children: Int) {
        let home = HomeCapacity(name: "H", beds: beds, cycleNights: nights, turnaroundNights: between)
        #expect(home.cyclesAYear == cycles && home.childrenAYear == children)
    }
}
