/// What the gateway decided.
package enum ReferralDecision: String, CodeList {
    case pending
    case accepted
    case waiting
    case declined
    case inappropriate
    case withdrawn

    package var label: String {
        switch self {
        case .pending: "Pending"
        case .accepted: "Accepted"
        case .waiting: "Waiting"
        case .declined: "Declined"
        case .inappropriate: "Inappropriate"
        case .withdrawn: "Withdrawn"
        }
    }
}
