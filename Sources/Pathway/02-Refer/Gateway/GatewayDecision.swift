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

    package typealias Kind = GatewayAct

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
