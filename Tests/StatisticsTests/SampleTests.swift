import Statistics
import Testing

@Suite struct SampleTests {
    @Test func saysWhatIsUsuallySaid() {
        let sample = Sample([2, 4, 4, 4, 5, 5, 7, 9])
        #expect(sample.count == 8)
        #expect(sample.mean == 5)
        #expect(agrees(sample.variance, 32.0 / 7))
        #expect(agrees(sample.standardDeviation, 2.138089935299395))
        #expect(sample.median == 4.5)
        #expect(sample.mode == 4)
    }

    @Test func ofNothingThereIsNothingToSay() {
        let sample = Sample([Double]())
        #expect(sample.count == 0 && sample.mean == nil && sample.median == nil && sample.mode == nil)
        #expect(sample.standardDeviation == nil && sample.meanInterval() == nil)
    }

    @Test(arguments: [[5], [5, 5], [5, 5, 5]])
    func aSpreadNeedsTwoValuesThatVary(values: [Int]) {
        let sample = Sample(values)
        #expect(sample.mean == 5 && sample.median == 5 && sample.mode == 5)
        #expect(sample.standardDeviation == nil && sample.variance == nil && sample.meanInterval() == nil)
    }

    @Test func theMedianOfAnOddNumberIsTheMiddleOne() {
        #expect(Sample([9, 1, 5]).median == 5)
    }

    @Test func ofSeveralModesTheLowestIsTaken() {
        #expect(Sample([10, 8, 10, 8, 3]).mode == 8)
        #expect(Sample([3, 2, 1]).mode == 1)
    }

    // scipy.stats.t.interval(0.95, 3, loc=2.5, scale=1.2909944487358056 / 2)
    @Test func theMeanHasATInterval() throws {
        let interval = try #require(Sample([1, 2, 3, 4]).meanInterval())
        #expect(agrees(interval.low, 0.4457397432391206, within: 1e-12))
        #expect(agrees(interval.high, 4.55426025676088, within: 1e-12))
    }

    @Test func theSpreadDoesNotDependOnWhereTheValuesLie() throws {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<200 {
            let values = (0..<20).map { _ in Double(Int.random(in: 0...40, using: &generator)) }
            let here = try #require(Sample(values).variance)
            let far = try #require(Sample(values.map { $0 + 1e9 }).variance)
            #expect(agrees(far, here, within: 1e-9))
        }
    }
}
