import Access
import Actions
import Documents
import Pay
import Report
import Values

extension Pages {
    /// Whom a plan's programme would be for, counted in the register, beside the plan.
    func candidates(_ request: PageRequest) throws -> PageAnswer {
        var reader = DateReader(request)
        let day = reader.day("as-at", "The day", or: try keeper.today())
        guard let change = askedChange(request), let asked = AskedPlan(request, keeper),
            let document = try ScopeDocument(keeper, asked.plan, asAt: day, knownAt: change.number)
        else { return notFound() }
        let head = Page(
            "Candidates and places",
            caption: asked.plan.title,
            title: "Candidates and places, \(asked.plan.title)" + change.titleEnd,
            section: Address("plans"),
            way: way(
                Link("Financial plans", Address("plans")),
                Link(asked.plan.title, Address("plans", asked.plan.id))
            ),
            errors: reader.errors
        )
        return page(head, status: reader.errors.isEmpty ? 200 : 422) { html in
            html.lead("As at \(day.long), from the register.")
            for sentence in document.findings { html.paragraph(sentence) }
            html.form(
                Form(
                    action: Address("candidates", asked.plan.id),
                    method: .get,
                    fields: [
                        FormField(
                            "as-at",
                            label: "As at",
                            error: reader.errors.first?.words,
                            input: .date(reader.dates["as-at"] ?? DateInput())
                        )
                    ],
                    button: "Count again"
                )
            )
            html.table(document.figureTable.dataTable)
            html.table(document.entrantTable.dataTable)
            html.table(document.homeTable.dataTable)
            children(document, &html)
        }
    }

    /// The children by reference, for those who may read families' records.
    private func children(_ document: ScopeDocument, _ html: inout HTML) {
        guard viewer.permissions.allow(.readFamily, on: .wholeRegister), let closed = try? closedFamilies() else {
            return
        }
        html.table(document.childTable { !closed.contains($0) }.dataTable)
    }

    /// What a programme's service cost by what came of it.
    func unitCosts(_ request: PageRequest) throws -> PageAnswer {
        let programmes = try keeper.picture().programmes
        var reader = DateReader(request)
        let today = try keeper.today()
        let last = reader.day("to", "The last day", or: today)
        let first = reader.day("from", "The first day", or: FinancialYear(containing: today).period.from)
        let period = Period(from: first, to: last)
        var errors = reader.errors
        if errors.isEmpty, period == nil {
            errors.append(FormError("The last day must be the same as or after the first", at: "field-to-day"))
        }
        guard let programme = request.asked("programme") ?? programmes.first else { return noUnitCosts() }
        guard programmes.contains(programme) else { return notFound() }
        let shown = period ?? Period.last(months: 12, asAt: today)
        guard let change = askedChange(request) else { return notFound() }
        let document = try UnitCostDocument(keeper, programme, during: shown, knownAt: change.number)
        if let format = request.asked("format").flatMap(DocumentFormat.init) {
            let imprint = try keeper.imprint(document.link, knownAt: document.change)
            return try download(document.document(format, imprint: imprint), format, named: "unit-costs-\(programme)")
        }
        let words = (request.asked("programme") == nil ? "" : ", \(programme), \(shown.long)") + change.titleEnd
        let head = Page(
            "Actual unit costs",
            caption: "\(programme), \(shown.long)",
            title: "Actual unit costs\(words)",
            section: Address("plans"),
            way: way(Link("Financial plans", Address("plans"))),
            errors: errors
        )
        return page(head, status: errors.isEmpty ? 200 : 422) { html in
            for sentence in document.findings { html.paragraph(sentence) }
            html.form(unitCostForm(programme, programmes, reader, errors))
            html.table(unitTable(document))
            html.table(document.headingTable.dataTable)
            html.table(document.partTable.dataTable)
            let address = Address("unit-costs").with("programme", programme).with("from", shown.from.iso)
                .with("to", shown.to.iso)
            html.heading("Take it away")
            html.links([
                Link("Download as CSV", address.with("format", "csv")),
                Link("Download as JSON", address.with("format", "json")),
                Link("Download as a page to print", address.with("format", "html")),
            ])
        }
    }

    private func noUnitCosts() -> PageAnswer {
        let head = Page(
            "Actual unit costs",
            section: Address("plans"),
            way: way(Link("Financial plans", Address("plans")))
        )
        return page(head) { $0.lead("No case of any programme is on record.") }
    }

    /// Each count leads to the figure that opens it, for those who may see it.
    private func unitTable(_ document: UnitCostDocument) -> DataTable {
        let period = document.costs.period
        return DataTable(
            caption: "Unit costs",
            columns: ["Unit", .number("Counted"), .number("Cost of one"), "What is counted"],
            rows: document.costs.units.map { unit in
                let count = UnitCostDocument.count(unit.counted)
                let figure = unit.figure.map { id in
                    Address("figures", "performance", id).with("from", period.from.iso).with("to", period.to.iso)
                }
                return [
                    .text(unit.label),
                    figure.map { address in .html(HTML { $0.link(Link(count, address), hidden: unit.label) }) }
                        ?? .text(count),
                    .text(document.costs.cost(of: unit)?.long ?? "none counted"), .text(unit.definition),
                ]
            }
        )
    }

    private func unitCostForm(
        _ programme: String,
        _ programmes: [String],
        _ reader: DateReader,
        _ errors: [FormError]
    ) -> Form {
        func error(_ name: String) -> String? {
            errors.first { $0.inputID?.hasPrefix("field-\(name)") ?? false }?.words
        }
        return Form(
            action: Address("unit-costs"),
            method: .get,
            fields: [
                FormField(
                    "programme",
                    label: "Programme",
                    input: .select(programmes.map { Choice($0, $0, isChosen: $0 == programme) })
                ),
                FormField(
                    "from",
                    label: "First day",
                    error: error("from"),
                    input: .date(reader.dates["from"] ?? DateInput())
                ),
                FormField("to", label: "Last day", error: error("to"), input: .date(reader.dates["to"] ?? DateInput())),
            ],
            button: "Work it out"
        )
    }
}
