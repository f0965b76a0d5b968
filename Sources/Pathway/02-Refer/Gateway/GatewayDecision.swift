package import Records

/// What the gateway decides of a referral: each kind carries what it needs, so none can be recorded without it.
package enum GatewayDecision: Hashable, Sendable {
    /// A provider takes the family into a programme.
    case accept(Placing)
    /// The family waits for a place in a programme.
    case wait(programme: String, tier: Tier)
    case decline(DecisionReason)
    /// The service is not the right one for the need.
    case inappropriate(DecisionReason, destination: String?)
    /// Another service takes the family.
    case redirect(destination: String, DecisionReason)
    /// The referrer or the family takes the referral back.
    case withdraw(DecisionReason)
    /// The decision is taken back, and the referral stands in the queue again.
    case reopen

    /// Where a family goes that is accepted.
    package struct Placing: Hashable, Sendable {
        package let programme: String
        /// The provider's reference.
        package let provider: String
        package let team: String?
        package let tier: Tier

        package init(programme: String, provider: String, team: String?, tier: Tier) {
            self.programme = programme
            self.provider = provider
            self.team = team
            self.tier = tier
        }
    }

    package enum Kind: String, CodeList {
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

    package var kind: Kind {
        switch self {
        case .accept: .accept
        case .wait: .wait
        case .decline: .decline
        case .inappropriate: .inappropriate
        case .redirect: .redirect
        case .withdraw: .withdraw
        case .reopen: .reopen
        }
    }
}

extension ReferralDecision {
    /// What may be decided of a referral that stands so; a family that was accepted is worked with as a case.
    package var next: [GatewayDecision.Kind] {
        switch self {
        case .pending: [.accept, .wait, .redirect, .inappropriate, .decline, .withdraw]
        case .waiting: [.accept, .redirect, .inappropriate, .decline, .withdraw]
        case .declined, .inappropriate, .withdrawn: [.reopen]
        case .accepted: []
        }
    }
}

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
