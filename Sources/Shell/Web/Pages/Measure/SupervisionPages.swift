import Actions
import Documents
import Records
import Report
import Values

extension Pages {
    /// The people and cases a supervisor answers for: caseloads against norms, what is late, and adherence.
    func supervision() throws -> PageAnswer {
        guard let team = try TeamView(keeper, for: viewer.permissions) else { return notAllowed() }
        let closed = try closedFamilies()
        let head = Page("Supervision", caption: "As at \(team.day.long)", section: Address("supervision"), way: way())
        return page(head) { html in
            html.summaryList([
                SummaryRow("Whole-time equivalents", MeasureTables.words(team.loads.wte)),
                SummaryRow("Cases held", "\(team.loads.held)"),
                SummaryRow("Cases by the norm", team.loads.norm.map(MeasureTables.words) ?? "No norm is known"),
                SummaryRow("Cases nobody holds", "\(team.loads.unallocated.count)"),
            ])
            html.table(caseloads(team))
            html.table(unallocated(team, closed))
            html.table(late(team.overdueReviews, "Reviews overdue", "No review is overdue.", team.day, closed))
            html.table(late(team.overdueFollowUps, "Follow-ups overdue", "No follow-up is overdue.", team.day, closed))
            html.table(adherence(team))
            html.note(
                "Adherence is the mean of what families said in the last three months, beside the three months before. A change of less than 0.05 is none."
            )
            html.links([Link("Case audits", Address("audits"))])
        }
    }

    private func caseloads(_ team: TeamView) -> DataTable {
        DataTable(
            caption: "Caseloads",
            columns: [
                "Worker", "Team", "Programme", .number("Whole-time"), .number("Cases"), .number("Norm"), "Standing",
            ],
            rows: team.loads.loads.map { load in
                [
                    .text(load.worker.name), .text(load.worker.team ?? ""),
                    .text(load.worker.programme.map(keeper.definitions.programmeTitle) ?? ""),
                    .text(load.worker.wte?.plain ?? "Not known"), .text("\(load.cases.count)"),
                    .text(load.norm.map(MeasureTables.words) ?? ""), .text(words(load)),
                ]
            },
            whenEmpty: "Nobody here holds cases."
        )
    }

    private func words(_ load: WorkerLoad) -> String {
        switch load.standing {
        case .unknown: "No norm is known"
        case .at: "At the norm"
        case .above: "Above the norm"
        case .below: load.room.map { $0 > 0 ? "Room for \($0)" : "At the norm, to the whole case" } ?? "Below the norm"
        }
    }

    /// A case, and its family's page where it is not closed to the viewer.
    private func caseCells(_ item: Case, _ closed: ClosedFamilies) -> [CellContent] {
        guard !closed.contains(item.familyID.text) else { return [.text("A restricted case"), .text("")] }
        return [
            .link("Case \(item.id.text)", Address("cases", item.id.text, "measures")),
            .link("Family \(item.familyID.text)", Address("families", item.familyID.text)),
        ]
    }

    private func unallocated(_ team: TeamView, _ closed: ClosedFamilies) -> DataTable {
        DataTable(
            caption: "Open cases nobody holds",
            columns: ["Case", "Family", "Programme", .date("Open since")],
            rows: team.loads.unallocated.map { item in
                caseCells(item, closed) + [
                    .text(keeper.definitions.programmeTitle(item.programme)), .text(item.startedOn.short),
                ]
            },
            whenEmpty: "Every open case is held by somebody."
        )
    }

    private func late(
        _ late: [TeamView.Late],
        _ caption: String,
        _ none: String,
        _ day: Day,
        _ closed: ClosedFamilies
    ) -> DataTable {
        DataTable(
            caption: caption,
            columns: ["Case", "Family", "What", .date("Due"), .number("Days late")],
            rows: late.map { late in
                caseCells(late.item, closed) + [
                    .text(late.what), .text(late.dueOn.short), .text("\(day - late.dueOn)"),
                ]
            },
            whenEmpty: none
        )
    }

    private func adherence(_ team: TeamView) -> DataTable {
        let names = Dictionary(team.workers.map { ($0.id, $0.name) }) { first, _ in first }
        let from = team.adherentFrom
        return DataTable(
            caption: "Adherence by therapist",
            columns: [
                "Therapist", .number("Ratings in a year"), .number("Last three months"), .number("Three before"),
                "Trend",
                "Adherent",
            ],
            rows: team.adherence.map { found in
                [
                    .text(names[found.worker] ?? found.worker.text), .text("\(found.ratings.count)"),
                    .text(MeasureTables.words(found.latest)), .text(MeasureTables.words(found.before)),
                    .text(found.trend.words),
                    .text(from.flatMap(found.isAdherent).map { $0 ? "Yes" : "No" } ?? "Not rated lately"),
                ]
            },
            whenEmpty: "No ratings were collected in the last year."
        )
    }
}

extension TherapistAdherence.Trend {
    fileprivate var words: String {
        switch self {
        case .rising: "Rising"
        case .steady: "Steady"
        case .falling: "Falling"
        case .unknown: "Too few ratings"
        }
    }
}
