import Actions
import Documents
import Records
import Refer
import Register
import Values

extension Pages {
    /// Books a stay.
    func bookStay(_ request: PageRequest) throws -> PageAnswer {
        guard let view = try homeView(request) else { return notFound() }
        let chosen = try candidates(for: view).first { $0.referral.id.text == request.form["referral"] }
        let day = DateInput(request.form, "arrives").typedDay
        var errors: [FormError] = []
        if chosen == nil { errors.append(FormError("Select a child", at: "field-referral")) }
        if day == nil { errors.append(FormError("Day of arrival must be a real date", at: "field-arrives-day")) }
        if errors.isEmpty, !tokens.spend(request) { errors = [FormError(FormTokens.refusal)] }
        guard errors.isEmpty, let chosen, let day else {
            return try residencePage(view, request, ResidenceForms(request: request, errors: errors))
        }
        return try doing(view, request) { keep in
            try keep.book(chosen.child.id, of: chosen.referral, bed: request.form["bed"] ?? "", from: day, in: view)
        }
    }

    /// Takes a bed out of use.
    func voidBed(_ request: PageRequest) throws -> PageAnswer {
        guard let view = try homeView(request) else { return notFound() }
        let from = DateInput(request.form, "void-from").typedDay
        let untilTyped = DateInput(request.form, "void-until")
        let until = untilTyped.typedDay
        let why = request.form["void-reason"].flatMap(VoidReason.init(rawValue:))
        var errors: [FormError] = []
        if from == nil {
            errors.append(FormError("First night out of use must be a real date", at: "field-void-from-day"))
        }
        if !untilTyped.isEmpty, until == nil {
            errors.append(FormError("First night in use again must be a real date", at: "field-void-until-day"))
        }
        if why == nil { errors.append(FormError("Select why the bed is out of use", at: "field-void-reason")) }
        if errors.isEmpty, !tokens.spend(request) { errors = [FormError(FormTokens.refusal)] }
        guard errors.isEmpty, let from, let why else {
            return try residencePage(view, request, ResidenceForms(request: request, errors: errors))
        }
        return try doing(view, request) { keep in
            try keep.void(bed: request.form["void-bed"] ?? "", from: from, until: until, why: why, in: view)
        }
    }

    /// A bed can be used again from today.
    func endVoid(_ request: PageRequest) throws -> PageAnswer {
        guard let view = try homeView(request),
            let held = view.voids.first(where: { $0.record.id.text == request.parameters["name"] })
        else { return notFound() }
        guard tokens.spend(request) else {
            let errors = [FormError(FormTokens.refusal)]
            return try residencePage(view, request, ResidenceForms(request: request, errors: errors))
        }
        return try doing(view, request) { try $0.endVoid(held, version: held.version, on: view.day, in: view) }
    }

    /// Does something with a home's beds; what is refused is said on the home's page, with what was typed.
    private func doing(_ view: HomeView, _ request: PageRequest, _ act: (KeepHomes) throws -> Void) throws -> PageAnswer
    {
        let wrong = { (error: FormError) in
            try residencePage(view, request, ResidenceForms(request: request, errors: [error]))
        }
        do {
            try act(KeepHomes(keeper, on: view.day))
        } catch let refusal as KeepHomes.Refusal {
            let isDate = ["arrives", "void-from", "void-until"].contains(refusal.field)
            return try wrong(FormError(refusal.words, at: "field-\(refusal.field)\(isDate ? "-day" : "")"))
        } catch RegisterError.movedOn {
            return try wrong(FormError(Pages.stayMoved))
        }
        return .onward(to: Address("homes", view.home.record.id.text))
    }
}
