/// Moving through a list that is longer than a page.
///
/// Lists page by key, so there is a page before and a page after and no page numbers.
package struct Pagination: Sendable {
    /// `Showing 1 to 50 of 2,000 families`.
    package let showing: String
    package let previous: Address?
    package let next: Address?

    package init(showing: String, previous: Address? = nil, next: Address? = nil) {
        self.showing = showing
        self.previous = previous
        self.next = next
    }
}

extension HTML {
    package mutating func pagination(_ pagination: Pagination) {
        element("p", .class("govuk-body app-results"), text: pagination.showing)
        guard pagination.previous != nil || pagination.next != nil else { return }
        element("nav", .class("govuk-pagination"), .label("Pages")) { html in
            if let previous = pagination.previous {
                html.element("div", .class("govuk-pagination__prev")) { html in
                    html.element(
                        "a",
                        .class("govuk-link govuk-pagination__link"),
                        .href(previous),
                        .fixed("rel", "prev"),
                        text: "Previous page"
                    )
                }
            }
            if let next = pagination.next {
                html.element("div", .class("govuk-pagination__next")) { html in
                    html.element(
                        "a",
                        .class("govuk-link govuk-pagination__link"),
                        .href(next),
                        .fixed("rel", "next"),
                        text: "Next page"
                    )
                }
            }
        }
    }
}
