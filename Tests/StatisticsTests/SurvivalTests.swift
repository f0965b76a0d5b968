import Statistics
import Testing

@Suite struct `Time until something happens` {
    private static let first = waits("30e 75c 120e 200e 250c 300e 400c 500e 700c 900c 913c 913c")
    private static let second = waits("10e 20e 45e 60c 90e 150e 180e 240c 365e 400e 913c 913c")

    private static func waits(_ text: String) -> [Waiting] {
        text.split(separator: " ").map { word in
            let end: Waiting.End = word.hasSuffix("e") ? .event : word.hasSuffix("x") ? .competing : .censored
            return Waiting(days: Double(word.dropLast()) ?? 0, end: end)
        }
    }

    @Test func `the shares are those of the worked example`() {
        let (one, other) = (SurvivalCurve(Self.first), SurvivalCurve(Self.second))
        #expect((one.share(after: 500) - 0.5029).magnitude < 0.00005)
        #expect((one.standardError(after: 500) - 0.1640).magnitude < 0.00005)
        #expect((other.share(after: 400) - 0.2344).magnitude < 0.00005)
        #expect((other.standardError(after: 400) - 0.1392).magnitude < 0.00005)
        #expect(one.share(after: 29) == 1)
        #expect(one.median == nil)
        #expect(other.median == 180)
    }

    @Test func `the two curves may be one`() throws {
        let test = LogRank(Self.first, Self.second)
        #expect(test.observed == 5)
        #expect((test.expected - 7.6575).magnitude < 0.00005)
        #expect((test.variance - 3.0994).magnitude < 0.00005)
        #expect((try #require(test.chiSquared) - 2.279).magnitude < 0.0005)
        #expect((try #require(test.p) - 0.131).magnitude < 0.0005)
    }

    @Test func `the area is the mean time without it`() {
        #expect((SurvivalCurve(Self.first).meanDays(within: 913) - 585.2).magnitude < 0.05)
        #expect((SurvivalCurve(Self.second).meanDays(within: 913) - 349.3).magnitude < 0.05)
        #expect(SurvivalCurve(Self.first).meanDays(within: 30) == 30)
    }

    @Test func `events come before endings on the same day`() {
        let curve = SurvivalCurve(Self.waits("10e 10c 20e"))
        #expect(curve.steps.map(\.atRisk) == [3, 1])
        #expect((curve.share(after: 10) - 2.0 / 3).magnitude < 1e-12)
    }

    @Test func `what competes lowers the share it happens to`() {
        let all = Self.waits("10e 20x 30e 40c")
        #expect((CumulativeIncidence(all).share(by: 30) - 0.5).magnitude < 1e-12)
        #expect((1 - SurvivalCurve(all).share(after: 30) - 0.625).magnitude < 1e-12)
        #expect(CumulativeIncidence(all).share(by: 9) == 0)
    }

    @Test func `without competition both are complements`() {
        for day in stride(from: 0.0, to: 1000, by: 50) {
            let share = CumulativeIncidence(Self.first).share(by: day)
            #expect((share + SurvivalCurve(Self.first).share(after: day) - 1).magnitude < 1e-12)
        }
    }

    @Test func `nobody tells nothing`() {
        #expect(SurvivalCurve([]).share(after: 5) == 1)
        #expect(SurvivalCurve([]).median == nil)
        #expect(LogRank([], []).p == nil)
    }
}
