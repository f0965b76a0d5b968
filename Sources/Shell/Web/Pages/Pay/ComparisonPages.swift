import Actions
import Documents
import Pay
import Records
import Register

/// What was typed about a partner's disagreement.
struct PartnerAnswer {
    /// Which disagreement: its place among those that are open, from 1.
    var place: Int?
    var confirms: Bool?
    var note = ""
    var errors: [FormError] = []

    init() {}

    init(_ request: PageRequest) {
        place = request.form["disagreement"].flatMap(Int.init)
        confirms = request.form["confirms"].map { $0 == "yes" }
        note = (request.form["answer"] ?? "").trimmingSpaces
    }

    func error(_ name: String) -> String? { errors.first { $0.inputID == "field-\(name)" }?.words }
}

extension Pages {
    /// Holds a claim against the partners' feeds.
    func compareClaim(_ request: PageRequest) throws -> PageAnswer {
        guard let claim = try claimAsked(request) else { return notFound() }
        var answer = PartnerAnswer()
        guard tokens.spend(request) else {
            answer.errors = [FormError(FormTokens.refusal)]
            return try claimPage(claim, answering: answer)
        }
        do {
            try WorkClaims(keeper).compare(claim.number)
            return .onward(to: Address("claims", claim.number))
        } catch {
            answer.errors = [FormError(try words(error))]
            return try claimPage(claim, answering: answer)
        }
    }

    /// Notes what a partner said when asked about a disagreement.
    func answerPartner(_ request: PageRequest) throws -> PageAnswer {
        guard let claim = try claimAsked(request) else { return notFound() }
        var answer = PartnerAnswer(request)
        let open = claim.unanswered
        let chosen = answer.place.flatMap { open.indices.contains($0 - 1) ? open[$0 - 1] : nil }
        if chosen == nil {
            answer.errors.append(FormError("Select the disagreement you asked about", at: "field-disagreement"))
        }
        if answer.confirms == nil {
            answer.errors.append(FormError("Select whether the partner confirms the claim", at: "field-confirms"))
        }
        if answer.note.isEmpty {
            answer.errors.append(FormError("Enter what the partner said", at: "field-answer"))
        } else if answer.note.unicodeScalars.count > 500 {
            answer.errors.append(FormError("What the partner said must be 500 characters or fewer", at: "field-answer"))
        }
        if answer.errors.isEmpty, !tokens.spend(request) { answer.errors = [FormError(FormTokens.refusal)] }
        guard answer.errors.isEmpty, let chosen, let confirms = answer.confirms else {
            return try claimPage(claim, answering: answer)
        }
        let finding = VerificationFinding(
            member: chosen.member,
            source: chosen.source,
            agrees: confirms,
            note: answer.note
        )
        do {
            try WorkClaims(keeper).note(finding, of: claim.number)
            return .onward(to: Address("claims", claim.number))
        } catch {
            answer.errors = [FormError(try words(error), at: "field-disagreement")]
            return try claimPage(claim, answering: answer)
        }
    }

    /// What the partners' feeds said, the button that asks them, and the form that answers them.
    func comparisons(_ claim: Claim, _ document: ClaimDocument, _ answer: PartnerAnswer, _ html: inout HTML) {
        guard document.canCompare else { return }
        html.heading("What the partners' feeds say")
        if !claim.comparisons.isEmpty { html.table(document.comparisonTable.dataTable(first: ClaimDocument.shown)) }
        guard claim.state == .entered || claim.state == .checked else { return }
        html.form(
            Form(
                action: Address("claims", claim.number, "comparisons"),
                method: .post(token: tokens.give()),
                fields: [],
                button: claim.comparisons.isEmpty ? "Compare with the partners' feeds" : "Compare again"
            )
        )
        guard claim.state == .checked, !claim.unanswered.isEmpty else { return }
        html.heading("Answer a disagreement", .three)
        html.paragraph("Ask the partner. The claim can be verified once every disagreement is answered.")
        html.form(answerForm(claim, document, answer))
    }

    private func answerForm(_ claim: Claim, _ document: ClaimDocument, _ answer: PartnerAnswer) -> Form {
        Form(
            action: Address("claims", claim.number, "answers"),
            method: .post(token: tokens.give()),
            fields: [
                FormField(
                    "disagreement",
                    label: "Which disagreement",
                    error: answer.error("disagreement"),
                    input: .select(
                        claim.unanswered.enumerated().map { place, item in
                            Choice(
                                "\(place + 1)",
                                "\(item.member), \(item.source): \(document.measure(item))",
                                isChosen: answer.place == place + 1
                            )
                        }
                    )
                ),
                FormField(
                    "confirms",
                    label: "Does the partner confirm the claim after all?",
                    error: answer.error("confirms"),
                    input: .radios([
                        Choice("yes", "Yes", isChosen: answer.confirms == true),
                        Choice("no", "No", isChosen: answer.confirms == false),
                    ])
                ),
                FormField(
                    "answer",
                    label: "What the partner said",
                    hint: "Do not name anybody.",
                    error: answer.error("answer"),
                    input: .lines(value: answer.note, rows: 3)
                ),
            ],
            button: "Save the answer"
        )
    }
}
