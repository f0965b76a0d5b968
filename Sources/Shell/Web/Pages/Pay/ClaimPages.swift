import Access
import Actions
import Documents
import Pay
import Records
import Register
import Report
import Values

extension Pages {
    /// The claims under a contract, and what can be claimed now.
    func claims(_ request: PageRequest) throws -> PageAnswer {
        guard let contract = contract(of: request) else { return notFound() }
        var reader = DateReader(request)
        let day = reader.day("as-at", "The day", or: try keeper.today())
        return try claimsPage(contract, day, reader.dates["as-at"] ?? DateInput(), errors: reader.errors)
    }

    /// Enters a claim for what can be claimed.
    func enterClaim(_ request: PageRequest) throws -> PageAnswer {
        guard let contract = contract(of: request) else { return notFound() }
        let day = request.form["as-at"].flatMap { Day(iso: $0) } ?? Clock.today
        var errors: [FormError] = []
        if !tokens.spend(request) {
            errors = [FormError(FormTokens.refusal)]
        } else {
            do {
                let claim = try WorkClaims(keeper).enter(contract, asAt: day)
                return .onward(to: Address("claims", claim.number))
            } catch let refusal as ClaimRefusal {
                errors = [FormError(refusal.description)]
            } catch RegisterError.movedOn {
                errors = [FormError("Somebody else has just entered a claim. Look at it, and enter what is left.")]
            }
        }
        let (year, month, dayOfMonth) = day.parts
        let typed = DateInput(day: "\(dayOfMonth)", month: "\(month)", year: "\(year)")
        return try claimsPage(contract, day, typed, errors: errors)
    }

    private func claimsPage(
        _ contract: Contract,
        _ day: Day,
        _ date: DateInput,
        errors: [FormError]
    ) throws -> PageAnswer {
        let claims = try keeper.claims(of: contract.id)
        let proposal = try WorkClaims(keeper).proposal(contract, asAt: day)
        let address = Address("contracts", contract.id, "claims")
        return page(head(contract, "Claims", errors: errors), status: errors.isEmpty ? 200 : 422) { html in
            html.table(claimTable(claims))
            html.heading("What can be claimed")
            html.form(
                Form(
                    action: address,
                    method: .get,
                    fields: [
                        FormField(
                            "as-at",
                            label: "As at",
                            error: errors.first { $0.inputID?.hasPrefix("field-as-at") ?? false }?.words,
                            input: .date(date)
                        )
                    ],
                    button: "Show what can be claimed"
                )
            )
            html.paragraph(
                "As at \(day.long): \(NumberText.plural(proposal.results.count, "result", "results")) in no claim yet, "
                    + "\(proposal.amount.long) in all."
            )
            html.table(proposalTable(contract, proposal))
            guard !proposal.results.isEmpty else { return }
            html.form(
                Form(
                    action: address,
                    method: .post(token: tokens.give()),
                    fields: [],
                    button: "Enter a claim for all of these",
                    carried: [("as-at", day.iso)]
                )
            )
        }
    }

    private func claimTable(_ claims: [Claim]) -> DataTable {
        DataTable(
            caption: "Claims entered",
            columns: ["Claim", "State", .date("As at"), .number("Results"), .number("Claimed"), .number("Paid")],
            rows: claims.map { claim in
                [
                    .link(claim.number, Address("claims", claim.number)), .tag(claim.state.label, claim.state.colour),
                    .text(claim.asAt.short), .text(NumberText.count(claim.results.count)), .text(claim.amount.long),
                    .text(claim.paid.long),
                ]
            },
            whenEmpty: "No claim has been entered under this contract."
        )
    }

    private func proposalTable(_ contract: Contract, _ proposal: WorkClaims.Proposal) -> DataTable {
        let shown = proposal.results.prefix(200)
        return DataTable(
            caption: shown.count < proposal.results.count
                ? "The first \(shown.count) of them" : "Results that can be claimed",
            columns: ["Member", "For", .date("Reached"), .number("Amount")],
            rows: shown.map { result in
                [
                    .link(result.member, Address("contracts", contract.id, "members", result.member)),
                    .text(contract.clauses.first { $0.id == result.clause }?.label ?? result.clause),
                    .text(result.reachedOn?.short ?? ""), .text(result.amount.long),
                ]
            },
            whenEmpty: "Nothing can be claimed as at this day."
        )
    }
}

// MARK: One claim

/// What was typed into the forms of a claim's page.
struct ClaimForm {
    var state: ClaimState?
    var note = ""
    var member = ""
    var source = ""
    var agrees: Bool?
    var errors: [FormError] = []

    init() {}

