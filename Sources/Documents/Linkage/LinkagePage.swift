import Linkage

extension LinkageReport {
    /// The linking as one printable page that needs nothing beside it; nothing of anybody is on it.
    package func page(_ imprint: Imprint) -> HTML {
        HTML.paper(title: "How the records were linked", lines: lines(imprint)) { html in
            html.summaryList(summaryRows)
            if !cautions.isEmpty {
                html.heading("To be known before this is relied on")
                html.bullets(cautions)
            }
            html.table(thresholdTable)
            if let chart = weightChart { html.chart(chart) }
            if let chart = selfWeightChart { html.chart(chart) }
            html.heading("What agreeing is worth")
            html.paragraph(
                "m is how often two records of one person are at a level, u how often records of different people are, and "
                    + "h how often records of different people of one household are. The match weight of a level is log2 of "
                    + "m over u: each point of it doubles the odds that the two records are of one person."
            )
            for chart in levelCharts { html.chart(chart, level: .three) }
            html.chart(ruleChart)
            if isTrained { html.table(trainingTable) }
            html.table(fileTable)
        }
    }

    /// What it stands on: the files as they were given, the model, the definitions, and the command that gives the same.
    func lines(_ imprint: Imprint) -> [String] {
        let covers =
            "\(NumberText.plural(summary.records, "record", "records")) of "
            + "\(NumberText.plural(sources.count, "source", "sources")), as known in the files given"
        let trained = isTrained ? ", trained on these records" : ""
        return imprint.lines(covers: covers)
            + ["Model \(model.title) (\(model.id), version \(model.version))\(trained)", "In \(secondsText)"]
    }

    /// How complete the files are: columns they lack, and dates that could not be read.
    package var completeness: String {
        let absent = files.count { !$0.absent.isEmpty }
        let unread = files.reduce(0) { $0 + $1.unreadDates.values.reduce(0, +) }
        let lacking = "\(NumberText.plural(absent, "lacks", "lack")) a column of the model"
        return "Of \(NumberText.plural(files.count, "file", "files")) \(lacking); "
            + "\(NumberText.plural(unread, "value", "values")) could not be read as dates"
    }

    /// Where the figures of the page come from, below each chart.
    var source: String {
        "linking of \(NumberText.plural(summary.records, "record", "records")) by the model \(model.id)"
    }

    private var summaryRows: [SummaryRow] {
        let prior = model.prior.map { "\(NumberText.probability($0)) of two records drawn at random are of one person" }
        return [
            SummaryRow(
                "Threshold",
                "\(NumberText.probability(threshold))\(isOneToOne ? ", no two of one source together" : "")"
            ),
            SummaryRow("Links", NumberText.count(chosen?.links ?? 0)),
            SummaryRow("People", NumberText.count(chosen?.clusters ?? 0)),
            SummaryRow("Most records taken for one person", NumberText.count(summary.largest)),
            SummaryRow("Pairs compared", NumberText.count(summary.compared)),
            SummaryRow("Prior", prior),
        ]
    }

    private var thresholdTable: DataTable {
        var columns: [TableColumn] = [
            .number("Threshold"), .number("Match weight"), .number("Links"), .number("People"),
            .number("Records in other company"),
        ]
        if selfWeights != nil { columns.append(.number("Records that cannot be linked")) }
        return DataTable(
            caption: "What other thresholds would do",
            columns: columns,
            rows: summary.thresholds.map(thresholdRow)
        )
    }

    private func thresholdRow(_ at: LinkageSummary.AtThreshold) -> [CellContent] {
        var row = [
            NumberText.probability(at.probability), NumberText.weight(MatchWeight.of(probability: at.probability)),
            NumberText.count(at.links), NumberText.count(at.clusters),
            at.probability == threshold ? "chosen" : NumberText.count(at.moved),
        ]
        if let selfWeights { row.append(unlinkable(selfWeights, at: at.probability)) }
        return row.map(CellContent.text)
    }

    /// `12 (0.4%)`.
    func unlinkable(_ weights: SelfWeights, at probability: Double) -> String {
        let count = weights.unlinkable(at: probability)
        let share = Double(count) / Double(max(1, weights.records))
        return "\(NumberText.count(count)) (\(NumberText.percent(share)))"
    }

    private var trainingTable: DataTable {
        DataTable(
            caption: "How the model was trained",
            columns: [
                "Pairs that agree in", .number("Pairs"), .number("Of one person"), .number("Rounds"), "Settled",
            ],
            rows: account.sessions.map { session in
                [
                    .text(session.name), .text(NumberText.decimal(session.pairs, places: 0)),
                    .text(NumberText.percent(session.matches)), .text(NumberText.count(session.rounds)),
                    session.hasConverged
                        ? .text("converged") : .html(HTML { $0.element("strong", text: "NOT converged") }),
                ]
            },
            whenEmpty: "The model was not trained."
        )
    }

    private var fileTable: DataTable {
        DataTable(
            caption: "What was linked",
            columns: ["File", .number("Records"), "Fields it lacks"],
            rows: files.map { file in
                [
                    .text(file.name), .text(NumberText.count(file.records)),
                    .text(file.absent.isEmpty ? "none" : NumberText.list(file.absent)),
                ]
            }
        )
    }
}
