import Actions
import Definitions
import Documents
import Records
import Refer
import Register
import Values

extension Pages {
    /// What can be chosen where a referral is decided on.
    func choices(for referral: Referral) throws -> DecisionForm.Choices {
        let now = try CapacityNow(keeper, asAt: keeper.today())
        let providers = try keeper.register.held(Organisation.self).map(\.record)
            .filter { $0.kind == .provider || $0.kind == .localAuthority }
        var places: [(id: String, words: String)] = now.capacity.teams.compactMap { team in
            guard let provider = team.provider else { return nil }
            let free = team.free.map { ", \(NumberText.plural($0, "place", "places")) free" } ?? ""
            let name = team.team.map { "\($0), " } ?? ""
            let programme = keeper.definitions.programmeTitle(team.programme)
            return (
                "\(provider)|\(team.team ?? "")",
                "\(programme): \(name)\(now.providers[provider] ?? provider)\(free)"
            )
        }
        let known = Set(places.map(\.id))
        for provider in providers where !known.contains("\(provider.id.text)|") {
            places.append((id: "\(provider.id.text)|", words: "\(provider.name), no team yet"))
        }
        var seen: Set<String> = []
        return DecisionForm.Choices(
            acts: referral.decision.next,
            programmes: keeper.definitions.programmes.map { ($0.id, $0.title) },
            places: places.filter { seen.insert($0.id).inserted }
        )
    }

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
        let panel = form.panel(on: today)
        var decision: GatewayDecision?
        do {
            decision = try form.draft.decision(onReferral: held.record.decision)
        } catch {
            form.take(error)
        }
        let choices = try choices(for: held.record)
        if case .accept(let placing)? = decision,
            !choices.places.contains(where: { $0.id == "\(placing.provider)|\(placing.team ?? "")" })
        {
            form.refuse("Select who takes the family on", at: "provider")
        }
        if let programme = form.draft.programme, keeper.definitions.programme(programme) == nil {
            form.refuse("Select a programme", at: "programme")
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
