import Actions
import Documents
import Pay
import Register
import Report
import Values

extension Pages {
    /// Children in care to come, by age and kind of placement, from the register's placements.
    func demand(_ request: PageRequest) throws -> PageAnswer {
        var reader = DateReader(request)
        let day = reader.day("as-at", "The day", or: try keeper.today())
        guard reader.errors.isEmpty, let change = askedChange(request) else { return notFound() }
        let asked = AskedDemand(request)
        let head = Page(
            "Children in care to come",
            title: "Children in care to come" + asked.titleEnd + change.titleEnd,
            section: Address("demand"),
            way: way(),
            errors: asked.errors
        )
        guard let demand = try ForecastDemand(keeper, asAt: day, knownAt: change.number) else {
            return page(head) { html in
                html.paragraph(
                    "The register has no placement of a child with a date of birth yet. Import placements first."
                )
            }
        }
        let report = DemandReport(
            demand.counts,
            method: asked.method,
            reference: demand.reference,
            days: asked.days,
            backTest: asked.isTried ? BackTest(demand.counts) : nil,
            withoutBirth: demand.withoutBirth,
            goingHome: asked.home.map { GoingHome(GoingHome.nobody.state, eachQuarter: $0) }
        )
        if let format = request.asked("format").flatMap(DocumentFormat.init) {
            let known = try change.number ?? keeper.register.latestChangeOfRecords()
            let link = asked.address.with("as-at", day.iso).with("known-at", "\(known)")
            let imprint = try keeper.imprint(link, knownAt: known)
            return try download(report.document(format, imprint: imprint, knownAt: known), format, named: "demand")
        }
        return page(head, status: asked.errors.isEmpty ? 200 : 422) { html in
            for sentence in report.findings { html.paragraph(sentence) }
            html.form(asked.form)
            if let chart = report.chart { html.chart(chart) }
            for table in report.tables { html.table(table.dataTable) }
            html.note(
                "Rates of \(demand.reference.long). \(demand.withoutBirth) placements without a date of birth left out."
            )
            html.links(downloads(asked.address))
        }
    }
}

/// What the page of demand is asked.
private struct AskedDemand {
    let method: DemandMethod
    let days: Int
    let home: Double?
    let isTried: Bool
    private let typed: String
    private(set) var errors: [FormError] = []

    init(_ request: PageRequest) {
        method = request.asked("method").flatMap { DemandMethod(rawValue: $0) } ?? .exposure
        days = request.asked("days").flatMap { Int($0) }.flatMap { AskedDemand.spans.contains($0) ? $0 : nil } ?? 365
        isTried = request.asked("tried") == "yes"
        typed = request.asked("home")?.trimmingSpaces ?? ""
        let number = Double(typed)
        home = number.flatMap { (0...10_000).contains($0) ? $0 : nil }
        if !typed.isEmpty, home == nil {
            errors.append(FormError("Children a quarter must be a number from 0 to 10,000", at: "field-home"))
        }
    }

    private static let spans = [90, 365, 730, 1095]

    var address: Address {
        Address("demand").with("method", method.rawValue).with("days", "\(days)").with("home", typed)
            .with("tried", isTried ? "yes" : nil)
    }

    var titleEnd: String { method == .exposure ? "" : ", \(method.label.lowercased())" }

    var form: Form {
        Form(
            action: Address("demand"),
            method: .get,
            fields: [
                FormField(
                    "method",
                    label: "Method",
                    input: .select(
                        DemandMethod.allCases.map { Choice($0.rawValue, $0.label, isChosen: $0 == method) }
                    )
                ),
                FormField(
                    "days",
                    label: "How many days ahead",
                    input: .select(AskedDemand.spans.map { Choice("\($0)", "\($0)", isChosen: $0 == days) })
                ),
                FormField(
                    "home",
                    label: "More children a quarter going home from residential care at 10 to 15 (optional)",
                    error: errors.first?.words,
                    input: .text(TextInput(typed, width: .characters4))
                ),
                FormField(
                    "tried",
                    label: "Both methods tried on the past",
                    input: .select([
                        Choice("no", "No", isChosen: !isTried), Choice("yes", "Yes", isChosen: isTried),
                    ])
                ),
            ],
            button: "Forecast"
        )
    }
}
