import Records
import Values

/// Rates of the therapist adherence measure, asked monthly in Multisystemic Therapy.
private enum Rates {
    /// Share of families asked at all, and of months asked.
    static let families = 0.88
    static let months = 0.82
    /// Mean of a family's readings in the first year, and what is gained by the last.
    static let mean = 0.75
    static let gained = 0.025
    static let weakness = 0.045
    /// Standard deviation between families, and within one.
    static let between = 0.085
    static let within = 0.06
}

extension Authority {
    /// The total of the measure, about week two and then every four weeks; the interviewer is not the therapist.
    func addAdherence(of engagement: Engagement, to answers: inout Answers) {
        var numbers = setting.stream(.adherence, engagement.number)
        guard numbers.chance(Rates.families) else { return }
        let learned = Rates.gained * setting.progress(engagement.startedOn)
        let mean = Rates.mean + learned - (engagement.isWeak ? Rates.weakness : 0) + Rates.between * numbers.normal()
        let interviewer = posts.all[engagement.post].supervisor.flatMap { posts.all[$0].holders.first?.worker }
        var day = engagement.startedOn + numbers.whole(12...18)
        while day < engagement.end(setting.until) {
            if numbers.chance(Rates.months) {
                let reading = min(max(mean + Rates.within * numbers.normal(), 0.18), 1)
                answers.add(
                    "tam-r",
                    .caregiver,
                    "monthly",
                    on: day,
                    of: engagement,
                    by: interviewer,
                    [("total", Decimal(digits: Int64((reading * 100).nearest), places: 2))]
                )
            }
            day = day + numbers.whole(26...31)
        }
    }
}
