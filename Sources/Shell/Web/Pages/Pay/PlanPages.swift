import Actions
import Definitions
import Documents
import Pay
import Report
import Values

extension Pages {
    /// Every financial plan among the definitions.
    func plans(_ request: PageRequest) throws -> PageAnswer {
        let plans = keeper.definitions.plans
        return page(Page("Financial plans", section: Address("plans"), way: way())) { html in
            html.lead("What a programme costs, what it changes, and who pays, by financial year.")
            html.table(
                DataTable(
                    caption: "Plans",
                    columns: ["Plan", "Whose", "Years", .number("Saved in cash"), "Evidence"],
                    rows: plans.map { plan in
                        let table = PlanTable(plan)
                        let cash = (table.line("cash")?.amounts ?? []).total
                        let years = "\(plan.span.first.year.short) to \(plan.span.last.year.short)"
                        return [
                            .link(plan.title, Address("plans", plan.id)), .text(plan.council), .text(years),
                            .text((-cash).long), .text(plan.provenance.evidence.rawValue),
                        ]
                    },
                    whenEmpty: "There are no plans among the definitions."
                )
            )
            html.links([Link("Actual unit costs from the register", Address("unit-costs"))])
            html.note(
                "A plan is a definition file: your own goes into the folder of definitions the service was started with."
            )
        }
    }

    /// One plan under one way of paying.
    func plan(_ request: PageRequest) throws -> PageAnswer {
        guard let asked = AskedPlan(request, keeper) else { return notFound() }
        let (plan, option) = (asked.plan, asked.option)
        let trials = PlanTrials(
            plan,
            option,
            ranges: plan.ranges,
            trials: Plans.usualTrials,
            seed: Plans.usualSeed
        )
        let report = PlanReport(plan, option: option, trials: trials)
        if let format = request.asked("format").flatMap(DocumentFormat.init) {
            let imprint = try keeper.imprint(ofDefinition: asked.address)
            return try download(report.document(format, imprint: imprint), format, named: plan.id)
        }
        let head = Page(
            plan.title,
            caption: plan.council,
            title: "\(plan.title), \(option.label.lowercased())",
            section: Address("plans"),
            way: way(Link("Financial plans", Address("plans")))
        )
        return page(head) { html in
            for sentence in report.summary { html.paragraph(sentence) }
            choice(asked, &html)
            html.chart(report.chart)
            for section in PlanLine.Section.allCases {
                html.table(
                    report.dataTable(section) { line, index, cell in
                        let words = PlanText.pounds(cell.amount)
                        guard !cell.addends.isEmpty else { return .text(words) }
                        let year = report.table.years[index]
                        let link = Link(words, asked.opens(line.id, year))
                        return .html(HTML { $0.link(link, hidden: "\(line.label), \(year.short)") })
                    }
                )
            }
            html.note("Each amount opens onto what it is made of. Savings stand below nothing.")
            html.table(report.optionTable)
            sensitivity(report, &html)
            html.table(report.findingTable)
            html.table(report.assumptionTable)
            takeAway(asked, &html)
        }
    }

    private func choice(_ asked: AskedPlan, _ html: inout HTML) {
        let choices = asked.plan.options.map { Choice($0.id, $0.label, isChosen: $0.id == asked.option.id) }
        if let note = asked.option.note { html.inset("\(asked.option.label): \(note)") }
        html.form(
            Form(
                action: Address("plans", asked.plan.id),
                method: .get,
                fields: [FormField("option", label: "Paid for by", input: .select(choices))],
                button: "Show the plan"
            )
        )
    }

    private func sensitivity(_ report: PlanReport, _ html: inout HTML) {
        if let table = report.sensitivityTable { html.table(table) }
        if let table = report.bedTable { html.table(table) }
        if let table = report.twoWayTable { html.table(table) }
        if let sentence = report.trialSentence { html.paragraph(sentence) }
    }

    private func takeAway(_ asked: AskedPlan, _ html: inout HTML) {
        if asked.plan.candidates != nil {
            html.heading("Go on")
            html.links([Link("Candidates and places from the register", Address("candidates", asked.plan.id))])
        }
        html.heading("Take it away")
        html.links(downloads(asked.address))
    }

    /// What an amount of a plan is made of.
    func planLine(_ request: PageRequest) throws -> PageAnswer {
        guard let asked = AskedPlan(request, keeper), let name = request.parameters["name"] else { return notFound() }
        let table = PlanTable(asked.plan, option: asked.option)
        let typed = request.asked("year")
        guard let year = typed.map({ FinancialYear(short: $0) }) ?? table.years.last, let line = table.line(name),
            let cell = table.cell(name, year)
        else { return notFound() }
        let head = Page(
            "\(line.label), \(year.short)",
            caption: asked.plan.title,
            title: "\(line.label), \(year.short), \(asked.plan.title), \(asked.option.label.lowercased())",
            section: Address("plans"),
            way: way(Link("Financial plans", Address("plans")), Link(asked.plan.title, asked.address))
        )
        return page(head) { html in
            html.lead(cell.amount.long)
            html.paragraph(line.definition)
            html.table(
                PlanReport.addendTable(cell, caption: "What it is made of") { asked.opens($0.line, $0.year) }
            )
        }
    }
}

/// The plan and the way of paying in a page's address.
struct AskedPlan {
    let plan: Plan
    let option: FinancingOption

    /// Nil where there is no such plan, or it has no such way of paying.
    init?(_ request: PageRequest, _ keeper: Keeper) {
        guard let id = request.parameters["id"],
            let plan = keeper.definitions.plans.first(where: { $0.id == id })
        else { return nil }
        self.plan = plan
        guard let name = request.asked("option") else {
            option = plan.options[0]
            return
        }
        guard let option = plan.option(name) else { return nil }
        self.option = option
    }

    var address: Address { Address("plans", plan.id).with("option", option.id) }

    /// The page that opens an amount.
    func opens(_ line: String, _ year: FinancialYear) -> Address {
        Address("plans", plan.id, line).with("option", option.id).with("year", year.short)
    }
}
