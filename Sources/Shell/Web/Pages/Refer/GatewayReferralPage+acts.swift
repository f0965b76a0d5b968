import Actions
import Documents
import Records
import Refer
import Register
import Values

extension Pages {
    func decide(
        _ held: Held<Referral>,
        _ forms: ReferralForms,
        _ choices: DecisionForm.Choices,
        _ html: inout HTML
    ) {
        guard !choices.acts.isEmpty else { return }
        html.heading("Decide")
        html.form(
            Form(
                action: Address("gateway", held.record.id.text, "decision"),
                method: .post(token: tokens.give()),
                fields: (forms.decision ?? DecisionForm(held.record)).fields(choices),
                button: "Record the decision",
                carried: [("version", "\(held.version)")]
            )
        )
    }

    /// Records a decision.
    func decideReferral(_ request: PageRequest) throws -> PageAnswer {
        guard let held = try heldReferral(request) else { return notFound() }
        guard !held.record.decision.next.isEmpty else {
            return notTaken(
                request,
                because:
                    "Somebody decided on this referral after you had opened the page, and nothing more can be decided.",
                way: Link("The referral", Address("gateway", held.record.id.text))
            )
        }
        let today = try keeper.today()
        var form = DecisionForm(request)
        let panel = form.panel(request, on: today)
        var decision: GatewayDecision?
        do {
            decision = try form.draft.decision(onReferral: held.record.decision)
        } catch {
            form.take(error)
        }
        let choices = try DecisionForm.Choices(for: held.record, keeper)
        for fault in GatewayWork.faults(in: form.draft, decision, choices) {
            form.refuse(fault.words, at: fault.field)
        }
        if form.errors.isEmpty, !tokens.spend(request) { form.errors.append(FormError(FormTokens.refusal)) }
        guard form.errors.isEmpty, let decision else {
            return try referralPage(held, ReferralForms(decision: form, request: request))
        }
        do {
            try DecideReferral(keeper).decide(
                decision,
                on: held.record,
                version: Int64(request.form["version"] ?? "") ?? 0,
                note: form.note.isEmpty ? nil : form.note,
                panel: panel,
                today: today
            )
        } catch RegisterError.movedOn {
            form.errors.append(
                FormError(
                    "Somebody else changed this referral since you opened it. Look at it as it is now and decide again"
                )
            )
            return try referralPage(held, ReferralForms(decision: form, request: request))
        }
        return .onward(to: Address("gateway", held.record.id.text))
    }

    /// Takes a referral on.
    func takeReferral(_ request: PageRequest) throws -> PageAnswer {
        guard let held = try heldReferral(request) else { return notFound() }
        if tokens.spend(request) { try KeepReferral(keeper).take(held.record, on: keeper.today()) }
        return .onward(to: Address("gateway", held.record.id.text))
    }

    func feedback(_ referral: Referral, _ history: ReferralHistory, _ forms: ReferralForms, _ html: inout HTML) {
        html.heading("Tell the referrer")
        if history.isTold {
            html.paragraph("The referrer was told of the latest decision.")
        } else if referral.decision != .pending {
            html.paragraph("The referrer has not been told of the decision yet.")
        }
        let typed = forms.request.form
        html.form(
            Form(
                action: Address("gateway", referral.id.text, "feedback"),
                method: .post(token: tokens.give()),
                fields: [
                    FormField(
                        "means",
                        label: "How they were told",
                        error: forms.error("means"),
                        input: .radios(
                            FeedbackMeans.allCases.map {
                                Choice($0.rawValue, $0.label, isChosen: typed["means"] == $0.rawValue)
                            }
                        )
                    ),
                    FormField(
                        "said",
                        label: "What they were told",
                        error: forms.error("said"),
                        input: .lines(value: typed["said"] ?? "", rows: 3)
                    ),
                ],
                button: "Record what they were told"
            )
        )
    }

    /// Notes what the referrer was told.
    func tellReferrer(_ request: PageRequest) throws -> PageAnswer {
        guard let held = try heldReferral(request) else { return notFound() }
        var form = TypedForm(request)
        guard try gatewayWork(held).tell(&form, leave(request)) != nil else {
            return try referralPage(held, ReferralForms(request: request, errors: form.errors))
        }
        return .onward(to: Address("gateway", held.record.id.text))
    }

    func gatewayWork(_ held: Held<Referral>) throws -> GatewayWork {
        GatewayWork(keeper: keeper, referral: held.record, today: try keeper.today())
    }
}
