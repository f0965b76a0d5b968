import Actions
import Deliver
import Documents
import Records
import Refer
import Register
import Values

extension Pages {
    /// Who held the case from when to when, and who takes it now.
    func allocation(_ request: PageRequest) throws -> PageAnswer {
        guard let frame = try caseFrame(request, "case allocation") else { return notFound() }
        var form = TypedForm(today: frame.today, in: "from")
        let running = frame.file.ownership.allocation(on: frame.today)
        form.set("role", running?.role.rawValue)
        return allocationPage(frame, form, saved: saved(request))
    }

    private func allocationPage(_ frame: CaseFrame, _ form: TypedForm, saved: String? = nil) -> PageAnswer {
        let allocate = AllocateCase(keeper, frame.file)
        let owner = frame.file.ownership.owner(on: frame.today)
        return casePage(frame, "Allocation", current: frame.address("allocation"), errors: form.errors, saved: saved) {
            html in
            html.summaryList([SummaryRow("Who holds it today", ownerWords(owner, frame.file.workforce.byID))])
            if frame.file.isOpen {
                let fields = [
                    form.select("worker", "Who takes it", among: candidates(allocate, frame), none: "Select a worker"),
                    form.select("role", "As what", of: AllocationRole.self), form.date("from", "First day"),
                ]
                html.form(
                    formOf(
                        frame.address("allocation"),
                        fields,
                        "Allocate the case",
                        carried: [("as-read", allocate.asRead)]
                    )
                )
                html.note(
                    "Whoever held it in this role holds it to the day before, and their open tasks go over with it."
                )
            }
            html.table(
                DataTable(
                    caption: "Who held it",
                    columns: ["Worker", "As what", "From", "To"],
                    rows: frame.file.allocations.map(\.record).sorted { $0.from > $1.from }.map { held in
                        [
                            .text(frame.file.name(held.workerID) ?? ""), .text(held.role.label), .text(held.from.short),
                            .text(held.to?.short ?? "Still"),
                        ]
                    },
                    whenEmpty: "Nobody has held it yet."
                )
            )
        }
    }

    func candidates(_ allocate: AllocateCase, _ frame: CaseFrame) -> [(String, String)] {
        allocate.candidates(on: frame.today).map { worker in
            (worker.id.text, [worker.name, worker.role.label, worker.team].compactMap(\.self).joined(separator: ", "))
        }
    }

    /// Allocates the case or hands it over.
    func allocate(_ request: PageRequest) throws -> PageAnswer {
        guard let frame = try caseFrame(request, "case allocation") else { return notFound() }
        var form = TypedForm(request)
        if let read = request.form["as-read"], read != AllocateCase(keeper, frame.file).asRead {
            form.refuse(Pages.movedOn)
        }
        guard try frame.work(keeper).allocate(&form, leave(request)) != nil else { return allocationPage(frame, form) }
        return .onward(to: frame.address("allocation").with("saved", "allocation"))
    }
}
