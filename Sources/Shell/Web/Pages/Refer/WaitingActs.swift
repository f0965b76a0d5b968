import Actions
import Documents
import Records
import Refer
import Register
import Values

extension Pages {
    /// Notes a place that was offered.
    func offerPlace(_ request: PageRequest) throws -> PageAnswer {
        guard let held = try heldReferral(request) else { return notFound() }
        let choices = try choices(for: held.record)
        var errors: [FormError] = []
        let place = request.form["offer-place"] ?? ""
        let start = DateInput(request.form, "offer-from").typedDay
        let today = try keeper.today()
        if !choices.places.contains(where: { $0.id == place }) {
            errors.append(FormError("Select who offers the place", at: "field-offer-place"))
        }
        if start.map({ $0 < today }) ?? true {
            let words = start == nil ? "must be a real date" : "must be today or in the future"
            errors.append(FormError("First day of the place \(words)", at: "field-offer-from-day"))
        }
        let offers = try keeper.register.held(PlaceOffer.self, where: "referral_id", is: .text(held.record.id.text))
        if offers.contains(where: { $0.record.answer == .waiting }) {
            errors.append(FormError("An offer is open already. Record its answer first"))
        }
        if held.record.decision != .waiting { errors.append(FormError("This family no longer waits")) }
        if errors.isEmpty, !tokens.spend(request) { errors = [FormError(FormTokens.refusal)] }
        guard errors.isEmpty, let start else {
            return try referralPage(held, ReferralForms(request: request, errors: errors))
        }
        let parts = place.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        try KeepWaiting(keeper).offer(
            held.record,
            programme: held.record.programme ?? "",
            provider: Identifier(parts[0]),
            team: parts.count > 1 && !parts[1].isEmpty ? parts[1] : nil,
            from: start,
            on: today
        )
        return .onward(to: Address("gateway", held.record.id.text))
    }

    /// Notes what the family answered to an offer.
    func answerOffer(_ request: PageRequest) throws -> PageAnswer {
        guard let held = try heldReferral(request),
            let offer = try keeper.register.held(PlaceOffer.self, key: request.parameters["name"] ?? ""),
            offer.record.referralID == held.record.id
        else { return notFound() }
        guard let answer = request.form["answer"].flatMap(OfferAnswer.init(rawValue:)), answer != .waiting else {
            let error = FormError("Select what the family answered", at: "field-answer")
            return try referralPage(held, ReferralForms(request: request, errors: [error]))
        }
        guard tokens.spend(request) else {
            return try referralPage(held, ReferralForms(request: request, errors: [FormError(FormTokens.refusal)]))
        }
        try KeepWaiting(keeper).answer(offer, version: offer.version, answer, on: keeper.today())
        return .onward(to: Address("gateway", held.record.id.text))
    }

    /// Notes what a family is offered while it waits.
    func supportMeanwhile(_ request: PageRequest) throws -> PageAnswer {
        guard let held = try heldReferral(request) else { return notFound() }
        var form = TypedForm(request)
        guard try gatewayWork(held).support(&form, leave(request)) != nil else {
            return try referralPage(held, ReferralForms(request: request, errors: form.errors))
        }
        return .onward(to: Address("gateway", held.record.id.text))
    }
}
