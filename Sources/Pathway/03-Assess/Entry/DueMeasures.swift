package import Records
package import Values

/// A measure that is to be collected, or should have been.
package struct DueMeasure: Hashable, Sendable {
    /// The instrument's name.
    package let instrument: String
    package let occasion: Occasion
    /// The last day on which it is in time.
    package let dueOn: Day

    package func isOverdue(on day: Day) -> Bool { dueOn < day }
}

/// What is still to be measured in a case, by what the definitions of the instruments say of their use.
package struct DueMeasures: Sendable {
    private let item: Case
    private let reviews: [CaseReview]
    private let done: [Assessment]
    private let day: Day

    /// The measures of one case.
    ///
    /// - Parameters:
    ///   - item: the case.
    ///   - reviews: its reviews.
    ///   - assessments: what was measured.
    ///   - day: the day it is asked on.
    package init(of item: Case, reviews: [CaseReview], assessments: [Assessment], on day: Day) {
        self.item = item
        self.reviews = reviews.filter { $0.caseID == item.id }
        done = assessments.filter { $0.caseID == item.id }
        self.day = day
    }

    /// What is due, the earliest first: each occasion that has come and has no assessment yet, by whomever it was answered.
    package func due(_ catalogue: InstrumentCatalogue) -> [DueMeasure] {
        catalogue.instruments.filter { !$0.use.occasions.isEmpty && $0.use.isFor(programme: item.programme) }
            .flatMap(due)
            .sorted { ($0.dueOn, $0.instrument, $0.occasion) < ($1.dueOn, $1.instrument, $1.occasion) }
    }

    private func due(_ instrument: Instrument) -> [DueMeasure] {
        let done = done.filter { $0.instrument == instrument.id }
        let taken = Set(done.map(\.occasion))
        return instrument.use.occasions.flatMap { kind in
            occasions(kind, done).filter { kind == .monthly || !taken.contains($0.occasion.text) }
        }
        .map { occasion, on in
            DueMeasure(instrument: instrument.id, occasion: occasion, dueOn: on + instrument.use.withinDays)
        }
    }

    /// The occasions of a kind that have come, each with its day.
    private func occasions(_ kind: Occasion.Kind, _ done: [Assessment]) -> [(occasion: Occasion, on: Day)] {
        switch kind {
        case .baseline: return [(.baseline, item.startedOn)]
        case .review:
            return reviews.compactMap(\.heldOn).sorted().enumerated().map { (.review($0.offset + 1), $0.element) }
        case .closure: return item.endedOn.map { [(.closure, $0)] } ?? []
        case .monthly:
            guard item.endedOn == nil else { return [] }
            let last = done.map(\.completedOn).max().map { max($0, item.startedOn) } ?? item.startedOn
            return [(.monthly, last.adding(months: 1))]
        // Follow-ups are asked for by their own schedule, audits by the sample, and a phase lasts as long as it takes.
        case .phase, .followUp, .audit: return []
        }
    }
}
