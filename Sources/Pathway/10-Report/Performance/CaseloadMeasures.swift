import Records
import Values

extension ProgrammePerformance {
    /// Cases a whole-time therapist holds.
    func caseloadMeasures() -> [Measure] {
        [
            Measure(
                id("caseload"),
                "Cases per whole-time therapist",
                .caseload,
                """
                Days on which cases were open in the period, divided by the days therapists of the programme were in \
                post in it times their whole-time equivalent.
                """,
                read: caseload
            )
        ]
    }

    private func caseload(_ tally: inout Tally) -> Reading {
        var caseDays = 0
        for index in open {
            let nights = nightsOpen(index)
            caseDays += nights
            tally.add(.counted, .caseAt(index), because: "open on \(nights) days")
        }
        var workerDays: Int128 = 0
        for (index, worker) in snapshot.workers.enumerated() where worker.role == .therapist {
            guard programme == nil || worker.programme == programme else { continue }
            let inPost = Nights(from: worker.startedOn ?? .earliest, until: worker.endedOn)
            let days = inPost.count(from: period.from, until: period.end)
            let wte = worker.wte ?? .zero
            workerDays += Int128(days) * wte.scaled
            guard days > 0 else { continue }
            tally.add(.notCounted, .worker(index), because: "in post on \(days) days at \(wte.plain) whole-time")
        }
        return .quotient(Double(caseDays), Double(scaled: workerDays))
    }
}
