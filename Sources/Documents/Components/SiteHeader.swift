extension HTML {
    /// The council's name and what everyone must know about the service.
    mutating func siteHeader(_ site: Site) {
        element("header", .class("govuk-template__header")) { html in
            html.element("div", .class("govuk-generic-header")) { html in
                html.element("div", .class("govuk-generic-header__container govuk-width-container")) { html in
                    html.element("div", .class("govuk-generic-header__logo")) { html in
                        html.element("span", .class("app-header__council"), text: site.council)
                    }
                }
            }
            if let notice = site.notice { html.siteNotice(notice) }
        }
    }

    private mutating func siteNotice(_ notice: Site.Notice) {
        element("div", .class("govuk-phase-banner govuk-width-container")) { html in
            html.element("p", .class("govuk-phase-banner__content")) { html in
                html.element("strong", .class("govuk-tag govuk-phase-banner__content__tag"), text: notice.tag)
                html.text(" ")
                html.element("span", .class("govuk-phase-banner__text"), text: notice.words)
            }
        }
    }

    /// The service's name, which leads home, and its sections; the current one says so.
    ///
    /// On a narrow screen the sections are opened by the menu before them, which needs no script: the style sheet shows the
    /// list that follows an open menu.
    mutating func siteNavigation(_ site: Site, section: Address?) {
        element("section", .label("Service information"), .class("govuk-service-navigation")) { html in
            html.element("div", .class("govuk-width-container govuk-service-navigation__container")) { html in
                html.element("span", .class("govuk-service-navigation__service-name")) { html in
                    html.element("a", .href(site.home), .class("govuk-service-navigation__link"), text: site.service)
                }
                html.element("nav", .label("Menu"), .class("govuk-service-navigation__wrapper")) { html in
                    html.element("details", .class("app-menu")) { $0.element("summary", text: "Menu") }
                    html.element("ul", .class("govuk-service-navigation__list")) { html in
                        for link in site.sections { html.sectionItem(link, isCurrent: link.address == section) }
                    }
                }
            }
        }
    }

    private mutating func sectionItem(_ link: Link, isCurrent: Bool) {
        let marked: StaticString = "govuk-service-navigation__item--active"
        element("li", .class("govuk-service-navigation__item", and: marked, if: isCurrent)) { html in
            html.element(
                "a",
                .class("govuk-service-navigation__link"),
                .href(link.address),
                Attribute("aria-current", isCurrent ? "true" : nil),
                text: link.words
            )
        }
    }

    /// Accessibility, cookies and the like.
    mutating func siteFooter(_ site: Site) {
        element("footer", .class("govuk-footer")) { html in
            html.element("div", .class("govuk-width-container")) { html in
                html.element("h2", .class("govuk-visually-hidden"), text: "Support links")
                html.element("ul", .class("govuk-footer__inline-list")) { html in
                    for link in site.footer {
                        html.element("li", .class("govuk-footer__inline-list-item")) { html in
                            html.element("a", .class("govuk-footer__link"), .href(link.address), text: link.words)
                        }
                    }
                }
                html.element(
                    "p",
                    .class("govuk-footer__licence-description"),
                    text: "\(site.service) is open software, run by \(site.council)."
                )
            }
        }
    }
}
