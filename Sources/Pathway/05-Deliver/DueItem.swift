package import Values

/// Something to be done for a case by a day.
package struct DueItem: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case task, step, review, phase, followUp

        /// In a word for a list.
        package var label: String {
            switch self {
            case .task: "Task"
            case .step: "Plan"
            case .review: "Review"
            case .phase: "Phase"
            case .followUp: "Follow-up"
            }
        }
    }

    package let kind: Kind
    /// Which of its kind, for a link; empty where there is but one.
    package let id: String
    package let words: String
    package let dueOn: Day
    /// The first day it is worth a look.
    package let showsFrom: Day

    package init(_ kind: Kind, id: String = "", _ words: String, dueOn: Day, showsFrom: Day) {
        self.kind = kind
        self.id = id
        self.words = words
        self.dueOn = dueOn
        self.showsFrom = showsFrom
    }

    /// Whether its day has passed.
    package func isOverdue(on day: Day) -> Bool { dueOn < day }

    /// Days by which it is late; none where it is not.
    package func daysLate(on day: Day) -> Int { max(0, day - dueOn) }
}

extension [DueItem] {
    /// What is worth a look on a day, the longest overdue first.
    package func shown(on day: Day) -> [DueItem] {
        filter { $0.showsFrom <= day }.sorted {
            ($0.dueOn, $0.kind.rawValue, $0.id) < ($1.dueOn, $1.kind.rawValue, $1.id)
        }
    }
}
