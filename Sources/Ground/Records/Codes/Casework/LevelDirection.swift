/// Which way a family moves between tiers of need.
package enum LevelDirection: String, CodeList {
    case stepUp = "step_up"
    case stepDown = "step_down"

    package var label: String {
        switch self {
        case .stepUp: "Step up"
        case .stepDown: "Step down"
        }
    }
}
