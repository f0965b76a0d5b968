import Actions
import Definitions
import Documents
import Records
import Refer
import Register
import Values

extension Pages {
    /// How full the teams are, by programme.
    func capacity(_ request: PageRequest) throws -> PageAnswer {
        let day = try keeper.today()
        let now = try CapacityNow(keeper, asAt: day)
        let head = Page("Capacity of teams", caption: "As at \(day.long)", section: Address("capacity"), way: way())
        return page(head) { html in
            html.paragraph(
                "Places are the programme’s norm times the whole-time equivalents of therapists, key workers and case managers in post; a part of a place is none."
            )
            let programmes = Set(now.capacity.teams.map(\.programme)).union(now.waiting.keys).sorted()
            for programme in programmes where !programme.isEmpty { self.programme(programme, now, &html) }
            if programmes.isEmpty { html.paragraph("No team has workers or open cases.") }
            html.links([Link("Homes and beds", Address("homes")), Link("Waiting list", Address("waiting"))])
        }
    }

    private func programme(_ programme: String, _ now: CapacityNow, _ html: inout HTML) {
        let title = keeper.definitions.programmeTitle(programme)
        html.heading(title)
        let waiting = now.waiting[programme] ?? 0
        let free = now.capacity.free(in: programme).map { NumberText.plural($0, "free place", "free places") }
        let norm = keeper.definitions.programme(programme)?.caseload
        html.paragraph(
            "\(free ?? "Free places are not known"), \(NumberText.plural(waiting, "family waits", "families wait")). "
                + (norm.map { "Norm: \($0.plain) cases a whole-time worker." } ?? "No norm is set.")
        )
        html.table(
            DataTable(
                caption: "Teams of \(title)",
                columns: [
                    "Team", "Provider", .number("Whole-time equivalents"), .number("Places"), .number("Open cases"),
                    .number("Cases a whole-time worker"), .number("Free"), "Standing",
                ],
                rows: now.capacity.teams.filter { $0.programme == programme }.map { team in
                    [
                        .text(team.team ?? "No team"),
                        .text(team.provider.map { now.providers[$0] ?? $0 } ?? "Not known"), .text(team.wte.plain),
                        .text(team.places.map(String.init) ?? "Not known"), .text("\(team.cases)"),
                        .text(team.casesPerWhole?.value.map { NumberText.decimal($0, places: 1) } ?? "Not known"),
                        .text(team.free.map(String.init) ?? "Not known"),
                        .text(team.band == .over ? "Over the norm by \(team.over)" : team.band.label),
                    ]
                },
                whenEmpty: "No team."
            )
        )
    }
}
