import Access
import Actions
import Records
import Refer
import Register
import Values

extension APIOperation {
    /// The gateway's queue and its decisions.
    static let referralOperations: [APIOperation] = [
        APIOperation(
            id: "listReferrals",
            method: .get,
            path: "/referrals",
            action: .seeGateway,
            subject: .wholeRegister,
            summary: "Referrals, all or those that stand so",
            stage: "Referrals",
            query: [APIField("decision", .code(ReferralDecision.codes), "Those whose decision is this.")],
            isPaged: true,
            answer: .page(.record(Referral.table))
        ) { keeper, request in
            try referrals(keeper, request)
        },
        one(
            Referral.self,
            id: "getReferral",
            path: "/referrals/:id",
            needs: .readReferral,
            .referral,
            "One referral",
            stage: "Referrals"
        ),
        APIOperation(
            id: "decideReferral",
            method: .post,
            path: "/referrals/:id/decision",
            action: .decideReferral,
            subject: .referral,
            summary: "Decide on a referral",
            stage: "Referrals",
            body: .fields(decisionFields),
            needsVersion: true,
            answer: .record(Referral.table)
        ) { keeper, request in try decide(keeper, request) },
        APIOperation(
            id: "takeReferral",
            method: .post,
            path: "/referrals/:id/owner",
            action: .decideReferral,
            subject: .referral,
            summary: "Take a referral on: the token's user answers for it from now on",
            stage: "Referrals",
            answer: .record(ReferralHolder.table)
        ) { keeper, request in
            guard let held = try keeper.register.held(Referral.self, key: request.id) else { throw APIProblem.notFound }
            return try .saved(KeepReferral(keeper).take(held.record, on: keeper.today()), keeper)
        },
        deed(
            "tellReferrer",
            "feedback",
            "Note what the referrer was told",
            [
                APIField("means", .code(FeedbackMeans.codes), required: true, "How they were told."),
                APIField("said", .text, required: true, "What they were told, up to 4,000 characters."),
            ]
        ) { work, form in try work.tell(&form) { _ in true } },
        deed(
            "supportMeanwhile",
            "support",
            "Note what a family is offered while it waits",
            [APIField("support", .text, required: true, "What it is offered, and by whom, up to 1,000 characters.")]
        ) { work, form in try work.support(&form) { _ in true } },
        APIOperation(
            id: "listOffers",
            method: .get,
            path: "/referrals/:id/offers",
            action: .readReferral,
            subject: .referral,
            summary: "The places a family that waits was offered",
            stage: "Referrals",
            isPaged: true,
            answer: .page(.record(PlaceOffer.table))
        ) { keeper, request in try offers(keeper, request) },
        deed(
            "offerPlace",
            "offers",
            "Note a place that was offered to a family that waits",
            [
                APIField("provider", .text, required: true, "Reference of the organisation that offers it."),
                APIField("team", .text, "Its team."),
                APIField("from", .day, required: true, "First day of the place, not past."),
            ],
            offer
        ),
        deed(
            "answerOffer",
            "offers/answer",
            "Note what a family answered to the offer that is open",
            [
                APIField("offer", .text, required: true, "The offer, by its reference."),
                APIField(
                    "answer",
                    .code(OfferAnswer.codes.filter { $0 != OfferAnswer.waiting.rawValue }),
                    required: true,
                    "What the family answered."
                ),
            ],
            answerOffer
        ),
    ]

    /// One deed on a referral beside deciding on it: how what is sent is read, and what is answered.
    private static func deed<Kept: Record>(
        _ id: String,
        _ part: String,
        _ summary: String,
        _ fields: [APIField],
        _ act: @escaping @Sendable (GatewayWork, inout TypedForm) throws -> Kept?
    ) -> APIOperation {
        change(
            id,
            at: "/referrals/:id/\(part)",
            needs: .decideReferral,
            .referral,
            summary,
            stage: "Referrals",
            fields,
            on: { keeper, request in
                try keeper.register.held(Referral.self, key: request.id).map { held in
                    GatewayWork(keeper: keeper, referral: held.record, today: try keeper.today())
                }
            }
        ) { work, form, _ in try act(work, &form) }
    }

