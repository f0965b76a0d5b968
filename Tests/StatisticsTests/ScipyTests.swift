import Statistics
import Testing

/// Random data, and what scipy makes of it (`Tests/Fixtures/monitoring.py`).
@Suite struct `Statistics beside scipy` {
    struct Case {
        let statistic: String
        let first: [Double]
        let second: [Double]
        let values: [Double]

        static func all() throws -> [Case] {
            func numbers(_ text: String?) -> [Double] { (text ?? "").split(separator: " ").compactMap { Double($0) } }
            return try fixture("monitoring.csv").map { row in
                Case(
                    statistic: row["statistic"] ?? "",
                    first: numbers(row["first"]),
                    second: numbers(row["second"]),
                    values: numbers(row["values"])
                )
            }
        }

        var changes: [Double] { zip(first, second).map { $0 - $1 } }

        /// Times below nought stand for those whose watching ended without the event.
        static func waits(_ signed: [Double]) -> [Waiting] {
            signed.map { Waiting(days: $0.magnitude, end: $0 > 0 ? .event : .censored) }
        }

        func computed() -> [Double?] {
            switch statistic {
            case "wilson": ends(Wilson.interval(Int(first[0]), of: Int(first[1])))
            case "newcombe":
                ends(Wilson.difference((Int(first[0]), Int(first[1])), (Int(second[0]), Int(second[1]))))
            case "events": ends(EventCount.interval(Int(first[0])))
            case "wilcoxon": signedRank(SignedRank(changes))
            case "sign": [SignTest(changes).p]
            case "paired_t": paired(PairedChange(zip(first, second).map { ScorePair(before: $0, after: $1) }))
            case "survival": survival()
            case "logrank": logRank(LogRank(Case.waits(first), Case.waits(second)))
            case "theil_sen": [MedianTrend(first)?.slope, MedianTrend(first)?.intercept]
            case "least_squares": line(LinearTrend(first))
            case "holm": HolmAdjustment.adjusted(first)
            case "quantile": second.map { Sample(first).quantile($0) }
            case "funnel": ends(Funnel.limits(average: first[0], count: Int(first[1]), confidence: second[0]))
            default: []
            }
        }

        private func ends(_ interval: Interval?) -> [Double?] { [interval?.low, interval?.high] }

        private func signedRank(_ test: SignedRank) -> [Double?] { [min(test.positive, test.negative), test.p] }

        private func paired(_ test: PairedChange) -> [Double?] { [test.t, test.p] }

        private func logRank(_ test: LogRank) -> [Double?] { [test.chiSquared, test.p] }

        private func line(_ line: LinearTrend?) -> [Double?] {
            [line?.slope, line?.intercept] + ends(line?.prediction(at: second[0]))
        }

        private func survival() -> [Double?] {
            let curve = SurvivalCurve(
                zip(first, second).map { Waiting(days: $0, end: $1 > 0 ? .event : .censored) }
            )
            return stride(from: 0, to: values.count, by: 4).flatMap { place -> [Double?] in
                let day = values[place]
                return [day, curve.share(after: day)] + ends(curve.interval(after: day))
            }
        }
    }

    @Test func `agree to nine digits`() throws {
        let cases = try Case.all()
        #expect(Set(cases.map(\.statistic)).count == 13)
        #expect(cases.count > 200)
        for one in cases {
            let computed = one.computed()
            #expect(computed.count == one.values.count, "\(one.statistic)")
            for (value, golden) in zip(computed, one.values) {
                let near = value.map { ($0 - golden).magnitude <= 1e-9 * max(1e-3, golden.magnitude) } ?? false
                #expect(near, "\(one.statistic) of \(one.first): \(value as Any), expected \(golden)")
            }
        }
    }
}
