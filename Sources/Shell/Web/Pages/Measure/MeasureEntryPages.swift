import Access
import Actions
import Assess
import Documents
import Records
import Register
import Values

/// How a sheet comes into the register.
enum MeasureJourney {
    /// By who works the case.
    case ordinary
    /// By somebody who does not hold it.
    case independent
    /// By who audits the case after it has closed.
    case audit

    func address(_ item: String) -> Address {
        switch self {
        case .ordinary: Address("cases", item, "measures")
        case .independent: Address("cases", item, "adherence")
        case .audit: Address("audits", item)
        }
    }

    /// What the page is called on which a sheet is chosen.
    var choice: String {
        switch self {
        case .ordinary: "Choose a measure"
        case .independent: "Choose a measure to collect"
        case .audit: "Choose an audit form"
        }
    }

    /// How sheets of an instrument come into the register.
    init(of instrument: Instrument) {
        self =
            instrument.use.collector == .somebodyElse
            ? .independent : instrument.id == CaseAudits.instrumentName ? .audit : .ordinary
    }

    func takes(_ instrument: Instrument) -> Bool {
        switch self {
        case .ordinary: instrument.use.collector == .anybody && instrument.id != CaseAudits.instrumentName
        case .independent: instrument.use.collector == .somebodyElse
        case .audit: instrument.id == CaseAudits.instrumentName
        }
    }

    /// Whether somebody who acts as this worker may enter and correct such sheets of a case.
    func isOpen(to worker: String?, in measures: CaseMeasures) -> Bool {
        self == .ordinary || !measures.isHeld(by: worker)
    }
}

/// A sheet with its case and the definition of its instrument.
struct SheetInCase {
    let measures: CaseMeasures
    let sheet: KeptSheet
    let instrument: Instrument

    /// The sheet with this reference; nil where there is none, or none of an instrument that is defined.
    init?(_ id: String, _ keeper: Keeper) throws {
        guard let assessment = try keeper.register.held(Assessment.self, key: id)?.record,
            let item = assessment.caseID, let measures = try CaseMeasures(item.text, keeper),
            let sheet = measures.sheets.first(where: { $0.record.id.text == id }),
            let instrument = measures.instruments[assessment.instrument]
        else { return nil }
        self.measures = measures
        self.sheet = sheet
        self.instrument = instrument
    }
}

extension Pages {
    /// The page on which the scores of one instrument are entered.
    func measureForm(_ request: PageRequest, _ journey: MeasureJourney) throws -> PageAnswer {
        guard let measures = try CaseMeasures(request.parameters["id"] ?? "", keeper) else { return notFound() }
        guard let instrument = asked(request.query["instrument"], journey, measures) else {
            return try measureChoice(measures, journey, isAsked: request.asked("instrument") != nil)
        }
        if let refusal = try refusal(journey, measures) { return refusal }
        var form = try blankForm(instrument, measures)
        if let occasion = request.asked("occasion").flatMap(Occasion.init) { form.typed["occasion"] = occasion.text }
        return try measureFormPage(form, journey)
    }

    /// Saves what was entered.
    func addMeasure(_ request: PageRequest, _ journey: MeasureJourney) throws -> PageAnswer {
        guard let measures = try CaseMeasures(request.parameters["id"] ?? "", keeper),
            let instrument = asked(request.form["instrument"], journey, measures)
        else { return notFound() }
        if let refusal = try refusal(journey, measures) { return refusal }
        var form = try blankForm(instrument, measures)
        form.take(request)
        guard let (head, sheet) = form.read() else { return try measureFormPage(form, journey) }
        guard tokens.spend(request) else {
            form.refuse(FormTokens.refusal)
            return try measureFormPage(form, journey)
        }
        let words = journey == .audit ? (request.form["action"] ?? "").trimmingSpaces : ""
        do {
            let id = try EnterSheet(keeper, measures, instrument).add(
                head,
                about: form.about,
                sheet,
                words: words.isEmpty ? nil : (.auditAction, words)
            )
            return .onward(to: Address("measures", id.text).with("saved", "new"))
        } catch let refusal as EnterSheet.Refusal {
            form.refuse(refusal.words, at: "occasion")
            return try measureFormPage(form, journey)
        }
    }

    /// The instrument asked for, where the journey is for it.
    private func asked(_ id: String?, _ journey: MeasureJourney, _ measures: CaseMeasures) -> Instrument? {
        if let id, !id.isEmpty {
            return measures.instruments[id].flatMap { journey.takes($0) ? $0 : nil }
        }
        let fitting = instruments(journey, measures)
        return fitting.count == 1 ? fitting[0] : nil
    }

    private func instruments(_ journey: MeasureJourney, _ measures: CaseMeasures) -> [Instrument] {
        measures.instruments.instruments.filter { instrument in
            journey.takes(instrument) && instrument.use.isFor(programme: measures.item.programme)
        }
    }

    /// The page for somebody who holds the case and would collect what families say of them, or audit their own work.
    private func refusal(_ journey: MeasureJourney, _ measures: CaseMeasures) throws -> PageAnswer? {
        guard !journey.isOpen(to: viewer.user?.workerID, in: measures) else { return nil }
        return page(Page("Somebody else must do this", way: caseWay(measures)), status: 403) { html in
            html.paragraph(
                journey == .audit
                    ? "You hold this case or held it. It is audited by somebody who never did."
                    : "You hold this case or held it. What the family says of the work is collected by somebody who never did."
            )
            html.links([Link("Back to the case's measures", Address("cases", measures.item.id.text, "measures"))])
        }
    }

