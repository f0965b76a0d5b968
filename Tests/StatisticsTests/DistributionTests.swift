import Statistics
import Testing

@Suite struct DistributionTests {
    struct Golden: CustomTestStringConvertible {
        let function: String
        let argument: Double
        let degreesOfFreedom: Double?
        let value: Double
        var testDescription: String { "\(function)(\(argument)) df \(degreesOfFreedom ?? 0)" }

        static func all() throws -> [Golden] {
            try fixture("distributions.csv").map { row in
                Golden(
                    function: try #require(row["function"]),
                    argument: try #require(row["argument"].flatMap(Double.init)),
                    degreesOfFreedom: row["degrees_of_freedom"].flatMap(Double.init),
                    value: try #require(row["value"].flatMap(Double.init))
                )
            }
        }

        func computed() -> Double? {
            let t = degreesOfFreedom.flatMap(StudentT.init)
            return switch function {
            case "normal.quantile": Normal.quantile(argument)
            case "normal.upper_tail": Normal.upperTail(argument)
            case "t.two_sided": t?.twoSided(argument)
            case "t.quantile": t?.quantile(argument)
            default: nil
            }
        }
    }

    @Test func agreeWithValuesAtFiftyDigits() throws {
        let golden = try Golden.all()
        #expect(golden.count > 240)
        for one in golden {
            // The continued fraction needs more steps, and gathers more rounding, at 100,000 degrees of freedom.
            let precision = one.degreesOfFreedom ?? 0 > 1000 ? 1e-11 : 2e-13
            #expect(agrees(one.computed(), one.value, within: precision), "\(one.testDescription)")
        }
    }

    @Test func theNormalCriticalValueIsRightToTheLastDigit() {
        #expect(Normal.quantile(0.975) == 1.959963984540054)
        #expect(Normal.criticalValue(confidence: 0.95) == 1.959963984540054)
    }

    @Test func theFarTailOfTIsRight() throws {
        let t = try #require(StudentT(degreesOfFreedom: 170))
        #expect(agrees(t.twoSided(9.961667208708528), 1.0606971198999375e-18))
        #expect(agrees(t.criticalValue(confidence: 0.95), 1.97401670763097))
    }

    @Test func quantilesInvertTheDistribution() throws {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<2000 {
            let degrees = Double.random(in: 0.6...400, using: &generator)
            let probability = Double.random(in: 0.0001...0.9999, using: &generator)
            let t = try #require(StudentT(degreesOfFreedom: degrees))
            #expect(agrees(t.cumulative(t.quantile(probability)), probability, within: 1e-10))
            #expect(agrees(Normal.cumulative(Normal.quantile(probability)), probability, within: 1e-13))
        }
    }

    @Test func bothAreSymmetric() throws {
        for degrees in [1.0, 4, 30, 170] {
            let t = try #require(StudentT(degreesOfFreedom: degrees))
            for value in [0.0, 0.3, 1.96, 8] {
                #expect(t.twoSided(value) == t.twoSided(-value))
                #expect(agrees(t.cumulative(value) + t.cumulative(-value), 1))
            }
        }
        #expect(Normal.quantile(0.25) == -Normal.quantile(0.75))
    }

    @Test func tComesNearTheNormalWithManyDegrees() throws {
        let t = try #require(StudentT(degreesOfFreedom: 1e7))
        #expect(agrees(t.quantile(0.975), Normal.quantile(0.975), within: 1e-6))
        #expect(agrees(t.twoSided(2), 2 * Normal.upperTail(2), within: 1e-6))
    }

    @Test func theEndsAreInfiniteAndNothingLiesOutside() throws {
        let t = try #require(StudentT(degreesOfFreedom: 3))
        #expect(Normal.quantile(0) == -.infinity && Normal.quantile(1) == .infinity)
        #expect(t.quantile(0) == -.infinity && t.quantile(1) == .infinity && t.quantile(0.5) == 0)
        #expect(Normal.quantile(1.1).isNaN && t.quantile(-0.1).isNaN && t.twoSided(.nan).isNaN)
        #expect(t.twoSided(.infinity) == 0 && t.twoSided(0) == 1)
        #expect(StudentT(degreesOfFreedom: 0) == nil && StudentT(degreesOfFreedom: .nan) == nil)
    }
}
