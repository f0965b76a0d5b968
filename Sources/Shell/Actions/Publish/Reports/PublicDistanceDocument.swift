package import Documents
package import Report
import Statistics
package import Values

/// Distance travelled as it may be published: how many families by group, small counts hidden with all that would give
/// them away.
package struct PublicDistanceDocument: Sendable {
    private let document: DistanceDocument
    package let distance: PublicDistance
    /// The rule for small counts, in words.
    package let rule: String
    private let standing: PublicStanding

    package init(
        _ document: DistanceDocument,
        by rules: DisclosureRules,
        earlier: [[PublishedFigure]],
        _ standing: PublicStanding
    ) {
        self.document = document
        self.standing = standing
        distance = PublicDistance(
            document.cohort,
            measuredIn: document.period,
            by: DistanceDocument.dimensions,
            policy: rules.policy,
            earlier: earlier
        )
        rule = rules.words
    }

    package var knownAt: Int { document.knownAt }
    package var period: Period { document.period }

    /// The page of the service that shows the same.
    package var link: Address { document.link.with("audience", Audience.public.rawValue) }

    /// What must be said beside the counts.
    package var notes: [String] {
        let withheld = "Nothing of this can be published: with what was published before it would give counts away."
        return standing.notes + (distance.isWithheld ? [withheld] : []) + [
            "How many families are better in more areas of need than worse. \(rule)",
            "c stands for a count that is hidden, because it is small or would give a small one away.",
        ]
    }

    package var tables: [ReportTable] {
        distance.dimensions.map { dimension, parts in
            ReportTable(
                id: dimension.rawValue,
                title: "By \(dimension.title.lowercased())",
                columns: [dimension.title, "Better in more areas", "As many", "Worse in more", "Families"],
                rows: parts.map { part in
                    [part.code == "" ? "All" : document.names.name(part.code, dimension)]
                        + [part.better, part.same, part.worse, part.all].map(words)
                }
            )
        }
    }

    private func words(_ count: PublishedCount) -> String {
        count.value.map(NumberText.count) ?? count.words
    }

    package func document(_ format: DocumentFormat, imprint: Imprint) -> Document {
        format.document(of: tables(imprint), csv: { csv(imprint) }, json: { json(imprint) })
    }

    private func tables(_ imprint: Imprint) -> TableDocument {
        TableDocument(
            title: "Distance travelled, for publication",
            lines: imprint.lines(time: .during(document.period), knownAt: knownAt),
            findings: notes,
            tables: tables,
            marking: standing.marking
        )
    }

    private func csv(_ imprint: Imprint) -> [UInt8] {
        let columns = ["from", "to", "known_at", "by", "group", "better", "same", "worse", "families"]
        var csv = CSVText(columns: columns, imprint: imprint)
        for table in tables {
            for row in table.rows {
                csv.append(
                    [
                        .words(document.period.from.iso), .words(document.period.to.iso), .whole(knownAt),
                        .words(table.id),
                    ]
                        + row.map(CSVText.Cell.words)
                )
            }
        }
        return csv.bytes
    }

    private func json(_ imprint: Imprint) -> [UInt8] {
        var json = JSONWriter(indented: true)
        json.object { json in
            json.field("audience", Audience.public.rawValue)
            standing.write(to: &json)
            json.field("from", document.period.from.iso)
            json.field("to", document.period.to.iso)
            json.field("known_at", knownAt)
            json.field("rule", rule)
            json.field("withheld", distance.isWithheld)
            json.key("groups")
            json.array { json in
                for (dimension, parts) in distance.dimensions {
                    for part in parts {
                        json.object { json in
                            json.field("by", dimension.rawValue)
                            json.field("group", part.code == "" ? "all" : part.code)
                            json.field("better", part.better.value)
                            json.field("same", part.same.value)
                            json.field("worse", part.worse.value)
                            json.field("families", part.all.value)
                        }
                    }
                }
            }
            imprint.write(to: &json)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }
}

extension Keeper {
    /// Distance travelled as it may be published, held against every one published before.
    ///
    /// - Throws: `IssuePublications.Refusal` where the rule is not defined.
    package func publicDistance(
        measuredIn period: Period,
        by rule: String = DisclosureRules.usual,
        knownAt change: Int? = nil,
        _ standing: PublicStanding = .preview
    ) throws -> PublicDistanceDocument {
        PublicDistanceDocument(
            try distance(measuredIn: period, knownAt: change),
            by: try disclosure(rule),
            earlier: try PublishAnswers(self).published(),
            standing
        )
    }
}
