/// What somebody said of a service for it to answer.
package enum ComplaintKind: String, CodeList {
    case complaint
    case concern
    case compliment

    package var label: String {
        switch self {
        case .complaint: "Complaint"
        case .concern: "Concern"
        case .compliment: "Compliment"
        }
    }
}
