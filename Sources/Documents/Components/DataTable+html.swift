extension HTML {
    /// The table; where it may be wider than a phone it scrolls by itself, never the page.
    package mutating func table(_ table: DataTable) {
        if table.rows.isEmpty {
            paragraph { html in
                html.element("strong", text: table.caption)
                html.text(": \(table.whenEmpty)")
            }
        } else if table.columns.count > 3 {
            scrolling(label: "Table: \(table.caption)") { $0.bareTable(table) }
        } else {
            bareTable(table)
        }
    }

    /// A part of the page that scrolls sideways by itself, by keyboard too.
    mutating func scrolling(label: String, content: (inout HTML) -> Void) {
        element(
            "div",
            .class("app-scrollable-pane"),
            .role("region"),
            .label(label),
            .fixed("tabindex", "0"),
            content: content
        )
    }

    private mutating func bareTable(_ table: DataTable) {
        element("table", .class("govuk-table")) { html in
            html.element("caption", .class("govuk-table__caption govuk-table__caption--m"), text: table.caption)
            html.element("thead", .class("govuk-table__head")) { html in
                html.element("tr", .class("govuk-table__row")) { html in
                    for column in table.columns { html.columnHeading(column) }
                }
            }
            html.element("tbody", .class("govuk-table__body")) { html in
                for row in table.rows { html.row(row, of: table) }
            }
        }
    }

    private mutating func columnHeading(_ column: TableColumn) {
        element(
            "th",
            .scope("col"),
            .class("govuk-table__header", and: "govuk-table__header--numeric", if: column.kind == .number),
            Attribute("aria-sort", column.sort.map(\.ariaSort))
        ) { html in
            guard let sort = column.sort else { return html.text(column.title) }
            html.element("a", .class("app-sort"), .href(sort.address)) { html in
                html.text(column.title)
                html.visuallyHidden(", sort \(sort.offers == .ascending ? "ascending" : "descending")")
            }
        }
    }

    private mutating func row(_ row: [CellContent], of table: DataTable) {
        element("tr", .class("govuk-table__row")) { html in
            for (index, cell) in zip(table.columns.indices, row) {
                if index == 0, table.hasRowHeadings {
                    html.element("th", .scope("row"), .class("govuk-table__header")) { $0.content(cell) }
                } else {
                    html.element("td", table.columns[index].kind.style) { $0.content(cell) }
                }
            }
        }
    }
}

extension TableColumn.Kind {
    fileprivate var style: Attribute {
        switch self {
        case .words: .class("govuk-table__cell")
        case .number: .class("govuk-table__cell govuk-table__cell--numeric")
        case .date: .class("govuk-table__cell app-date")
        }
    }
}

extension TableColumn.Sort {
    fileprivate var ariaSort: String {
        switch current {
        case .ascending: "ascending"
        case .descending: "descending"
        case nil: "none"
        }
    }
}
