extension HTML {
    /// The way back up from a page.
    mutating func way(_ way: Page.Way) {
        switch way {
        case .none: return
        case .back(let address):
            element("nav", .label("Back"), .class("app-back")) { html in
                html.element("a", .href(address), .class("govuk-back-link"), text: "Back")
            }
        case .breadcrumbs(let links):
            element("nav", .class("govuk-breadcrumbs"), .label("Breadcrumb")) { html in
                html.element("ol", .class("govuk-breadcrumbs__list")) { html in
                    for link in links {
                        html.element("li", .class("govuk-breadcrumbs__list-item")) { html in
                            html.element("a", .class("govuk-breadcrumbs__link"), .href(link.address), text: link.words)
                        }
                    }
                }
            }
        }
    }

    /// The pages of one thing, such as a family: real pages, not tabs.
    package mutating func subNavigation(_ links: [Link], current: Address, label: String) {
        element("nav", .class("app-sub-navigation"), .label(label)) { html in
            html.element("ul", .class("app-sub-navigation__list")) { html in
                for link in links {
                    html.element("li", .class("app-sub-navigation__item")) { html in
                        html.element(
                            "a",
                            .class("app-sub-navigation__link"),
                            .href(link.address),
                            Attribute("aria-current", link.address == current ? "page" : nil),
                            text: link.words
                        )
                    }
                }
            }
        }
    }
}
