import FollowUp
import Invented
import Records
import Report
import Statistics
import Testing
import Values

@Suite struct `Pathway review` {
    private static let year = Period.last(months: 12, asAt: day("2018-12-31"))

    private static func review(_ world: World, asAt: String = "2019-12-31") throws -> PathwayReview {
        let ground = try Grounds.of(world)
        return PathwayReview(ground.snapshot, care: ground.care, received: year, asAt: day(asAt))
    }

    private static func world() -> World {
        var world = World()
        for (number, decision) in [ReferralDecision.accepted, .accepted, .declined, .pending].enumerated() {
            world.family("F\(number)")
            world.person("P\(number)", of: "F\(number)", born: "2008-01-01")
            world.referral("R\(number)", of: "F\(number)", on: "2018-03-01", route: .other, decision: decision)
        }
        world.addCase("C0", family: "F0", child: "P0", from: "2018-03-31", to: "2018-09-01", reason: .completed) {
            $0.referralID = Identifier("R0")
        }
        return world
    }

    @Test func `referrals are followed as far as they have come`() throws {
        let review = try Self.review(Self.world())
        #expect(review.stages.map(\.reached) == [4, 2, 1, 0, 1, 0])
        #expect(review.stages.map(\.lost) == [0, 1, 0, 1, 0, 0])
        #expect(review.stages.map(\.underWay) == [0, 1, 1, 0, 0, 1])
        #expect(review.steps[0].happened == 1 && review.steps[0].curve.count == 3)
        #expect(review.steps[0].curve.steps.first?.days == 30)
    }

    @Test func `what happened after the day is not known`() throws {
        let review = try Self.review(Self.world(), asAt: "2018-06-01")
        #expect(review.stages.map(\.reached) == [4, 2, 1, 0, 0, 0])
    }

    @Test(arguments: [("2018-05-01", 1, 0), ("2018-03-01", 0, 1)])
    func `care entry counts from the start, and not those in care already`(from: String, events: Int, left: Int) throws
    {
        var world = Self.world()
        world.placement("P0", from: from, to: nil)
        let care = try #require(Self.review(world).care.first)
        #expect(care.curve.steps.reduce(0) { $0 + $1.events } == events)
        #expect(care.inCare == left)
    }
}
