import Statistics
import Testing

@Suite struct CountTests {
    /// methods.md 5.2; below ten scipy.stats.chi2.ppf(0.025, 2 * x) / 2 and chi2.ppf(0.975, 2 * x + 2) / 2.
    @Test(arguments: [
        (0, 0, 3.6888794541139354), (1, 0.025317807984289876, 5.571643390938898),
        (9, 4.115373097378334, 17.084803451419166),
    ])
    func fewEventsHaveTheExactInterval(events: Int, low: Double, high: Double) throws {
        let interval = try #require(EventCount.interval(events))
        #expect(agrees(interval.low, low, within: 1e-11))
        #expect(agrees(interval.high, high, within: 1e-11))
    }

    @Test(arguments: [(35, 24.375, 48.678), (84, 67.000, 103.999)])
    func manyEventsHaveByars(events: Int, low: Double, high: Double) throws {
        let interval = try #require(EventCount.interval(events))
        #expect(abs(interval.low - low) < 0.0005 && abs(interval.high - high) < 0.0005)
    }

    @Test func theIntervalRisesWithTheCountAndHoldsIt() throws {
        let intervals = try (0...60).map { try #require(EventCount.interval($0)) }
        for (events, interval) in intervals.enumerated() { #expect(interval.contains(Double(events))) }
        for (one, next) in zip(intervals, intervals.dropFirst()) { #expect(one.low < next.low && one.high < next.high) }
        #expect(EventCount.interval(-1) == nil)
    }

    /// methods.md 5.2, an average of 0.8.
    @Test(arguments: [
        (20, 0.95, 0.625, 0.975), (20, 0.998, 0.524, 1), (50, 0.95, 0.689, 0.911), (136, 0.95, 0.733, 0.867),
    ])
    func funnelLimits(count: Int, confidence: Double, low: Double, high: Double) throws {
        let limits = try #require(Funnel.limits(average: 0.8, count: count, confidence: confidence))
        #expect(abs(limits.low - low) < 0.0005 && abs(limits.high - high) < 0.0005)
    }

    @Test func aFunnelNeedsAUnitAndAShare() {
        #expect(Funnel.limits(average: 0.8, count: 0) == nil)
        #expect(Funnel.limits(average: 1.2, count: 10) == nil)
    }
}
