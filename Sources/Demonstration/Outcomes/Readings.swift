import Records
import Values

/// Rates of the client outcome measure of Functional Family Therapy, 0 to 5.
private enum Rates {
    static let baseline = 0.92
    static let phase = 0.82
    /// Share of families at least one point better within the first phase, and what is gained by the last year.
    static let improved = 0.62
    static let gained = 0.12
}

extension Authority {
    /// A reading at baseline, one or two within the first phase, and one at closure.
    func addReadings(of engagement: Engagement, to answers: inout Answers) {
        var numbers = setting.stream(.readings, engagement.number)
        guard numbers.chance(Rates.baseline) else { return }
        let first = numbers.pick([(0, 12), (1, 40), (2, 36), (3, 12)])
        let end = engagement.end(setting.until)
        let start = engagement.startedOn + numbers.whole(0...12)
        guard start < end else { return }
        add("baseline", first, on: start, of: engagement, to: &answers)
        guard numbers.chance(Rates.phase) else { return }
        let improves = numbers.chance(Rates.improved + Rates.gained * setting.progress(engagement.startedOn))
        let reached =
            improves ? first + numbers.pick([(1, 70), (2, 30)]) : max(0, first - numbers.pick([(0, 70), (1, 30)]))
        for day in [start + numbers.whole(24...40), start + numbers.whole(46...60)] where day < end {
            if numbers.chance(0.8) { add("phase_1", min(reached, 5), on: day, of: engagement, to: &answers) }
        }
        if engagement.isCompleted, numbers.chance(0.75) {
            add(
                "closure",
                min(reached + numbers.whole(0...1), 5),
                on: end - numbers.whole(1...7),
                of: engagement,
                to: &answers
            )
        }
    }

    private func add(
        _ occasion: String,
        _ reading: Int,
        on day: Day,
        of engagement: Engagement,
        to answers: inout Answers
    ) {
        let worker = worker(of: engagement, on: day)
        answers.add("fft-com", .family, occasion, on: day, of: engagement, by: worker, [("total", Decimal(reading))])
    }
}
