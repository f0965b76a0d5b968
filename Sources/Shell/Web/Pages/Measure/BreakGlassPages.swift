import Access
import Actions
import Documents
import Records
import Register
import Values

extension Pages {
    private static var shortestReason: Int { 20 }

    /// The form by which a restricted record is opened for a reason and for a while.
    func breakGlassForm() throws -> PageAnswer {
        try breakGlassPage(reference: "", reason: "", errors: [:])
    }

    /// Opens a restricted record, where the viewer's role would let them read it if it were not restricted.
    func breakGlass(_ request: PageRequest) throws -> PageAnswer {
        let reference = (request.form["reference"] ?? "").trimmingSpaces
        let reason = (request.form["reason"] ?? "").trimmingSpaces
        var errors: [String: String] = [:]
        if reference.isEmpty { errors["reference"] = "Enter the family's reference" }
        if reason.unicodeScalars.count < Pages.shortestReason {
            errors["reason"] = "Reason must be \(Pages.shortestReason) characters or more"
        }
        if reason.unicodeScalars.count > 1000 { errors["reason"] = "Reason must be 1,000 characters or fewer" }
        let restrict = RestrictFamily(keeper)
        if errors.isEmpty {
            let ties = try Gate(keeper: keeper).ties(ofFamily: reference)
            let may = ties.map { viewer.permissions.allow(.readFamily, on: .family($0)) } ?? false
            // Of one that is not there, not theirs, or open to them anyway: all alike.
            if try !may || !closedFamilies().contains(reference) {
                errors["reference"] = "There is no restricted record of this reference that you could open"
            }
        }
        if errors.isEmpty, !tokens.spend(request) { errors[""] = FormTokens.refusal }
        guard errors.isEmpty else { return try breakGlassPage(reference: reference, reason: reason, errors: errors) }
        _ = try restrict.breakGlass(reference, because: reason, at: entrance.now())
        try keeper.logRead("broke the glass", table: "families", key: reference)
        return .onward(to: Address("families", reference))
    }

    private func breakGlassPage(
        reference: String,
        reason: String,
        errors: [String: String]
    ) throws -> PageAnswer {
        let form = Form(
            action: Address("break-glass"),
            method: .post(token: tokens.give()),
            fields: [
                FormField(
                    "reference",
                    label: "The family's reference",
                    error: errors["reference"],
                    input: .text(TextInput(reference, width: .characters10, autocomplete: "off"))
                ),
                FormField(
                    "reason",
                    label: "Why you must open the record now",
                    hint: "Those who may open it read this at once, and somebody else reviews it.",
                    error: errors["reason"],
                    input: .lines(value: reason, rows: 4)
                ),
            ],
            button: "Open the record for \(RestrictFamily.seconds / 3600) hours"
        )
        let whole = errors[""].map { [FormError($0)] } ?? []
        let head = Page("Open a restricted record", way: way(), errors: whole + form.errors)
        let waiting = try waitingGlasses()
        return page(head, status: errors.isEmpty ? 200 : 422) { html in
            html.warning(
                "Open it only where a child or an adult would come to harm otherwise. What you read is logged."
            )
            html.form(form)
            if !waiting.isEmpty { glasses(waiting, &html) }
        }
    }

    /// The openings that wait for the viewer's review.
    func waitingGlasses() throws -> [BrokenGlass] {
        guard let user = viewer.user else { return [] }
        let isAuditor = user.roles.contains { $0.role == .auditor && $0.scope == .authority }
        return try RestrictFamily(keeper).waiting(for: user.id, isAuditor: isAuditor)
    }

    /// For those named for a family: who has opened its record, until it is reviewed.
    func glasses(_ waiting: [BrokenGlass], _ html: inout HTML) {
        html.table(
            DataTable(
                caption: "Restricted records that were opened and wait for review",
                columns: [.date("When"), "Family", "Why", "Review"],
                rows: waiting.map { glass in
                    [
                        .text(Timestamp(iso: glass.openedAt)?.words ?? glass.openedAt), .text(glass.familyID.text),
                        .text(glass.reason), .link("Review", Address("break-glass", glass.id.text)),
                    ]
                },
                hasRowHeadings: false
            )
        )
    }

    /// One opening, to be reviewed by somebody else.
    func glass(_ request: PageRequest) throws -> PageAnswer {
        guard let held = try glassToReview(request) else { return notFound() }
        return try glassPage(held, request, error: nil)
    }

    /// Saves a review.
    func reviewGlass(_ request: PageRequest) throws -> PageAnswer {
        guard let held = try glassToReview(request) else { return notFound() }
        let answer = request.form["was-right"] ?? ""
        guard ["yes", "no"].contains(answer) else {
            return try glassPage(held, request, error: "Select whether it was right to open the record")
        }
        guard tokens.spend(request) else { return try glassPage(held, request, error: FormTokens.refusal) }
        do {
            try RestrictFamily(keeper).review(
                held,
                wasRight: answer == "yes",
                remark: String((request.form["remark"] ?? "").trimmingSpaces.prefix(1000))
            )
        } catch let refusal as RestrictFamily.Refusal {
            return try glassPage(held, request, error: refusal.words)
        } catch RegisterError.movedOn {
            return .onward(to: Address())
        }
        return .onward(to: Address("break-glass"))
    }

    /// An opening that waits for this viewer's review.
    private func glassToReview(_ request: PageRequest) throws -> Held<BrokenGlass>? {
        let id = request.parameters["id"] ?? ""
        guard try waitingGlasses().contains(where: { $0.id.text == id }) else { return nil }
        return try keeper.register.held(BrokenGlass.self, key: id)
    }

    private func glassPage(_ held: Held<BrokenGlass>, _ request: PageRequest, error: String?) throws -> PageAnswer {
        let glass = held.record
        let names = try ActorNames(keeper.register)
        let form = Form(
            action: Address("break-glass", glass.id.text),
            method: .post(token: tokens.give()),
            fields: [
                FormField(
                    "was-right",
                    label: "Was it right to open the record?",
                    error: error,
                    input: .radios([
                        Choice("yes", "Yes", isChosen: request.form["was-right"] == "yes"),
                        Choice("no", "No", isChosen: request.form["was-right"] == "no"),
                    ])
                ),
                FormField(
                    "remark",
                    label: "Remark (optional)",
                    input: .lines(value: request.form["remark"] ?? "", rows: 3)
                ),
            ],
            button: "Save the review"
        )
        let head = Page(
            "Review the opening of a restricted record",
            way: .back(Address("break-glass")),
            errors: form.errors
        )
        return page(head, status: error == nil ? 200 : 422) { html in
            html.summaryList([
                SummaryRow("Family", glass.familyID.text), SummaryRow("Opened by", names[glass.userID]),
                SummaryRow("When", Timestamp(iso: glass.openedAt)?.words), SummaryRow("Why", glass.reason),
            ])
            html.form(form)
        }
    }
}
