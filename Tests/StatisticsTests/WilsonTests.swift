import Statistics
import Testing

@Suite struct WilsonTests {
    /// methods.md 5.2 and 2.1; scipy.stats.binomtest(k, n).proportion_ci(method="wilson").
    @Test(arguments: [
        (353, 388, 0.8771282811976804, 0.9344244344263093),
        (335, 388, 0.8256499505024965, 0.8940288727867017),
        (304, 388, 0.7398520780114943, 0.8215994862566744),
        (0, 12, 0, 0.24249400665524085),
        (12, 12, 0.7575059933447592, 1),
        (4, 6, 0.299993315138392, 0.9032285888942195),
        (3, 5, 0.23072428127601297, 0.8823792257673521),
        (1, 1, 0.20654931437723745, 1),
    ])
    func agreesWithScipy(numerator: Int, denominator: Int, low: Double, high: Double) throws {
        let interval = try #require(Wilson.interval(numerator, of: denominator))
        #expect(agrees(interval.low, low, within: 1e-14))
        #expect(agrees(interval.high, high, within: 1e-14))
    }

    @Test func liesWithinNoughtAndOneAndAroundTheShareAndIsSymmetric() throws {
        for denominator in 1...60 {
            for numerator in 0...denominator {
                let interval = try #require(Wilson.interval(numerator, of: denominator))
                let mirror = try #require(Wilson.interval(denominator - numerator, of: denominator))
                #expect(interval.low >= 0 && interval.high <= 1 && interval.low < interval.high)
                #expect(interval.contains(Double(numerator) / Double(denominator)))
                #expect(abs(interval.low - (1 - mirror.high)) < 1e-15)
            }
        }
    }

    @Test func narrowsAsTheDenominatorGrows() throws {
        let widths = try (1...40).map { scale in
            let interval = try #require(Wilson.interval(3 * scale, of: 10 * scale))
            return interval.high - interval.low
        }
        #expect(zip(widths, widths.dropFirst()).allSatisfy { $0 > $1 })
    }

    @Test func thereIsNoneOfNothingOrOfMoreThanAll() {
        #expect(Wilson.interval(0, of: 0) == nil)
        #expect(Wilson.interval(5, of: 4) == nil)
        #expect(Wilson.interval(-1, of: 4) == nil)
    }

    /// methods.md 5.2: 90 % against 81 % on cohorts of Leicester's size is not clearly a difference.
    @Test func aDifferenceOfSharesHasNewcombesInterval() throws {
        let interval = try #require(Wilson.difference((122, 136), (109, 134)))
        #expect(abs(interval.low - -0.001) < 0.0005)
        #expect(abs(interval.high - 0.168) < 0.0005)
        #expect(interval.contains(0))
        #expect(Wilson.difference((0, 0), (1, 2)) == nil)
    }
}
