import Definitions
import Pay
import Testing
import Values

@Suite struct `What a plan's saving depends on` {
    private func scenario(_ option: String = "own-budget") throws -> PlanScenario {
        let plan = try rotherham()
        return PlanScenario(plan, try #require(plan.option(option)))
    }

    @Test func `the dearer the place, the more is saved`() throws {
        let scenario = try scenario()
        let saved = stride(from: 0.0, through: 300_000, by: 2_500).map {
            scenario.with(.price("residential"), $0).saved
        }
        #expect(zip(saved, saved.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test func `the more children go home, the more is saved`() throws {
        let scenario = try scenario()
        let saved = (0...100).map { scenario.with(.success, Double($0)).saved }
        #expect(zip(saved, saved.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(saved[0] < .zero && saved[100] > .zero)
    }

    @Test func `a return costs what it says, and a grant brings it`() throws {
        let bond = try scenario("social-impact-bond")
        let base = bond.with(.investorReturn, 0).saved
        // Rounded each quarter, at most half a penny of 20.
        let earned = base - bond.with(.investorReturn, 10).saved
        #expect(abs(earned.pence - 57_036_250) <= 10)
        let more = bond.with(.grant("life-chances-fund"), 95_000).saved - bond.saved
        #expect(more == Money(pence: 5_000_000))
    }

    @Test func `inputs that an option does not have change nothing`() throws {
        let own = try scenario()
        #expect(own.with(.investorReturn, 10).saved == own.saved)
        #expect(own.with(.grant("life-chances-fund"), 0).saved == own.saved)
        let nothing = try scenario("do-nothing")
        for input in [PlanInput.beds, .success, .price("residential")] {
            #expect(nothing.with(input, 4).saved == .zero)
        }
    }

    @Test func `a fourth bed is four starts a year and more, not less`() throws {
        let four = try scenario().with(.beds, 4)
        #expect(four.plan.plannedChildren.count == 80)
        // 760,000 a year for a home of four.
        #expect(four.plan.annual(four.plan.costs[0]) == Money(pence: 76_000_000))
        #expect(four.saved > (try scenario().saved))
    }

    @Test(arguments: ["own-budget", "social-impact-bond", "combination"])
    func `breaks even where it says`(option: String) throws {
        let scenario = try scenario(option)
        let result = PlanSensitivity(scenario.plan, scenario.option, ranges: scenario.plan.ranges)
        #expect(result.bars.map(\.spread) == result.bars.map(\.spread).sorted(by: >))
        #expect(result.saved == scenario.saved)
        var tried = 0
        for breakEven in result.breakEvens {
            guard let value = breakEven.value else { continue }
            tried += 1
            let (below, above) = (
                scenario.with(breakEven.input, value - 0.01), scenario.with(breakEven.input, value + 0.01)
            )
            #expect((below.saved < .zero) != (above.saved < .zero))
        }
        #expect(tried >= 2)
    }

    @Test func `a table of two is the scenarios it names`() throws {
        let scenario = try scenario()
        let table = scenario.table(.success, [50, 75], .price("residential"), [150_000, 175_000, 200_000])
        #expect(table.map(\.count) == [3, 3])
        #expect(table[1][1] == scenario.saved)
        #expect(table[0][2] == scenario.with(.price("residential"), 200_000).with(.success, 50).saved)
    }

    @Test func `what has no meaning becomes the nearest that has`() throws {
        let scenario = try scenario()
        #expect(scenario.with(.success, 200).saved == scenario.with(.success, 100).saved)
        #expect(scenario.with(.success, -.infinity).saved == scenario.with(.success, 0).saved)
        #expect(scenario.with(.price("residential"), .nan).saved == scenario.with(.price("residential"), 0).saved)
    }
}

@Suite struct `Trials of a plan` {
    @Test func `are the same from the same seed, and in order`() throws {
        let plan = try rotherham()
        let make = { (seed: UInt64) in
            PlanTrials(plan, plan.options[1], ranges: plan.ranges, trials: 200, seed: seed).saved
        }
        #expect(make(1) == make(1))
        #expect(make(1) != make(2))
        #expect(make(3) == make(3).sorted())
    }

    @Test func `spread around what is planned`() throws {
        let plan = try rotherham()
        let trials = PlanTrials(plan, plan.options[0], ranges: [], trials: 400, seed: 11)
        // Nothing but who goes home is left to chance: the mean is what a share of each child would save.
        let full = PlanScenario(plan, plan.options[0]).with(.success, 100).saved.pounds
        let none = PlanScenario(plan, plan.options[0]).with(.success, 0).saved.pounds
        let expected = none + 0.75 * (full - none)
        let mean = trials.saved.map(\.pounds).reduce(0, +) / 400
        let spread = (trials.percentile(90) - trials.percentile(10)).pounds / 2.563
        #expect(abs(mean - expected) < 4 * spread / 20)
        #expect(trials.percentile(10) < trials.percentile(50) && trials.percentile(50) < trials.percentile(90))
        #expect(trials.shareSaving.value ?? 0 > 0.9)
    }

    @Test func `of nothing save nothing`() throws {
        let plan = try rotherham()
        let nothing = try #require(plan.option("do-nothing"))
        #expect(PlanTrials(plan, nothing, ranges: plan.ranges, trials: 20, seed: 1).saved.allSatisfy { $0 == .zero })
        #expect(PlanTrials(plan, nothing, ranges: [], trials: 0, seed: 1).percentile(50) == .zero)
    }
}
