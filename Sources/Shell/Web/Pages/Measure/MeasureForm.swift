import Actions
import Assess
import Documents
import Records
import Register
import Values

/// One page on which the scores of a paper form are entered by the numbers of its items.
struct MeasureForm {
    let instrument: Instrument
    let measures: CaseMeasures
    /// Who may be named as who collected it.
    let workers: [Worker]
    /// Whom it may be about, where the family has several children.
    let children: [Person]
    let today: Day
    /// What was typed, by the name of the field.
    var typed: [String: String]
    var day: TypedDay
    /// What must be put right, by the name of the field; under no name it is about the sheet as a whole.
    private(set) var errors: [String: String] = [:]
    /// Whether a reason is asked for.
    var isCorrection = false

    /// A form to be filled in, with what is known already.
    init(_ instrument: Instrument, _ measures: CaseMeasures, workers: [Worker], children: [Person], today: Day) {
        self.instrument = instrument
        self.measures = measures
        self.workers = workers
        self.children = children
        self.today = today
        typed = [:]
        day = TypedDay(today)
        if instrument.informants.count == 1 { typed["informant"] = instrument.informants[0].rawValue }
    }

    /// A form to be filled in by somebody who is this worker, with those it may name as the register has them.
    init(
        blank instrument: Instrument,
        _ measures: CaseMeasures,
        _ keeper: Keeper,
        by worker: String?
    ) throws {
        let today = try keeper.today()
        let item = measures.item
        var workers = try keeper.register.workers(on: today).filter { $0.endedOn.map { $0 > today } ?? true }
            .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        if instrument.use.collector == .somebodyElse { workers.removeAll { measures.isHeld(by: $0.id.text) } }
        let isOfChild = instrument.informants.contains(.oneself) && instrument.use.occasions.contains(.followUp)
        let children =
            isOfChild
            ? try keeper.register.held(Person.self, where: "family_id", is: .text(item.familyID.text)).map(\.record)
                .filter { $0.role == .child }
                .sorted { ($0.id == item.personID ? 0 : 1, $0.id) < ($1.id == item.personID ? 0 : 1, $1.id) }
            : []
        self.init(instrument, measures, workers: workers, children: children, today: today)
        typed["collected-by"] = worker
    }

    /// What was sent.
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

    /// The values of a sheet that is to be corrected.
    mutating func take(_ sheet: KeptSheet) {
        typed["informant"] = sheet.record.informant.rawValue
        typed["occasion"] = sheet.record.occasion
        typed["collected-by"] = sheet.record.collectedByID?.text
        for score in sheet.scores { typed["score-\(score.record.item)"] = score.record.value.plain }
        day = TypedDay(sheet.record.completedOn)
        isCorrection = true
    }

    mutating func refuse(_ words: String, at field: String = "") {
        if errors[field] == nil { errors[field] = words }
    }

    /// Reads and checks everything; nil where something must be put right.
    mutating func read() -> (head: SheetHead, sheet: ScoreSheet)? {
        let informant = typed["informant"].flatMap(Informant.init(rawValue:))
        if informant == nil { refuse("Select who answered", at: "informant") }
        let occasion = typed["occasion"].flatMap(Occasion.init)
        if occasion == nil { refuse("Select the occasion", at: "occasion") }
        if let error = day.error { refuse(error, at: "completed") }
        let collector = typed["collected-by"].flatMap { $0.isEmpty ? nil : $0 }
        if let collector, !workers.contains(where: { $0.id.text == collector }) {
            refuse("Select who collected it", at: "collected-by")
        }
        if let about = typed["about"], !about.isEmpty, !children.contains(where: { $0.id.text == about }) {
            refuse("Select whom it is about", at: "about")
        }
        let scores = Dictionary(
            instrument.entries.map { ($0.name, typed["score-\($0.name)"] ?? "") }
        ) { first, _ in first }
        let sheet = ScoreSheet(scores, of: instrument)
        for problem in sheet.problems {
            refuse(problem.words, at: "score-\(problem.entry ?? instrument.entries.first?.name ?? "")")
        }
        if isCorrection {
            let reason = self.reason
            if reason.isEmpty { refuse("Enter the reason for the correction", at: "reason") }
            if reason.unicodeScalars.count > 1000 {
                refuse("Reason for the correction must be 1,000 characters or fewer", at: "reason")
            }
        }
        guard let informant, let occasion, let completedOn = day.day else { return nil }
        let head = SheetHead(
            informant: informant,
            occasion: occasion,
            completedOn: completedOn,
            collectedBy: collector.map { Identifier($0) }
        )
        let problems = head.problems(
            by: instrument,
            in: measures.item,
            allocations: measures.allocations,
            today: today
        )
        for problem in problems { refuse(problem.words, at: problem.part.field) }
        return errors.isEmpty ? (head, sheet) : nil
    }

