/// What a review decided.
package enum ReviewResult: String, CodeList {
    case goOn = "continue"
    case stepUp = "step_up"
    case stepDown = "step_down"
    case close

    package var label: String {
        switch self {
        case .goOn: "Continue"
        case .stepUp: "Step up"
        case .stepDown: "Step down"
        case .close: "Close"
        }
    }
}
