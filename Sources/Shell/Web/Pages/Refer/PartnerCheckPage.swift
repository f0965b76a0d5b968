import Actions
import Documents
import Records
import Refer
import Register
import Values

extension Pages {
    /// Every answer, to check before the referral is sent.
    func checkPage(_ form: PartnerForm, errors: [FormError]) throws -> PageAnswer {
        let today = try keeper.today()
        if let missing = form.form.firstUnfinished(form.answers, on: today) {
            return .onward(to: form.address(missing.id))
        }
        let last = form.form.steps(form.answers).last
        let head = Page(
            "Check your answers before sending the referral",
            title: "Check your answers, refer a family",
            way: form.way(backTo: last),
            errors: errors,
            isWide: false
        )
        return page(head, status: errors.isEmpty ? 200 : 422) { html in
            for step in form.form.steps(form.answers) {
                html.heading(step.title)
                html.summaryList(answerRows(step, form.answers, change: form.address(step.id)))
            }
            html.paragraph("There are four equality questions on the next page, which you can leave out.")
            html.form(
                Form(
                    action: form.address(PartnerForm.check),
                    method: .post(token: tokens.give()),
                    fields: [],
                    button: "Confirm and continue"
                )
            )
        }
    }

    /// The answers of a page in words, each with its question.
    func answerRows(_ step: ReferralStep, _ answers: [String: String], change: Address?) -> [SummaryRow] {
        step.questions.map { question in
            SummaryRow(
                question.label,
                answerWords(question, answers),
                action: change.map { Link("Change", $0) }
            )
        }
    }

    private func answerWords(_ question: ReferralQuestion, _ answers: [String: String]) -> String? {
        switch question.ask {
        case .choice(let choices): return choices.first { $0.value == answers[question.name] }?.label
        case .several(let choices):
            let chosen = choices.filter { answers["\(question.name)-\($0.value)"] != nil }.map(\.label)
            return chosen.isEmpty ? nil : chosen.joined(separator: ", ")
        case .pastDate: return ReferralQuestion.date(question.name, in: answers)?.long
        case .line, .lines, .email, .postcode, .nhsNumber: return answers[question.name]
        }
    }

    /// The answers were checked: gives the referral its reference, and leads to the equality questions.
    func confirm(_ form: PartnerForm, _ request: PageRequest) throws -> PageAnswer {
        guard try form.form.firstUnfinished(form.answers, on: keeper.today()) == nil else {
            return try checkPage(form, errors: [])
        }
        let onward = form.address(ReferralForm.equalities.id)
        guard form.answers[SendReferral.Kept.reference] == nil else { return .onward(to: onward) }
        guard tokens.spend(request) else { return try checkPage(form, errors: [FormError(FormTokens.refusal)]) }
        let numbers = sendReferral.numbers()
        var answers = form.answers
        answers[SendReferral.Kept.reference] = numbers.reference
        answers[SendReferral.Kept.code] = numbers.code
        guard try save(answers, form) != nil else {
            return try checkPage(
                form,
                errors: [FormError("Another tab saved at the same moment. Check the answers again")]
            )
        }
        return .onward(to: onward)
    }

    /// Sends the referral; sent before, it leads to where that was confirmed.
    func send(_ form: PartnerForm) throws -> PageAnswer {
        let today = try keeper.today()
        guard let reference = form.answers[SendReferral.Kept.reference],
            let code = form.answers[SendReferral.Kept.code],
            let answers = ReferralAnswers(form.answers, form: form.form, on: today)
        else { return try checkPage(form, errors: []) }
        let id = form.answers[SendReferral.Kept.link] ?? ""
        guard let link = try KeepLinks(keeper, key: entrance.key).link(reference: id, on: today) else {
            let error = FormError(
                "Your organisation’s link was withdrawn. Nothing was sent. Ask the gateway for the one in use"
            )
            return stepPage(form, ReferralForm.equalities, form.answers, faults: [:], error: error)
        }
        do {
            try sendReferral.send(answers, by: SendReferral.Sender(link), reference: reference, code: code, on: today)
        } catch RegisterError.movedOn {
            // It was recorded before the draft could say so.
        }
        let kept = [
            SendReferral.Kept.sentAt: entrance.now().iso, SendReferral.Kept.reference: reference,
            SendReferral.Kept.code: code, SendReferral.Kept.link: id,
        ]
        _ = try save(kept, form)
        var answer = PageAnswer.onward(to: form.address(PartnerForm.sent))
        answer.draft = .confirms(secret: form.secret, handle: form.handle)
        return answer
    }

    /// The confirmation: reference, code, and what happens next.
    func sentPage(_ form: PartnerForm) -> PageAnswer {
        let days = keeper.definitions.priorities["gateway-priority"]?.decideWithinDays
        return page(Page("Referral sent", isWide: false)) { html in
            html.summaryList([
                SummaryRow("Reference", form.answers[SendReferral.Kept.reference]),
                SummaryRow("Code", form.answers[SendReferral.Kept.code]),
            ])
            html.paragraph("Write both down, or print this page: with them you can ask how the referral stands.")
            html.paragraph("This page opens for \(DraftCookie.confirmationMinutes) minutes, in this browser alone.")
            html.heading("What happens next")
            html.paragraph(
                days.map { "The gateway looks at the referral and decides within \($0) days." }
                    ?? "The gateway looks at the referral and decides."
            )
            html.paragraph("Somebody may ask you for more. You will be told what was decided.")
            html.links([Link("How a referral stands", Address("referral-progress"))])
        }
    }
}
