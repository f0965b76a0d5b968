package import Report
import Values

extension ReportAnswer {
    /// The report as one printable page that needs nothing beside it; charts come before the figures.
    package func paper(imprint: Imprint, charts: [Chart] = []) -> HTML {
        HTML.paper(title: title, lines: imprint.lines(time: time, knownAt: knownAt), marking: .officialSensitive) {
            html in
            for chart in charts { html.chart(chart) }
            html.table(figureTable)
            for table in tables { html.table(table.dataTable) }
        }
    }

    private var figureTable: DataTable {
        DataTable(
            caption: "Figures",
            columns: [
                "Figure", .number("Value"), .number("Of"), .number("95% interval"), .number("Not known"), "Meaning",
            ],
            rows: figures.map { figure in
                [
                    .html(figure.name),
                    .text(FigureText.shortValue(of: figure)),
                    .text(FigureText.fraction(of: figure) ?? ""),
                    .text(FigureText.interval(of: figure) ?? ""),
                    .text(figure.unknown.map(NumberText.count) ?? ""),
                    .text(figure.definition),
                ]
            }
        )
    }
}

extension OpenedFigure {
    /// The figure and its records as one printable page that needs nothing beside it.
    package func paper(imprint: Imprint) -> HTML {
        let lines = imprint.lines(time: answer.time, knownAt: answer.knownAt)
        return HTML.paper(title: "\(answer.title): \(figure.label)", lines: lines, marking: .officialSensitive) {
            html in
            html.summaryList(summary)
            for group in groups { html.table(OpenedFigure.table(of: group.members, caption: group.standing.heading)) }
            if members.isEmpty { html.paragraph("No records stand behind this figure.") }
        }
    }

    /// What the figure is, for the top of its page.
    package var summary: [SummaryRow] {
        [
            SummaryRow("Value", .text(FigureText.value(of: figure))),
            FigureText.fraction(of: figure).map { SummaryRow("Of", .text($0)) },
            FigureText.interval(of: figure).map { SummaryRow("95% interval", .text($0)) },
            figure.unknown.map { SummaryRow("Not known", .text(NumberText.count($0))) },
            SummaryRow("Definition", .text(figure.definition)),
            SummaryRow("Name to cite", .text(figure.id)),
        ].compactMap(\.self)
    }

    private static func table(of members: [Member], caption: String) -> DataTable {
        DataTable(
            caption: "\(caption): \(NumberText.plural(members.count, "record", "records"))",
            columns: ["Record", "Table", "Why"],
            rows: members.map { [.text($0.record.key), .text($0.record.table), .text($0.because)] }
        )
    }
}

extension Figure {
    /// Its label, and below it the id that people cite.
    fileprivate var name: HTML {
        HTML { html in
            html.text(label)
            html.void("br")
            html.element("span", .class("app-id"), text: id)
        }
    }
}

extension ReportTable {
    /// The table for a page.
    package var dataTable: DataTable {
        DataTable(
            caption: title,
            columns: columns.indices.map { TableColumn(columns[$0], isNumeric(column: $0) ? .number : .words) },
            rows: rows.map { $0.map(CellContent.text) }
        )
    }

    /// The table as a page shows it where it may be long: so many rows, and where all of them are.
    package func dataTable(first most: Int) -> DataTable {
        guard rows.count > most else { return dataTable }
        let (part, whole) = (NumberText.count(most), NumberText.count(rows.count))
        let words = "\(title): the first \(part) of \(whole); the files have them all"
        return ReportTable(id: id, title: words, columns: columns, rows: Array(rows.prefix(most))).dataTable
    }
}

extension HTML {
    /// A page without the service around it: its marking, heading, what it stands on, and its style inside it.
    ///
    /// It fetches nothing: its own rule forbids whatever would be fetched, and scripts.
    static func paper(
        title: String,
        lines: [String],
        marking: Marking = .officialSensitive,
        content: (inout HTML) -> Void
    ) -> HTML {
        var html = HTML()
        html.doctype()
        html.element("html", .fixed("lang", "en-GB")) { html in
            html.element("head") { html in
                html.void("meta", .fixed("charset", "utf-8"))
                html.void(
                    "meta",
                    .fixed("http-equiv", "Content-Security-Policy"),
                    .fixed("content", "default-src 'none'; style-src 'unsafe-inline'")
                )
                html.element("title", text: "\(title) - Homeward")
                html.void(
                    "meta",
                    .fixed("name", "viewport"),
                    .fixed("content", "width=device-width, initial-scale=1")
                )
                html.style(paperStyle)
                html.style(marking.pageStyle)
            }
            html.element("body") { html in
                html.element("main") { html in
                    html.element("p", .class("app-marking"), text: marking.rawValue)
                    html.element("h1", text: title)
                    html.element("div", .class("app-imprint")) { html in
                        for line in lines { html.element("p", text: line) }
                    }
                    content(&html)
                }
            }
        }
        return html
    }
}
