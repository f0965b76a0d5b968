import Actions
import Deliver
import Documents
import Records
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
        let workers = Dictionary(frame.file.workers.map { ($0.id, $0) }) { first, _ in first }
        let owner = frame.file.ownership.owner(on: frame.today)
        return casePage(frame, "Allocation", current: frame.address("allocation"), errors: form.errors, saved: saved) {
            html in
            html.summaryList([SummaryRow("Who holds it today", ownerWords(owner, workers))])
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
        let allocate = AllocateCase(keeper, frame.file)
        if let read = request.form["as-read"], read != allocate.asRead { form.refuse(Pages.movedOn) }
        let worker = allocate.candidates(on: frame.today).first { $0.id.text == form["worker"] }
        if worker == nil { form.refuse("Select who takes the case", at: "worker") }
        let role: AllocationRole? = form.code("role", orSay: "Select as what they hold it")
        let from = form.day("from", "First day")
        guard let worker, let role, let from, mayAct(on: &form, request) else { return allocationPage(frame, form) }
        do {
            let isSaved = try saving(&form) { try allocate.run(to: worker, as: role, on: from) }
            guard isSaved else { return allocationPage(frame, form) }
        } catch let refusal as Handover.Refusal {
            form.refuse(
                refusal.words(of: frame.file.item.record),
                at: refusal.field,
                wrong: refusal.field == "from" ? [.day] : []
            )
            return allocationPage(frame, form)
        }
        return .onward(to: frame.address("allocation").with("saved", "allocation"))
    }
}

extension Handover.Refusal {
    fileprivate var field: String {
        switch self {
        case .caseIsClosed, .notInPost, .holdsItAlready: "worker"
        case .beforeTheCase, .beforeTheHolder: "from"
        }
    }

    fileprivate func words(of item: Case) -> String {
        switch self {
        case .caseIsClosed: "The case is closed. Open it again first"
        case .beforeTheCase: "First day must be the same as or after \(item.startedOn.long) when the case started"
        case .notInPost: "This worker is not in post on that day"
        case .holdsItAlready: "This worker holds the case in this role already"
        case .beforeTheHolder: "First day must be the same as or after the day from which it is held now"
        }
    }
}
