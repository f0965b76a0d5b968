import Register
import Access
import Actions
import Deliver
import Documents
import Records
import Refer
import Values

extension Pages {
    /// What waits for the viewer: their cases with what is due, and the team's.
    func caseload(_ request: PageRequest) throws -> PageAnswer {
        let today = try keeper.today()
        let teams = try Caseload.teams(of: viewer.permissions, keeper)
        let own = try ownWorker.map { try Caseload.held(by: $0.text, keeper, on: today) }
        let asked = request.asked("show")
        // Who holds no case looks after those of the team.
        let ofTeam = asked == "team" || own == nil || (asked == nil && own?.open.isEmpty == true)
        let shown = try ofTeam ? Caseload.ofTeams(teams, keeper, on: today) : own
        guard let shown else { return notFound() }
        let address = Address("caseload")
        let head = Page(
            ofTeam ? "Cases of the team" : "My cases",
            caption: "As at \(today.long)",
            section: address,
            way: way(),
            banner: saved(request).map { NotificationBanner(.success, $0) }
        )
        return page(head) { html in
            var views: [Link] = []
            if own != nil { views.append(Link("My cases", address.with("show", "own"))) }
            if !teams.isEmpty { views.append(Link("Cases of the team", address.with("show", "team"))) }
            if views.count > 1 {
                let current = address.with("show", ofTeam ? "team" : "own")
                html.subNavigation(views, current: current, label: "Whose cases")
            }
            if own != nil { html.buttonLink(Link("Enter the week", Address("week"))) }
            if ofTeam { unheld(shown, today, &html) }
            due(shown, today, &html)
            cases(shown, today, &html)
            html.links([Link("Follow-ups after closure", Address("follow-ups"))])
        }
    }

    /// Open cases that nobody holds, or that somebody who leaves holds.
    private func unheld(_ caseload: Caseload, _ today: Day, _ html: inout HTML) {
        let left = caseload.open.filter { $0.unheldFrom != nil }
        guard !left.isEmpty else { return }
        html.table(
            DataTable(
                caption: "Cases to allocate",
                columns: ["Family", "Case", "Nobody holds it", "Who answers meanwhile", "What to do"],
                rows: left.map { entry in
                    let day = entry.unheldFrom ?? today
                    return [
                        .text(entry.family ?? entry.item.familyID.text),
                        .link(entry.item.id.text, Address("cases", entry.item.id.text)),
                        .text(day <= today ? "now" : "from \(day.short)"),
                        .text(ownerWords(entry.owner, caseload.workforce.byID)),
                        .link(
                            "Allocate case \(entry.item.id.text)",
                            Address("cases", entry.item.id.text, "allocation")
                        ),
                    ]
                }
            )
        )
    }

    /// What is due of all the cases, the longest overdue first.
    private func due(_ caseload: Caseload, _ today: Day, _ html: inout HTML) {
        let items = caseload.entries.flatMap { entry in entry.due.map { (entry, $0) } }
            .sorted { ($0.1.dueOn, $0.0.item.id) < ($1.1.dueOn, $1.0.item.id) }
        let overdue = items.count { $0.1.isOverdue(on: today) }
        let worked = Set(items.filter { $0.1.kind == .task }.map(\.0.item.familyID)).filter(mayWork)
        html.table(
            DataTable(
                caption: "Due: \(NumberText.count(items.count)), of them overdue: \(NumberText.count(overdue))",
                columns: ["What", "Due", "Family", "Case", "Done"],
                rows: items.map { entry, item in
                    [
                        .link(item.words, dueAddress(item, of: entry.item.id.text)),
                        .html(dueWords(item.dueOn, on: today)),
                        .text(entry.family ?? entry.item.familyID.text),
                        .link(entry.item.id.text, Address("cases", entry.item.id.text)),
                        item.kind == .task && worked.contains(entry.item.familyID)
                            ? doneButton(item, of: entry.item) : "",
                    ]
                },
                whenEmpty: "Nothing is due."
            )
        )
    }

    /// Whether the viewer may change what is recorded of the family.
    private func mayWork(on family: Identifier<Family>) -> Bool {
        guard let ties = try? keeper.register.ties(ofFamily: family.text, on: keeper.today()) else { return false }
        return viewer.permissions.allow(.workCase, on: .family(ties))
    }

    /// A task is settled on the list itself by whoever may.
    private func doneButton(_ item: DueItem, of work: Case) -> CellContent {
        let action = Address("cases", work.id.text, "tasks", item.id)
        let carried = [("outcome", "done"), ("from", "caseload")]
        return .html(rowForm(action, "Done", hidden: item.words, carried: carried))
    }

    /// The page on which an item is settled.
    func dueAddress(_ item: DueItem, of id: String) -> Address {
        switch item.kind {
        case .task, .phase: Address("cases", id)
        case .step: Address("cases", id, "plan")
        case .review: Address("cases", id, "reviews")
        case .followUp: Address("cases", id, "follow-ups")
        }
    }

    private func cases(_ caseload: Caseload, _ today: Day, _ html: inout HTML) {
        html.table(
            DataTable(
                caption: NumberText.plural(caseload.open.count, "open case", "open cases"),
                columns: [
                    "Family", "Case", "Programme", "Who holds it", "Started", "Last contact kept", .number("Due"),
                ],
                rows: caseload.open.map { entry in
                    [
                        .text(entry.family ?? entry.item.familyID.text),
                        .link(entry.item.id.text, Address("cases", entry.item.id.text)),
                        .text(keeper.definitions.programmeTitle(entry.item.programme)),
                        .text(ownerWords(entry.owner, caseload.workforce.byID)), .text(entry.item.startedOn.short),
                        .text(entry.lastContact?.short ?? "None"), .text(NumberText.count(entry.due.count)),
                    ]
                },
                whenEmpty: "There is no open case."
            )
        )
    }

    /// Children to ask after, of the closed cases of one's teams.
    func followUpsDue(_ request: PageRequest) throws -> PageAnswer {
        let today = try keeper.today()
        let teams = try Caseload.teams(of: viewer.permissions, keeper)
        let caseload = try Caseload.ofTeams(teams, keeper, on: today)
        let head = Page(
            "Follow-ups after closure",
            caption: "As at \(today.long)",
            section: Address("caseload"),
            way: way(Link("Caseload", Address("caseload")))
        )
        let items = caseload.toFollowUp.flatMap { entry in
            entry.due.filter { $0.kind == .followUp }.map { (entry, $0) }
        }
        .sorted { ($0.1.dueOn, $0.0.item.id) < ($1.1.dueOn, $1.0.item.id) }
        return page(head) { html in
            html.paragraph(
                "Children are followed up after a case has closed. Where the placements of the return say where a child lives, nobody needs to ask."
            )
            html.table(
                DataTable(
                    caption: NumberText.plural(items.count, "follow-up to ask", "follow-ups to ask"),
                    columns: ["What", "Due", "Family", "Case", "Closed"],
                    rows: items.map { entry, item in
                        [
                            .link(item.words, dueAddress(item, of: entry.item.id.text)),
                            .html(dueWords(item.dueOn, on: today)),
                            .text(entry.family ?? entry.item.familyID.text), .text(entry.item.id.text),
                            .text(entry.item.endedOn?.short ?? ""),
                        ]
                    },
                    whenEmpty: "Nobody needs to be asked now."
                )
            )
        }
    }
}
