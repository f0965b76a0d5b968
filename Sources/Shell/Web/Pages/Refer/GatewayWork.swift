import Actions
import Documents
import Records
import Refer
import Register
import Values

/// What somebody of the gateway does with a referral beside deciding on it, as it was typed on its page or sent by a
/// program: read, checked and saved in one change.
///
/// Each deed gives what it saved; where something must be put right it gives nothing, and the form says what.
struct GatewayWork {
    let keeper: Keeper
    let referral: Referral
    let today: Day

    /// Notes what the referrer was told.
    func tell(_ form: inout TypedForm, _ leave: CaseWork.Leave) throws -> ReferrerFeedback? {
        let means: FeedbackMeans? = form.code("means", orSay: "Select how they were told")
        let said = form.text("said", "What they were told", orSay: "Enter what they were told", most: 4000)
        guard let means, form.isSound, leave(&form) else { return nil }
        return try KeepReferral(keeper).tell(referral, by: means, said: said, on: today)
    }

    /// The panel that decided; nil where none did, or where something must be put right.
    static func panel(_ form: inout TypedForm, on today: Day) -> DecideReferral.Panel? {
        guard form["panel"] == "yes" else { return nil }
        let met = form.day("met", "Day the panel met", upTo: today)
        let sat = form.text("sat", "Who sat", orSay: "Enter who sat on the panel, and for whom", most: 1000)
        let agreed = form.optionalText("agreed", "What was agreed")
        guard let met, form.isSound else { return nil }
        return DecideReferral.Panel(metOn: met, sat: sat, agreed: agreed)
    }

    /// What only the definitions and the register can tell to be wrong with a decision, by the field of its form.
    static func faults(
        in draft: DecisionDraft,
        _ decision: GatewayDecision?,
        _ choices: DecisionForm.Choices
    )
        -> [(field: String, words: String)]
    {
        var faults: [(field: String, words: String)] = []
        if case .accept(let placing)? = decision,
            !choices.offers(DecisionForm.Choices.place(placing.provider, placing.team))
        {
            faults.append(("provider", "Select who takes the family on"))
        }
        if let programme = draft.programme, !choices.programmes.contains(where: { $0.id == programme }) {
            faults.append(("programme", "Select a programme"))
        }
        return faults
    }

    /// Notes a place that was offered to a family that waits.
    ///
    /// - Parameters:
    ///   - place: the provider and the team that offer it, as one choice.
    ///   - form: what was typed.
    ///   - names: the fields in which the place and its first day were asked for.
    ///   - leave: whether it may be acted on.
    /// - Returns: the offer.
    /// - Throws: whatever saving throws.
    func offer(
        _ place: String,
        _ form: inout TypedForm,
        at names: (place: String, from: String),
        _ leave: CaseWork.Leave
    ) throws
        -> PlaceOffer?
    {
        if try !DecisionForm.Choices(for: referral, keeper).offers(place) {
            form.refuse("Select who offers the place", at: names.place)
        }
        let from = form.day(names.from, "First day of the place")
        if let from, from < today {
            form.refuse("First day of the place must be today or in the future", at: names.from, wrong: [.day])
        }
        let offers = try keeper.register.held(PlaceOffer.self, where: "referral_id", is: .text(referral.id.text))
        if offers.contains(where: { $0.record.answer == .waiting }) {
            form.refuse("An offer is open already. Record its answer first")
        }
        if referral.decision != .waiting { form.refuse("This family no longer waits") }
        guard let from, form.isSound, leave(&form), let offering = DecisionForm.Choices.parts(of: place) else {
            return nil
        }
        return try KeepWaiting(keeper).offer(
            referral,
            programme: referral.programme ?? "",
            provider: Identifier(offering.provider),
            team: offering.team,
            from: from,
            on: today
        )
    }

    /// Notes what the family answered to an offer that is open, over the version it was read with.
    func answer(_ held: Held<PlaceOffer>, _ form: inout TypedForm, _ leave: CaseWork.Leave) throws -> PlaceOffer? {
        let answer: OfferAnswer? = form.code("answer", orSay: "Select what the family answered")
        if answer == .waiting { form.refuse("Select what the family answered", at: "answer") }
        if held.record.answer != .waiting { form.refuse("The answer to this offer is recorded already") }
        guard let answer, form.isSound, leave(&form) else { return nil }
        return try KeepWaiting(keeper).answer(held, version: held.version, answer, on: today)
    }

    /// Notes what a family is offered while it waits.
    func support(_ form: inout TypedForm, _ leave: CaseWork.Leave) throws -> MeanwhileSupport? {
        let what = form.text(
            "support",
            "What the family is offered",
            orSay: "Enter what the family is offered",
            most: 1000
        )
        guard form.isSound, leave(&form) else { return nil }
        return try KeepWaiting(keeper).support(referral, what: what, from: today, to: nil)
    }
}
