/// Why a referral was not taken on; closed, so that it can be counted and told to the referrer.
package enum DecisionReason: String, CodeList {
    case needMetElsewhere = "need_met_elsewhere"
    case belowThreshold = "below_threshold"
    case aboveThreshold = "above_threshold"
    case outsideAge = "outside_age"
    case outsideArea = "outside_area"
    case familyDoesNotAgree = "family_does_not_agree"
    case alreadyWorkedWith = "already_worked_with"
    case notEnoughKnown = "not_enough_known"
    case noPlace = "no_place"
    case movedAway = "moved_away"
    case otherReason = "other"

    package var label: String {
        switch self {
        case .needMetElsewhere: "Another service meets the need"
        case .belowThreshold: "The need is below what the service is for"
        case .aboveThreshold: "The need is above what the service is for"
        case .outsideAge: "The child is outside the ages of the programmes"
        case .outsideArea: "The family lives outside the area"
        case .familyDoesNotAgree: "The family does not agree"
        case .alreadyWorkedWith: "Somebody works with the family already"
        case .notEnoughKnown: "Not enough is known, and nobody could be reached"
        case .noPlace: "No place will come in time"
        case .movedAway: "The family has moved away"
        case .otherReason: "Another reason"
        }
    }
}
