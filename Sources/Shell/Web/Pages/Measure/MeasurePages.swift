import Actions
import Assess
import Documents
import Records
import Register
import Values

extension Pages {
    /// What was measured in a case, and what is due.
    func measures(_ request: PageRequest) throws -> PageAnswer {
        guard let measures = try CaseMeasures(request.parameters["id"] ?? "", keeper) else { return notFound() }
        try logMeasures(measures, "measures page")
        let item = measures.item
        let today = try keeper.today()
        let head = Page(
            "Measures",
            caption: "Case \(item.id.text), \(keeper.definitions.programmeTitle(item.programme))",
            title: "Measures, case \(item.id.text)",
            section: Address("search"),
            way: way(
                Link("Find a family", Address("search")),
                Link("Family \(item.familyID.text)", Address("families", item.familyID.text))
            )
        )
        // Who holds the case does not collect what the family says of them.
        let isHeld = measures.isHeld(by: viewer.user?.workerID)
        let independent = Link(
            "Enter what the family says of the therapist",
            Address("cases", item.id.text, "adherence")
        )
        let links = try FamilyLinks(keeper).links(of: item.id)
        return page(head) { html in
            html.links(
                [
                    Link("Enter scores from a form", Address("cases", item.id.text, "measures", "new")),
                    Link("Distance travelled", Address("cases", item.id.text, "distance")),
                    Link("Progress sheet for the family", Address("cases", item.id.text, "progress")),
                ] + (isHeld ? [] : [independent])
            )
            html.table(dueTable(measures, today))
            html.table(doneTable(measures))
            html.heading("Private links for the family")
            familyLinks(measures, links, today, &html)
        }
    }

    private func dueTable(_ measures: CaseMeasures, _ today: Day) -> DataTable {
        let item = measures.item.id.text
        return DataTable(
            caption: "Due",
            columns: ["Measure", "Occasion", .date("Due"), "Enter"],
            rows: measures.due(on: today).map { due in
                let overdue = due.isOverdue(on: today) ? ", overdue" : ""
                let isIndependent = measures.instruments[due.instrument]?.use.collector == .somebodyElse
                let address =
                    due.instrument == CaseMeasures.distanceInstrument
                    ? Address("cases", item, "distance", "new")
                    : isIndependent ? Address("cases", item, "adherence") : Address("cases", item, "measures", "new")
                return [
                    .text(keeper.definitions.instrumentTitle(due.instrument)), .text(due.occasion.label),
                    .text("\(due.dueOn.short)\(overdue)"),
                    isIndependent && measures.isHeld(by: viewer.user?.workerID)
                        ? .text("Somebody else collects it") : enterLink(due, address),
                ]
            },
            whenEmpty: "Nothing is due."
        )
    }

    private func enterLink(_ due: DueMeasure, _ address: Address) -> CellContent {
        let link = Link("Enter", address.with("instrument", due.instrument).with("occasion", due.occasion.text))
        let title = keeper.definitions.instrumentTitle(due.instrument)
        return .html(readersHTML { html in html.link(link, hidden: "\(title), \(due.occasion.label)") })
    }

    private func doneTable(_ measures: CaseMeasures) -> DataTable {
        DataTable(
            caption: "Measured so far",
            columns: [.date("Completed"), "Measure", "Occasion", "Who answered", .number("Total"), "Band", "Change"],
            rows: measures.sheets.reversed().map { sheet in
                let total = measures.scored(sheet)?.results.first { $0.scale.id == "total" }
                let title = keeper.definitions.instrumentTitle(sheet.record.instrument)
                return [
                    .text(sheet.record.completedOn.short),
                    measures.instruments[sheet.record.instrument] == nil
                        ? .text(title) : .link(title, Address("measures", sheet.record.id.text)),
                    .text(Occasion(sheet.record.occasion)?.label ?? sheet.record.occasion),
                    .text(sheet.record.informant.label), .text(MeasureTables.words(total?.score)),
                    .text(total?.bandLabel ?? ""), .text(total.map(MeasureTables.change) ?? ""),
                ]
            },
            hasRowHeadings: false,
            whenEmpty: "Nothing was measured yet."
        )
    }

    /// One assessment: its scores with bands and changes, its items, and what was said beside it.
    func measure(_ request: PageRequest) throws -> PageAnswer {
        guard let found = try asked(measure: request), let scored = found.measures.scored(found.sheet) else {
            return notFound()
        }
        let (measures, sheet, instrument) = (found.measures, found.sheet, found.instrument)
        try logMeasures(measures, "measure page")
        let record = sheet.record
        let names = try ActorNames(keeper.register)
        let worker = try record.collectedByID.flatMap {
            try keeper.register.held(Worker.self, key: $0.text)?.record.name
        }
        let saved = request.asked("saved").map { $0 == "new" ? "Scores saved" : "Correction saved" }
        let head = Page(
            instrument.title,
            caption: Occasion(record.occasion)?.label ?? record.occasion,
            title: "\(instrument.title), \(record.id.text)",
            section: Address("search"),
            way: caseWay(measures),
            banner: saved.map { NotificationBanner(.success, $0) }
        )
        return page(head) { html in
            html.summaryList([
                SummaryRow("Completed", record.completedOn.long), SummaryRow("Who answered", record.informant.label),
                SummaryRow("Collected by", worker), SummaryRow("Case", record.caseID?.text),
                SummaryRow("Bands", scored.scheme?.title ?? "This measure has none"),
            ])
            html.table(MeasureTables.scales(scored))
            for (threshold, isReached) in scored.thresholds { thresholdWords(threshold, isReached, &html) }
            if let before = measures.previous(of: sheet) {
                html.note(
                    "Before: \(before.record.completedOn.long), \(before.record.occasion.replacing("_", with: " "))."
                )
            }
            html.table(MeasureTables.entered(sheet, instrument, caption: "As entered"))
            notes(measures, record.id, names, &html)
            if MeasureJourney(of: instrument).isOpen(to: viewer.user?.workerID, in: measures) {
                html.links([Link("Correct these scores", Address("measures", record.id.text, "correction"))])
            }
            html.links([
                Link("All measures of the case", Address("cases", measures.item.id.text, "measures"))
            ])
        }
    }

    private func thresholdWords(_ threshold: Threshold, _ isReached: Bool, _ html: inout HTML) {
        let value = threshold.atLeast.plain
        let what = threshold.measure == .score ? "A score of \(value) or more" : "A rise of \(value) or more"
        html.paragraph("\(what) (\(threshold.id)): \(isReached ? "reached" : "not reached").")
    }

    private func notes(
        _ measures: CaseMeasures,
        _ assessment: Identifier<Assessment>,
        _ names: ActorNames,
        _ html: inout HTML
    ) {
        let notes = measures.notes.filter { $0.assessmentID == assessment }
        guard !notes.isEmpty else { return }
        html.table(
            DataTable(
                caption: "Beside the scores",
                columns: [.date("When"), "What", "Words", "Who"],
                rows: notes.map {
                    [.text($0.on.short), .text($0.kind.label), .text($0.words), .text(names[$0.by])]
                },
                hasRowHeadings: false
            )
        )
    }
}
