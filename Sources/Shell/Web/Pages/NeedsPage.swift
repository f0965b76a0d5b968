import Access
import Actions
import Documents
import Identify
import Register
import Report
import Values

extension Pages {
    /// Signs of need by area or over time.
    func needs(_ request: PageRequest) throws -> PageAnswer {
        guard viewer.seesFigures else {
            return try issued(
                "Needs analysis",
                "Signs of need among everybody in the register, referred or not, as they were published.",
                section: Address("needs")
            ) { if case .needs = $0.content { true } else { false } }
        }
        var reader = DateReader(request)
        let usual = FinancialYear(startYear: FinancialYear(containing: try keeper.today()).startYear - 1).period
        let from = reader.day("from", "The first day", or: usual.from)
        let to = reader.day("to", "The last day", or: usual.to)
        if to < from {
            let words = "The last day must be the same as or after the first day"
            reader.errors.append(FormError(words, at: "field-to-day"))
        }
        let grouping = request.asked("by").flatMap(NeedsGrouping.init) ?? .area
        let audience = request.asked("audience").flatMap(Audience.init) ?? .own
        guard let change = askedChange(request) else { return notFound() }
        let period = Period(from: from, to: to) ?? usual
        let document = try keeper.needs(during: period, by: grouping, for: audience, knownAt: change.number)
        let imprint = try keeper.imprint(document.link, knownAt: document.knownAt)
        if reader.errors.isEmpty, let format = request.asked("format").flatMap(DocumentFormat.init) {
            return try download(document.document(format, imprint: imprint), format, named: "needs")
        }
        let kind = audience == .public ? ", for publication" : ""
        let head = Page(
            "Needs analysis",
            caption: period.long,
            title: "Needs analysis by \(grouping.title.lowercased()), \(period.long)\(kind)\(change.titleEnd)",
            section: Address("needs"),
            way: way(),
            errors: reader.errors,
            imprint: imprint.page(time: .during(period), knownAt: document.knownAt)
        )
        return page(head, status: reader.errors.isEmpty ? 200 : 422) { html in
            html.lead("Signs of need among everybody in the register, referred or not.")
            question(reader, grouping, audience, &html)
            html.bullets(document.notes)
            for indicator in Indicator.allCases {
                table(indicator, document, &html)
            }
            if audience == .own { overlap(document.analysis, &html) }
            definitions(&html)
            takeAway(document.link, audience, &html)
            guard let published = document.published else { return }
            let schedules = keeper.definitions.publications.filter { $0.content == .needs(grouping) }
            publishing(published.protection, by: schedules, period, &html)
        }
    }

    private func question(
        _ reader: DateReader,
        _ grouping: NeedsGrouping,
        _ audience: Audience,
        _ html: inout HTML
    ) {
        let error = { (id: String) in reader.errors.first { $0.inputID?.hasPrefix("field-\(id)-") ?? false }?.words }
        let date = { (name: String, label: String) in
            FormField(name, label: label, error: error(name), input: .date(reader.dates[name] ?? DateInput()))
        }
        let groupings = NeedsGrouping.allCases.map { Choice($0.rawValue, $0.title, isChosen: $0 == grouping) }
        let form = Form(
            action: Address("needs"),
            method: .get,
            fields: [
                date("from", "From"), date("to", "To"), FormField("by", label: "By", input: .select(groupings)),
                self.audience(audience),
            ],
            button: "Show the needs"
        )
        html.details("Change the question", isOpen: !reader.errors.isEmpty) { $0.form(form) }
    }

    private func audience(_ audience: Audience) -> FormField {
        FormField(
            "audience",
            label: "For",
            input: .select([
                Choice("own", "Those who may see every count", isChosen: audience == .own),
                Choice("public", "Publication: small counts hidden", isChosen: audience == .public),
            ])
        )
    }

    private func table(_ indicator: Indicator, _ document: NeedsDocument, _ html: inout HTML) {
        let columns = document.columns(of: indicator).enumerated().map { index, title in
            index == 0 ? TableColumn(title) : .number(title)
        }
        html.table(
            DataTable(
                caption: indicator.label,
                columns: columns,
                rows: document.lines(of: indicator).map { document.cells(of: $0).map { .text($0) } }
            )
        )
    }

    /// Which signs come together in one family.
    private func overlap(_ analysis: NeedsAnalysis, _ html: inout HTML) {
        guard !analysis.overlaps.isEmpty else { return }
        let families = analysis.overlaps.reduce(0) { $0 + $1.families }
        let several = analysis.overlaps.filter { $0.criteria.count > 1 }.reduce(0) { $0 + $1.families }
        let indicators = Indicator.allCases
        let shown = analysis.overlaps.prefix(20)
        let rest = families - shown.reduce(0) { $0 + $1.families }
        html.chart(
            Chart(
                "overlap",
                ChartWords(
                    headline:
                        "\(NumberText.count(several)) of \(NumberText.count(families)) families with any sign have more than one",
                    subtitle: "Families by the signs of need they or their people had, \(analysis.period.long)",
                    summary:
                        "Each family is in one combination alone. Of \(NumberText.count(analysis.overlaps.count)) combinations the \(shown.count) most common are shown; the others have \(NumberText.plural(rest, "family", "families")) together.",
                    source: "The register, as known at change \(analysis.change)."
                ),
                OverlapChart(
                    indicators.indices.map { index in
                        let count = analysis.overlaps.filter { $0.criteria.contains(index) }
                        return .init(indicators[index].label, count.reduce(0) { $0 + $1.families })
                    },
                    shown.map { .init($0.criteria, $0.families) },
                    things: "Families",
                    combinationTitle: "Signs of need"
                )
            )
        )
    }

    private func definitions(_ html: inout HTML) {
        html.table(
            DataTable(
                caption: "What is counted",
                columns: ["Sign of need", "What having it means", "Counted in"],
                rows: Indicator.allCases.map { indicator in
                    [.text(indicator.label), .text(indicator.definition), .text(indicator.subject.definition)]
                }
            )
        )
    }

    private func takeAway(_ address: Address, _ audience: Audience, _ html: inout HTML) {
        html.heading("Take it away")
        let other =
            audience == .public
            ? Link("Show every count", address.with("audience", "own"))
            : Link("Show it as it may be published", address.with("audience", "public"))
        html.links([other] + downloads(address))
    }
}
