/// How a criterion of a claimed result stands.
package enum CriterionStanding: String, CodeList {
    case met
    /// It did not apply at the start, so there is nothing to meet.
    case neutral
    case notMet = "not_met"

    package var label: String {
        switch self {
        case .met: "Met"
        case .neutral: "Did not apply"
        case .notMet: "Not met"
        }
    }
}
