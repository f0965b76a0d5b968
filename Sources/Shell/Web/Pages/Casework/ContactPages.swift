import Access
import Actions
import Deliver
import Documents
import Records
import Register
import Values

extension Pages {
    /// The contacts of a case, the latest first.
    func contacts(_ request: PageRequest) throws -> PageAnswer {
        guard let frame = try caseFrame(request, "case contacts") else { return notFound() }
        let contacts = frame.file.contacts.map(\.record).sorted { ($0.on, $0.id) > ($1.on, $1.id) }
        let minutes = contacts.reduce(0) { $0 + ($1.minutes ?? 0) }
        let direct = contacts.filter { $0.direct == true }.reduce(0) { $0 + ($1.minutes ?? 0) }
        let saved = saved(request)
        return casePage(frame, "Contacts", current: frame.address("contacts"), saved: saved) { html in
            if frame.may(.workCase) { html.buttonLink(Link("Enter contacts", frame.address("week"))) }
            html.paragraph(
                "\(NumberText.plural(contacts.count, "contact", "contacts")), \(NumberText.count(minutes)) minutes worked, \(NumberText.count(direct)) of them with the family."
            )
            html.table(contactTable("Contacts", contacts, frame, canCorrect: frame.may(.workCase)))
        }
    }

    func contactTable(
        _ caption: String,
        _ contacts: [Contact],
        _ frame: CaseFrame,
        canCorrect: Bool = false
    ) -> DataTable {
        let columns: [TableColumn] = [
            "Day", "Kind", .number("Minutes"), "With the family", "Came", "Who worked",
        ]
        return DataTable(
            caption: caption,
            columns: canCorrect ? columns + ["Correct"] : columns,
            rows: contacts.map { contact in
                let cells: [CellContent] = [
                    .text(contact.on.short), .text(contact.kind.label),
                    .text(contact.minutes.map(NumberText.count) ?? ""),
                    .text(contact.direct.map { $0 ? "Yes" : "No" } ?? ""),
                    .text(contact.attendance?.label ?? ""), .text(frame.file.name(contact.workerID) ?? ""),
                ]
                let place = frame.address("contacts", contact.id.text)
                return canCorrect ? cells + [.link("Correct the contact of \(contact.on.short)", place)] : cells
            },
            hasRowHeadings: false,
            whenEmpty: "No contacts are recorded."
        )
    }

    /// One contact, to be corrected.
    func contact(_ request: PageRequest) throws -> PageAnswer {
        guard let frame = try caseFrame(request, "contact"), let held = asked(request, frame) else { return notFound() }
        var form = TypedForm()
        form.set("on", held.record.on)
        form.set("minutes", held.record.minutes.map { "\($0)" })
        form.set("kind", held.record.kind.rawValue)
        form.set("direct", held.record.direct.map { $0 ? "yes" : "no" })
        form.set("attendance", held.record.attendance?.rawValue)
        return try contactPage(frame, held, form)
    }

    private func asked(_ request: PageRequest, _ frame: CaseFrame) -> Held<Contact>? {
        frame.file.contacts.first { $0.record.id.text == request.parameters["name"] }
    }

    private func contactPage(
        _ frame: CaseFrame,
        _ held: Held<Contact>,
        _ form: TypedForm,
        moved: Bool = false
    ) throws
        -> PageAnswer
    {
        let history = try keeper.register.history(ofTable: Contact.table.name, key: held.record.id.text)
        let names = try ActorNames(keeper.register)
        let action = frame.address("contacts", held.record.id.text)
        let carried = [("version", "\(held.version)")]
        return casePage(frame, "Correct a contact", current: frame.address("contacts"), errors: form.errors) { html in
            standing(contactRows(held.record), moved, &html)
            html.form(formOf(action, contactFields(form), "Save the contact", carried: carried))
            html.heading("Entered wrongly")
            html.paragraph("A contact that never was is taken off the record. What it said stays in the history.")
            html.form(formOf(action, [], "Take the contact off the record", carried: carried + [("remove", "yes")]))
            html.table(
                DataTable(
                    caption: "Versions",
                    columns: ["Saved", "By", "Day", .number("Minutes"), "Kind"],
                    rows: history.reversed().compactMap { version in
                        (try? Contact(row: version.row)).map { contact in
                            [
                                .text(version.at.words), .text(names[version.actor]), .text(contact.on.short),
                                .text(contact.minutes.map(NumberText.count) ?? ""), .text(contact.kind.label),
                            ]
                        }
                    }
                )
            )
        }
    }

    private func contactFields(_ form: TypedForm) -> [FormField] {
        [
            form.date("on", "Day of the contact"),
            form.line("minutes", "Minutes", hint: "Such as 90 or 1:30.", width: .characters10),
            form.select("kind", "Kind", of: ContactKind.self), form.yesNo("direct", "With the family"),
            form.select("attendance", "Whether the family came", of: ContactAttendance.self, none: "Not asked"),
        ]
    }

    private func contactRows(_ contact: Contact) -> [SummaryRow] {
        [
            SummaryRow("Day", contact.on.long), SummaryRow("Minutes", contact.minutes.map(NumberText.count)),
            SummaryRow("Kind", contact.kind.label),
            SummaryRow("With the family", contact.direct.map { $0 ? "Yes" : "No" }),
            SummaryRow("Came", contact.attendance?.label),
        ]
    }

    /// Saves a corrected contact as a new version, or takes one off the record.
    func saveContact(_ request: PageRequest) throws -> PageAnswer {
        guard let frame = try caseFrame(request, "contact"), let held = asked(request, frame) else { return notFound() }
        var form = TypedForm(request)
        var entry = Entry()
        if hasMoved(request, from: held.version) {
            form.refuse(Pages.movedOn)
            return try contactPage(frame, held, form, moved: true)
        }
        if form["remove"] == "yes" {
            entry.end(held)
        } else if let contact = corrected(held.record, &form, frame) {
            entry.revise(contact, version: held.version)
        }
        guard mayAct(on: &form, request) else { return try contactPage(frame, held, form) }
        let isSaved = try saving(&form) {
            try keeper.enter(entry, purpose: "delivery", summary: "Corrected a contact")
        }
        guard isSaved else { return try contactPage(frame, held, form, moved: true) }
        let done = form["remove"] == "yes" ? "removed" : "contact"
        return .onward(to: frame.address("contacts").with("saved", done))
    }

    private func corrected(_ contact: Contact, _ form: inout TypedForm, _ frame: CaseFrame) -> Contact? {
        let day = form.day("on", "Day of the contact", upTo: frame.today)
        guard let day else { return nil }
        let row = WeekRow(
            caseID: frame.id,
            day: day.iso,
            minutes: form["minutes"],
            kind: form["kind"],
            direct: form["direct"],
            attendance: form["attendance"]
        )
        let open = [frame.file.item.record.id: frame.file.item.record.nights]
        let read = WeekEntry([row], in: nil, cases: open, today: frame.today)
        for fault in read.faults {
            let isDay = fault.box == .day
            form.refuse(fault.words, at: isDay ? "on" : fault.box.rawValue, wrong: isDay ? [.day] : [])
        }
        return read.entries.first?.contact(contact.id, by: contact.workerID)
    }
}
