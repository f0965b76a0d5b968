import Register
package import Report
package import Values

/// A scorecard worked out again and again on one picture of a register (`docs/benchmarks.md`).
package struct TimedScorecard {
    private let scorecard: Scorecard
    private let ground: ReportGround

    /// Takes the picture that the scorecard is worked out on.
    package init(_ keeper: Keeper, _ scorecard: Scorecard) throws {
        self.scorecard = scorecard
        ground = try keeper.picture().ground
    }

    /// The values of every measure by period, and how long the whole took, at the median of so many runs after the first.
    package func answer(asAt day: Day, runs: Int) -> [UInt8] {
        let answer = ground.answer(scorecard, asAt: day)
        let times = (0..<runs).map { _ in
            ContinuousClock().measure { _ = ground.answer(scorecard, asAt: day) } / .milliseconds(1)
        }.sorted()
        var json = JSONWriter()
        json.object { json in
            json.field("median_ms", times.isEmpty ? nil : times[times.count / 2])
            json.key("measures")
            json.object { json in
                for history in answer.measures {
                    json.key(history.measure.id)
                    json.array { json in
                        for place in history.places {
                            json.array { json in
                                json.value(place.period.from.iso)
                                json.value(place.figure?.share.map { Int($0.numerator) } ?? -1)
                                json.value(
                                    place.figure?.share.map { Int($0.denominator) } ?? Int(place.figure?.value ?? -1)
                                )
                            }
                        }
                    }
                }
            }
        }
        return json.bytes
    }
}
