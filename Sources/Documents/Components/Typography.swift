/// Second to fourth level; the first belongs to the page's frame.
package enum HeadingLevel: Sendable {
    case two, three, four

    /// The level below, or the lowest.
    package var next: HeadingLevel {
        self == .two ? .three : .four
    }

    var element: StaticString {
        switch self {
        case .two: "h2"
        case .three: "h3"
        case .four: "h4"
        }
    }

    fileprivate var style: Attribute {
        switch self {
        case .two: .class("govuk-heading-l")
        case .three: .class("govuk-heading-m")
        case .four: .class("govuk-heading-s")
        }
    }
}

extension HTML {
    package mutating func heading(_ words: String, _ level: HeadingLevel = .two, id: String? = nil) {
        element(level.element, level.style, .id(id), text: words)
    }

    /// The paragraph that says in a sentence or two what the page is for.
    package mutating func lead(_ words: String) {
        element("p", .class("govuk-body-l"), text: words)
    }

    package mutating func paragraph(_ words: String) {
        element("p", .class("govuk-body"), text: words)
    }

    /// A paragraph with links in it.
    package mutating func paragraph(_ content: (inout HTML) -> Void) {
        element("p", .class("govuk-body"), content: content)
    }

    package mutating func note(_ words: String) {
        element("p", .class("govuk-hint"), text: words)
    }

    package mutating func link(_ link: Link) {
        element("a", .class("govuk-link"), .href(link.address), text: link.words)
    }

    /// A link whose shown words need more for those who hear them alone: `Change` and `name of the key worker`.
    package mutating func link(_ link: Link, hidden: String) {
        element("a", .class("govuk-link"), .href(link.address)) { html in
            html.text(link.words)
            html.element("span", .class("govuk-visually-hidden"), text: " \(hidden)")
        }
    }

    /// Words for those who hear the page.
    package mutating func visuallyHidden(_ words: String) {
        element("span", .class("govuk-visually-hidden"), text: words)
    }

    package mutating func bullets(_ items: [String]) {
        element("ul", .class("govuk-list govuk-list--bullet")) { html in
            for item in items { html.element("li", text: item) }
        }
    }

    package mutating func links(_ links: [Link]) {
        element("ul", .class("govuk-list")) { html in
            for link in links where html.mayOpen(link.address) { html.element("li") { $0.link(link) } }
        }
    }

    /// A numbered list: steps in order.
    package mutating func steps(_ items: [String]) {
        element("ol", .class("govuk-list govuk-list--number")) { html in
            for item in items { html.element("li", text: item) }
        }
    }

    package mutating func sectionBreak() {
        void("hr", .class("govuk-section-break govuk-section-break--l govuk-section-break--visible"))
    }
}
