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
        var form = TypedForm(request)
        let names = (place: "offer-place", from: "offer-from")
        guard try gatewayWork(held).offer(form["offer-place"], &form, at: names, leave(request)) != nil else {
            return try referralPage(held, ReferralForms(request: request, errors: form.errors))
        }
        return .onward(to: Address("gateway", held.record.id.text))
    }

    /// Notes what the family answered to an offer.
    func answerOffer(_ request: PageRequest) throws -> PageAnswer {
        guard let held = try heldReferral(request),
            let offer = try keeper.register.held(PlaceOffer.self, key: request.parameters["name"] ?? ""),
            offer.record.referralID == held.record.id
        else { return notFound() }
        var form = TypedForm(request)
        guard try gatewayWork(held).answer(offer, &form, leave(request)) != nil else {
            return try referralPage(held, ReferralForms(request: request, errors: form.errors))
        }
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
