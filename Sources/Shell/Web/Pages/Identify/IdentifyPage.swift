import Actions
import Documents
import Definitions
import Identify
import Records
import Register
import Report
import Values

extension Pages {
    /// Who qualifies by a criteria set as at a day, and who falls just short.
    func identify(_ request: PageRequest) throws -> PageAnswer {
        guard let asked = try AskedCriteria(request, keeper) else { return unanswered() }
        return try identifyPage(asked, request, errors: asked.errors)
    }

    func identifyPage(
        _ asked: AskedCriteria,
        _ request: PageRequest,
        errors: [FormError],
        isNothingTicked: Bool = false
    ) throws -> PageAnswer {
        let partners = try partners(asked)
        let snapshot = try snapshot(asked, partners)
        let closed = try closedFamilies()
        let cohort = try Cohort(
            asked.set,
            in: snapshot,
            asAt: asked.day,
            area: asked.area,
            notices: keeper.notices(asAt: asked.day)
        )
        .without { closed.contains(snapshot.id($0)) }
        if errors.isEmpty, let format = request.asked("format").flatMap(DocumentFormat.init) {
            let document = CohortDocument(cohort, snapshot, listsJustShort: true)
            let link = asked.write(to: Address("identify")).with("known-at", "\(cohort.change)")
            let imprint = try keeper.imprint(link, knownAt: cohort.change)
            return try download(document.document(format, imprint: imprint), format, named: "families")
        }
        let tables = CohortTables(cohort, snapshot, asked, partners)
        let nothingTicked = FormError(
            "Select the families to nominate",
            at: tables.canNominate ? "field-families" : nil
        )
        let errors = errors + (isNothingTicked ? [nothingTicked] : [])
        let first = request.asked("first").flatMap(Int.init) ?? 1
        let head = Page(
            "Identify families",
            caption: "\(asked.set.title), as at \(asked.day.long)",
            title: "Identify families, \(asked.set.title), as at \(asked.day.long)\(asked.titleEnd)"
                + (first > 1 ? ", from number \(first)" : ""),
            section: Address("identify"),
            way: way(),
            errors: errors
        )
        return page(head, status: errors.isEmpty ? 200 : 422) { html in
            html.lead(cohort.sentence)
            question(asked, snapshot, &html)
            reservations(cohort, &html)
            if let partners { matched(partners, &html) }
            if let chart = tables.overlap { html.chart(chart) }
            html.table(tables.criteria)
            nomination(asked, tables, request, first: first, &html)
            html.table(tables.justShort)
            if cohort.members(.justShort).count > CohortTables.most {
                html.note("The first \(CohortTables.most) are shown. Download the list to see them all.")
            }
            html.table(tables.areas)
            downloads(asked, &html)
        }
    }

    private func question(_ asked: AskedCriteria, _ snapshot: Snapshot, _ html: inout HTML) {
        let sets = keeper.definitions.criteria.map { Choice($0.id, $0.title, isChosen: $0.id == asked.set.id) }
        let areas = Set(snapshot.families.compactMap(\.area)).map(snapshot.text).sorted()
        let choices =
            [Choice("", "Every area", isChosen: asked.area == nil)]
            + areas.map { Choice($0, $0, isChosen: $0 == asked.area) }
        let form = Form(
            action: Address("identify"),
            method: .get,
            fields: [
                FormField("criteria", label: "Criteria", input: .select(sets)),
                FormField("as-at", label: "As at", error: asked.error("as-at"), input: .date(asked.date)),
                FormField("area", label: "Area", input: .select(choices)),
                FormField(
                    "known-at",
                    label: "As known at (optional)",
                    hint: "A change number, a date such as 2026-03-31, or a time. Leave it empty for now.",
                    error: asked.error("known-at"),
                    input: .text(TextInput(asked.knownAtTyped, width: .characters20))
                ),
            ] + partnersField(asked),
            button: "Show the families",
            // A box that is not ticked sends nothing: this stands before it and says so.
            carried: asked.withPartners == nil ? [] : [("with", "register")]
        )
        html.details("Change the question", isOpen: !asked.errors.isEmpty) { $0.form(form) }
    }

    private func partnersField(_ asked: AskedCriteria) -> [FormField] {
        guard let withPartners = asked.withPartners else { return [] }
        return [
            FormField(
                "with",
                label: "Facts looked at beside the register's",
                input: .checkboxes([Choice("partners", "With partners' data", isChosen: withPartners)])
            )
        ]
    }

    /// Whose facts are looked at beside the register's.
    private func matched(_ partners: PartnersGround, _ html: inout HTML) {
        let match = partners.match
        html.inset { html in
            html.text(
                "With partners' data: \(NumberText.list(match.feeds.map(\.title))). \(NumberText.plural(match.known, "person", "people")) of the register and \(NumberText.plural(partners.unknownHouseholds, "household", "households")) that only partners know are held against the criteria. "
            )
            html.link(Link("How they were matched", Address("matching")))
        }
    }

    /// What must be known before the numbers are relied on.
    private func reservations(_ cohort: Cohort, _ html: inout HTML) {
        let unknown = cohort.assessability.indices.filter { !cohort.assessability[$0].isAssessable }
        if !unknown.isEmpty {
            let names = unknown.map { cohort.criteriaSet.criteria[$0].label.lowercased() }
            html.inset(
                "Cannot be assessed, since the register holds no facts: \(NumberText.list(names)). Families may have these needs unseen."
            )
        }
        if cohort.criteriaSet.criteria.contains(where: { $0.checked == .unverified }) {
            html.inset(
                "Thresholds marked unverified were not checked against the programme's own documents. Confirm them before claiming."
            )
        }
    }

    /// The families identified with boxes to tick, and what to do with those ticked.
    private func nomination(
        _ asked: AskedCriteria,
        _ tables: CohortTables,
        _ request: PageRequest,
        first: Int,
        _ html: inout HTML
    ) {
        let ticked = Set(request.form.keys)
        let table = tables.identified(first: first, ticked: ticked)
        guard tables.canNominate, viewer.may(send: .checkNominations) else { return html.table(table) }
        let form = Form(
            action: Address("nominations", "check"),
            method: .post(token: tokens.give()),
            fields: [],
            button: "Nominate the families ticked",
            carried: asked.carried
        )
        html.form(form) { html in
            html.table(table)
            if let pagination = tables.pagination(first: first) { html.pagination(pagination) }
        }
    }

    private func downloads(_ asked: AskedCriteria, _ html: inout HTML) {
        let address = asked.write(to: Address("identify"))
        html.heading("Take it away")
        html.links(
            downloads(address, "the families") + [
                Link(
                    "Family intelligence by these criteria",
                    Address("reports", "intelligence").with("as-at", asked.day.iso).with("criteria", asked.set.id)
                )
            ]
        )
    }
}
