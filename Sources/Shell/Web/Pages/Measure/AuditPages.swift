import Access
import Actions
import Assess
import Documents
import Records
import Report
import Values

extension Pages {
    /// The sample of closed cases of a financial year, what was audited of it, and what was found.
    func audits(_ request: PageRequest) throws -> PageAnswer {
        let today = try keeper.today()
        let current = FinancialYear(containing: today)
        let year = request.asked("year").flatMap(Int.init).map(FinancialYear.init(startYear:)) ?? current
        guard (current.startYear - 20...current.startYear).contains(year.startYear) else { return notFound() }
        let closed = try closedFamilies()
        guard
            let audits = try CaseAudits(
                closedIn: year.period,
                keeper,
                where: { mayAudit($0) && !closed.contains($0.familyID.text) }
            )
        else { return notFound() }
        let head = Page(
            "Case audits",
            caption: year.long,
            title: "Case audits, \(year.long)",
            section: Address("audits"),
            way: way()
        )
        return page(head) { html in
            html.paragraph(
                "\(NumberText.plural(audits.closed, "case", "cases")) closed in \(year.long). One in ten, rounded up, is drawn at random. Nobody chooses: the same period gives the same cases to everybody who draws them."
            )
            html.links(
                (0..<3).map { FinancialYear(startYear: current.startYear - $0) }.filter { $0 != year }.map {
                    Link("Cases closed in \($0.long)", Address("audits").with("year", "\($0.startYear)"))
                }
            )
            html.table(drawn(audits))
            html.table(results(audits))
        }
    }

    /// Whether a case belongs to what the viewer audits.
    private func mayAudit(_ item: Case) -> Bool {
        viewer.permissions.assignments.contains { assignment in
            switch assignment.role {
            case .supervisor, .auditor:
                if case .contract(let id) = assignment.scope { return id == item.contractID }
                return assignment.scope.covers(team: item.team, provider: item.organisationID?.text)
            default: return false
            }
        }
    }

    private func drawn(_ audits: CaseAudits) -> DataTable {
        DataTable(
            caption: "Drawn for audit",
            columns: ["Case", "Programme", .date("Closed"), "Audit"],
            rows: audits.drawn.map { drawn in
                [
                    .text("Case \(drawn.item.id.text)"),
                    .text(keeper.definitions.programmeTitle(drawn.item.programme)),
                    .text(drawn.item.endedOn?.short ?? ""), auditLink(drawn),
                ]
            },
            whenEmpty: "No case closed in this year."
        )
    }

    /// The audit of a case, or the way to it.
    private func auditLink(_ drawn: CaseAudits.Drawn) -> CellContent {
        let item = drawn.item.id.text
        guard let audit = drawn.audit else {
            let link = Link("Audit", Address("audits", item))
            return .html(readersHTML { html in html.link(link, hidden: "case \(item)") })
        }
        return .link("Audited \(audit.record.completedOn.short)", Address("measures", audit.record.id.text))
    }

    private func results(_ audits: CaseAudits) -> DataTable {
        DataTable(
            caption: "What \(NumberText.plural(audits.results.audits, "audit", "audits")) found",
            columns: [
                "Standard", .number("Met"), .number("Partly"), .number("Not met"), .number("Not seen"),
                .number("Share met"),
            ],
            rows: audits.results.audits == 0
                ? []
                : audits.results.standards.map { standard in
                    [
                        .text(audits.instrument.item(standard.name)?.title ?? standard.name),
                        .text("\(standard.met)"), .text("\(standard.partly)"), .text("\(standard.notMet)"),
                        .text("\(standard.notSeen)"), .text(NumberText.percent(standard.share) ?? ""),
                    ]
                },
            whenEmpty: "Nothing was audited yet."
        )
    }
}
