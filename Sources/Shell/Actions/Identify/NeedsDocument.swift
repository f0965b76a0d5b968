package import Documents
package import Report
import Identify
import Statistics
package import Values

/// For whom a needs analysis is made.
package enum Audience: String, Sendable, CaseIterable {
    /// Those who may see the records: every count.
    case own
    /// Anybody: small counts hidden.
    case `public`
}

/// A needs analysis as a document.
package struct NeedsDocument: Sendable {
    package let analysis: NeedsAnalysis
    /// As it may be published; nil for those who may see every count.
    package let published: PublicNeeds?
    /// The rule for small counts in words, where it is as it may be published.
    private let rule: String
    private let standing: PublicStanding

    /// For those who may see every count.
    package init(_ analysis: NeedsAnalysis) {
        self.analysis = analysis
        published = nil
        rule = ""
        standing = .preview
    }

    /// As it may be published by a rule for small counts.
    package init(
        _ analysis: NeedsAnalysis,
        by rules: DisclosureRules,
        earlier: [[PublishedFigure]],
        _ standing: PublicStanding
    ) {
        self.analysis = analysis
        published = PublicNeeds(analysis, policy: rules.policy, earlier: earlier)
        rule = rules.words
        self.standing = standing
    }

    package var knownAt: Int { analysis.change }

    /// One indicator in one group, or in all: what is shown of it.
    package struct Line: Sendable {
        package let indicator: Indicator
        /// `Northgate`, `January to March 2018`, `All`.
        package let group: String
        /// Nil where a symbol stands for it.
        package let having: Int?
        package let population: Int?
        /// `c` where it is hidden, `k` where it rounds to nought; nil where the number itself is shown.
        let symbols: (having: String?, population: String?)
        /// Per 1,000; nil where it is hidden or there is nobody.
        package let rate: Double?
        /// Nil where it cannot be told, or is not published.
        package let firstTime: Int?
        package let times: Int?
        package var isHidden: Bool { having == nil }
    }

    /// Every line of an indicator: its groups, then all together where they can be added.
    ///
    /// An area with nobody in it is left out.
    package func lines(of indicator: Indicator) -> [Line] {
        guard let place = Indicator.allCases.firstIndex(of: indicator) else { return [] }
        let all = analysis.totals.map { [("All", analysis.groups.count, $0[place])] } ?? []
        let groups = analysis.groups.enumerated().map {
            ($0.element.label, $0.offset, analysis.counts[place][$0.offset])
        }
        return (groups + all).compactMap { label, group, count in
            guard count.population > 0 || analysis.grouping != .area else { return nil }
            guard let published else {
                return Line(
                    indicator: indicator,
                    group: label,
                    having: count.having,
                    population: count.population,
                    symbols: (nil, nil),
                    rate: count.rate,
                    firstTime: count.firstTime,
                    times: count.times
                )
            }
            let shown =
                group < analysis.groups.count ? published.counts[place][group] : published.totals.map { $0[place] }
            return Line(
                indicator: indicator,
                group: label,
                having: shown?.having.value,
                population: shown?.population.value,
                symbols: (shown?.having.symbol, shown?.population.symbol),
                rate: shown?.rate,
                firstTime: nil,
                times: nil
            )
        }
    }

    /// The page of the service that gives the same.
    package var link: Address {
        Address("needs").with("from", analysis.period.from.iso).with("to", analysis.period.to.iso)
            .with("by", analysis.grouping.rawValue).with("audience", published == nil ? "own" : "public")
            .with("known-at", "\(knownAt)")
    }

    package func document(_ format: DocumentFormat, imprint: Imprint) -> Document {
        format.document(of: tables(imprint), csv: { csv(imprint) }, json: { json(imprint) })
    }

    /// What the numbers are, and are not.
    package var notes: [String] {
        let withheld = "Nothing of this can be published: with what was published before it would give counts away."
        return (published == nil ? [] : standing.notes) + (published?.isWithheld == true ? [withheld] : []) + [
            "Rates are per 1,000 of the people, children, adults or families that the register knows, not of the population.",
            published == nil
                ? "First time means the first that the register knows of."
                : rule,
        ]
    }

    private func tables(_ imprint: Imprint) -> TableDocument {
        TableDocument(
            title: "Needs analysis",
            lines: imprint.lines(time: .during(analysis.period), knownAt: analysis.change),
            findings: notes,
            tables: tables,
            marking: published == nil ? .officialSensitive : standing.marking
        )
    }

    /// Each indicator by its groups.
    package var tables: [ReportTable] { Indicator.allCases.map { table(of: $0) } }

    package func columns(of indicator: Indicator) -> [String] {
        let counts = [analysis.grouping.title, "Having it", "Rate per 1,000", indicator.subject.title]
        return counts + (published == nil ? ["First time", "Times"] : [])
    }

    package func cells(of line: Line) -> [String] {
        let cells = [
            line.group, line.having.map(NumberText.count) ?? line.symbols.having ?? "",
            line.rate.map { NumberText.decimal($0, places: 1) } ?? (line.population == 0 ? "" : "c"),
            line.population.map(NumberText.count) ?? line.symbols.population ?? "",
        ]
        guard published == nil else { return cells }
        return cells + [line.firstTime.map(NumberText.count) ?? "Not known", line.times.map(NumberText.count) ?? ""]
    }

    private func table(of indicator: Indicator) -> ReportTable {
        ReportTable(
            id: indicator.rawValue,
            title: indicator.label,
            columns: columns(of: indicator),
            rows: lines(of: indicator).map(cells)
        )
    }

    private func csv(_ imprint: Imprint) -> [UInt8] {
        let columns = [
            "from", "to", "known_at", "by", "indicator", "group", "subject", "having", "population", "rate_per_1000",
            "first_time", "times", "hidden",
        ]
        var csv = CSVText(columns: columns, imprint: imprint)
        for line in Indicator.allCases.flatMap(lines) {
            csv.append([
                .words(analysis.period.from.iso), .words(analysis.period.to.iso), .whole(analysis.change),
                .words(analysis.grouping.rawValue), .words(line.indicator.rawValue), .words(line.group),
                .words(line.indicator.subject.rawValue), .whole(line.having), .whole(line.population),
                .number(line.rate), .whole(line.firstTime), .whole(line.times),
                .words(line.isHidden ? "true" : "false"),
            ])
        }
        return csv.bytes
    }

    private func json(_ imprint: Imprint) -> [UInt8] {
        var json = JSONWriter(indented: true)
        json.object { json in
            json.field("from", analysis.period.from.iso)
            json.field("to", analysis.period.to.iso)
            json.field("known_at", analysis.change)
            json.field("by", analysis.grouping.rawValue)
            json.field("audience", published == nil ? "own" : "public")
            if published != nil { standing.write(to: &json) }
            json.key("indicators")
            json.array { json in for indicator in Indicator.allCases { write(indicator, &json) } }
            imprint.write(to: &json)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private func write(_ indicator: Indicator, _ json: inout JSONWriter) {
        json.object { json in
            json.field("id", indicator.rawValue)
            json.field("label", indicator.label)
            json.field("definition", indicator.definition)
            json.field("subject", indicator.subject.rawValue)
            json.objects("groups", lines(of: indicator)) { line, json in
                json.field("group", line.group)
                json.field("having", line.having)
                json.field("population", line.population)
                json.field("rate_per_1000", line.rate)
                if published == nil {
                    json.field("first_time", line.firstTime)
                    json.field("times", line.times)
                } else {
                    json.field("hidden", line.isHidden)
                }
            }
        }
    }
}

extension NeedsGrouping {
    /// For people: `Area`.
    package var title: String {
        switch self {
        case .area: "Area"
        case .quarter: "Quarter"
        case .year: "Financial year"
        }
    }
}

extension Indicator.Subject {
    /// For people: `Children`.
    package var title: String {
        switch self {
        case .children: "Children"
        case .adults: "Adults"
        case .people: "People"
        case .families: "Families"
        }
    }
}

extension Keeper {
    /// Signs of need in a period for an audience; what may be published is held against all that was published before.
    ///
    /// - Throws: `IssuePublications.Refusal` where the rule is not defined.
    package func needs(
        during period: Period,
        by grouping: NeedsGrouping,
        for audience: Audience,
        rule: String = DisclosureRules.usual,
        knownAt change: Int? = nil,
        _ standing: PublicStanding = .preview
    ) throws -> NeedsDocument {
        let ground = try picture(knownAt: change).ground
        let analysis = NeedsAnalysis(ground.snapshot, care: ground.care, during: period, by: grouping)
        guard audience == .public else { return NeedsDocument(analysis) }
        return NeedsDocument(
            analysis,
            by: try disclosure(rule),
            earlier: try PublishAnswers(self).published(),
            standing
        )
    }
}