    init(_ request: PageRequest) {
        state = request.form["state"].flatMap(ClaimState.init)
        note = (request.form["note"] ?? "").trimmingSpaces
        member = request.form["member"] ?? ""
        source = (request.form["source"] ?? "").trimmingSpaces
        agrees = request.form["agrees"].map { $0 == "yes" }
    }

    func error(_ name: String) -> String? { errors.first { $0.inputID == "field-\(name)" }?.words }
}

extension Pages {
    /// A claim with its results, what was looked up, its steps, and the next one.
    func claim(_ request: PageRequest) throws -> PageAnswer {
        guard let claim = try claimAsked(request) else { return notFound() }
        guard let format = request.asked("format").flatMap(DocumentFormat.init) else {
            return try claimPage(claim)
        }
        guard let document = try document(claim) else { return notFound() }
        let imprint = try keeper.imprint(document.link, knownAt: claim.change)
        return try download(document.document(format, imprint: imprint), format, named: claim.number)
    }

    /// Takes the next step of a claim.
    func stepClaim(_ request: PageRequest) throws -> PageAnswer {
        guard let claim = try claimAsked(request) else { return notFound() }
        var form = ClaimForm(request)
        if form.state == nil { form.errors.append(FormError("Select what happens next", at: "field-state")) }
        if form.state == .rejected || form.state == .reversed, form.note.isEmpty {
            form.errors.append(FormError("Enter why", at: "field-note"))
        }
        if form.note.unicodeScalars.count > 500 {
            form.errors.append(FormError("Why must be 500 characters or fewer", at: "field-note"))
        }
        if form.errors.isEmpty, !tokens.spend(request) { form.errors = [FormError(FormTokens.refusal)] }
        if form.errors.isEmpty, let state = form.state {
            do {
                try WorkClaims(keeper).take(state, of: claim.number, note: form.note)
                return .onward(to: Address("claims", claim.number))
            } catch {
                form.errors = [FormError(try words(error), at: "field-state")]
            }
        }
        return try claimPage(claim, form)
    }

    /// Notes what was found at the source.
    func lookUpClaim(_ request: PageRequest) throws -> PageAnswer {
        guard let claim = try claimAsked(request) else { return notFound() }
        var form = ClaimForm(request)
        if form.member.isEmpty { form.errors.append(FormError("Select who was looked up", at: "field-member")) }
        if form.source.isEmpty { form.errors.append(FormError("Enter where it was looked up", at: "field-source")) }
        if form.agrees == nil { form.errors.append(FormError("Select whether the source agrees", at: "field-agrees")) }
        if form.errors.isEmpty, !tokens.spend(request) { form.errors = [FormError(FormTokens.refusal)] }
        if form.errors.isEmpty, let agrees = form.agrees {
            let finding = VerificationFinding(
                member: form.member,
                source: form.source,
                agrees: agrees,
                note: form.note
            )
            do {
                try WorkClaims(keeper).note(finding, of: claim.number)
                return .onward(to: Address("claims", claim.number))
            } catch {
                form.errors = [FormError(try words(error), at: "field-member")]
            }
        }
        return try claimPage(claim, form)
    }

    /// Why a step was refused, for the error summary; throws what is no refusal.
    func words(_ error: any Error) throws -> String {
        switch error {
        case let refusal as ClaimRefusal: refusal.description
        case let refusal as SettlementRefusal: refusal.description
        case RegisterError.movedOn: "Somebody else has just taken a step of this claim. Look at it again."
        default: throw error
        }
    }

    func claimAsked(_ request: PageRequest) throws -> Claim? {
        try request.parameters["id"].flatMap { try keeper.claim($0) }
    }

    private func document(_ claim: Claim) throws -> ClaimDocument? {
        guard let contract = keeper.definitions.contract(claim.contract) else { return nil }
        let isSame = contract.version == claim.contractVersion
        let replay = isSame ? try keeper.replay(claim, under: contract) : nil
        // Finance and commissioners pay by standings and amounts; what a family's record says is for those who may read it.
        let mayRead = viewer.permissions.allow(.readEvidence, on: .wholeRegister)
        let closed = try closedFamilies()
        let families = try keeper.families(of: claim)
        return ClaimDocument(claim, under: contract, replay: replay) { member in
            mayRead && !closed.contains(families[member])
        }
    }

