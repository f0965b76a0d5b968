package import Definitions
package import Records
package import Values

/// When each phase of a two-phase programme is, or is meant to be, for one case.
///
/// A phase begins on the day recorded, else where the phase before it ends, the first with the case; it is meant to last
/// the weeks its programme gives it, so that an extension or an early end of one moves those after it.
package struct PhaseCalendar: Hashable, Sendable {
    /// One phase of the case.
    package struct Span: Hashable, Sendable {
        package let phase: ProgrammePhase
        /// Its first day, recorded or planned.
        package let from: Day
        /// The first day after it by the programme.
        package let plannedEnd: Day
        /// The first day after it as recorded.
        package let endedOn: Day?
        /// Whether its start is recorded.
        package let isStarted: Bool

        /// The nights it has, or is meant to have.
        package var nights: Nights { Nights(from: from, until: endedOn ?? plannedEnd) }

        /// Days by which it goes on beyond its plan as at a day; none where it does not.
        package func overrun(on day: Day) -> Int {
            isStarted && endedOn == nil ? max(0, day - plannedEnd) : 0
        }
    }

    package let spans: [Span]

    /// - Parameters:
    ///   - item: the case.
    ///   - phases: the programme's, in their order.
    ///   - recorded: the phases as they were worked.
    package init(of item: Case, phases: [ProgrammePhase], recorded: [CasePhase]) {
        var next = item.startedOn
        var spans: [Span] = []
        for (index, phase) in phases.enumerated() {
            let worked = recorded.first { $0.caseID == item.id && $0.phase == phase.id }
            let from = worked?.startedOn ?? next
            let plannedEnd = from + phase.weeks * 7
            spans.append(
                Span(
                    phase: phase,
                    from: from,
                    plannedEnd: plannedEnd,
                    endedOn: worked?.endedOn,
                    isStarted: worked != nil || index == 0
                )
            )
            next = worked?.endedOn ?? plannedEnd
        }
        self.spans = spans
    }

    /// The phase that the case is in on a day: the last that has started and not ended.
    package func current(on day: Day) -> Span? {
        spans.last { $0.isStarted && $0.from <= day && ($0.endedOn.map { $0 > day } ?? true) }
    }

    /// The phase after the current one, which a move goes to.
    package func next(on day: Day) -> Span? {
        guard let current = current(on: day), let place = spans.firstIndex(of: current) else { return nil }
        return spans.dropFirst(place + 1).first
    }

    /// The day by which the whole programme is meant to end.
    package var plannedEnd: Day? { spans.last.map { $0.endedOn ?? $0.plannedEnd } }
}
