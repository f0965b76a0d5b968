import Records
import Statistics
import Values

extension ProgrammePerformance {
    /// How long families wait from referral to start.
    func waitMeasures() -> [Measure] {
        let waits = cases.started(in: period).compactMap(wait)
        return [
            Measure(
                id("referral_to_start.mean_days"),
                "Mean days from referral to start",
                .days,
                "Over the cases started in the period that have a referral: days from its receipt to the start.",
                read: { .number(list(waits, &$0).mean) }
            ),
            Measure(
                id("referral_to_start.median_days"),
                "Median days from referral to start",
                .days,
                "Over the cases started in the period that have a referral: days from its receipt to the start.",
                read: { .number(list(waits, &$0).median) }
            ),
        ]
    }

    private func wait(_ index: Int) -> (index: Int, days: Int)? {
        let item = snapshot.cases[index]
        guard let referral = item.referral else { return nil }
        return (index, item.startedOn - snapshot.referrals[referral.index].receivedOn)
    }

    private func list(_ waits: [(index: Int, days: Int)], _ tally: inout Tally) -> Sample {
        for wait in waits { tally.add(.counted, .caseAt(wait.index), because: "\(wait.days) days") }
        return Sample(waits.map(\.days))
    }
}
