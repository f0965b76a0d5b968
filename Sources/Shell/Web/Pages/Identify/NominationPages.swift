import Actions
import Documents
import Definitions
import Identify
import Records
import Register
import Report
import Values

extension Pages {
    /// What will be nominated, to check before it is done.
    func checkNominations(_ request: PageRequest) throws -> PageAnswer {
        guard let asked = try AskedCriteria(request, keeper) else { return unanswered() }
        let families = try openFamilies(ticked: request)
        guard !families.isEmpty else {
            return try identifyPage(asked, request, errors: asked.errors, isNothingTicked: true)
        }
        return try checkPage(asked, families, programme: nil, errors: [])
    }

    /// The families ticked, but for those closed to whoever sends them.
    private func openFamilies(ticked request: PageRequest) throws -> [String] {
        let closed = try closedFamilies()
        return CohortTables.ticked(request).filter { !closed.contains($0) }
    }

    private func checkPage(
        _ asked: AskedCriteria,
        _ families: [String],
        programme: String?,
        errors: [FormError]
    ) throws -> PageAnswer {
        let today = try keeper.today()
        let plan = try NominateFamilies(keeper, by: asked.set, asAt: asked.day, on: today, with: partners(asked))
            .plan(families, programme: programme)
        let head = Page(
            "Check the families before nominating them",
            caption: "\(asked.set.title), as at \(asked.day.long)",
            section: Address("identify"),
            way: .back(asked.write(to: Address("identify"))),
            errors: errors
        )
        return page(head, status: errors.isEmpty ? 200 : 422) { html in
            html.table(nominees(plan, asked, errors))
            html.table(refused(plan))
            guard !plan.nominees.isEmpty else {
                return html.paragraph("None of the families chosen can be nominated.")
            }
            let unknown = plan.nominees.filter { !$0.recorded.families.isEmpty }
            if !unknown.isEmpty {
                let people = unknown.reduce(0) { $0 + $1.recorded.people.count }
                html.inset(
                    "Only partners know \(NumberText.plural(unknown.count, "household", "households")) of these. Nominating records the family and its \(NumberText.plural(people, "person", "people")) in the register: names, dates of birth and addresses as the partners gave them, and nothing of what happened."
                )
            }
            html.paragraph(
                "Each is sent to the gateway as a referral received on \(today.long), with the criteria it meets, the day, and every row of evidence. All are recorded in one change."
            )
            html.form(form(plan, asked, programme, errors))
        }
    }

    private func nominees(_ plan: NominateFamilies.Plan, _ asked: AskedCriteria, _ errors: [FormError]) -> DataTable {
        DataTable(
            caption: "To be nominated: \(NumberText.plural(plan.nominees.count, "family", "families"))",
            columns: ["Family", "Criteria met"],
            rows: plan.nominees.map { nominee in
                [
                    .link(nominee.family, asked.write(to: Address("identify", nominee.family), area: false)),
                    .text(nominee.criteria.joined(separator: ", ")),
                ]
            }
        )
    }

    private func refused(_ plan: NominateFamilies.Plan) -> DataTable {
        DataTable(
            caption: "Not nominated",
            columns: ["Family", "Why"],
            rows: plan.refused.map { [.text($0.family), .text($0.reason)] },
            whenEmpty: "Every family chosen can be nominated."
        )
    }

    private func form(
        _ plan: NominateFamilies.Plan,
        _ asked: AskedCriteria,
        _ programme: String?,
        _ errors: [FormError]
    ) -> Form {
        let choices = keeper.definitions.programmes.map { Choice($0.id, $0.title, isChosen: $0.id == programme) }
        let many = NumberText.plural(plan.nominees.count, "family", "families")
        return Form(
            action: Address("nominations"),
            method: .post(token: tokens.give()),
            fields: [
                FormField(
                    "programme",
                    label: "Programme to nominate them for",
                    error: errors.first { $0.inputID == "field-programme" }?.words,
                    input: .radios(choices)
                )
            ],
            button: "Nominate \(many)",
            carried: asked.carried + plan.nominees.map { (CohortTables.tickName($0.family), "yes") }
        )
    }

    /// Nominates the families that were checked, in one change.
    func nominate(_ request: PageRequest) throws -> PageAnswer {
        guard let asked = try AskedCriteria(request, keeper) else { return unanswered() }
        let families = try openFamilies(ticked: request)
        let programme = request.form["programme"].flatMap { id in keeper.definitions.programme(id)?.id }
        let wrong = { (error: FormError) in
            try checkPage(asked, families, programme: programme, errors: [error])
        }
        guard !families.isEmpty else { return .onward(to: asked.write(to: Address("identify"))) }
        guard let programme else { return try wrong(FormError("Select a programme", at: "field-programme")) }
        guard tokens.spend(request) else { return try wrong(FormError(FormTokens.refusal)) }
        let nominate = NominateFamilies(
            keeper,
            by: asked.set,
            asAt: asked.day,
            on: try keeper.today(),
            with: try partners(asked)
        )
        let outcome = try nominate.run(families, programme: programme)
        guard let change = outcome.change else {
            return try wrong(FormError("Some of the families can no longer be nominated. Nothing was recorded"))
        }
        return .onward(to: Address("nominations", "\(change)"))
    }

    /// What a change nominated.
    func nominations(_ request: PageRequest) throws -> PageAnswer {
        guard let number = request.parameters["id"].flatMap(Int.init), number > 0,
            number <= (try keeper.register.latestChange())
        else { return notFound() }
        let differences = try keeper.register.differences(from: number - 1, to: number, limit: 100_000)
        let referrals = differences.filter { $0.table == Referral.table.name && $0.before == nil }
            .compactMap { $0.after.flatMap { try? Referral(row: $0) } }
        let nominated = referrals.compactMap { referral in
            NominationBasis(presentingIssues: referral.presentingIssues).map { (referral, $0) }
        }
        guard let basis = nominated.first?.1 else { return notFound() }
        let closed = try closedFamilies()
        let many = NumberText.plural(nominated.count, "family", "families")
        let head = Page(
            "\(many) nominated",
            caption: "Change \(number)",
            title: "\(many) nominated in change \(number)",
            section: Address("identify"),
            way: way(Link("Identify families", Address("identify"))),
            banner: NotificationBanner(.success, "\(many) sent to the gateway")
        )
        return page(head) { html in
            html.paragraph(
                "By \(basis.criteria) version \(basis.version), as at \(basis.day.long), as known at change \(basis.change). The gateway decides next."
            )
            html.table(
                DataTable(
                    caption: "Nominations",
                    columns: ["Referral", "Family", "Programme", "Evidence"],
                    rows: nominated.filter { !closed.contains($0.0.familyID.text) }.map { referral, basis in
                        let address = Address("identify", referral.familyID.text).with("criteria", basis.criteria)
                            .with("as-at", basis.day.iso).with("known-at", "\(basis.change)")
                        let rows = basis.evidence.map { "\($0.criterion) \($0.rows.count)" }.joined(separator: ", ")
                        return [
                            .text(referral.id.text), .link(referral.familyID.text, address),
                            .text(referral.programme.map(keeper.definitions.programmeTitle) ?? ""), .text(rows),
                        ]
                    }
                )
            )
        }
    }
}
