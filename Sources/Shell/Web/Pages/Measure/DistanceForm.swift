import Actions
import Assess
import Documents
import Records
import Register
import Values

/// The levels of every area on one occasion, as worker, family and both see them, side by side on one page.
struct DistanceForm {
    let instrument: Instrument
    let measures: CaseMeasures
    let today: Day
    var typed: [String: String] = [:]
    var day: TypedDay
    private(set) var errors: [(field: String, words: String)] = []

    init(_ instrument: Instrument, _ measures: CaseMeasures, today: Day) {
        self.instrument = instrument
        self.measures = measures
        self.today = today
        day = TypedDay(today)
    }

    /// A form of a case; nil where the register has none such, or no areas are defined.
    init?(ofCase id: String, _ keeper: Keeper) throws {
        guard let measures = try CaseMeasures(id, keeper),
            let instrument = measures.instruments[CaseMeasures.distanceInstrument]
        else { return nil }
        self.init(instrument, measures, today: try keeper.today())
    }

    /// Puts in what was entered for an occasion already.
    mutating func take(_ occasion: Occasion) {
        typed["occasion"] = occasion.text
        for sheet in sheets(of: occasion) {
            for score in sheet.scores {
                typed[DistanceForm.name(sheet.record.informant, score.record.item)] = score.record.value.plain
            }
            day = TypedDay(sheet.record.completedOn)
        }
    }

    mutating func take(_ request: PageRequest) {
        typed = request.form
        day = TypedDay(request, "completed", label: "Date completed")
    }

    /// Puts what was sent over what stands; what was left out stays as it is.
    mutating func amend(_ request: PageRequest) {
        typed.merge(request.form) { _, sent in sent }
        guard request.form["completed-day"] != nil else { return }
        day = TypedDay(request, "completed", label: "Date completed")
    }

    mutating func refuse(_ words: String, at field: String = "") {
        errors.append((field, words))
    }

    static func name(_ view: Informant, _ area: String) -> String { "\(view.rawValue)-\(area)" }

    var occasion: Occasion? { typed["occasion"].flatMap(Occasion.init) }

    /// What stands for an occasion, view by view.
    func sheets(of occasion: Occasion) -> [KeptSheet] {
        measures.sheets.filter { $0.record.instrument == instrument.id && $0.record.occasion == occasion.text }
    }

    /// What tells the state of an occasion from every other.
    func stamp(of occasion: Occasion) -> String {
        sheets(of: occasion).map { "\($0.record.id.text) \($0.stamp)" }.joined(separator: " ")
    }

    /// Reads and checks the views that have any level; nil where something must be put right.
    mutating func read() -> (occasion: Occasion, views: [(head: SheetHead, sheet: ScoreSheet)])? {
        guard let occasion, instrument.use.isFor(occasion) else {
            refuse("Select the occasion", at: "field-occasion")
            return nil
        }
        if let error = day.error { refuse(error, at: "field-completed-\(day.input.wrong.first?.rawValue ?? "day")") }
        var views: [(head: SheetHead, sheet: ScoreSheet)] = []
        for view in instrument.informants {
            let levels = instrument.items.map { ($0.name, typed[DistanceForm.name(view, $0.name)] ?? "") }
            guard levels.contains(where: { !$0.1.trimmingSpaces.isEmpty }) else { continue }
            let sheet = ScoreSheet(Dictionary(levels) { first, _ in first }, of: instrument)
            for problem in sheet.problems {
                let area = problem.entry ?? instrument.items[0].name
                refuse("\(view.label): \(problem.words)", at: "field-\(DistanceForm.name(view, area))")
            }
            guard let completedOn = day.day else { continue }
            views.append((SheetHead(informant: view, occasion: occasion, completedOn: completedOn), sheet))
        }
        if let head = views.first?.head {
            for problem in head.problems(by: instrument, in: measures.item, allocations: [], today: today) {
                refuse(problem.words, at: "field-completed-day")
            }
        } else if errors.isEmpty {
            refuse("Enter at least one level", at: "field-\(DistanceForm.firstName(instrument))")
        }
        return errors.isEmpty ? (occasion, views) : nil
    }

    /// Saves the levels of an occasion: new sheets, and corrections of those that stand.
    ///
    /// - Throws: `RegisterError.movedOn` where somebody else has entered levels for it since the stamp was made; whatever
    ///   saving throws.
    func save(
        _ views: [(head: SheetHead, sheet: ScoreSheet)],
        at occasion: Occasion,
        from stamp: String,
        _ keeper: Keeper
    ) throws {
        guard stamp == self.stamp(of: occasion) else { throw RegisterError.movedOn(table: Assessment.table.name) }
        let enter = EnterSheet(keeper, measures, instrument)
        var entry = Entry()
        for (head, sheet) in views {
            if let kept = enter.standing(head, about: nil) {
                enter.revise(kept, head, sheet, in: &entry)
            } else {
                _ = enter.append(head, about: nil, sheet, to: &entry)
            }
        }
        try keeper.enter(entry, purpose: "assessment", summary: "Entered levels of \(instrument.id)")
    }

    private static func firstName(_ instrument: Instrument) -> String {
        name(instrument.informants.first ?? .worker, instrument.items.first?.name ?? "")
    }

