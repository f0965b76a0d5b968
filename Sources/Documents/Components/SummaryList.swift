/// A key and its value, with something to do about it.
package struct SummaryRow: Sendable {
    package let key: String
    package let value: CellContent
    package let action: Link?

    /// A key with its value; one without words says `Not provided`.
    package init(_ key: String, _ value: CellContent, action: Link? = nil) {
        self.key = key
        if case .text("") = value { self.value = "Not provided" } else { self.value = value }
        self.action = action
    }

    /// A key with words that may not have been given.
    package init(_ key: String, _ words: String?, action: Link? = nil) {
        self.init(key, .text(words ?? ""), action: action)
    }
}

extension HTML {
    package mutating func summaryList(_ rows: [SummaryRow]) {
        element("dl", .class("govuk-summary-list")) { html in
            for row in rows {
                html.element("div", .class("govuk-summary-list__row")) { html in
                    html.element("dt", .class("govuk-summary-list__key"), text: row.key)
                    html.element("dd", .class("govuk-summary-list__value")) { $0.content(row.value) }
                    if let action = row.action {
                        html.element("dd", .class("govuk-summary-list__actions")) { html in
                            html.link(action, hidden: row.key.lowercased())
                        }
                    }
                }
            }
        }
    }

    /// A summary list under its own heading: one person of a family.
    package mutating func summaryCard(_ title: String, _ rows: [SummaryRow], level: HeadingLevel = .two) {
        element("div", .class("govuk-summary-card")) { html in
            html.element("div", .class("govuk-summary-card__title-wrapper")) { html in
                html.element(level.element, .class("govuk-summary-card__title"), text: title)
            }
            html.element("div", .class("govuk-summary-card__content")) { $0.summaryList(rows) }
        }
    }
}
