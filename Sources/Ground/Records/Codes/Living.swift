/// Where a child lives at a milestone.
package enum Living: String, CodeList {
    case home
    case otherFamily = "other_family"
    case care
    case custody
    case independent
    case hospital
    case unknown

    package var label: String {
        switch self {
        case .home: "Home"
        case .otherFamily: "Other family"
        case .care: "Care"
        case .custody: "Custody"
        case .independent: "Independent"
        case .hospital: "Hospital"
        case .unknown: "Unknown"
        }
    }
}
