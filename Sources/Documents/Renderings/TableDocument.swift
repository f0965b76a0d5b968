package import Report

/// A document of tables: a title, sentences that say what it stands on and comes to, and the tables.
package struct TableDocument: Sendable {
    package let title: String
    /// What it stands on, above everything: the day, the change, the definitions.
    package let lines: [String]
    /// What it comes to, in sentences.
    package let findings: [String]
    package let tables: [ReportTable]
    /// Pictures, each with its own table, after the tables.
    package let charts: [Chart]
    package let marking: Marking

    package init(
        title: String,
        lines: [String],
        findings: [String],
        tables: [ReportTable],
        charts: [Chart] = [],
        marking: Marking = .officialSensitive
    ) {
        self.title = title
        self.lines = lines
        self.findings = findings
        self.tables = tables
        self.charts = charts
        self.marking = marking
    }

    /// For a terminal, at most 100 characters wide.
    package func text() -> String {
        var text = [title, String(repeating: "=", count: min(title.count, pageWidth)), marking.rawValue]
        text += lines.flatMap { wrap($0, width: pageWidth) }
        if !findings.isEmpty { text += [""] + findings.flatMap { wrap($0, width: pageWidth) } }
        for table in tables { text += ["", table.title, ""] + table.textTable.lines() }
        return text.joined(separator: "\n") + "\n"
    }

    /// One printable page that needs nothing beside it.
    package func paper() -> HTML {
        HTML.paper(title: title, lines: lines, marking: marking) { html in
            for finding in findings { html.paragraph(finding) }
            for table in tables { html.table(table.dataTable) }
            for chart in charts { html.chart(chart) }
        }
    }

    /// The tables for a spreadsheet, charts after them.
    package func workbook() -> Workbook {
        Workbook(
            title: title,
            marking: marking,
            lines: lines,
            notes: findings,
            sheets: tables.map(\.sheet) + charts.map(\.sheet)
        )
    }
}
