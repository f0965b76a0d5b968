package import Records
package import Refer
import Register
package import Values

/// Records what the gateway decides of a referral, and everything that follows from it, in one change.
package struct DecideReferral: Sendable {
    /// A panel that looked at it.
    package struct Panel: Sendable {
        package let metOn: Day
        package let sat: String
        package let agreed: String?

        package init(metOn: Day, sat: String, agreed: String?) {
            self.metOn = metOn
            self.sat = sat
            self.agreed = agreed
        }
    }

    private let keeper: Keeper

    package init(_ keeper: Keeper) {
        self.keeper = keeper
    }

    /// Records a decision over the version its form was made from.
    ///
    /// An accepted referral becomes a case on the same day, so that nobody falls between the two.
    ///
    /// - Throws: `RegisterError.movedOn` where somebody else decided first.
    package func decide(
        _ decision: GatewayDecision,
        on referral: Referral,
        version: Int64,
        note: String?,
        panel: Panel?,
        today: Day
    ) throws {
        var entry = Entry()
        let meeting = panel.map { panel in
            PanelMeeting(
                id: Identifier(keeper.newReference("PANEL")),
                referralID: referral.id,
                personID: referral.personID,
                metOn: panel.metOn,
                sat: panel.sat,
                agreed: panel.agreed
            )
        }
        if let meeting { entry.add(meeting) }
        var step = GatewayStep(
            id: Identifier(keeper.newReference("STEP")),
            referralID: referral.id,
            personID: referral.personID,
            act: decision.kind,
            decidedOn: today,
            decidedBy: keeper.actor.id,
            panelID: meeting?.id,
            note: note
        )
        var decided = referral
        decided.decision = decision.kind.standing
        decided.decidedOn = decision.kind == .reopen ? nil : today
        decided.destination = nil
        write(decision, to: &decided, &step)
        entry.revise(decided, version: version)
        entry.add(step)
        if case .accept(let placing) = decision {
            entry.add(newCase(placing, of: decided, from: today))
            for offer in try openOffers(of: referral) {
                entry.revise(taken(offer, placing, on: today), version: offer.version)
            }
        }
        try keeper.enter(entry, purpose: "gateway", summary: "\(decision.kind.done): referral \(referral.id.text)")
    }

    private func write(_ decision: GatewayDecision, to decided: inout Referral, _ step: inout GatewayStep) {
        switch decision {
        case .accept(let placing):
            decided.programme = placing.programme
            decided.tier = placing.tier
            step.programme = placing.programme
            step.tier = placing.tier
            step.team = placing.team
            step.organisationID = Identifier(placing.provider)
        case .wait(let programme, let tier):
            decided.programme = programme
            decided.tier = tier
            step.programme = programme
            step.tier = tier
        case .decline(let reason), .withdraw(let reason): step.reason = reason
        case .inappropriate(let reason, let destination):
            step.reason = reason
            step.destination = destination
            decided.destination = destination
        case .redirect(let destination, let reason):
            step.reason = reason
            step.destination = destination
            decided.destination = destination
        case .reopen: break
        }
    }

    private func newCase(_ placing: GatewayDecision.Placing, of referral: Referral, from today: Day) -> Case {
        Case(
            id: Identifier(keeper.newReference("CASE")),
            referralID: referral.id,
            familyID: referral.familyID,
            personID: referral.personID,
            programme: placing.programme,
            organisationID: Identifier(placing.provider),
            team: placing.team,
            tier: placing.tier,
            startedOn: today
        )
    }

    private func openOffers(of referral: Referral) throws -> [Held<PlaceOffer>] {
        try keeper.register.held(PlaceOffer.self, where: "referral_id", is: .text(referral.id.text))
            .filter { $0.record.answer == .waiting }
    }

    private func taken(_ held: Held<PlaceOffer>, _ placing: GatewayDecision.Placing, on today: Day) -> PlaceOffer {
        var offer = held.record
        offer.answer = offer.programme == placing.programme ? .taken : .lapsed
        offer.answeredOn = max(today, offer.offeredOn)
        return offer
    }
}
