import FollowUp
import Identify
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

    @Test func `those turned away are counted by where they went`() throws {
        var world = World()
        let sent: [(ReferralDecision, String?)] = [
            (.inappropriate, "Early help"), (.declined, "Early help"), (.declined, "Family hub"), (.declined, nil),
            (.withdrawn, "Early help"), (.accepted, nil), (.inappropriate, nil),
        ]
        for (number, (decision, place)) in sent.enumerated() {
            world.family("F\(number)")
            world.referral("R\(number)", of: "F\(number)", on: "2018-03-01", route: .other, decision: decision)
            world.records.referrals[number].destination = place
        }
        // Of a referral that led to a case after all, the case is where it went.
        world.addCase("C2", family: "F2", child: nil, from: "2018-03-31") { $0.referralID = Identifier("R2") }
        #expect(
            try Self.review(world).destinations == [
                .init(name: "Early help", inappropriate: 1, declined: 1),
                .init(name: nil, inappropriate: 1, declined: 1),
            ]
        )
        let period = try #require(Period(from: day("2018-03-01"), to: day("2018-03-31")))
        let report = try #require(try Grounds.of(world).answer(.familySupport(during: period)))
        #expect(report[id: "referrals.inappropriate"]?.value == 2)
        #expect(report[id: "referrals.inappropriate.destination.early-help"]?.value == 1)
        #expect(report[id: "referrals.inappropriate.destination.unknown"]?.value == 1)
    }

    @Test func `the way begins with the families that criteria find`() throws {
        var world = World()
        for number in 0..<4 {
            world.family("F\(number)")
            world.person("P\(number)", of: "F\(number)", born: "2004-01-01")
            world.event(.asbIncident, on: "2018-10-01", family: "F\(number)")
        }
        let set = CriteriaSet(
            id: "own",
            title: "Own",
            looksBackMonths: 12,
            criteria: [Criterion(id: "asb", label: "Disorder", rules: [.familyEvent(.asbIncident)])],
            needs: [[0]],
            needsWithDiscretion: nil
        )
        world.referral("R0", of: "F0", on: "2018-03-01", route: .nomination, decision: .accepted)
        world.addCase("C0", family: "F0", child: "P0", from: "2018-04-01") { $0.referralID = Identifier("R0") }
        world.referral("R1", of: "F1", on: "2018-03-01", route: .nomination)
        world.referral("R2", of: "F2", on: "2020-03-01", route: .nomination)
        let ground = try Grounds.of(world)
        let found = IdentifiedFamilies(
            ground.snapshot,
            by: set,
            on: day("2018-12-31"),
            followedTo: day("2019-12-31")
        )
        #expect(found.identified == 4 && found.referred == 2 && found.started == 1)
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
