import Statistics
import Testing

@Suite struct `Lines through a series` {
    /// Children in care over eight years, with the next four as a line through them has it.
    private static let series: [Double] = [610, 618, 622, 630, 641, 648, 655, 667]

    @Test func `least squares and its prediction`() throws {
        let line = try #require(LinearTrend(Self.series))
        #expect((line.slope - 8.012).magnitude < 0.0005)
        for (ahead, expected) in [(8, 672.4), (9, 680.4), (10, 688.5), (11, 696.5)] {
            #expect((line.value(at: Double(ahead)) - expected).magnitude < 0.06)
        }
        for (ahead, expected) in [(8.0, 6.4), (11.0, 8.0)] {
            let interval = try #require(line.prediction(at: ahead))
            #expect(((interval.high - interval.low) / 2 - expected).magnitude < 0.06)
        }
    }

    @Test func `the median of slopes is not moved by an odd value`() throws {
        #expect(try #require(MedianTrend(Self.series)).slope == 8)
        var odd = Self.series
        odd[3] = 2000
        #expect((try #require(MedianTrend(odd)).slope - 8).magnitude < 0.7)
        #expect((try #require(LinearTrend(odd)).slope - 8).magnitude > 8)
    }

    @Test func `too few values have no line`() {
        #expect(LinearTrend([1, 2]) == nil)
        #expect(MedianTrend([1]) == nil)
    }
}