    private static func referrals(_ keeper: Keeper, _ request: APIRequest) throws -> APIAnswer {
        var condition: (field: String, value: Cell)?
        if let decision = request.query["decision"] {
            guard ReferralDecision(rawValue: decision) != nil else {
                let codes = ReferralDecision.codes.joined(separator: ", ")
                throw APIProblem.wrong("decision", "decision must be one of \(codes)")
            }
            condition = ("decision", .text(decision))
        }
        // Whoever a family is closed to does not learn of it from a list either.
        let closed = try keeper.closedFamilies()
        return try .page(request) { after, limit in
            try keeper.register.heldPage(Referral.self, where: condition, after: after, limit: limit)
        } showing: {
            !closed.contains($0.familyID.text)
        }
    }

    private static let decisionFields = [
        APIField("kind", .code(GatewayAct.allCases.map(\.rawValue)), required: true, "What is decided."),
        APIField("programme", .text, "To accept, or to put on the waiting list."),
        APIField("tier", .code(Tier.codes), "To accept, or to put on the waiting list."),
        APIField("provider", .text, "Reference of the organisation that takes the family on; to accept."),
        APIField("team", .text, "Its team."),
        APIField("reason", .code(DecisionReason.allCases.map(\.rawValue)), "For every other decision."),
        APIField("destination", .text, "Where the family is sent; to redirect."),
        APIField("note", .text, "Why, in words the family could read."),
        APIField("panel", .boolean, "Whether a multi-agency panel decided."),
        APIField("met", .day, "Day the panel met, not to come."),
        APIField("sat", .text, "Who sat on it, and for whom, up to 1,000 characters."),
        APIField("agreed", .text, "What it agreed, up to 4,000 characters."),
    ]

    private static func decide(_ keeper: Keeper, _ request: APIRequest) throws -> APIAnswer {
        if request.version == nil { throw APIProblem.needsVersion }
        var form = try TypedForm(APIBody(request.body), decisionFields)
        guard let held = try keeper.register.held(Referral.self, key: request.id) else { throw APIProblem.notFound }
        try request.mustBeOver(held.version)
        let today = try keeper.today()
        let draft = draft(&form)
        let note = form.optionalText("note", "Note")
        let panel = GatewayWork.panel(&form, on: today)
        var decision: GatewayDecision?
        do {
            decision = try draft.decision(onReferral: held.record.decision)
        } catch {
            for field in DecisionDraft.Field.allCases {
                if let words = error.problems[field] { form.refuse(words, at: field.rawValue) }
            }
        }
        let choices = try DecisionForm.Choices(for: held.record, keeper)
        for fault in GatewayWork.faults(in: draft, decision, choices) { form.refuse(fault.words, at: fault.field) }
        guard let decision, form.isSound else { throw form.problem }
        try DecideReferral(keeper).decide(
            decision,
            on: held.record,
            version: held.version,
            note: note,
            panel: panel,
            today: today
        )
        guard let decided = try keeper.register.held(Referral.self, key: request.id) else { throw APIProblem.notFound }
        return .record(decided)
    }

    private static func draft(_ form: inout TypedForm) -> DecisionDraft {
        DecisionDraft(
            kind: GatewayAct(rawValue: form["kind"]),
            programme: form.optionalText("programme", "Programme", most: 200),
            provider: form.optionalText("provider", "Provider", most: 200),
            team: form.optionalText("team", "Team", most: 200),
            tier: form.optionalCode("tier"),
            reason: form.optionalCode("reason"),
            destination: form.optionalText("destination", "Where the family is sent", most: 200)
        )
    }

    // MARK: Offers

    private static func offers(_ keeper: Keeper, _ request: APIRequest) throws -> APIAnswer {
        let held = try keeper.register.held(PlaceOffer.self, where: "referral_id", is: .text(request.id))
        try keeper.logRead("API: the offers of a place", table: Referral.table.name, key: request.id)
        return try .page(held, request)
    }

    private static func offer(_ work: GatewayWork, _ form: inout TypedForm) throws -> PlaceOffer? {
        let place = DecisionForm.Choices.place(form["provider"], form["team"])
        return try work.offer(place, &form, at: (place: "provider", from: "from")) { _ in true }
    }

    private static func answerOffer(_ work: GatewayWork, _ form: inout TypedForm) throws -> PlaceOffer? {
        guard let held = try work.keeper.register.held(PlaceOffer.self, key: form["offer"]),
            held.record.referralID == work.referral.id
        else {
            form.refuse("Select an offer to this family", at: "offer")
            return nil
        }
        return try work.answer(held, &form) { _ in true }
    }
}
