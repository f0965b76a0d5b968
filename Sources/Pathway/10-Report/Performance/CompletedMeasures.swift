import Records
import Values

extension ProgrammePerformance {
    /// Cases closed as completed.
    func completedMeasures() -> [Measure] {
        [
            Measure(
                id("completed.share"),
                "Cases completed",
                .share,
                "Of the cases closed in the period whose end reason is known, those completed."
            ) { tally in
                for index in cases.closed(before: period) {
                    let item = snapshot.cases[index]
                    guard let endedOn = item.endedOn else { continue }
                    guard let reason = item.endReason else {
                        tally.add(.unknown, .caseAt(index), because: "closed on \(endedOn.long), no end reason")
                        continue
                    }
                    let words = "closed on \(endedOn.long): \(reason.label.lowercased())"
                    tally.add(reason == .completed ? .counted : .notCounted, .caseAt(index), because: words)
                }
                return .share
            }
        ]
    }
}
