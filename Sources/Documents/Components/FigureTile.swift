/// A figure on a tile: a number large enough to read across a desk, what it counts, and where it comes from.
package struct FigureTile: Sendable {
    /// What is counted, in few words: `Children at home now`.
    package let label: String
    /// `91.0%`.
    package let number: String
    /// What stands beside it: `353 of 388, 95% interval 87.7% to 93.4%`.
    package let details: String?
    package let verdict: Verdict?
    /// `Since July to September 2026`: what the verdict compares with.
    package let comparedWith: String?
    package let sparkline: Sparkline?
    /// The page that opens the figure.
    package let opens: Address

    package init(
        label: String,
        number: String,
        details: String? = nil,
        verdict: Verdict? = nil,
        comparedWith: String? = nil,
        sparkline: Sparkline? = nil,
        opens: Address
    ) {
        self.label = label
        self.number = number
        self.details = details
        self.verdict = verdict
        self.comparedWith = comparedWith
        self.sparkline = sparkline
        self.opens = opens
    }
}

extension HTML {
    package mutating func tiles(_ tiles: [FigureTile]) {
        element("ul", .class("app-tiles")) { html in
            for tile in tiles {
                html.element("li", .class("app-tile")) { $0.tile(tile) }
            }
        }
    }

    private mutating func tile(_ tile: FigureTile) {
        element("p", .class("app-tile__label")) { html in
            html.element("a", .class("govuk-link"), .href(tile.opens), text: tile.label)
        }
        element("p", .class("app-tile__number"), text: tile.number)
        if let details = tile.details { element("p", .class("app-tile__details"), text: details) }
        if let sparkline = tile.sparkline { append(sparkline.html) }
        if let verdict = tile.verdict { self.verdict(verdict, comparedWith: tile.comparedWith) }
    }

    /// Which way a figure goes: the word says it, shape and colour repeat it.
    package mutating func verdict(_ verdict: Verdict, comparedWith: String? = nil) {
        element("p", verdict.style) { html in
            html.element("span", .class("app-verdict__mark"), .fixed("aria-hidden", "true"), text: verdict.mark)
            html.text(" ")
            html.element("strong", text: verdict.words)
            if let comparedWith { html.text(" \(comparedWith)") }
        }
    }
}

extension Verdict {
    fileprivate var style: Attribute {
        switch self {
        case .improving, .meetsTarget: .class("app-verdict app-verdict--good")
        case .worsening, .missesTarget: .class("app-verdict app-verdict--bad")
        case .noSignificantChange, .mayMeetTarget, .tooFewToSay: .class("app-verdict")
        }
    }
}
