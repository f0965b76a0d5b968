import Access
import Actions
import Documents
import Records
import Register
import Values

extension Pages {
    /// The parts of a family's record, as they stand in the address.
    enum FamilyPart: String, CaseIterable {
        case relationships, addresses, professionals, alerts

        /// What is kept of it.
        var kind: any FamilyRecordPart.Type {
            switch self {
            case .relationships: Relationship.self
            case .addresses: FamilyAddress.self
            case .professionals: Professional.self
            case .alerts: FamilyAlert.self
            }
        }
    }

    /// A family's relationships, addresses, professionals and alerts, now and before.
    func familyRecord(_ request: PageRequest) throws -> PageAnswer {
        let id = request.parameters["id"] ?? ""
        guard let family = try keeper.register.held(Family.self, key: id)?.record else { return notFound() }
        try keeper.logRead("family record", table: "families", key: id)
        return try recordPage(family, TypedForm(today: keeper.today(), in: "from"), of: nil, saved: saved(request))
    }

    private func recordPage(
        _ family: Family,
        _ form: TypedForm,
        of part: FamilyPart?,
        saved: String? = nil
    ) throws
        -> PageAnswer
    {
        let record = try FamilyRecord(family, keeper.register, on: keeper.today())
        let head = Page(
            family.name.map { "The \($0) family: record" } ?? "Family record",
            caption: "Family \(family.id.text)",
            title: "Record of family \(family.id.text)",
            section: Address("caseload"),
            way: way(Link("Caseload", Address("caseload"))),
            banner: saved.map { NotificationBanner(.success, $0) },
            errors: form.errors
        )
        let fresh = TypedForm(today: record.today, in: "from")
        return page(head, status: form.isSound ? 200 : 422) { html in
            html.links(
                record.cases.map { Link("Case \($0.id.text)", Address("cases", $0.id.text)) }
                    + [Link("All that is recorded of the family", Address("families", family.id.text))]
            )
            html.table(record.peopleTable)
            if let tree = record.tree {
                html.heading("Family tree")
                html.familyTree(tree, inWords: record.treeInWords)
            }
            for one in FamilyPart.allCases {
                html.heading(one.title)
                html.table(table(of: one, record))
                guard mayKeep(record) else { continue }
                html.details(one.adding, isOpen: part == one && !form.isSound) { html in
                    let isTyped = part == one
                    let asked = one.fields(isTyped ? form : fresh, record)
                    // Errors lead to the form that was sent; the others stand beside it with ids of their own.
                    let fields = isTyped ? asked : asked.map { $0.within(one.rawValue) }
                    html.form(formOf(Address("families", family.id.text, "record", one.rawValue), fields, one.adding))
                }
            }
        }
    }

    /// The button that ends a line, for whoever may.
    private func ending(_ line: FamilyRecord.Line, of part: FamilyPart, _ record: FamilyRecord) -> CellContent {
        guard mayKeep(record) else { return "Now" }
        let action = Address("families", record.family.id.text, "record", part.rawValue, "end")
        let carried = [("record", line.key), ("version", "\(line.version)")]
        return .html(rowForm(action, "End", hidden: line.name, carried: carried))
    }

    /// Whether the viewer may change this very record.
    private func mayKeep(_ record: FamilyRecord) -> Bool {
        let ties = try? keeper.register.ties(ofFamily: record.family.id.text, on: record.today)
        return ties.map { viewer.permissions.allow(.keepFamilyRecord, on: .family($0)) } ?? false
    }

    private func table(of part: FamilyPart, _ record: FamilyRecord) -> DataTable {
        DataTable(
            caption: part.title,
            columns: part.columns + ["From", "To"],
            rows: record.lines(of: part).map { line in
                let end: CellContent = line.to.map { CellContent.text($0.short) } ?? ending(line, of: part, record)
                return line.cells + [.text(line.from?.short ?? "Not known"), end]
            },
            whenEmpty: "None is recorded."
        )
    }

    /// Adds a relationship, an address, a professional or an alert.
    func addToFamily(_ request: PageRequest) throws -> PageAnswer {
        let id = request.parameters["id"] ?? ""
        guard let work = try FamilyWork(keeper, family: id),
            let part = FamilyPart(rawValue: request.parameters["name"] ?? "")
        else { return notFound() }
        try keeper.logRead("family record", table: "families", key: id)
        var form = TypedForm(request)
        guard try work.add(part.kind, &form, leave(request)) != nil else {
            return try recordPage(work.record.family, form, of: part)
        }
        return .onward(to: Address("families", id, "record").with("saved", "family"))
    }

    /// Ends something of a family's record, as of today; it stays to be seen.
    func endInFamily(_ request: PageRequest) throws -> PageAnswer {
        let id = request.parameters["id"] ?? ""
        guard let work = try FamilyWork(keeper, family: id),
            let part = FamilyPart(rawValue: request.parameters["name"] ?? "")
        else { return notFound() }
        // What somebody has ended meanwhile stands.
        try end(part.kind, work, request)
        return .onward(to: Address("families", id, "record").with("saved", "family"))
    }

    private func end<Part: FamilyRecordPart>(_ kind: Part.Type, _ work: FamilyWork, _ request: PageRequest) throws {
        var form = TypedForm(request)
        guard let held = try work.standing(kind, form["record"], &form) else { return }
        _ = try work.end(held, over: Int64(form["version"]) ?? held.version, &form, leave(request))
    }
}
