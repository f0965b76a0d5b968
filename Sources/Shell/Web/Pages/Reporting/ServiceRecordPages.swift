import Access
import Actions
import Definitions
import Documents
import Records
import Register
import Report
import Values

extension Pages {
    /// Complaints, training, feedback and case studies of the providers the viewer may see.
    func serviceRecords(_ request: PageRequest) throws -> PageAnswer {
        let scope = try ServiceScope(viewer.permissions, to: .readServiceRecords, keeper.register)
        let records = try ServiceRecords(keeper.register, scope)
        let head = Page(
            "Complaints and feedback",
            section: Address("service-records"),
            way: way(),
            banner: request.asked("saved").map { _ in NotificationBanner(.success, "Saved") }
        )
        let names = try keeper.groupNames()
        let provider = { (id: Identifier<Organisation>) in CellContent.text(names.name(id.text, .provider)) }
        return page(head) { html in
            html.lead("What people say of the service and what became of it, what staff learnt, and stories to tell.")
            html.links(
                ServiceRecordKind.allCases.map {
                    Link("Add: \($0.title)", Address("service-records", $0.rawValue, "new"))
                }
            )
            html.table(
                list(
                    .complaints,
                    ["Received", "Provider", "Kind", "Who", "Outcome"],
                    records.complaints.map(\.record).map { entry in
                        [
                            open(.complaints, entry.id.text, entry.receivedOn), provider(entry.organisationID),
                            .text(entry.kind.label), .text(entry.source.label),
                            .text(entry.outcome?.label ?? "Open"),
                        ]
                    }
                )
            )
            html.table(
                list(
                    .feedback,
                    ["Said on", "Provider", "Who", "What was said", "What was done", "Published"],
                    records.feedback.map(\.record).map { entry in
                        [
                            open(.feedback, entry.id.text, entry.receivedOn), provider(entry.organisationID),
                            .text(entry.source.label), .text(entry.said), .text(entry.did ?? "Nothing yet"),
                            .text(entry.publishedOn?.short ?? "No"),
                        ]
                    }
                )
            )
            learnt(records, provider, &html)
        }
    }

    /// Training and case studies.
    private func learnt(
        _ records: ServiceRecords,
        _ provider: (Identifier<Organisation>) -> CellContent,
        _ html: inout HTML
    ) {
        html.table(
            list(
                .training,
                ["Held on", "Provider", "What it was about", "Staff"],
                records.training.map(\.record).map { entry in
                    [
                        open(.training, entry.id.text, entry.heldOn), provider(entry.organisationID),
                        .text(entry.title), .text(NumberText.count(entry.people)),
                    ]
                }
            )
        )
        html.table(
            list(
                .studies,
                ["Written on", "Provider", "Title", "Standing"],
                records.studies.map(\.record).map { entry in
                    [
                        open(.studies, entry.id.text, entry.draftedOn), provider(entry.organisationID),
                        .text(entry.title), .text(entry.standing),
                    ]
                }
            )
        )
    }

    private func list(_ kind: ServiceRecordKind, _ columns: [String], _ rows: [[CellContent]]) -> DataTable {
        DataTable(
            caption: kind.caption,
            columns: columns.map { TableColumn($0) },
            rows: rows,
            whenEmpty: "There are none yet."
        )
    }

    private func open(_ kind: ServiceRecordKind, _ id: String, _ day: Day) -> CellContent {
        .html(readersHTML { $0.link(Link(day.short, Address("service-records", kind.rawValue, id)), hidden: id) })
    }

    /// A form for a new record.
    func serviceRecordForm(_ request: PageRequest) throws -> PageAnswer {
        guard let kind = ServiceRecordKind(rawValue: request.parameters["name"] ?? "") else { return notFound() }
        let form = TypedForm([:], today: try keeper.today(), in: kind.dayField)
        return try serviceRecordPage(kind, nil, form)
    }

    /// A record with the form to change it, and the ways to publish it or take it back.
    func serviceRecord(_ request: PageRequest) throws -> PageAnswer {
        guard let (kind, held) = try keptServiceRecord(request, to: .readServiceRecords) else { return notFound() }
        return try serviceRecordPage(kind, held, held.form)
    }

    func addServiceRecord(_ request: PageRequest) throws -> PageAnswer {
        guard let kind = ServiceRecordKind(rawValue: request.parameters["name"] ?? "") else { return notFound() }
        return try saveServiceRecord(kind, nil, request)
    }

    func changeServiceRecord(_ request: PageRequest) throws -> PageAnswer {
        guard let (kind, held) = try keptServiceRecord(request, to: .keepServiceRecords) else { return notFound() }
        return try saveServiceRecord(kind, held, request)
    }

    /// A record that the viewer may do this to.
    private func keptServiceRecord(
        _ request: PageRequest,
        to action: Action
    ) throws -> (ServiceRecordKind, KeptServiceRecord)? {
        guard let kind = ServiceRecordKind(rawValue: request.parameters["name"] ?? ""),
            let held = try KeptServiceRecord(kind, request.parameters["id"] ?? "", keeper.register)
        else { return nil }
        let scope = try ServiceScope(viewer.permissions, to: action, keeper.register)
        return scope.covers(held.provider) ? (kind, held) : nil
    }

