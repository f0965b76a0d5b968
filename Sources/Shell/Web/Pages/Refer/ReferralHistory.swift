import Actions
import Documents
import Records
import Register
import Values

/// What happened to a referral: received, decided, told, offered, supported.
struct ReferralHistory {
    let entries: [Timeline.Entry]
    /// Whether the referrer was told since the latest decision.
    let isTold: Bool

    init(_ referral: Referral, _ keeper: Keeper) throws {
        let register = keeper.register
        let id = Cell.text(referral.id.text)
        let names = try OwnerNames(register, asAt: keeper.today())
        let steps = try register.held(GatewayStep.self, where: "referral_id", is: id).map(\.record)
        let panels = try register.held(PanelMeeting.self, where: "referral_id", is: id).map(\.record)
        let told = try register.held(ReferrerFeedback.self, where: "referral_id", is: id).map(\.record)
        let support = try register.held(MeanwhileSupport.self, where: "referral_id", is: id).map(\.record)
        let offers = try register.held(PlaceOffer.self, where: "referral_id", is: id).map(\.record)
        let decided = steps.last?.decidedOn
        isTold = told.contains { item in decided.map { item.toldOn >= $0 } ?? true }
        var entries = [
            Timeline.Entry(day: referral.receivedOn, kind: "Referral", title: "Received", byline: referral.source.label)
        ]
        entries += panels.map { panel in
            Timeline.Entry(
                day: panel.metOn,
                kind: "Panel",
                title: "A multi-agency panel met",
                byline: panel.sat,
                words: panel.agreed
            )
        }
        entries += steps.map { ReferralHistory.entry($0, keeper, names) }
        entries += told.map { item in
            let by = "\(names.name(ofUser: item.toldBy)), by \(item.means.label.lowercased())"
            return Timeline.Entry(
                day: item.toldOn,
                kind: "Feedback",
                title: "Referrer told",
                byline: by,
                words: item.said
            )
        }
        entries += support.map { item in
            let until = item.to.map { " to \($0.long)" } ?? ""
            let title = "Support while waiting, from \(item.from.long)\(until)"
            return Timeline.Entry(day: item.from, kind: "Support", title: title, words: item.what)
        }
        entries += offers.map { offer in
            let programme = keeper.definitions.programmeTitle(offer.programme)
            return Timeline.Entry(
                day: offer.offeredOn,
                kind: "Offer",
                title: "A place in \(programme) from \(offer.startsOn.long): \(offer.answer.label.lowercased())"
            )
        }
        self.entries = entries
    }

    private static func entry(_ step: GatewayStep, _ keeper: Keeper, _ names: OwnerNames) -> Timeline.Entry {
        let parts = [
            step.programme.map(keeper.definitions.programmeTitle), step.team,
            step.tier.map { "tier \($0.label.lowercased())" },
            step.reason?.label, step.destination.map { "sent to \($0)" },
        ]
        let detail = parts.compactMap(\.self).joined(separator: ", ")
        return Timeline.Entry(
            day: step.decidedOn,
            kind: "Decision",
            title: detail.isEmpty ? step.act.done : "\(step.act.done): \(detail)",
            byline: names.name(ofUser: step.decidedBy),
            words: step.note
        )
    }
}
