import Records
import Values

extension ProgrammePerformance {
    /// Improvement within the first phase of FFT; for the FFT family of programmes and all.
    func improvedMeasures() -> [Measure] {
        guard belongs(toFamily: "fft") else { return [] }
        return [
            Measure(
                id("improved.share"),
                "Improved in the first phase",
                .share,
                """
                Of the FFT cases whose first baseline reading lies in the period and that have a first-phase reading, \
                those whose highest such reading is at least 1 above it.
                """,
                read: improved
            )
        ]
    }

    private func improved(_ tally: inout Tally) -> Reading {
        for index in cases(ofFamily: "fft") {
            let baselines = readings(index, occasion: "baseline")
            guard let first = baselines.min(by: { ($0.on, $0.id) < ($1.on, $1.id) }), period.contains(first.on) else {
                continue
            }
            guard let best = readings(index, occasion: "phase_1").map(\.value).max() else {
                tally.add(.unknown, .caseAt(index), because: "no first-phase reading")
                continue
            }
            let isImproved = best.scaled >= first.value.scaled + Decimal(1).scaled
            let words = "\(first.value.plain) at baseline, at best \(best.plain) in the first phase"
            tally.add(isImproved ? .counted : .notCounted, .caseAt(index), because: words)
        }
        return .share
    }

    private func readings(_ index: Int, occasion: String) -> [(on: Day, id: Int32, value: Decimal)] {
        let symbols = snapshot.symbols
        guard let instrument = symbols.symbol("fft-com"), let wanted = symbols.symbol(occasion),
            let total = symbols.symbol("total")
        else { return [] }
        return snapshot.assessmentsOfCase[index].compactMap { position in
            let assessment = snapshot.assessments[Int(position)]
            guard assessment.instrument == instrument, assessment.occasion == wanted,
                let score = snapshot.score(total, ofAssessment: Int(position))
            else { return nil }
            return (assessment.completedOn, position, score.value)
        }
    }
}
