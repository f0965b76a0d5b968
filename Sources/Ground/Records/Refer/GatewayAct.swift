/// What somebody at the gateway did with a referral.
package enum GatewayAct: String, CodeList {
    case accept
    case wait
    case decline
    case inappropriate
    case redirect
    case withdraw
    case reopen

    package var label: String {
        switch self {
        case .accept: "Accept"
        case .wait: "Put on the waiting list"
        case .decline: "Decline"
        case .inappropriate: "Not the right service"
        case .redirect: "Redirect to another service"
        case .withdraw: "Withdrawn by the referrer or the family"
        case .reopen: "Take the decision back"
        }
    }

    /// What was done, for the history of a referral.
    package var done: String {
        switch self {
        case .accept: "Accepted"
        case .wait: "Put on the waiting list"
        case .decline: "Declined"
        case .inappropriate: "Not the right service"
        case .redirect: "Redirected"
        case .withdraw: "Withdrawn"
        case .reopen: "Decision taken back"
        }
    }

    /// What the referral's row in the exchange format then says.
    package var standing: ReferralDecision {
        switch self {
        case .accept: .accepted
        case .wait: .waiting
        case .decline, .redirect: .declined
        case .inappropriate: .inappropriate
        case .withdraw: .withdrawn
        case .reopen: .pending
        }
    }
}