    private func saveServiceRecord(
        _ kind: ServiceRecordKind,
        _ held: KeptServiceRecord?,
        _ request: PageRequest
    ) throws -> PageAnswer {
        var form = TypedForm(request)
        let scope = try ServiceScope(viewer.permissions, to: .keepServiceRecords, keeper.register)
        let entered = ServiceRecordEntry(
            keeper: keeper,
            today: try keeper.today(),
            providers: Set(try keeper.providersWithCases().filter { scope.covers($0.id) }.map(\.id.text))
        )
        let record = entered.record(kind, held, &form)
        let version = held == nil ? nil : Int64(form["version"])
        if mayAct(on: &form, request), let record {
            let isSaved = try saving(&form) {
                try KeepServiceRecords(keeper).save(record, version: version, kind.saved)
            }
            if isSaved { return .onward(to: Address("service-records").with("saved", "yes")) }
        }
        return try serviceRecordPage(kind, held, form)
    }

    private func serviceRecordPage(
        _ kind: ServiceRecordKind,
        _ held: KeptServiceRecord?,
        _ form: TypedForm,
        refused: String? = nil
    ) throws -> PageAnswer {
        let errors = form.errors + [refused].compactMap(\.self).map { FormError($0) }
        let id = held?.id
        let head = Page(
            id == nil ? "Add: \(kind.title)" : kind.title.prefix(1).uppercased() + kind.title.dropFirst(),
            caption: id,
            title: id.map { "\(kind.title), \($0)" } ?? "Add: \(kind.title)",
            section: Address("service-records"),
            way: way(Link("Complaints and feedback", Address("service-records"))),
            errors: errors
        )
        let scope = try ServiceScope(viewer.permissions, to: .keepServiceRecords, keeper.register)
        let providers = try keeper.providersWithCases().filter { scope.covers($0.id) }.map { ($0.id.text, $0.name) }
        let programmes = keeper.definitions.programmes.map { ($0.id, $0.title) }
        let action = Address(parts: ["service-records", kind.rawValue] + [id].compactMap(\.self))
        let maySend = viewer.may(send: id == nil ? .addServiceRecord : .changeServiceRecord)
        return page(head, status: errors.isEmpty ? 200 : 422) { html in
            if let held { html.summaryList(held.rows) }
            if maySend, held?.mayChange ?? true {
                html.form(
                    formOf(
                        action,
                        kind.fields(form, providers: providers, programmes: programmes),
                        id == nil ? "Save" : "Save the change",
                        carried: held.map { [("version", "\($0.version)")] } ?? []
                    )
                )
            }
            if let held { publishing(kind, held, action, &html) }
        }
    }

    private func publishing(
        _ kind: ServiceRecordKind,
        _ held: KeptServiceRecord,
        _ action: Address,
        _ html: inout HTML
    ) {
        if held.mayPublish {
            let button = kind == .studies ? "I have read it: publish" : "Publish"
            html.form(formOf(action.below("publication"), [], button))
        }
        if held.mayWithdraw { html.form(formOf(action.below("withdrawal"), [], "Consent was taken back: withdraw")) }
    }

    func publishServiceRecord(_ request: PageRequest) throws -> PageAnswer {
        try settle(request) { keeping, held in
            switch held {
            case .feedback(let entry): try keeping.publish(entry)
            case .study(let study): try keeping.publish(study)
            case .complaint, .training: break
            }
        }
    }

    func withdrawServiceRecord(_ request: PageRequest) throws -> PageAnswer {
        try settle(request) { keeping, held in
            if case .study(let study) = held { try keeping.withdraw(study) }
        }
    }

    private func settle(
        _ request: PageRequest,
        _ act: (KeepServiceRecords, KeptServiceRecord) throws -> Void
    ) throws -> PageAnswer {
        guard let (kind, held) = try keptServiceRecord(request, to: .signReports) else { return notFound() }
        guard tokens.spend(request) else {
            return try serviceRecordPage(kind, held, held.form, refused: FormTokens.refusal)
        }
        do {
            try act(KeepServiceRecords(keeper), held)
        } catch let refusal as KeepServiceRecords.Refusal {
            return try serviceRecordPage(kind, held, held.form, refused: refusal.words)
        } catch RegisterError.movedOn {
            return try serviceRecordPage(kind, held, held.form, refused: Pages.movedOn)
        }
        return .onward(to: Address("service-records").with("saved", "yes"))
    }

    /// What people said and what was done about it, and stories, as they were published.
    func youSaid(_ request: PageRequest) throws -> PageAnswer {
        let records = try ServiceRecords(keeper.register, .all)
        let names = try keeper.groupNames()
        let said = records.feedback.map(\.record).filter { $0.publishedOn != nil }
        let studies = records.studies.map(\.record).filter(\.isPublished)
        return page(Page("You said, we did", section: Address("you-said"), way: way())) { html in
            html.lead("What families and partners said of the service, and what was done about it.")
            html.table(
                DataTable(
                    caption: "You said, we did",
                    columns: ["You said", "We did", "Provider", .date("When")],
                    rows: said.map { entry in
                        [
                            .text(entry.said), .text(entry.did ?? ""),
                            .text(names.name(entry.organisationID.text, .provider)),
                            .text(entry.didOn?.short ?? entry.receivedOn.short),
                        ]
                    },
                    whenEmpty: "Nothing has been published yet."
                )
            )
            html.heading("Stories")
            html.note("Told with the family's consent, so that nobody can be known by them.")
            if studies.isEmpty { html.paragraph("No story has been published yet.") }
            for study in studies {
                html.heading(study.title, .three)
                html.lines(study.before)
                html.lines(study.work)
                html.lines(study.after)
            }
        }
    }
}