    /// Why it was corrected.
    var reason: String { (typed["reason"] ?? "").trimmingSpaces }

    /// Whom it is about; nil for the index child or the family.
    var about: Identifier<Person>? {
        typed["about"].flatMap { $0.isEmpty ? nil : Identifier($0) }
    }
}

extension SheetHead.Part {
    fileprivate var field: String {
        switch self {
        case .informant: "informant"
        case .occasion: "occasion"
        case .completedOn: "completed"
        case .collectedBy: "collected-by"
        }
    }
}

// MARK: How it looks

extension MeasureForm {
    /// The questions above the scores.
    var fields: [FormField] {
        var fields = [
            FormField(
                "informant",
                label: "Who answered",
                error: errors["informant"],
                input: .radios(
                    instrument.informants.map {
                        Choice($0.rawValue, $0.label, isChosen: typed["informant"] == $0.rawValue)
                    }
                )
            ),
            FormField("occasion", label: "Occasion", error: errors["occasion"], input: .select(occasions)),
            FormField(
                "completed",
                label: "Date completed",
                hint: "For example, 27 3 2026",
                error: errors["completed"],
                input: .date(day.input)
            ),
        ]
        if children.count > 1 { fields.append(aboutField) }
        fields.append(
            FormField(
                "collected-by",
                label: instrument.use.collector == .somebodyElse ? "Who collected it" : "Who collected it (optional)",
                hint: instrument.use.collector == .somebodyElse
                    ? "Somebody who does not hold this case and never has." : nil,
                error: errors["collected-by"],
                input: .select([Choice("", "Select a worker")] + workers.map(choice))
            )
        )
        return fields
    }

    private var occasions: [Choice] {
        let chosen = typed["occasion"]
        let known = measures.occasions(for: instrument)
        let choices = known.map { Choice($0.text, $0.label, isChosen: chosen == $0.text) }
        return known.count == 1 ? choices : [Choice("", "Select an occasion")] + choices
    }

    private var aboutField: FormField {
        FormField(
            "about",
            label: "Whom it is about",
            error: errors["about"],
            input: .select(
                children.map { Choice($0.id.text, $0.fullName, isChosen: typed["about"] == $0.id.text) }
            )
        )
    }

    private func choice(_ worker: Worker) -> Choice {
        Choice(worker.id.text, worker.name, isChosen: typed["collected-by"] == worker.id.text)
    }

    /// The boxes for scores, group by group.
    var groups: [FieldGroup] {
        var groups: [(title: String?, fields: [FormField])] = []
        for entry in instrument.entries {
            let title = entry.isScale && !instrument.items.isEmpty ? "Or the score as it came" : entry.group
            let field = FormField(
                "score-\(entry.name)",
                label: entry.title,
                hint: "\(entry.range.lowerBound.plain) to \(entry.range.upperBound.plain)",
                error: errors["score-\(entry.name)"],
                input: .text(
                    TextInput(
                        typed["score-\(entry.name)"] ?? "",
                        width: .characters4,
                        kind: entry.places == 0 ? .digits : .words,
                        autocomplete: "off"
                    )
                )
            )
            if let last = groups.indices.last, groups[last].title == title {
                groups[last].fields.append(field)
            } else {
                groups.append((title, [field]))
            }
        }
        return groups.map { FieldGroup($0.title ?? "Scores by the number of the item", $0.fields) }
    }

    /// The form as it is sent to an address.
    func form(to action: Address, button: String, token: String, carried: [(name: String, value: String)]) -> Form {
        Form(action: action, method: .post(token: token), fields: fields, button: button, carried: carried)
    }

    /// What must be put right, in the order of the page.
    var summary: [FormError] {
        let whole = errors[""].map { [FormError($0)] } ?? []
        let all = fields + groups.flatMap(\.fields) + (isCorrection ? [reasonField] : [])
        return whole + Form(action: Address(), method: .get, fields: all, button: "").errors
    }

    var reasonField: FormField {
        FormField(
            "reason",
            label: "Reason for the correction",
            hint: "The scores as they were stay in the record.",
            error: errors["reason"],
            input: .lines(value: typed["reason"] ?? "", rows: 3)
        )
    }
}
