import Invented
import Pay
import Testing
import Values

@Suite struct `A simulation` {
    @Test func `of the same seed is the same, and of another is not`() throws {
        let contract = try shippedContract("rotherham-reunification")
        let one = try #require(Simulation(contract, trials: 40, seed: 1))
        let same = try #require(Simulation(contract, trials: 40, seed: 1))
        let other = try #require(Simulation(contract, trials: 40, seed: 2))
        #expect(one.payment == same.payment && one.gaps == same.gaps && one.returns == same.returns)
        #expect(one.gaps != other.gaps)
        #expect(Simulation(contract, trials: 0, seed: 1) == nil)
        #expect(Simulation(try shippedContract("peterborough-threshold"), trials: 1, seed: 1) == nil)
    }

    @Test func `never pays above the cap, and adds up`() throws {
        let contract = try shippedContract("essex-care-days")
        let simulation = try #require(Simulation(contract, trials: 30, seed: 3))
        let cap = try #require(contract.cap)
        #expect(simulation.payment.p90 <= cap && simulation.payment.p10 <= simulation.payment.p50)
        let last = try #require(simulation.gaps.last)
        #expect(last.cash == simulation.investor)
        #expect(simulation.gaps.count == 32 && last.quarter.to == contract.term.lastClaim)
    }

    /// With nothing left to chance the outcome is arithmetic: 4 quarters of 10 children, each worth £100, cost £50.
    @Test func `without uncertainty is arithmetic`() throws {
        let plan = """
            simulation:
              starts_in_quarter: {low: 10, likely: 10, high: 10}
              success:
                - {outcome: a, percent: {low: 100, likely: 100, high: 100}, after_months: {low: 1, likely: 1, high: 1}}
              cost_in_quarter: 50
              set_up_cost: 20
              saving_an_outcome: [{outcome: a, amount: 300}]

            """
        let contract = try InventedContract.read(
            "id: p, label: P, clause: outcome, outcome: a, price: 100\nid: g, label: G, clause: grant, percent: 20",
            top: plan
        )
        let simulation = try #require(Simulation(contract, trials: 5, seed: 9))
        // Members start in the twelve quarters of 2014 to 2016.
        #expect(simulation.payment.p10 == pounds(12_000) && simulation.payment.p90 == pounds(12_000))
        #expect(simulation.saving.p50 == pounds(36_000) && simulation.grant.p50 == pounds(2_400))
        #expect(simulation.investor.p50 == pounds(12_000 - 620))
        #expect(simulation.commissioner.p50 == pounds(36_000 + 2_400 - 12_000))
        #expect(simulation.commissionerLoss.courses == Share(0, of: 5) && simulation.commissionerLoss.average == .zero)
    }

    @Test func `under another scenario moves the way it says`() throws {
        let contract = try shippedContract("rotherham-reunification")
        let results = try Scenario.usual.map { scenario in
            let changed = try #require(scenario.applied(to: contract))
            return try #require(Simulation(changed, trials: 200, seed: 4))
        }
        let plain = try #require(Simulation(contract, trials: 200, seed: 4))
        #expect(results[0].payment == plain.payment && results[0].gaps == plain.gaps)
        #expect(results[1].payment.p50 < plain.payment.p50 && plain.payment.p50 < results[2].payment.p50)
        #expect(results[3].payment.p50 < plain.payment.p50)
        #expect(results[5].payment == plain.payment && results[5].investor.p50 < plain.investor.p50)
        #expect(results[6].investor.p50 < results[1].investor.p50)
        #expect(try Scenario.usual[1].applied(to: shippedContract("peterborough-threshold")) == nil)
    }

    @Test func `follows the ranges it was given`() throws {
        let triangle = try #require(Triangle(low: 0, likely: 2, high: 10))
        #expect(triangle.quantile(0) == 0 && triangle.quantile(1) == 10 && triangle.quantile(0.2) == 2)
        // The median of this triangle is 10 - sqrt(0.5 * 10 * 8).
        #expect(abs(triangle.quantile(0.5) - (10 - 40.0.squareRoot())) < 1e-12)
        #expect(Triangle(low: 2, likely: 1, high: 3) == nil && Triangle(low: 2, likely: 4, high: 3) == nil)
        #expect(try #require(Triangle(low: 5, likely: 5, high: 5)).quantile(0.7) == 5)
    }
}

@Suite struct `A trajectory` {
    /// Derby in November 2013: full success is 660 claims, the plan counts on 60 %, and 130 are made.
    @Test func `says what is still to come, less each day`() throws {
        let contract = try shippedContract("rotherham-reunification")
        let simulation = try #require(Simulation(contract, trials: 30, seed: 2))
        let term = contract.term
        #expect(simulation.toCome(after: term.starts.from - 1) == simulation.payment)
        #expect(simulation.toCome(after: term.lastClaim).p90 == .zero)
        #expect(simulation.toCome(after: term.lastClaim + 400).p90 == .zero)
        for gap in simulation.gaps { #expect(simulation.toCome(after: gap.quarter.to) == gap.toCome) }
        var before = simulation.payment
        for days in stride(from: 0, to: term.lastClaim - term.starts.from, by: 17) {
            let now = simulation.toCome(after: term.starts.from + days)
            #expect(now.p10 <= before.p10 && now.p50 <= before.p50 && now.p90 <= before.p90)
            before = now
        }
        // What is delivered stands, and the cap holds.
        let end = simulation.expected(delivered: pounds(12_345), on: term.lastClaim)
        #expect(end.p10 == pounds(12_345) && end.p90 == pounds(12_345))
        let essex = try #require(Simulation(shippedContract("essex-care-days"), trials: 10, seed: 1))
        let early = essex.expected(delivered: pounds(7_000_000), on: day("2014-01-01"))
        #expect(early.p50 == pounds(7_210_000))
    }

    @Test func `shows how far claims are from the plan`() {
        let derby = Trajectory(possible: 660, success: Share(60, of: 100), made: 130, lastClaim: day("2015-05-31"))
        #expect(derby.planned == 396 && derby.remaining == 266)
        #expect(derby.madeOfPossible.value.map { ($0 * 1000).rounded() } == 197)
        #expect(derby.madeOfPlanned.value.map { ($0 * 1000).rounded() } == 328)
        #expect(derby.neededAMonth(from: day("2013-11-30")).map { ($0 * 10).rounded() } == 148)
        #expect(derby.neededAMonth(from: day("2015-05-31")) == nil)
    }
}
