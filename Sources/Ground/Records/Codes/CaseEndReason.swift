/// Why a case closed.
package enum CaseEndReason: String, CodeList {
    case completed
    case consentWithdrawn = "consent_withdrawn"
    case disengaged
    case movedAway = "moved_away"
    case enteredCare = "entered_care"
    case enteredCustody = "entered_custody"
    case referredOn = "referred_on"
    case died
    case other

    package var label: String {
        switch self {
        case .completed: "Completed"
        case .consentWithdrawn: "Consent withdrawn"
        case .disengaged: "Disengaged"
        case .movedAway: "Moved away"
        case .enteredCare: "Entered care"
        case .enteredCustody: "Entered custody"
        case .referredOn: "Referred on"
        case .died: "Died"
        case .other: "Other"
        }
    }
}
