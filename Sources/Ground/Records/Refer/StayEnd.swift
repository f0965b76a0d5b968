/// Why a stay in a home ended.
package enum StayEnd: String, CodeList {
    case completed
    case returnHome = "return_home"
    case otherPlacement = "other_placement"
    case breakdown
    case absconded
    case custody
    case other

    package var label: String {
        switch self {
        case .completed: "Completed as planned"
        case .returnHome: "Returned home early"
        case .otherPlacement: "Moved to another placement"
        case .breakdown: "The placement broke down"
        case .absconded: "Left and did not return"
        case .custody: "Went into custody"
        case .other: "Another reason"
        }
    }
}
