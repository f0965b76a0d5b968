import Actions
import Documents
import Definitions
import Identify
import Records
import Register
import Report
import Values

extension Pages {
    /// How one family stands against a criteria set: each criterion, every row behind it, and what is missing.
    func identifyFamily(_ request: PageRequest) throws -> PageAnswer {
        guard let asked = try AskedCriteria(request, keeper) else { return unanswered() }
        return try identifyFamilyPage(asked, request, DiscretionForm(), errors: asked.errors)
    }

    func identifyFamilyPage(
        _ asked: AskedCriteria,
        _ request: PageRequest,
        _ form: DiscretionForm,
        errors: [FormError]
    ) throws -> PageAnswer {
        let id = request.parameters["id"] ?? ""
        let partners = try partners(asked)
        let snapshot = try snapshot(asked, partners)
        let notices = try keeper.notices(asAt: asked.day)
        guard let evidence = FamilyEvidence(of: id, asked.set, in: snapshot, asAt: asked.day, notices: notices) else {
            return notFound()
        }
        try keeper.logRead("identification of the family", table: "families", key: id)
        let head = Page(
            "Family \(id) and \(asked.set.title)",
            caption: "As at \(asked.day.long)",
            title: "Family \(id) and \(asked.set.title), as at \(asked.day.long)\(asked.titleEnd)",
            section: Address("identify"),
            way: way(Link("Identify families", asked.write(to: Address("identify"), area: false))),
            errors: errors
        )
        var decisions = HTML(for: site.reader)
        try nominations(of: id, &decisions)
        let isUnknown = partners?.isOnlyPartners(id) == true
        if asked.knownAt == nil, !isUnknown { try discretion(evidence, asked, form, &decisions) }
        return page(head, status: errors.isEmpty ? 200 : 422) { html in
            if isUnknown {
                html.inset("Only partners know this household. Nothing of it is in the register.")
            }
            standing(evidence, asked, isUnknown: isUnknown, &html)
            html.table(criteria(of: evidence))
            html.table(rows(of: evidence, partners))
            if !evidence.missing.isEmpty {
                html.heading("What is missing")
                html.bullets(evidence.missing)
            }
            html.append(decisions)
        }
    }

    private func standing(
        _ evidence: FamilyEvidence,
        _ asked: AskedCriteria,
        isUnknown: Bool,
        _ html: inout HTML
    ) {
        let page: CellContent =
            isUnknown
            ? .text("Not in the register")
            : .link("Open the family's page", Address("families", evidence.family))
        html.summaryList([
            SummaryRow("Standing", .text(evidence.identification.standing.words)),
            SummaryRow("Needs", .text(evidence.needsWords)),
            SummaryRow("Marks", .text(evidence.marks.words.isEmpty ? "None" : evidence.marks.words)),
            SummaryRow("Family", page),
        ])
        let others = keeper.definitions.criteria.filter { $0.id != asked.set.id }
        html.links(
            others.map { other in
                let address = asked.write(to: Address("identify", evidence.family)).with("criteria", other.id)
                return Link("The same family by \(other.title)", address)
            }
        )
        html.note("Reading this page is logged.")
    }

    private func criteria(of evidence: FamilyEvidence) -> DataTable {
        DataTable(
            caption: "Criteria",
            columns: ["Criterion", "Standing", "Why", "Evidence to keep for a claim"],
            rows: evidence.set.criteria.indices.map { index in
                [
                    .text(evidence.set.criteria[index].label),
                    .text(evidence.identification.standing(on: index, evidence.assessability).words),
                    .text(evidence.words(for: index).joined(separator: "; ")),
                    .text(evidence.set.criteria[index].evidenceRequired ?? "Not stated"),
                ]
            }
        )
    }

    private func rows(of evidence: FamilyEvidence, _ partners: PartnersGround?) -> DataTable {
        DataTable(
            caption: "Rows behind the criteria, met or near",
            columns: ["Criterion", "What", "When", "Whose", "Record", "Source"],
            rows: evidence.set.criteria.indices.flatMap { index in
                evidence.rows(for: index).map { row -> [CellContent] in
                    [
                        .text(evidence.set.criteria[index].label), .text(row.what), .text(row.time),
                        whose(row, evidence, partners), .text(record(row, partners)), .text(row.source ?? "Not named"),
                    ]
                }
            },
            whenEmpty: "Nothing the criteria ask for is on record for this family."
        )
    }

    /// The record as it is called where it came from.
    private func record(_ row: FactRow, _ partners: PartnersGround?) -> String {
        guard let origin = partners?.origin(of: row) else {
            return "\(row.table.replacing("_", with: " ")) \(row.key)"
        }
        return "Feed \(origin.feed), record \(origin.recordID)"
    }

    /// Whose a row is; a person of the register leads to the family's page.
    private func whose(_ row: FactRow, _ evidence: FamilyEvidence, _ partners: PartnersGround?) -> CellContent {
        let family = Address("families", evidence.family)
        let isUnknown = partners?.isOnlyPartners(evidence.family) == true
        guard let person = row.person else { return isUnknown ? .text("The household") : .link("The family", family) }
        let isOfRegister = partners?.isOfRegister(person) ?? true
        return isOfRegister && !isUnknown
            ? .link("Person \(person)", family.at(place: "person-\(person)")) : .text("Person \(person)")
    }

    /// Nominations of the family by criteria, and what each stands on.
    private func nominations(of family: String, _ html: inout HTML) throws {
        let referrals = try keeper.register.records(ofFamily: Identifier(family)).referrals
        let nominated = referrals.compactMap { referral in
            NominationBasis(presentingIssues: referral.presentingIssues).map { (referral, $0) }
        }
        guard !nominated.isEmpty else { return }
        html.table(
            DataTable(
                caption: "Nominated on this evidence",
                columns: ["Referral", "Received", "Decision", "Criteria", "Evidence then"],
                rows: nominated.map { referral, basis in
                    let then = Address("identify", family).with("criteria", basis.criteria).with("as-at", basis.day.iso)
                        .with("known-at", "\(basis.change)")
                    let rows = basis.evidence.map { "\($0.criterion) \($0.rows.count)" }.joined(separator: ", ")
                    return [
                        .text(referral.id.text), .text(referral.receivedOn.short), .text(referral.decision.label),
                        .text("\(basis.criteria) version \(basis.version), as at \(basis.day.short)"),
                        .link("\(rows), as known at change \(basis.change)", then),
                    ]
                }
            )
        )
    }
}
