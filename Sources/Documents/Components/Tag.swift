/// Colours of a tag; the word carries the meaning.
package enum TagColour: Sendable {
    case grey, green, blue, yellow, red
}

extension HTML {
    /// A state in an adjective or two: `Open`, `Not yet started`; never a link.
    package mutating func tag(_ words: String, _ colour: TagColour = .blue) {
        let style: Attribute =
            switch colour {
            case .grey: .class("govuk-tag govuk-tag--grey")
            case .green: .class("govuk-tag govuk-tag--green")
            case .blue: .class("govuk-tag")
            case .yellow: .class("govuk-tag govuk-tag--yellow")
            case .red: .class("govuk-tag govuk-tag--red")
            }
        element("strong", style, text: words)
    }

    /// A risk, and nothing but a risk: `Missing from home`.
    package mutating func riskBadge(_ words: String) {
        element("strong", .class("app-badge app-badge--red")) { html in
            html.visuallyHidden("Risk: ")
            html.text(words)
        }
    }
}
