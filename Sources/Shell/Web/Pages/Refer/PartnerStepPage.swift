import Actions
import Documents
import Records
import Refer
import Register
import Values

extension Pages {
    /// A page of the partners' form: a question, the check, the equality questions, or what was sent.
    func referStep(_ request: PageRequest) throws -> PageAnswer {
        guard let form = try partnerForm(request) else { return noDraft(request) }
        let name = request.parameters["name"] ?? ""
        if form.isSent {
            return name == PartnerForm.sent ? sentPage(form) : .onward(to: form.address(PartnerForm.sent))
        }
        if name == PartnerForm.check { return try checkPage(form, errors: []) }
        guard let step = form.form.step(name, form.answers) else { return .onward(to: try unfinished(form)) }
        if step == ReferralForm.equalities, try form.form.firstUnfinished(form.answers, on: keeper.today()) != nil {
            return .onward(to: try unfinished(form))
        }
        return stepPage(form, step, form.answers, faults: [:])
    }

    private func unfinished(_ form: PartnerForm) throws -> Address {
        try form.address(form.form.firstUnfinished(form.answers, on: keeper.today()))
    }

    func stepPage(
        _ form: PartnerForm,
        _ step: ReferralStep,
        _ answers: [String: String],
        faults: [String: String],
        error: FormError? = nil
    ) -> PageAnswer {
        let isLast = step == ReferralForm.equalities
        let steps = form.form.steps(form.answers)
        let place = steps.firstIndex { $0.id == step.id }
        let before = form.form.step(before: step.id, form.answers)
        let ready = (try? form.form.firstUnfinished(form.answers, on: keeper.today())) == nil
        let sent = Form(
            action: form.address(step.id),
            method: .post(token: tokens.give()),
            fields: fields(step, answers, faults),
            button: isLast ? "Send the referral" : "Save and continue",
            carried: [("version", "\(form.draft.version)"), ("was", PartnerForm.digest(step, form.answers))]
        )
        let errors = (error.map { [$0] } ?? []) + sent.errors
        let head = Page(
            step.title,
            caption: place.map { "Refer a family: page \($0 + 1) of \(steps.count)" } ?? "Refer a family",
            title: "\(step.title), refer a family",
            way: isLast ? .back(form.address(PartnerForm.check)) : form.way(backTo: before),
            errors: errors,
            isWide: false
        )
        return page(head, status: errors.isEmpty ? 200 : 422) { html in
            for words in step.words { html.paragraph(words) }
            html.form(sent)
            if ready, !isLast { html.links([Link("Back to your answers", form.address(PartnerForm.check))]) }
        }
    }

    /// Takes what was typed on a page, and leads on; on the last page sends the referral.
    func answerStep(_ request: PageRequest) throws -> PageAnswer {
        guard let form = try partnerForm(request) else { return noDraft(request) }
        if form.isSent { return .onward(to: form.address(PartnerForm.sent)) }
        var answer = try answerStep(form, request)
        // The draft is kept for so long after it was last saved, and the browser must be able to open it.
        if case .none = answer.draft { answer.draft = .carries(secret: form.secret, handle: form.handle) }
        return answer
    }

    private func answerStep(_ form: PartnerForm, _ request: PageRequest) throws -> PageAnswer {
        let name = request.parameters["name"] ?? ""
        if name == PartnerForm.check { return try confirm(form, request) }
        guard let step = form.form.step(name, form.answers) else { return .onward(to: try unfinished(form)) }
        let typed = step.taken(from: request.form)
        let faults = step.faults(in: typed, on: try keeper.today())
        guard faults.isEmpty else { return stepPage(form, step, typed, faults: faults) }
        guard tokens.spend(request) else {
            // A second click, or Back: the same answers are saved already.
            if step.taken(from: form.answers) == typed, step != ReferralForm.equalities {
                return .onward(to: try next(after: step, in: form))
            }
            return stepPage(form, step, typed, faults: [:], error: FormError(FormTokens.refusal))
        }
        guard request.form["was"] == PartnerForm.digest(step, form.answers) else {
            let error = FormError(
                "This page was saved in another tab since you opened it. Check what you typed and save it again"
            )
            return stepPage(form, step, typed, faults: [:], error: error)
        }
        var answers = form.answers
        for name in step.questions.flatMap(\.names) { answers[name] = typed[name] }
        guard let saved = try save(answers, form) else {
            let error = FormError("Another tab saved at the same moment. Save what you typed again")
            return stepPage(form, step, typed, faults: [:], error: error)
        }
        return step == ReferralForm.equalities ? try send(saved) : .onward(to: try next(after: step, in: saved))
    }

    /// The page after one; back to the check where everything else was answered.
    private func next(after step: ReferralStep, in form: PartnerForm) throws -> Address {
        if try form.form.firstUnfinished(form.answers, on: keeper.today()) == nil {
            return form.address(PartnerForm.check)
        }
        return form.address(form.form.step(after: step.id, form.answers))
    }

    /// Saves a draft over the version it was read with; nil where another tab has saved since.
    func save(_ answers: [String: String], _ form: PartnerForm) throws -> PartnerForm? {
        do {
            let version = form.draft.version
            try entrance.drafts.save(answers, secret: form.secret, version: version, at: entrance.now())
            return try entrance.drafts.draft(form.secret, at: entrance.now()).map { draft in
                PartnerForm(secret: form.secret, handle: form.handle, draft: draft, form: form.form)
            }
        } catch RegisterError.movedOn {
            return nil
        }
    }
}
