import Access
import Actions
import FollowUp
import Documents
import Identify
import Register
import Report
import Values

extension Pages {
    /// Signs of need by area or over time.
    func needs(_ request: PageRequest) throws -> PageAnswer {
        var reader = DateReader(request)
        let usual = FinancialYear(startYear: FinancialYear(containing: try keeper.today()).startYear - 1).period
        let from = reader.day("from", "The first day", or: usual.from)
        let to = reader.day("to", "The last day", or: usual.to)
        if to < from {
            let words = "The last day must be the same as or after the first day"
            reader.errors.append(FormError(words, at: "field-to-day"))
        }
        let grouping = request.asked("by").flatMap(NeedsGrouping.init) ?? .area
        let isForAll = viewer.seesFigures
        let audience = isForAll ? request.asked("audience").flatMap(Audience.init) ?? .own : .public
        let ground = try keeper.picture().ground
        let period = Period(from: from, to: to) ?? usual
        let analysis = NeedsAnalysis(ground.snapshot, care: ground.care, during: period, by: grouping)
        let document = NeedsDocument(analysis, for: audience)
        if reader.errors.isEmpty, let format = request.asked("format").flatMap(DocumentFormat.init) {
            return try download(
                document.document(format, imprint: keeper.imprint(document.link)),
                format,
                named: "needs"
            )
        }
        let kind = audience == .public ? ", for publication" : ""
        let head = Page(
            "Needs analysis",
            caption: period.long,
            title: "Needs analysis by \(grouping.title.lowercased()), \(period.long)\(kind)",
            section: Address("needs"),
            way: way(),
            errors: reader.errors
        )
        return page(head, status: reader.errors.isEmpty ? 200 : 422) { html in
            html.lead("Signs of need among everybody in the register, referred or not.")
            question(reader, grouping, audience, &html)
            html.bullets(document.notes)
            for indicator in Indicator.allCases {
                table(indicator, document, &html)
            }
            if audience == .own { overlap(analysis, &html) }
            definitions(&html)
            let address = Address("needs").with("from", period.from.iso).with("to", period.to.iso)
                .with("by", grouping.rawValue).with("audience", audience.rawValue)
            takeAway(address, audience, &html)
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
            ] + (viewer.seesFigures ? [self.audience(audience)] : []),
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
        let others = viewer.seesFigures ? [other] : []
        html.links(others + downloads(address))
    }
}