    func isWrong(_ name: String) -> Bool { errors.contains { $0.field == "field-\(name)" } }
}

extension Pages {
    /// The page on which levels are entered; the occasion is chosen first, so that what stands for it is shown.
    func distanceForm(_ request: PageRequest) throws -> PageAnswer {
        guard var form = try blankDistance(request) else { return notFound() }
        guard let occasion = request.asked("occasion").flatMap(Occasion.init), form.instrument.use.isFor(occasion)
        else {
            return distanceOccasions(form)
        }
        form.take(occasion)
        return try distancePage(form, occasion, stamp: form.stamp(of: occasion))
    }

    /// Saves the levels of an occasion: new sheets, and corrections of those that stand.
    func addDistance(_ request: PageRequest) throws -> PageAnswer {
        guard var form = try blankDistance(request) else { return notFound() }
        form.take(request)
        guard let occasion = form.occasion else { return distanceOccasions(form) }
        let stamp = request.form["stamp"] ?? ""
        guard let (_, views) = form.read() else { return try distancePage(form, occasion, stamp: stamp) }
        guard tokens.spend(request) else {
            form.refuse(FormTokens.refusal)
            return try distancePage(form, occasion, stamp: stamp)
        }
        do {
            try form.save(views, at: occasion, from: stamp, keeper)
            return .onward(to: Address("cases", form.measures.item.id.text, "distance"))
        } catch RegisterError.movedOn {
            guard var now = try blankDistance(request) else { return notFound() }
            now.take(request)
            now.refuse(
                "Somebody else has entered levels for this occasion since you opened the page. Check what stands now, then send yours again"
            )
            return try distancePage(now, occasion, stamp: now.stamp(of: occasion), isBehind: true)
        }
    }

    private func blankDistance(_ request: PageRequest) throws -> DistanceForm? {
        try DistanceForm(ofCase: request.parameters["id"] ?? "", keeper)
    }

    private func distanceOccasions(_ form: DistanceForm) -> PageAnswer {
        let item = form.measures.item.id.text
        return page(
            Page(
                "Which occasion are the levels of?",
                caption: "Case \(item)",
                title: "Which occasion are the levels of, case \(item)",
                way: caseWay(form.measures)
            )
        ) {
            html in
            html.links(
                form.measures.occasions(for: form.instrument).map { occasion in
                    let there = form.sheets(of: occasion).isEmpty ? "" : " (entered: change them)"
                    let address = Address("cases", item, "distance", "new").with("occasion", occasion.text)
                    return Link("\(occasion.label)\(there)", address)
                }
            )
        }
    }

    private func distancePage(
        _ form: DistanceForm,
        _ occasion: Occasion,
        stamp: String,
        isBehind: Bool = false
    ) throws -> PageAnswer {
        try logMeasures(form.measures, "distance travelled form")
        let item = form.measures.item.id.text
        let head = Page(
            "Levels at \(occasion.label.lowercased())",
            caption: "Distance travelled, case \(item)",
            section: Address("search"),
            way: caseWay(form.measures),
            errors: form.errors.map { FormError($0.words, at: $0.field.isEmpty ? nil : $0.field) }
        )
        let sent = Form(
            action: Address("cases", item, "distance"),
            method: .post(token: tokens.give()),
            fields: [
                FormField(
                    "completed",
                    label: "Date completed",
                    hint: "For example, 27 3 2026",
                    error: form.errors.first { $0.field.hasPrefix("field-completed") }?.words,
                    input: .date(form.day.input)
                )
            ],
            button: "Save the levels",
            carried: [("occasion", occasion.text), ("stamp", stamp)]
        )
        return page(head, status: isBehind ? 409 : form.errors.isEmpty ? 200 : 422) { html in
            if isBehind {
                for sheet in form.sheets(of: occasion) {
                    let caption = "What stands now: \(sheet.record.informant.label.lowercased())'s view"
                    html.table(MeasureTables.entered(sheet, form.instrument, caption: caption))
                }
            }
            if let answers = form.instrument.items.first?.answers {
                html.paragraph(
                    answers.enumerated().map { "\($0.offset + 1) \($0.element)" }.joined(separator: ", ") + "."
                )
            }
            html.sheet(sent) { html in
                for group in DistanceTravelled(form.instrument, []).groups { areaTable(group, form, &html) }
            }
        }
    }

    /// The areas of a group, with a box for each view.
    private func areaTable(
        _ group: (title: String?, areas: [Item]),
        _ form: DistanceForm,
        _ html: inout HTML
    ) {
        html.table(
            DataTable(
                caption: group.title ?? "Areas",
                columns: ["Area"] + form.instrument.informants.map { TableColumn($0.label) },
                rows: group.areas.map { area in
                    [.text(area.title)]
                        + form.instrument.informants.map { view -> CellContent in
                            let name = DistanceForm.name(view, area.name)
                            return .html(
                                HTML { html in
                                    html.cellInput(
                                        name,
                                        value: form.typed[name] ?? "",
                                        label: "\(area.title), \(view.label.lowercased())'s view",
                                        isWrong: form.isWrong(name)
                                    )
                                }
                            )
                        }
                }
            )
        )
    }
}
