import Assess
import Definitions
import Records
import Statistics
import Testing
import Values

@Suite struct AddedValueTests {
    let rule: AddedValue

    init() throws {
        rule = try #require(try shippedInstrument("sdq").addedValue)
    }

    func score(_ total: String, _ impact: String, _ emotional: String, _ after: String) throws -> Decimal? {
        rule.score(
            baselineTotal: try #require(Decimal(total)),
            baselineImpact: try #require(Decimal(impact)),
            baselineEmotional: try #require(Decimal(emotional)),
            followUpTotal: try #require(Decimal(after))
        )
    }

    /// methods.md 1.4, the worked example, and Essex's means with an assumed impact and emotional score.
    @Test func theWorkedExamples() throws {
        #expect(try score("22", "4", "5", "17") == Decimal("2.2"))
        #expect(try score("22.43", "4.5", "5", "17.81") == Decimal("1.834"))
        #expect(abs(rule.effectSize(ofMean: 2.2) - 0.44) < 1e-12)
    }

    @Test func theIntervalIsTenPointsForOneChildAndOneForAHundred() throws {
        let one = try #require(rule.interval(ofMean: 0, count: 1))
        let hundred = try #require(rule.interval(ofMean: 2, count: 100))
        #expect(abs(one.high - 9.8) < 0.001 && one.low == -one.high)
        #expect(abs(hundred.low - 1.02) < 0.001 && abs(hundred.high - 2.98) < 0.001)
        #expect(rule.interval(ofMean: 0, count: 0) == nil)
    }

    @Test func theCoefficientsAreMarkedAsNotChecked() {
        #expect(rule.provenance.evidence == .unverified && rule.informant == .parent)
    }

    @Test func scoresTooLargeToMultiplyHaveNone() throws {
        #expect(try score("999999999999999999", "999999999999999999", "0", "0") == nil)
    }
}
