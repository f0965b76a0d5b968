import Actions
import Documents
import Identify
import Linkage
import Register
import Values

/// What was sent to decide a pair.
struct PairForm {
    var verdict: PairVerdict?
    var reason = ""
    var verdictError: String?
    var reasonError: String?

    init(_ decision: PairDecision? = nil) {
        verdict = decision?.verdict
        reason = decision?.opinion.reason ?? ""
    }

    /// Reads and checks what was sent.
    init(_ request: PageRequest) {
        verdict = request.form["verdict"].flatMap(PairVerdict.init)
        reason = (request.form["reason"] ?? "").trimmingSpaces
        if verdict == nil { verdictError = "Select whether the two records are of one person" }
        if reason.unicodeScalars.count > 2000 { reasonError = "Reason must be 2,000 characters or fewer" }
    }

    var fields: [FormField] {
        [
            FormField(
                "verdict",
                label: "Are the two records of one person?",
                error: verdictError,
                input: .radios([
                    Choice("same", "Yes, the same person", isChosen: verdict == .same),
                    Choice("different", "No, different people", isChosen: verdict == .different),
                    Choice(
                        "ask",
                        "It cannot be told: somebody else is to be asked",
                        hint: "The pair goes on the list of those asked, for a colleague or the partner.",
                        isChosen: verdict == .ask
                    ),
                ])
            ),
            FormField(
                "reason",
                label: "Reason (optional)",
                hint: "What the records do not say. It is kept with the decision and goes when either record goes.",
                error: reasonError,
                input: .lines(value: reason, rows: 3)
            ),
        ]
    }
}

extension Pages {
    /// Two records side by side, and what speaks for and against their being of one person.
    func matchingPair(_ request: PageRequest) throws -> PageAnswer {
        guard let view = try pairView(request) else { return notFound() }
        try logRead(view)
        let own = view.decisions.first { $0.isCurrent && $0.by == keeper.actor.id }
        return pairPage(view, PairForm(own), errors: [])
    }

    /// Records what somebody says of the pair.
    func decidePair(_ request: PageRequest) throws -> PageAnswer {
        guard let view = try pairView(request) else { return notFound() }
        let form = PairForm(request)
        var errors = pairForm(view, form).errors
        if errors.isEmpty, !tokens.spend(request) { errors = [FormError(FormTokens.refusal, at: "field-verdict")] }
        guard errors.isEmpty, let verdict = form.verdict else {
            try logRead(view)
            return pairPage(view, form, errors: errors)
        }
        _ = try DecidePair(keeper).run(verdict, of: view, reason: form.reason.isEmpty ? nil : form.reason)
        return .onward(to: Address("matching", "pairs", view.item.id))
    }

    func pairView(_ request: PageRequest) throws -> PairView? {
        do {
            let kept = try keeper.matchingToReview()
            return try kept.review.item(request.parameters["id"] ?? "").map {
                try PairView($0, in: kept, keeper.register)
            }
        } catch is FeedRefusal {
            return nil
        }
    }

    private func logRead(_ view: PairView) throws {
        try keeper.logRead("pair of records", table: "link_decisions", key: view.item.id)
        for name in [view.item.pair.first, view.item.pair.second] where name.isOfRegister {
            try keeper.logRead("pair of records", table: "people", key: name.id)
        }
    }

    private func pairPage(_ view: PairView, _ form: PairForm, errors: [FormError]) -> PageAnswer {
        let id = String(view.item.id.prefix(8))
        let head = Page(
            "Are these two records of one person?",
            caption: "Pair \(id)",
            title: "Pair \(id)",
            section: Address("matching"),
            way: way(Link("Matching", Address("matching")), Link("Pairs to look at", Address("matching", "review"))),
            errors: errors
        )
        return page(head, status: errors.isEmpty ? 200 : 422) { html in
            standing(view, &html)
            html.table(sideBySide(view))
            html.note("Reading this page is logged.")
            if let waterfall = view.waterfall { html.chart(waterfall.chart(threshold: view.threshold)) }
            html.table(decisions(view))
            html.heading("Decide")
            html.form(pairForm(view, form))
        }
    }

    private func standing(_ view: PairView, _ html: inout HTML) {
        let now = view.areTogether ? "They are taken for one person now." : "They are taken for two people now."
        html.summaryList([
            SummaryRow("Standing", view.item.standing.label),
            SummaryRow("Matching", now),
        ])
        if view.item.standing == .disagreed {
            html.warning("People disagree. Until somebody changes their mind the two records are kept apart.")
        }
        if view.item.pair.isOfRegister, view.item.standing == .same {
            html.paragraph {
                $0.buttonLink(Link("Merge these two people", Address("matching", "pairs", view.item.id, "merge")))
            }
        }
        let people = [view.item.pair.first, view.item.pair.second].filter(\.isOfRegister)
        if !people.isEmpty {
            html.links(people.map { Link("Person \($0.id) of the register", Address("people", $0.id)) })
        }
    }

    private func sideBySide(_ view: PairView) -> DataTable {
        DataTable(
            caption: "The two records side by side",
            columns: ["Field", TableColumn(view.titles.first), TableColumn(view.titles.second), "Agreement"],
            rows: view.rows.map { row in
                [
                    .text(row.label), .text(row.first ?? "Not recorded"), .text(row.second ?? "Not recorded"),
                    .text(row.agreement),
                ]
            },
            whenEmpty: "Neither record says anything of the person."
        )
    }

    private func decisions(_ view: PairView) -> DataTable {
        DataTable(
            caption: "What has been decided, the latest first",
            columns: ["By", "When", "Verdict", "Reason", .number("Match weight then"), "Last word"],
            rows: view.decisions.map { decision in
                let who = [decision.by, decision.organisation].compactMap(\.self).joined(separator: ", ")
                let model = [decision.opinion.model, decision.opinion.modelVersion].compactMap(\.self)
                let weight = decision.opinion.weight.map { NumberText.weight($0.double) } ?? "Not weighed"
                return [
                    .text(who), .text(decision.at.words), .text(decision.verdict.label),
                    .text(decision.opinion.reason ?? "Not given"),
                    .text(weight + (model.isEmpty ? "" : " (\(model.joined(separator: " version ")))")),
                    .text(decision.isCurrent ? "Yes" : "No"),
                ]
            },
            hasRowHeadings: false,
            whenEmpty: "Nobody has said anything of this pair yet."
        )
    }

    private func pairForm(_ view: PairView, _ form: PairForm) -> Form {
        Form(
            action: Address("matching", "pairs", view.item.id),
            method: .post(token: tokens.give()),
            fields: form.fields,
            button: "Record the decision"
        )
    }
}
