/// What a partner's feed says of a criterion that is claimed.
package enum ComparisonVerdict: String, CodeList {
    case agrees, disagrees
    /// The feed says nothing that could confirm or deny it.
    case notCovered = "not_covered"

    package var label: String {
        switch self {
        case .agrees: "Agrees"
        case .disagrees: "Disagrees"
        case .notCovered: "Not covered"
        }
    }
}
