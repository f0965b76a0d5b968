import Invented
import Pay
import Testing
import Values

@Suite struct `An investment` {
    private static func flows(_ list: [(String, Int64)]) -> InvestorReturn {
        InvestorReturn(list.map { CashFlow(on: day($0.0), amount: pounds($0.1)) })
    }

    /// The example that spreadsheets print for XIRR.
    @Test func `returns what spreadsheets say`() throws {
        let example = Self.flows([
            ("2008-01-01", -10_000), ("2008-03-01", 2_750), ("2008-10-30", 4_250), ("2009-02-15", 3_250),
            ("2009-04-01", 2_750),
        ])
        let rate = try #require(example.internalRate.rate)
        #expect(abs(rate - 0.373362534) < 5e-10)
        #expect(example.internalRate.signChanges == 1)
    }

    @Test func `of £3.1m brings 1.45 times as much and 9.69 % a year`() throws {
        let bond = Self.flows([
            ("2013-04-01", -1_000_000), ("2013-10-01", -1_000_000), ("2014-04-01", -1_100_000),
            ("2016-04-01", 500_000), ("2017-04-01", 1_500_000), ("2018-04-01", 2_000_000), ("2019-03-31", 495_000),
        ])
        let rate = try #require(bond.internalRate.rate)
        #expect((rate * 10_000).rounded() == 969)
        #expect(bond.multiple == 1.45)
        #expect(bond.peakAtRisk == pounds(3_100_000) && bond.paidIn == pounds(3_100_000))
        #expect(bond.paidBackOn == day("2018-04-01"))
    }

    @Test func `of the same multiple in one payment brings less`() throws {
        let late = Self.flows([("2013-04-01", -100_000), ("2018-09-30", 145_000)])
        let rate = try #require(late.internalRate.rate)
        #expect((rate * 1000).rounded() == 70)
    }

    @Test func `may have several rates, and then none is the return`() {
        // -100 + 230/(1+r) - 132/(1+r)^2 is nought at 10 % and at 20 %: years of 365 days.
        let mixed = InvestorReturn(
            [(0, -100), (365, 230), (730, -132)].map { CashFlow(on: day("2013-04-01") + $0, amount: pounds($1)) }
        )
        let found = mixed.internalRate
        #expect(found.signChanges == 2 && found.rate == nil && found.rates.count == 2)
        #expect(zip(found.rates, [0.1, 0.2]).allSatisfy { abs($0 - $1) < 1e-12 })
    }

    @Test func `may have none`() {
        let lost = Self.flows([("2013-04-01", -100), ("2014-04-01", -50)])
        #expect(lost.internalRate.rates.isEmpty && lost.internalRate.signChanges == 0)
        #expect(lost.multiple == 0 && lost.paidBackOn == nil && lost.peakAtRisk == pounds(150))
        #expect(Self.flows([]).multiple == nil)
    }

    @Test(arguments: UInt64(1)...50) func `is worth nothing at its rate`(seed: UInt64) throws {
        var random = Seeded(seed)
        var list = [CashFlow(on: day("2013-04-01"), amount: pounds(-1000))]
        for _ in 0..<6 {
            let on = day("2013-04-02") + Int.random(in: 0...3000, using: &random)
            list.append(CashFlow(on: on, amount: pounds(Int64.random(in: 100...600, using: &random))))
        }
        let rate = try #require(InvestorReturn(list).internalRate.rate)
        // By continued multiplication of the daily rate's logarithm is avoided: Newton's own sum is checked instead.
        var worth = 0.0
        for flow in list {
            var discount = 1.0
            let years = Double(flow.on - day("2013-04-01")) / 365
            for _ in 0..<Int(years) { discount /= 1 + rate }
            discount /= Self.power(1 + rate, years - Double(Int(years)))
            worth += flow.amount.pounds * discount
        }
        #expect(abs(worth) < 1e-6)
    }

    /// A root of a number by repeated square roots, apart from the code under test.
    private static func power(_ base: Double, _ part: Double) -> Double {
        var (value, root, rest) = (1.0, base, part)
        for _ in 0..<60 {
            root = root.squareRoot()
            rest *= 2
            if rest >= 1 {
                value *= root
                rest -= 1
            }
        }
        return value
    }
}
