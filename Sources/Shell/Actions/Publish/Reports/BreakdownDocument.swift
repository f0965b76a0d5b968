package import Documents
import Records
package import Report
import Statistics
package import Values

/// A measure of a scorecard told apart by a dimension: each group, its interval, and where it lies in the funnel.
package struct BreakdownDocument: Sendable {
    package let breakdown: FigureBreakdown
    package let measure: Scorecard.Measure
    package let period: Period
    package let knownAt: Int
    package let names: GroupNames

    package var title: String { "\(measure.title), by \(breakdown.dimension.title.lowercased())" }

    /// A share may be told apart where it is of people; the funnel needs at least two groups.
    package var hasFunnel: Bool { breakdown.isShare && breakdown.parts.count { $0.code != nil && $0.known > 0 } > 1 }

    package var columns: [String] {
        breakdown.isShare
            ? [breakdown.dimension.title, "Value", "Of", "95% interval", "Not known", "In the funnel"]
            : [breakdown.dimension.title, "Value"]
    }

    package var rows: [[String]] {
        breakdown.parts.map { part in
            let name = names.name(part.code, breakdown.dimension)
            guard breakdown.isShare else { return [name, NumberText.count(part.counted)] }
            let interval = part.interval
                .map { "\(NumberText.percent($0.low)) to \(NumberText.percent($0.high))" }
            return [
                name, NumberText.percent(part.share) ?? "not available",
                "\(NumberText.count(part.counted)) of \(NumberText.count(part.known))", interval ?? "none",
                NumberText.count(part.unknown), breakdown.place(part)?.words ?? "Nothing to say",
            ]
        }
    }

    /// What it comes to, in a sentence.
    package var finding: String {
        guard hasFunnel else { return "\(title): \(NumberText.plural(breakdown.parts.count, "group", "groups"))." }
        let outside = breakdown.parts.filter { part in
            part.code != nil && breakdown.place(part).map { $0 != .within } ?? false
        }
        guard !outside.isEmpty else {
            return "Every group lies within the limits: chance may explain the differences between them."
        }
        let named = outside.compactMap { part in
            breakdown.place(part).map { "\(names.name(part.code, breakdown.dimension)) (\($0.words.lowercased()))" }
        }
        return "Beyond what chance explains: \(named.joined(separator: "; "))."
    }

    package var funnel: FunnelChart {
        FunnelChart(
            breakdown.parts.filter { $0.code != nil }
                .map { .init(names.name($0.code, breakdown.dimension), $0.counted, of: $0.known) },
            groupTitle: breakdown.dimension.title,
            valueTitle: measure.title,
            sizeTitle: "Size of the group"
        )
    }

    package func document(_ format: DocumentFormat, imprint: Imprint) -> Document {
        format.document(of: tables(imprint), csv: { csv(imprint) }, json: { json(imprint) })
    }

    private func tables(_ imprint: Imprint) -> TableDocument {
        TableDocument(
            title: title,
            lines: imprint.lines(time: .during(period), knownAt: knownAt),
            findings: [finding],
            tables: [ReportTable(id: breakdown.dimension.rawValue, title: title, columns: columns, rows: rows)]
        )
    }

    private func csv(_ imprint: Imprint) -> [UInt8] {
        var csv = CSVText(
            columns: [
                "measure", "by", "group", "counted", "known", "unknown", "value", "low", "high", "place", "known_at",
            ],
            imprint: imprint
        )
        for part in breakdown.parts {
            csv.append([
                .words(measure.id), .words(breakdown.dimension.rawValue), .words(part.code), .whole(part.counted),
                .whole(part.known), .whole(part.unknown),
                .number(breakdown.isShare ? part.share.value : Double(part.counted)),
                .number(breakdown.isShare ? part.interval?.low : nil),
                .number(breakdown.isShare ? part.interval?.high : nil),
                .words(breakdown.place(part)?.rawValue), .whole(knownAt),
            ])
        }
        return csv.bytes
    }

    private func json(_ imprint: Imprint) -> [UInt8] {
        var json = JSONWriter(indented: true)
        json.object { json in
            json.field("measure", measure.id)
            json.field("by", breakdown.dimension.rawValue)
            json.field("from", period.from.iso)
            json.field("to", period.to.iso)
            json.field("known_at", knownAt)
            json.field("average", breakdown.average)
            json.objects("groups", breakdown.parts) { part, json in
                json.field("group", part.code)
                json.field("counted", part.counted)
                json.field("known", part.known)
                json.field("unknown", part.unknown)
                json.field("place", breakdown.place(part)?.rawValue)
            }
            imprint.write(to: &json)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }
}

extension FigureBreakdown.Place {
    package var words: String {
        switch self {
        case .farAbove: "Above the 99.8% limit"
        case .farBelow: "Below the 99.8% limit"
        case .above: "Above the 95% limit"
        case .below: "Below the 95% limit"
        case .within: "Within the limits"
        }
    }
}

extension Keeper {
    /// The last period of a measure told apart by a dimension; nil where it is not a count or a share of records.
    package func breakdown(
        _ history: MeasureHistory,
        by dimension: Dimension,
        of filter: ReportFilter = ReportFilter(),
        knownAt change: Int? = nil
    ) throws -> BreakdownDocument? {
        guard let period = history.places.last?.period,
            let breakdown = try breakdown(
                history.measure.figure,
                of: history.measure.question(period),
                by: dimension,
                in: filter,
                knownAt: change
            )
        else { return nil }
        return BreakdownDocument(
            breakdown: breakdown,
            measure: history.measure,
            period: period,
            knownAt: try ground(filter, knownAt: change).snapshot.change,
            names: try groupNames()
        )
    }
}