    /// The measures to choose from, where none was asked for or one that is not entered here.
    private func measureChoice(
        _ measures: CaseMeasures,
        _ journey: MeasureJourney,
        isAsked: Bool
    ) throws -> PageAnswer {
        let instruments = instruments(journey, measures)
        let item = measures.item.id.text
        let heading = isAsked ? "Choose another measure" : journey.choice
        return page(
            Page(heading, caption: "Case \(item)", title: "\(heading), case \(item)", way: caseWay(measures)),
            status: isAsked ? 404 : 200
        ) { html in
            if isAsked { html.paragraph("The measure in the address is not entered here.") }
            guard !instruments.isEmpty else { return html.paragraph("There is no such measure for this programme.") }
            html.links(
                instruments.map { instrument in
                    let address =
                        journey == .ordinary ? Address("cases", item, "measures", "new") : journey.address(item)
                    return Link(instrument.title, address.with("instrument", instrument.id))
                }
            )
        }
    }

    private func blankForm(_ instrument: Instrument, _ measures: CaseMeasures) throws -> MeasureForm {
        try MeasureForm(blank: instrument, measures, keeper, by: viewer.user?.workerID)
    }

    private func measureFormPage(_ form: MeasureForm, _ journey: MeasureJourney) throws -> PageAnswer {
        try logMeasures(form.measures, "measure form")
        let item = form.measures.item.id.text
        let errors = form.summary
        let head = Page(
            form.instrument.title,
            caption: "Enter scores, case \(item)",
            title: "Enter scores: \(form.instrument.title), case \(item)",
            section: Address("search"),
            way: caseWay(form.measures),
            errors: errors
        )
        let sent = form.form(
            to: journey.address(item),
            button: "Save the scores",
            token: tokens.give(),
            carried: [("instrument", form.instrument.id)]
        )
        return page(head, status: errors.isEmpty ? 200 : 422) { html in
            html.note(form.instrument.licence)
            html.paragraph("Leave a box empty where the question was not answered.")
            html.sheet(sent) { html in
                for group in form.groups { html.fieldGrid(group) }
                if journey == .audit {
                    html.field(
                        FormField(
                            "action",
                            label: "What must be put right (optional)",
                            input: .lines(value: form.typed["action"] ?? "", rows: 4)
                        )
                    )
                }
            }
        }
    }

    // MARK: Corrections

    /// The form of a sheet that is to be corrected, as it stands.
    func correctionForm(_ request: PageRequest) throws -> PageAnswer {
        guard let found = try asked(measure: request) else { return notFound() }
        if let refusal = try correctionRefusal(found) { return refusal }
        var form = try blankForm(found.instrument, found.measures)
        form.take(found.sheet)
        return try correctionPage(form, found.sheet, stamp: found.sheet.stamp)
    }

    /// Saves a correction over the sheet its form was made from.
    func correctMeasure(_ request: PageRequest) throws -> PageAnswer {
        guard let found = try asked(measure: request) else { return notFound() }
        if let refusal = try correctionRefusal(found) { return refusal }
        let sheet = found.sheet
        var form = try blankForm(found.instrument, found.measures)
        form.take(request)
        form.isCorrection = true
        let stamp = request.form["stamp"] ?? ""
        guard let (head, scores) = form.read() else { return try correctionPage(form, sheet, stamp: stamp) }
        guard tokens.spend(request) else {
            form.refuse(FormTokens.refusal)
            return try correctionPage(form, sheet, stamp: stamp)
        }
        do {
            let enter = EnterSheet(keeper, found.measures, found.instrument)
            try enter.correct(sheet, from: stamp, head, scores, because: form.reason)
            return .onward(to: Address("measures", sheet.record.id.text).with("saved", "corrected"))
        } catch let refusal as EnterSheet.Refusal {
            form.refuse(refusal.words, at: "occasion")
            return try correctionPage(form, sheet, stamp: stamp)
        } catch RegisterError.movedOn {
            // What stands now is shown beside what was typed, which can be sent over it.
            guard let now = try asked(measure: request) else { return notFound() }
            form.refuse(
                "Somebody else has corrected these scores since you opened the page. Check what stands now, then send yours again"
            )
            return try correctionPage(form, now.sheet, stamp: now.sheet.stamp, isBehind: true)
        }
    }

    /// The assessment a request is about, with its case and its definition.
    func asked(measure request: PageRequest) throws -> SheetInCase? {
        try SheetInCase(request.parameters["id"] ?? "", keeper)
    }

    private func correctionRefusal(_ found: SheetInCase) throws -> PageAnswer? {
        try refusal(MeasureJourney(of: found.instrument), found.measures)
    }

    private func correctionPage(
        _ form: MeasureForm,
        _ sheet: KeptSheet,
        stamp: String,
        isBehind: Bool = false
    ) throws -> PageAnswer {
        try logMeasures(form.measures, "measure form")
        let address = Address("measures", sheet.record.id.text)
        let errors = form.summary
        let head = Page(
            "Correct scores",
            caption: form.instrument.title,
            section: Address("search"),
            way: .back(address),
            errors: errors
        )
        let sent = form.form(
            to: Address("measures", sheet.record.id.text, "correction"),
            button: "Save the correction",
            token: tokens.give(),
            carried: [("stamp", stamp)]
        )
        return page(head, status: isBehind ? 409 : errors.isEmpty ? 200 : 422) { html in
            if isBehind { html.table(MeasureTables.entered(sheet, form.instrument, caption: "What stands now")) }
            html.sheet(sent) { html in
                for group in form.groups { html.fieldGrid(group) }
                html.field(form.reasonField)
            }
        }
    }
}