    func claimPage(
        _ claim: Claim,
        _ form: ClaimForm = ClaimForm(),
        answering answer: PartnerAnswer = PartnerAnswer()
    ) throws -> PageAnswer {
        guard let document = try document(claim), let contract = keeper.definitions.contract(claim.contract) else {
            return notFound()
        }
        let head = Page(
            "Claim \(claim.number)",
            caption: contract.title,
            title: "Claim \(claim.number)",
            section: Address("contracts"),
            way: way(
                Link("Contracts", Address("contracts")),
                Link(contract.title, Address("contracts", contract.id)),
                Link("Claims", Address("contracts", contract.id, "claims"))
            ),
            errors: form.errors + answer.errors
        )
        return page(head, status: head.errors.isEmpty ? 200 : 422) { html in
            html.summaryList(summary(claim))
            for sentence in document.findings { html.paragraph(sentence) }
            next(claim, form, &html)
            comparisons(claim, document, answer, &html)
            lookUp(claim, contract, form, &html)
            html.table(document.resultTable.dataTable(first: ClaimDocument.shown))
            html.table(document.criterionTable.dataTable(first: ClaimDocument.shown))
            html.table(document.lookUpTable.dataTable(first: ClaimDocument.shown))
            html.table(steps(claim))
            if let table = document.adjustmentTable { html.table(table.dataTable) }
            let address = Address("claims", claim.number)
            html.heading("For auditors")
            html.links(downloads(address, "the claim"))
        }
    }

    private func summary(_ claim: Claim) -> [SummaryRow] {
        [
            SummaryRow("State", .tag(claim.state.label, claim.state.colour)),
            SummaryRow("Contract version", claim.contractVersion),
            SummaryRow("As at", claim.asAt.long),
            SummaryRow("Made from change", NumberText.count(claim.change)),
            SummaryRow("Claimed", claim.amount.long),
            SummaryRow("Paid", claim.paid.long),
        ]
    }

    private func steps(_ claim: Claim) -> DataTable {
        DataTable(
            caption: "Steps",
            columns: ["Step", "By", .date("On"), .number("Paid"), "Note"],
            rows: claim.steps.map { step in
                [
                    .tag(step.state.label, step.state.colour), .text(step.by), .text(step.on.short),
                    .text(step.amount == .zero ? "" : step.amount.long), .text(step.note),
                ]
            }
        )
    }

    private func next(_ claim: Claim, _ form: ClaimForm, _ html: inout HTML) {
        guard !claim.state.next.isEmpty else { return }
        html.heading("Next step")
        html.form(
            Form(
                action: Address("claims", claim.number),
                method: .post(token: tokens.give()),
                fields: [
                    FormField(
                        "state",
                        label: "What happens next?",
                        hint: "Nobody checks, verifies or approves what they entered, or pays what they approved.",
                        error: form.error("state"),
                        input: .radios(
                            claim.state.next.map { Choice($0.rawValue, $0.request, isChosen: form.state == $0) }
                        )
                    ),
                    FormField(
                        "note",
                        label: "Why",
                        hint: "Needed to reject or reverse. Do not name anybody.",
                        error: form.error("note"),
                        input: .lines(value: form.note, rows: 2)
                    ),
                ],
                button: "Take this step"
            )
        )
    }

    private func lookUp(_ claim: Claim, _ contract: Contract, _ form: ClaimForm, _ html: inout HTML) {
        guard claim.state == .checked else { return }
        html.heading("Look up at the source")
        html.paragraph(
            claim.unseen.isEmpty
                ? "Everybody drawn has been looked up."
                : "Still to be looked up: \(claim.unseen.joined(separator: ", "))."
        )
        let members = claim.unseen + claim.sample.filter { !claim.unseen.contains($0) }
        html.form(
            Form(
                action: Address("claims", claim.number, "look-ups"),
                method: .post(token: tokens.give()),
                fields: [
                    FormField(
                        "member",
                        label: "Who was looked up",
                        error: form.error("member"),
                        input: .select(members.map { Choice($0, $0, isChosen: $0 == form.member) })
                    ),
                    FormField(
                        "source",
                        label: "Where",
                        hint: contract.verification.sources.isEmpty
                            ? nil : "Such as \(contract.verification.sources.joined(separator: ", ")).",
                        error: form.error("source"),
                        input: .text(TextInput(form.source))
                    ),
                    FormField(
                        "agrees",
                        label: "Does the source confirm what is claimed?",
                        error: form.error("agrees"),
                        input: .radios([
                            Choice("yes", "Yes", isChosen: form.agrees == true),
                            Choice("no", "No", isChosen: form.agrees == false),
                        ])
                    ),
                ],
                button: "Save what was found"
            )
        )
    }
}

extension ClaimState {
    fileprivate var colour: TagColour {
        switch self {
        case .entered, .checked, .verified: .blue
        case .approved, .paid: .green
        case .rejected, .reversed: .red
        }
    }

    /// As a choice.
    fileprivate var request: String {
        switch self {
        case .entered: "Enter it"
        case .checked: "Check it"
        case .verified: "Verify it: the sample was looked up"
        case .approved: "Approve it"
        case .paid: "Pay it"
        case .rejected: "Reject it"
        case .reversed: "Reverse it"
        }
    }
}
