import Records
import Actions
import Documents
import Report
import Values

extension Pages {
    /// Programmes at a glance, for a commissioner: who is served, who is at home, days in care, and what needs attention.
    func home(_ request: PageRequest) throws -> PageAnswer {
        let opened = try waitingGlasses()
        guard viewer.seesFigures else { return homeWithoutFigures(opened) }
        let picture = try keeper.picture()
        let day = try keeper.today()
        let snapshot = picture.ground.snapshot
        let isEmpty = snapshot.people.isEmpty && snapshot.families.isEmpty && snapshot.workers.isEmpty
        guard !isEmpty else { return emptyRegister() }
        let glance = try ProgrammesAtAGlance(keeper, asAt: day)
        let head = Page("Programmes at a glance", caption: "As at \(day.long)", title: "Home", section: Address())
        return page(head) { html in
            if !opened.isEmpty { glasses(opened, &html) }
            html.tiles(glance.tiles)
            html.chart(glance.homeTrend)
            html.table(glance.table)
            html.note(
                "Care days are counted in the 30 months from the start of each case. A baseline is part of a programme's definition and names its source."
            )
            html.chart(glance.homeNow)
            attention(Attention(picture, keeper, asAt: day), &html)
        }
    }

    private func attention(_ attention: Attention, _ html: inout HTML) {
        html.heading("What needs attention")
        html.table(
            DataTable(
                caption: "As at \(attention.day.long)",
                columns: ["What", .number("Number"), "Why it matters"],
                rows: attention.items.map { item in
                    [
                        item.address.map { .link(item.what, $0) } ?? .text(item.what),
                        .text(NumberText.count(item.count)), .text(item.why),
                    ]
                },
                whenEmpty: "Nothing needs attention."
            )
        )
    }

    /// For those whose work is not with the figures.
    private func homeWithoutFigures(_ opened: [BrokenGlass]) -> PageAnswer {
        let roles = viewer.roles
        return page(Page("What you can do here", title: "Home", section: Address())) { html in
            if !opened.isEmpty { glasses(opened, &html) }
            html.lead(roles.isEmpty ? "You have no role yet. Ask an administrator for one." : roles)
            html.links(ownSections)
        }
    }

    private func emptyRegister() -> PageAnswer {
        page(Page("The register is empty", title: "Home", section: Address())) { html in
            html.paragraph("Nothing has been imported yet. Import an exchange package or an SSDA903 return with:")
            html.inset("homeward import PATH")
            html.paragraph("To look around with invented data, write some with homeward demo and import it.")
        }
    }
}
