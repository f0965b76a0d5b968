/// How a step of a plan or a task stands.
package enum StepOutcome: String, CodeList {
    case open
    case done
    case dropped

    package var label: String {
        switch self {
        case .open: "Open"
        case .done: "Done"
        case .dropped: "No longer needed"
        }
    }
}
