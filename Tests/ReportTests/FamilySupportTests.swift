import Assess
import Definitions
import Invented
import Records
import Report
import Testing
import Values

@Suite struct `Family support` {
    private static let quarter = Period(from: day("2018-04-01"), to: day("2018-06-30"))

    private static func answer(_ world: World) throws -> ReportAnswer {
        let quarter = try #require(Self.quarter)
        return try #require(try Grounds.of(world).answer(.familySupport(during: quarter)))
    }

    private static func world(goals: [GoalOutcome], reason: CaseEndReason?) -> World {
        var world = World()
        world.family("F1")
        world.person("P1", of: "F1")
        world.addCase("C1", family: "F1", child: "P1", from: "2018-01-01", to: "2018-05-01", reason: reason)
        world.records.goals = goals.enumerated().map { index, outcome in
            Goal(
                id: Identifier("G\(index)"),
                caseID: Identifier("C1"),
                title: "A goal",
                setOn: day("2018-01-10"),
                outcome: outcome,
                closedOn: outcome == .open ? nil : day("2018-04-30")
            )
        }
        return world
    }

    @Test(arguments: [
        ([GoalOutcome.achieved, .achieved], CaseEndReason.completed, "achieved"),
        ([.achieved, .dropped], .completed, "achieved"), ([.achieved, .notAchieved], .completed, "partly"),
        ([.partly, .notAchieved], .completed, "partly"), ([.notAchieved, .dropped], .completed, "not_achieved"),
        ([.achieved], .disengaged, "dropped_out"), ([.notAchieved], .consentWithdrawn, "dropped_out"),
    ])
    func `a plan ends in one way`(goals: [GoalOutcome], reason: CaseEndReason, result: String) throws {
        let answer = try Self.answer(Self.world(goals: goals, reason: reason))
        for other in ["achieved", "partly", "not_achieved", "dropped_out"] {
            #expect(answer[id: "plans.\(other).share"]?.share == Share(other == result ? 1 : 0, of: 1), "\(other)")
        }
    }

    @Test func `a plan without a settled goal is not known`() throws {
        for goals in [[], [GoalOutcome.open]] {
            let figure = try Self.answer(Self.world(goals: goals, reason: .completed))[id: "plans.achieved.share"]
            #expect(figure?.share == Share(0, of: 0) && figure?.unknown == 1)
        }
    }

    @Test(arguments: [
        ("2018-01-31", "under-1"), ("2018-02-01", "1-3"), ("2018-03-31", "1-3"), ("2018-04-01", "3-6"),
        ("2018-06-30", "3-6"), ("2018-07-01", "6-plus"),
    ])
    func `time with families is counted in whole months`(end: String, band: String) throws {
        var world = World()
        world.family("F1")
        world.addCase("C1", family: "F1", child: nil, from: "2018-01-01", to: end)
        let year = try #require(Period(from: day("2018-01-01"), to: day("2018-12-31")))
        let answer = try #require(try Grounds.of(world).answer(.familySupport(during: year)))
        for other in ["under-1", "1-3", "3-6", "6-plus"] {
            #expect(answer[id: "keyworker.time.\(other)"]?.value == (other == band ? 1 : 0), "\(other)")
        }
    }

    @Test func `an hour costs what all cost, by the hours of every contact`() throws {
        var world = Self.world(goals: [.achieved], reason: .completed)
        world.records.contacts = [
            Contact(id: Identifier("K1"), caseID: Identifier("C1"), on: day("2018-04-10"), minutes: 90, kind: .phone),
            Contact(id: Identifier("K2"), caseID: Identifier("C1"), on: day("2018-03-31"), minutes: 600, kind: .phone),
            Contact(id: Identifier("K3"), caseID: Identifier("C1"), on: day("2018-04-11"), kind: .phone),
        ]
        world.records.costs = [
            Cost(
                id: Identifier("X1"),
                programme: "mst",
                from: day("2018-04-01"),
                to: day("2018-04-30"),
                amount: Money(pence: 300_00)
            )
        ]
        let answer = try Self.answer(world)
        #expect(answer[id: "hours"]?.value == 1.5)
        #expect(answer[id: "cost.per_hour"]?.value == 200)
    }

    @Test func `a family referred before is a re-referral`() throws {
        var world = World()
        for (id, family, on) in [("R1", "F1", "2018-01-01"), ("R2", "F1", "2018-05-01"), ("R3", "F2", "2018-05-01")] {
            if id != "R2" { world.family(family) }
            world.referral(id, of: family, on: on, route: .nomination)
        }
        let answer = try Self.answer(world)
        #expect(answer[id: "referrals"]?.value == 2)
        #expect(answer[id: "referrals.again"]?.value == 1)
        #expect(answer[id: "referrals.again.share"]?.share == Share(1, of: 2))
    }

    @Test(arguments: [("2018-04-28", true), ("2018-04-29", false)])
    func `engagement is within 28 days`(came: String, counts: Bool) throws {
        var world = World()
        world.family("F1")
        world.addCase("C1", family: "F1", child: nil, from: "2018-04-01")
        world.records.contacts = [
            Contact(
                id: Identifier("K1"),
                caseID: Identifier("C1"),
                on: day(came),
                kind: .homeVisit,
                attendance: .attended
            ),
            Contact(
                id: Identifier("K2"),
                caseID: Identifier("C1"),
                on: day("2018-04-05"),
                kind: .homeVisit,
                attendance: .didNotAttend
            ),
        ]
        #expect(try Self.answer(world)[id: "engaged.share"]?.share == Share(counts ? 1 : 0, of: 1))
    }

    @Test func `shipped cards, reviews and frameworks name figures that there are`() throws {
        let definitions = try DefinitionSet()
        let world = `Distance travelled by a cohort`.world()
        let ground = try Grounds.of(world)
        let year = try #require(Period(from: day("2018-01-01"), to: day("2018-12-31")))
        let ids = try #require(ground.answer(.familySupport(during: year))).figures.map(\.id)
        #expect(Set(ids).count == ids.count)
        for card in try ReportCard.all(definitions) {
            for line in card.boxes.flatMap(\.lines) {
                // A breakdown may have no group in so small a world; a figure by its name must be there.
                for pattern in line.figures where !pattern.text.hasSuffix("*") {
                    #expect(ids.contains { pattern.matches($0) }, "\(card.id): \(pattern.text)")
                }
            }
        }
        for framework in try EvaluationFramework.all(definitions) {
            let filled = ground.fill(framework, asAt: day("2018-12-31"))
            #expect(filled.measures.allSatisfy { $0.figure != nil }, "\(framework.id)")
            for method in framework.outcomes.flatMap(\.methods) {
                #expect(method.instrument.map { ground.instruments[$0] != nil } ?? true, "\(method.title)")
            }
        }
        let scorecards = try Scorecard.all(definitions).map(\.id)
        let reviews = try ServiceReview.all(definitions)
        #expect(reviews.first?.items.count == 10)
        #expect(reviews.allSatisfy { scorecards.contains($0.scorecard) })
    }
}
