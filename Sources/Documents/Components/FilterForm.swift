/// Narrowing a list: chosen filters that can each be taken away, and the form that adds more.
///
/// All of it lives in the address, so a filtered list can be bookmarked and Back keeps it.
package struct FilterForm: Sendable {
    package let form: Form
    /// `Programme: MST`, with the list without it.
    package let chosen: [Link]
    /// The list without any filter.
    package let clear: Address

    package init(form: Form, chosen: [Link], clear: Address) {
        self.form = form
        self.chosen = chosen
        self.clear = clear
    }
}

extension HTML {
    package mutating func filter(_ filter: FilterForm) {
        element("section", .class("app-filter"), .labelledBy("filter-heading")) { html in
            html.element("h2", .class("govuk-heading-m"), .id("filter-heading"), text: "Filters")
            if !filter.chosen.isEmpty { html.chosenFilters(filter) }
            html.form(filter.form)
        }
    }

    private mutating func chosenFilters(_ filter: FilterForm) {
        element("ul", .class("app-filter__chosen")) { html in
            for link in filter.chosen {
                html.element("li") { html in
                    html.element("a", .class("app-filter__tag"), .href(link.address)) { html in
                        html.visuallyHidden("Remove this filter: ")
                        html.text(link.words)
                    }
                }
            }
        }
        paragraph { $0.link(Link("Clear all filters", filter.clear)) }
    }
}
