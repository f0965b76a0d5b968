extension HTML {
    /// A whole page of the service around its main content.
    package static func page(_ page: Page, of site: Site, main: (inout HTML) -> Void) -> HTML {
        var html = HTML(for: site.reader)
        html.reserve(32_768)
        html.doctype()
        html.element("html", .class("govuk-template"), .fixed("lang", "en-GB")) { html in
            html.head(page, of: site)
            html.element("body", .class("govuk-template__body")) { html in
                html.skipLink()
                html.siteHeader(site)
                html.siteNavigation(site, section: page.section)
                html.element("div", .class("govuk-width-container")) { html in
                    html.way(page.way)
                    html.main(page, content: main)
                }
                html.siteFooter(site)
            }
        }
        return html
    }

    private mutating func head(_ page: Page, of site: Site) {
        element("head") { html in
            html.void("meta", .fixed("charset", "utf-8"))
            html.element("title", text: page.tabTitle(of: site))
            html.void(
                "meta",
                .fixed("name", "viewport"),
                .fixed("content", "width=device-width, initial-scale=1, viewport-fit=cover")
            )
            html.void("meta", .fixed("name", "theme-color"), .fixed("content", "#1f2a33"))
            html.void("meta", .fixed("name", "robots"), .fixed("content", "noindex"))
            if let icon = site.icon {
                html.void("link", .fixed("rel", "icon"), .href(icon), .type("image/svg+xml"))
            }
            for style in site.styles { html.void("link", .fixed("rel", "stylesheet"), .href(style)) }
            for style in site.printStyles {
                html.void("link", .fixed("rel", "stylesheet"), .href(style), .fixed("media", "print"))
            }
        }
    }

    private mutating func main(_ page: Page, content: (inout HTML) -> Void) {
        element("main", .class("govuk-main-wrapper"), .id("main-content")) { html in
            html.errorSummary(page.errors)
            if page.errors.isEmpty, let banner = page.banner { html.notificationBanner(banner) }
            html.element("h1", .class("govuk-heading-xl", and: "app-heading--wide", if: page.isWide)) { html in
                if let caption = page.caption {
                    html.element("span", .class("govuk-caption-xl"), text: caption)
                    html.text(" ")
                }
                html.text(page.heading)
            }
            content(&html)
            if let imprint = page.imprint { html.pageImprint(imprint) }
        }
    }

    private mutating func skipLink() {
        let main = Address(place: "main-content")
        element("a", .href(main), .class("govuk-skip-link"), text: "Skip to main content")
    }

    /// Shown on paper only.
    private mutating func pageImprint(_ imprint: PageImprint) {
        element("div", .class("app-imprint")) { html in
            for line in imprint.lines { html.element("p", .class("app-imprint__line"), text: line) }
        }
    }
}
