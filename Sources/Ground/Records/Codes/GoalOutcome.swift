/// How a goal stands.
package enum GoalOutcome: String, CodeList {
    case open
    case achieved
    case partly
    case notAchieved = "not_achieved"
    case dropped

    package var label: String {
        switch self {
        case .open: "Open"
        case .achieved: "Achieved"
        case .partly: "Partly"
        case .notAchieved: "Not achieved"
        case .dropped: "Dropped"
        }
    }
}
