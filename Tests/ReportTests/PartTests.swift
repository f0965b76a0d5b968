import Invented
import Records
import Report
import Statistics
import Testing
import Values

@Suite struct `A part of the register` {
    private static func world() -> World {
        var world = World()
        for number in 0..<20 {
            world.family("F\(number)", area: number.isMultiple(of: 2) ? "Hill" : "Vale")
            world.person("P\(number)", of: "F\(number)", born: "2006-01-01")
            world.referral("R\(number)", of: "F\(number)", on: "2018-03-01", route: .nomination, decision: .accepted)
            world.addCase(
                "C\(number)",
                family: "F\(number)",
                child: "P\(number)",
                from: "2018-04-01",
                to: "2018-12-01",
                reason: number < 12 ? .completed : .disengaged
            ) {
                $0.referralID = Identifier("R\(number)")
                $0.organisationID = Identifier(number < 10 ? "O1" : "O2")
                $0.tier = number.isMultiple(of: 3) ? .high : .low
                $0.team = number < 5 ? "North" : "South"
            }
            world.records.goals.append(
                Goal(
                    id: Identifier("G\(number)"),
                    caseID: Identifier("C\(number)"),
                    title: "A goal",
                    setOn: day("2018-04-20"),
                    outcome: number < 12 ? .achieved : .notAchieved,
                    closedOn: day("2018-11-30")
                )
            )
            world.records.contacts.append(
                Contact(
                    id: Identifier("K\(number)"),
                    caseID: Identifier("C\(number)"),
                    on: day("2018-04-10"),
                    minutes: 90,
                    kind: number.isMultiple(of: 4) ? .multiAgency : .homeVisit,
                    direct: true,
                    attendance: number == 7 ? .didNotAttend : .attended
                )
            )
            world.assessment("sdq", of: "C\(number)", occasion: "baseline", on: "2018-04-12", scores: ["total": "20"])
            world.placement("P\(number)", from: "2019-01-01")
        }
        return world
    }

    private static let year = Period(from: day("2018-04-01"), to: day("2019-03-31"))

    @Test(arguments: [
        (Dimension.provider, ["O1", "O2"]), (.tier, ["low", "high"]), (.area, ["Hill", "Vale"]),
        (.team, ["North", "South"]),
    ])
    func `and the others make the whole`(dimension: Dimension, codes: [String]) throws {
        let ground = try Grounds.of(Self.world())
        let year = try #require(Self.year)
        let whole = ground.snapshot
        let parts = codes.map { ground.keeping(ReportFilter([dimension: $0])).snapshot }
        #expect(parts.reduce(0) { $0 + $1.cases.count } == whole.cases.count)
        #expect(parts.reduce(0) { $0 + $1.contacts.count } == whole.contacts.count)
        #expect(parts.reduce(0) { $0 + $1.goals.count } == whole.goals.count)
        #expect(parts.reduce(0) { $0 + $1.assessments.count } == whole.assessments.count)
        #expect(parts.reduce(0) { $0 + $1.scores.count } == whole.scores.count)
        #expect(parts.reduce(0) { $0 + $1.placements.count } == whole.placements.count)
        #expect(parts.reduce(0) { $0 + $1.referrals.count } == whole.referrals.count)
        for id in ["families", "goals.achieved.share", "hours", "referrals"] {
            let all = try #require(ground.answer(.familySupport(during: year))?[id: id])
            let each = codes.compactMap { code in
                ground.keeping(ReportFilter([dimension: code])).answer(.familySupport(during: year))?[id: id]
            }
            if let share = all.share {
                #expect(each.reduce(0) { $0 + ($1.share?.numerator ?? 0) } == share.numerator, "\(id)")
                #expect(each.reduce(0) { $0 + ($1.share?.denominator ?? 0) } == share.denominator, "\(id)")
            } else {
                #expect(each.reduce(0) { $0 + ($1.value ?? 0) } == all.value, "\(id)")
            }
        }
    }

    @Test func `tells a figure apart as asking each part does`() throws {
        let ground = try Grounds.of(Self.world())
        let question = ReportQuestion.familySupport(during: try #require(Self.year))
        for id in ["families", "goals.achieved.share", "plans.achieved.share", "engaged.share"] {
            let opened = try #require(ground.answer(question, opening: id)?[id: id])
            for dimension in [Dimension.provider, .tier, .area, .team] {
                let breakdown = try #require(FigureBreakdown(opened, by: dimension, ground.snapshot))
                for part in breakdown.parts {
                    let code = try #require(part.code)
                    let own = ground.keeping(ReportFilter([dimension: code])).answer(question)?[id: id]
                    if breakdown.isShare {
                        #expect(own?.share == part.share, "\(id) \(dimension) \(code)")
                    } else {
                        #expect(own?.value == Double(part.counted), "\(id) \(dimension) \(code)")
                    }
                }
            }
        }
    }

    @Test func `lies in the funnel by the limits of its size`() throws {
        let ground = try Grounds.of(Self.world())
        let question = ReportQuestion.familySupport(during: try #require(Self.year))
        let opened = try #require(
            ground.answer(question, opening: "goals.achieved.share")?[id: "goals.achieved.share"]
        )
        let breakdown = try #require(FigureBreakdown(opened, by: .provider, ground.snapshot))
        // 10 of 10 beside 2 of 10 around 12 of 20: 0.6 and 1.96 or 3.09 times the root of 0.24 over 10.
        #expect(breakdown.average == 0.6)
        #expect(breakdown.parts.map { breakdown.place($0) } == [.above, .below])
        let limits = try #require(breakdown.limits(10, confidence: 0.95))
        #expect(abs(limits.low - 0.29636) < 1e-4 && abs(limits.high - 0.90364) < 1e-4)
    }

    @Test func `a mean of many is not told apart`() throws {
        let ground = try Grounds.of(Self.world())
        let question = ReportQuestion.familySupport(during: try #require(Self.year))
        let opened = try #require(ground.answer(question, opening: "response.median_days")?.figures.first)
        #expect(FigureBreakdown(opened, by: .team, ground.snapshot) == nil)
    }

    @Test func `keeps the hours of workers only where they are whole`() throws {
        var world = Self.world()
        world.records.workers = [
            Worker(
                id: Identifier("W1"),
                name: "Ada Ode",
                organisationID: Identifier("O1"),
                role: .therapist,
                wte: Decimal(1)
            )
        ]
        world.records.allocations = [
            Allocation(caseID: Identifier("C0"), workerID: Identifier("W1"), role: .therapist, from: day("2018-04-01"))
        ]
        let ground = try Grounds.of(world)
        #expect(ground.keeping(ReportFilter([.provider: "O1"])).snapshot.workers.map(\.wte) == [Decimal(1)])
        #expect(ground.keeping(ReportFilter([.provider: "O2"])).snapshot.workers.isEmpty)
        #expect(ground.keeping(ReportFilter([.tier: "high"])).snapshot.workers.map(\.wte) == [nil])
    }
}
