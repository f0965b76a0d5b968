import Definitions
import Pay
import Testing
import Values

@Suite struct `Costs against benefits` {
    private func example() throws -> BenefitCase {
        try #require(try BenefitCase.all(DefinitionSet()).first { $0.id == "mst-example" })
    }

    @Test func `come out as worked by hand`() throws {
        let result = BenefitResult(try example())
        // 136 × 0.90 × (0.25 − 0.05) = 24.48 children × £3,000 × 52 = £3,818,880; less 15 % = £3,246,048.
        let line = try #require(result.benefits.first)
        #expect(line.total == Money(pence: 324_604_800))
        #expect(line.adjustments?.gross == Money(pence: 477_360_000))
        #expect(line.adjustments?.afterDeadweight == Money(pence: 381_888_000))
        #expect(line.adjustments?.afterDisplacement == Money(pence: 381_888_000))
        #expect(line.adjustments?.afterOptimism == line.total)
        // £2.4m and 5 % is £2.52m.
        #expect(result.cost == Money(pence: 252_000_000))
        #expect(abs((result.fiscalReturn ?? 0) - 1.2881) < 0.0001)
        #expect(result.netPresentValue == Money(pence: 72_604_800))
        #expect(result.paysBackIn?.short == "2015/16")
        #expect(abs(result.engaged - 122.4) < 1e-9)
    }

    @Test func `open onto every step`() throws {
        let year = try #require(BenefitResult(try example()).benefits.first?.years.first)
        let values = year.steps.map(\.value)
        let expected = [136, 122.4, 30.6, 24.48, 3_000, 156_000, 3_818_880, 3_818_880, 3_818_880, 3_246_048]
        #expect(values.count == expected.count)
        #expect(zip(values, expected).allSatisfy { abs($0 - $1) < 1e-6 })
    }

    @Test func `widen with the evidence`() throws {
        let result = BenefitResult(try example())
        let (low, high) = result.range
        #expect(low.netPresentValue < result.netPresentValue && result.netPresentValue < high.netPresentValue)
        // 136 × 0.9 × 0.10 × 156,000 × 0.85 at the low end.
        #expect(low.publicBenefit == Money(pence: 162_302_400))
    }

    @Test func `say what must be known`() throws {
        let cautions = BenefitResult(try example()).cautions
        #expect(cautions.contains { $0.contains("for hope") })
        #expect(!cautions.contains { $0.contains("price level") })
    }

    static let lines = [
        "kind: benefit", "id: small", "version: \"1\"", "from: 2026-04-01", "source: {document: A paper, section: 1}",
        "evidence: stated", "title: Small", "first_year: 2020/21", "years: 5", "things: families",
        "population: {number: 100, grade: 1}", "engagement: {percent: 100, grade: 1}",
        "costs:", "  - {id: c, label: Cost, agency: Council, amounts: [100000, 50000], grade: 1}",
        "outcomes:",
        "  - {id: o, label: Home, unit_cost: place, units: 1, impact: {percent: 10, grade: 1}, deadweight_percent: 0, attribution_percent: 80, displacement_percent: 25, lag_years: 1, lasts_years: 3, drop_off_percent: 50}",
        "optimism_bias: {percent_by_grade: [0], evidence: verified}",
        "price_levels: {2010/11: 80, 2020/21: 100}",
    ]
    static let library = [
        "kind: unit_costs", "id: lib", "version: \"1\"", "from: 2026-04-01", "source: {document: A paper, section: 1}",
        "evidence: stated", "costs:",
        "  - {id: place, label: Place, amount: 8000, per: year, price_year: 2010/11, agency: Council, value: fiscal, basis: marginal, cashable_percent: 50, source: {document: A paper, section: 2}, evidence: stated}",
    ]

    private func read(_ lines: [String], _ library: [String] = Self.library) throws -> BenefitCase {
        let files = [("case.yml", lines), ("costs.yml", library)].map { name, lines in
            DefinitionFile(name: name, bytes: Array((lines.joined(separator: "\n") + "\n").utf8))
        }
        return try #require(try BenefitCase.all(DefinitionSet(shipped: [], local: files)).first)
    }

    @Test func `fall off, come late, and stand in the prices of the first year`() throws {
        let result = BenefitResult(try read(Self.lines))
        // 10 families × £10,000 (8,000 at 80 to 100) × 0.8 × 0.75 = £60,000, then half and half again.
        #expect(result.benefits[0].years.map(\.amount.pence) == [0, 6_000_000, 3_000_000, 1_500_000, 0])
        #expect(result.costs[0].years.map(\.amount.pence) == [10_000_000, 5_000_000, 0, 0, 0])
        let expected = 60_000 / 1.035 + 30_000 / (1.035 * 1.035) + 15_000 / (1.035 * 1.035 * 1.035)
        #expect(abs(result.fiscalBenefit.pounds - expected) < 0.02)
        #expect(abs(result.cashable.pounds - expected / 2) < 0.02)
        #expect(result.paysBackIn == nil)
        #expect(result.byAgency.map(\.agency) == ["Council"])
    }

    @Test(arguments: [
        ("unit_cost: place", "unit_cost: palace", 16, "unit_cost must be one of the unit costs"),
        ("percent: 10,", "percent: 110,", 16, "percent must be from 0 to 100"),
        ("grade: 1}, deadweight", "grade: 7}, deadweight", 16, "grade must be from 1 to 6"),
        ("lasts_years: 3", "lasts_years: 0", 16, "lasts_years must be from 1 to 100"),
        ("amounts: [100000, 50000]", "amounts: [-1]", 14, "amounts must be pounds from 0 to 1000000000, one a year"),
        ("2020/21: 100}", "2019/20: 100}", 18, "price_levels must have the first year"),
        ("percent_by_grade: [0]", "percent_by_grade: [101]", 17, "percent_by_grade must be numbers from 0 to 100"),
    ])
    func `are refused with file, line and reason`(words: String, instead: String, line: Int, reason: String) throws {
        let lines = Self.lines.map { $0.replacing(words, with: instead) }
        #expect(lines != Self.lines)
        do {
            _ = try read(lines)
            Issue.record("it was read")
        } catch let refusal as DefinitionRefusal {
            #expect(refusal.problems.contains { $0.line == line && $0.reason.hasPrefix(reason) }, "\(refusal)")
        }
    }
}
