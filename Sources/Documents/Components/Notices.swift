/// Says what came of the last action, or what everyone on this page should know.
package struct NotificationBanner: Sendable {
    package enum Kind: Sendable {
        case success, important
    }

    package let kind: Kind
    package let heading: String
    package let content: String?

    package init(_ kind: Kind, _ heading: String, content: String? = nil) {
        self.kind = kind
        self.heading = heading
        self.content = content
    }
}

extension HTML {
    /// A banner above the page's heading; success is read out at once.
    mutating func notificationBanner(_ banner: NotificationBanner) {
        let isSuccess = banner.kind == .success
        element(
            "div",
            .class("govuk-notification-banner", and: "govuk-notification-banner--success", if: isSuccess),
            Attribute("role", isSuccess ? "alert" : "region"),
            .labelledBy("notification-banner-title")
        ) { html in
            html.element("div", .class("govuk-notification-banner__header")) { html in
                html.element(
                    "h2",
                    .class("govuk-notification-banner__title"),
                    .id("notification-banner-title"),
                    text: isSuccess ? "Success" : "Important"
                )
            }
            html.element("div", .class("govuk-notification-banner__content")) { html in
                html.element("h3", .class("govuk-notification-banner__heading"), text: banner.heading)
                if let content = banner.content { html.paragraph(content) }
            }
        }
    }

    /// What may happen if it is not heeded.
    package mutating func warning(_ words: String) {
        element("div", .class("govuk-warning-text")) { html in
            html.element(
                "span",
                .class("govuk-warning-text__icon"),
                .fixed("aria-hidden", "true"),
                text: "!"
            )
            html.element("strong", .class("govuk-warning-text__text")) { html in
                html.visuallyHidden("Warning ")
                html.text(words)
            }
        }
    }

    /// Set apart from the text around it.
    package mutating func inset(_ words: String) {
        element("div", .class("govuk-inset-text"), text: words)
    }

    package mutating func inset(_ content: (inout HTML) -> Void) {
        element("div", .class("govuk-inset-text"), content: content)
    }

    /// Help that not everyone needs, under words that open it; open from the start where something in it must be put right.
    package mutating func details(_ summary: String, isOpen: Bool = false, _ content: (inout HTML) -> Void) {
        element("details", .class("govuk-details"), .flag("open", isOpen)) { html in
            html.element("summary", .class("govuk-details__summary")) { html in
                html.element("span", .class("govuk-details__summary-text"), text: summary)
            }
            html.element("div", .class("govuk-details__text"), content: content)
        }
    }
}
