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
            body: .fields([
                APIField("kind", .code(GatewayAct.allCases.map(\.rawValue)), required: true, "What is decided."),
                APIField("programme", .text, "To accept, or to put on the waiting list."),
                APIField("tier", .code(Tier.codes), "To accept, or to put on the waiting list."),
                APIField("provider", .text, "Reference of the organisation that takes the family on; to accept."),
                APIField("team", .text, "Its team."),
                APIField("reason", .code(DecisionReason.allCases.map(\.rawValue)), "For every other decision."),
                APIField("destination", .text, "Where the family is sent; to redirect."),
                APIField("note", .text, "Why, in words the family could read."),
            ]),
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
            return try saved(try KeepReferral(keeper).take(held.record, on: keeper.today()), keeper)
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
    ]

    /// One deed on a referral beside deciding on it: how what is sent is read, and what is answered.
    private static func deed<Kept: Record>(
        _ id: String,
        _ part: String,
        _ summary: String,
        _ fields: [APIField],
        _ act: @escaping @Sendable (GatewayWork, inout TypedForm) throws -> Kept?
    ) -> APIOperation {
        APIOperation(
            id: id,
            method: .post,
            path: "/referrals/:id/\(part)",
            action: .decideReferral,
            subject: .referral,
            summary: summary,
            stage: "Referrals",
            body: .fields(fields),
            answer: .record(Kept.table)
        ) { keeper, request in
            var form = try TypedForm(APIBody(request.body), fields)
            guard let held = try keeper.register.held(Referral.self, key: request.id) else { throw APIProblem.notFound }
            let work = GatewayWork(keeper: keeper, referral: held.record, today: try keeper.today())
            guard let kept = try act(work, &form) else { throw form.problem }
            return try saved(kept, keeper)
        }
    }

    private static func saved<Kept: Record>(_ kept: Kept, _ keeper: Keeper) throws -> APIAnswer {
        guard let held = try keeper.register.held(Kept.self, key: Kept.table.keyText(of: kept.row)) else {
            throw APIProblem.notFound
        }
        return .record(held, status: 201)
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

    private static func decide(_ keeper: Keeper, _ request: APIRequest) throws -> APIAnswer {
        guard let version = request.version else { throw APIProblem.needsVersion }
        let body = try APIBody(request.body)
        guard let held = try keeper.register.held(Referral.self, key: request.id) else { throw APIProblem.notFound }
        guard held.version == version else { throw APIProblem.movedOn }
        let draft = DecisionDraft(
            kind: GatewayAct(rawValue: body.text("kind")),
            programme: body.optionalText("programme"),
            provider: body.optionalText("provider"),
            team: body.optionalText("team"),
            tier: Tier(rawValue: body.text("tier")),
            reason: DecisionReason(rawValue: body.text("reason")),
            destination: body.optionalText("destination")
        )
        let decision = try decision(draft, on: held.record)
        try check(draft, body.text("note"), keeper)
        try DecideReferral(keeper).decide(
            decision,
            on: held.record,
            version: version,
            note: body.optionalText("note"),
            panel: nil,
            today: keeper.today()
        )
        guard let decided = try keeper.register.held(Referral.self, key: request.id) else { throw APIProblem.notFound }
        return .record(decided)
    }

    private static func decision(_ draft: DecisionDraft, on referral: Referral) throws(APIProblem) -> GatewayDecision {
        do {
            return try draft.decision(onReferral: referral.decision)
        } catch {
            let faults = error.problems.sorted { $0.key.rawValue < $1.key.rawValue }
            throw .wrong(faults.map { APIProblem.Fault(pointer: "/\($0.key.rawValue)", words: $0.value) })
        }
    }

    /// What only the definitions and the register can tell.
    private static func check(_ draft: DecisionDraft, _ note: String, _ keeper: Keeper) throws {
        if let programme = draft.programme, keeper.definitions.programme(programme) == nil {
            throw APIProblem.wrong("programme", "programme must be one that is defined")
        }
        if let provider = draft.provider, try keeper.register.held(Organisation.self, key: provider) == nil {
            throw APIProblem.wrong("provider", "provider must be an organisation of the register")
        }
        let longest: [(String, String, Int)] = [
            ("note", note, 4000), ("destination", draft.destination ?? "", 200), ("team", draft.team ?? "", 200),
        ]
        for (name, text, most) in longest where text.unicodeScalars.count > most {
            throw APIProblem.wrong(name, "\(name) must be \(most) characters or fewer")
        }
    }
}
