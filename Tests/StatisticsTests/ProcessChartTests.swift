import Statistics
import Testing

@Suite struct `Process charts` {
    private static let spiked: [Double] = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
    private static let shares: [Double] = [
        82, 78, 85, 80, 83, 79, 81, 84, 80, 82, 78, 83, 86, 88, 87, 89, 88, 90,
    ]

    @Test(arguments: [(true, 1.0, -0.72, 4.60), (false, 1.8824, -3.06, 6.95)])
    func `an odd point widens the limits only where it is not screened`(
        screened: Bool,
        movingRange: Double,
        lower: Double,
        upper: Double
    ) throws {
        let limits = try #require(ProcessLimits(Self.spiked, screened: screened))
        #expect((limits.mean - 1.944).magnitude < 0.001)
        #expect((limits.movingRange - movingRange).magnitude < 0.0001)
        #expect((limits.lower - lower).magnitude < 0.006)
        #expect((limits.upper - upper).magnitude < 0.006)
    }

    @Test func `a point outside the limits is the only one found`() {
        let chart = ProcessChart(Self.spiked, better: .up)
        #expect(chart.points.map(\.cause) == Self.spiked.map { $0 == 10 ? .outside : nil })
        #expect(chart.points[4].signal == .improvement)
    }

    @Test func `limits fixed on twelve points label what comes after`() throws {
        let chart = ProcessChart(Self.shares, better: .up, baseline: 12)
        let limits = try #require(chart.limits.first)
        #expect(limits.mean == 81.25)
        #expect((limits.movingRange - 3.909).magnitude < 0.001)
        #expect((limits.lower - 70.85).magnitude < 0.005 && (limits.upper - 91.65).magnitude < 0.005)
        #expect((limits.nearUpper - 88.18).magnitude < 0.005)
        let later: [ProcessChart.Cause?] = [.shift, .shift, .shift, .shift, .twoInThree, .shift, .twoInThree]
        #expect(chart.points.map(\.cause) == Array(repeating: nil, count: 11) + later)
        #expect(chart.points.suffix(7).allSatisfy { $0.signal == .improvement })
    }

    /// Twelve points between 1 and 9 set the limits: mean 5, limits far outside 1 and 9.
    @Test(arguments: [
        // Seven that rise are a trend, from the last of the base on; six are not.
        ([2, 3, 4, 5.5, 6, 7], [ProcessChart.Cause.trend], 7), ([2, 3, 4, 5.5, 6], [], 0),
        // A point that stays level ends a rise, and a point on the mean a run on one side.
        ([2, 3, 4, 4, 5.5, 6], [], 0), ([6, 7, 6, 7, 6, 7, 5, 4, 3, 4, 3, 4, 3, 5], [], 0),
    ])
    func `boundaries of the rules`(values: [Double], causes: [ProcessChart.Cause], count: Int) {
        let base: [Double] = [9, 1, 9, 1, 9, 1, 9, 1, 9, 1, 9, 1]
        let chart = ProcessChart(base + values, better: .down, baseline: 12)
        let found = chart.points.compactMap(\.cause)
        #expect(Set(found) == Set(causes) && found.count == count)
    }

    @Test func `seven on one side are a shift and six are not`() {
        let base: [Double] = [5, 1, 5, 1, 5, 1, 5, 1, 5, 1, 5, 1]
        for (count, expected) in [(6, 0), (7, 7)] {
            let values = base + Array(repeating: 3.5, count: count)
            let chart = ProcessChart(values, better: .neither, baseline: 12)
            #expect(chart.points.count { $0.cause == .shift } == expected)
            #expect(chart.points.count { $0.signal == .high } == expected)
        }
    }

    @Test(arguments: [
        (ProcessChart.Direction.up, 95.0, ProcessChart.Assurance.willMiss), (.up, 70, .willMeet), (.up, 80, .mayMeet),
        (.down, 95, .willMeet), (.down, 70, .willMiss), (.down, 80, .mayMeet),
    ])
    func `a target is held against the limits`(
        direction: ProcessChart.Direction,
        target: Double,
        expected: ProcessChart.Assurance
    ) {
        #expect(ProcessChart(Array(Self.shares.prefix(12)), better: direction).assurance(target: target) == expected)
        #expect(ProcessChart(Self.shares, better: .neither).assurance(target: target) == nil)
    }

    @Test func `a break starts new limits`() {
        let chart = ProcessChart([1, 2, 1, 2, 11, 12, 11, 12], better: .down, breaks: [4])
        #expect(chart.limits.map(\.mean) == [1.5, 11.5])
        #expect(chart.points.map(\.stretch) == [0, 0, 0, 0, 1, 1, 1, 1])
        #expect(chart.points.allSatisfy { $0.signal == .usual })
    }

    @Test(arguments: [(12, true), (13, false)])
    func `limits on fewer than thirteen points are trial limits`(count: Int, expected: Bool) {
        #expect(ProcessChart((0..<count).map { Double($0 % 3) }, better: .up).hasTrialLimits == expected)
    }

    @Test func `nothing and one value are no chart to judge by`() {
        #expect(ProcessChart([], better: .up).points.isEmpty)
        #expect(ProcessChart([], better: .up).hasTrialLimits)
        #expect(ProcessChart([4], better: .up).points.map(\.signal) == [.usual])
    }
}
