package import Records

/// A decision as it was filled in, before it is known to be complete.
package struct DecisionDraft: Hashable, Sendable {
    package var kind: GatewayDecision.Kind?
    package var programme: String?
    package var provider: String?
    package var team: String?
    package var tier: Tier?
    package var reason: DecisionReason?
    package var destination: String?

    package init(
        kind: GatewayDecision.Kind? = nil,
        programme: String? = nil,
        provider: String? = nil,
        team: String? = nil,
        tier: Tier? = nil,
        reason: DecisionReason? = nil,
        destination: String? = nil
    ) {
        self.kind = kind
        self.programme = programme
        self.provider = provider
        self.team = team
        self.tier = tier
        self.reason = reason
        self.destination = destination
    }

    /// A field of the form.
    package enum Field: String, Hashable, Sendable, CaseIterable {
        case kind, programme, provider, tier, reason, destination
    }

    /// What must be put right, in words for the form.
    package struct Refusal: Error, Hashable, Sendable {
        package let problems: [Field: String]
    }

    /// The decision, where everything it needs is there and it may be made of a referral that stands so.
    package func decision(onReferral standing: ReferralDecision) throws(Refusal) -> GatewayDecision {
        guard let kind else { throw Refusal(problems: [.kind: "Select what you decide"]) }
        guard standing.next.contains(kind) else {
            throw Refusal(problems: [
                .kind: "This cannot be decided of a referral that is \(standing.label.lowercased())"
            ])
        }
        var problems: [Field: String] = [:]
        let made = make(kind, &problems)
        guard problems.isEmpty, let made else { throw Refusal(problems: problems) }
        return made
    }

    private func make(_ kind: GatewayDecision.Kind, _ problems: inout [Field: String]) -> GatewayDecision? {
        switch kind {
        case .accept:
            let programme = programme(&problems)
            let tier = tier(&problems)
            if provider == nil { problems[.provider] = "Select who takes the family on" }
            guard let programme, let tier, let provider else { return nil }
            return .accept(GatewayDecision.Placing(programme: programme, provider: provider, team: team, tier: tier))
        case .wait:
            let programme = programme(&problems)
            let tier = tier(&problems)
            guard let programme, let tier else { return nil }
            return .wait(programme: programme, tier: tier)
        case .decline: return reason(&problems).map { .decline($0) }
        case .inappropriate: return reason(&problems).map { .inappropriate($0, destination: destination) }
        case .redirect:
            let reason = reason(&problems)
            if destination == nil { problems[.destination] = "Enter the service the family is redirected to" }
            guard let reason, let destination else { return nil }
            return .redirect(destination: destination, reason)
        case .withdraw: return reason(&problems).map { .withdraw($0) }
        case .reopen: return .reopen
        }
    }

    private func programme(_ problems: inout [Field: String]) -> String? {
        if programme == nil { problems[.programme] = "Select a programme" }
        return programme
    }

    private func tier(_ problems: inout [Field: String]) -> Tier? {
        if tier == nil { problems[.tier] = "Select the tier of need" }
        return tier
    }

    private func reason(_ problems: inout [Field: String]) -> DecisionReason? {
        if reason == nil { problems[.reason] = "Select the main reason" }
        return reason
    }
}
