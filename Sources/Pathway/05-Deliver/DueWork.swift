import Definitions
package import Plan
package import Records
package import Values

/// What of tasks, steps and phases of a case is due.
package enum DueWork {
    /// A task or a step is shown this many days before it is due, unless its reminder says otherwise.
    package static let notice = 7

    /// Open tasks; one without a day is due on the day it was noted.
    package static func of(_ tasks: [CaseTask]) -> [DueItem] {
        tasks.filter { $0.outcome == .open }.map { task in
            let due = task.dueOn ?? task.remindOn ?? task.madeOn
            return DueItem(.task, id: task.id.text, task.title, dueOn: due, showsFrom: task.remindOn ?? due - notice)
        }
    }

    /// Open steps that have a day.
    package static func of(_ steps: [PlanStep]) -> [DueItem] {
        steps.filter { $0.outcome == .open }.compactMap { step in
            step.by.map {
                DueItem(.step, id: step.id.text, "\(step.title) (\(step.who))", dueOn: $0, showsFrom: $0 - notice)
            }
        }
    }

    /// The planned end of the phase the case is in.
    package static func of(_ phases: PhaseCalendar, on day: Day) -> [DueItem] {
        guard let span = phases.current(on: day) else { return [] }
        return [
            DueItem(
                .phase,
                id: span.phase.id,
                "\(span.phase.title) is meant to end",
                dueOn: span.plannedEnd,
                showsFrom: span.plannedEnd - 14
            )
        ]
    }
}
