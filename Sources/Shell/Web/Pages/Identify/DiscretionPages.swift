import Actions
import Documents
import Definitions
import Identify
import Records
import Register
import Report
import Values

/// What was typed to record local discretion.
struct DiscretionForm {
    var name = ""
    var reason = ""
    var nameError: String?
    var reasonError: String?

    init() {}

    /// Reads and checks what was sent.
    init(_ request: PageRequest) {
        name = (request.form["decided-by"] ?? "").trimmingSpaces
        reason = (request.form["reason"] ?? "").trimmingSpaces
        if name.isEmpty { nameError = "Enter the full name of the person who decided" }
        if name.unicodeScalars.count > 200 { nameError = "Full name must be 200 characters or fewer" }
        if reason.isEmpty { reasonError = "Enter the reason for the decision" }
        if reason.unicodeScalars.count > 2000 { reasonError = "Reason must be 2,000 characters or fewer" }
    }

    var fields: [FormField] {
        [
            FormField(
                "decided-by",
                label: "Full name of the person who decided",
                error: nameError,
                input: .text(TextInput(name, width: .full, autocomplete: "off"))
            ),
            FormField(
                "reason",
                label: "Reason for the decision",
                hint: "Why the family is a cause for concern, such as what it costs services.",
                error: reasonError,
                input: .lines(value: reason, rows: 4)
            ),
        ]
    }
}

extension Pages {
    /// Records a decision that the family may count.
    func decideDiscretion(_ request: PageRequest) throws -> PageAnswer {
        guard let asked = try AskedCriteria(request, keeper) else { return unanswered() }
        let id = request.parameters["id"] ?? ""
        let snapshot = try keeper.picture().ground.snapshot
        guard Snapshot.position(of: id, in: snapshot.familyIDs) != nil else { return notFound() }
        let form = DiscretionForm(request)
        let facts = try self.snapshot(asked, partners(asked))
        guard mayDecide(FamilyEvidence(of: id, asked.set, in: facts, asAt: asked.day)) else {
            let error = FormError("Local discretion does not make this family count as at \(asked.day.long)")
            return try identifyFamilyPage(asked, request, form, errors: [error])
        }
        var errors = discretionForm(asked, id, form).errors
        if errors.isEmpty, !tokens.spend(request) { errors = [FormError(FormTokens.refusal, at: "field-decided-by")] }
        guard errors.isEmpty else { return try identifyFamilyPage(asked, request, form, errors: errors) }
        do {
            let today = try keeper.today()
            _ = try DecideDiscretion(keeper, of: id, by: asked.set, on: today)
                .record(by: form.name, reason: form.reason)
        } catch let refusal as DecideDiscretion.Refusal {
            return try identifyFamilyPage(asked, request, form, errors: [FormError(refusal.words)])
        }
        return .onward(to: asked.write(to: Address("identify", id)))
    }

    /// Withdraws the decision in force.
    func withdrawDiscretion(_ request: PageRequest) throws -> PageAnswer {
        guard let asked = try AskedCriteria(request, keeper) else { return unanswered() }
        let id = request.parameters["id"] ?? ""
        let snapshot = try keeper.picture().ground.snapshot
        guard Snapshot.position(of: id, in: snapshot.familyIDs) != nil else { return notFound() }
        let refuse = { (words: String) in
            try identifyFamilyPage(asked, request, DiscretionForm(), errors: [FormError(words)])
        }
        guard tokens.spend(request) else { return try refuse(FormTokens.refusal) }
        do {
            _ = try DecideDiscretion(keeper, of: id, by: asked.set, on: keeper.today()).withdraw()
        } catch let refusal as DecideDiscretion.Refusal {
            return try refuse(refusal.words)
        }
        return .onward(to: asked.write(to: Address("identify", id)))
    }

    private func discretionForm(_ asked: AskedCriteria, _ family: String, _ form: DiscretionForm) -> Form {
        Form(
            action: Address("identify", family, "discretion"),
            method: .post(token: tokens.give()),
            fields: form.fields,
            button: "Record the decision",
            carried: asked.carried
        )
    }

    /// Whether a decision would make the family count: it meets enough needs for one, and too few without.
    private func mayDecide(_ evidence: FamilyEvidence?) -> Bool {
        guard let found = evidence?.identification, let enough = evidence?.set.needsWithDiscretion else { return false }
        return found.standing != .qualifies && found.needsMet >= enough
    }

    /// The decisions about a family, and the form to record or withdraw one.
    func discretion(
        _ evidence: FamilyEvidence,
        _ asked: AskedCriteria,
        _ form: DiscretionForm,
        _ html: inout HTML
    ) throws {
        let decide = DecideDiscretion(keeper, of: evidence.family, by: asked.set, on: try keeper.today())
        let decisions = try decide.decisions()
        guard asked.set.needsWithDiscretion != nil || !decisions.isEmpty else { return }
        html.heading("Local discretion")
        html.table(
            DataTable(
                caption: "Decisions that the family may count",
                columns: ["Set on", "Decided by", "Reason", "Withdrawn on"],
                rows: decisions.map { decision in
                    [
                        .text(decision.setOn.short), .text(decision.setBy), .text(decision.reason),
                        .text(decision.withdrawnOn?.short ?? "In force"),
                    ]
                },
                whenEmpty: "None has been recorded."
            )
        )
        if try decide.inForce() != nil {
            html.form(
                Form(
                    action: Address("identify", evidence.family, "discretion", "withdrawal"),
                    method: .post(token: tokens.give()),
                    fields: [],
                    button: "Withdraw the decision",
                    carried: asked.carried
                )
            )
        } else if mayDecide(evidence) {
            html.form(discretionForm(asked, evidence.family, form))
        } else {
            html.paragraph("A decision would change nothing: the family qualifies without one, or meets too few needs.")
        }
    }
}
