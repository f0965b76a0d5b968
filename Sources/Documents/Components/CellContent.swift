/// What stands in a cell of a table or beside a key.
package enum CellContent: Sendable, ExpressibleByStringLiteral {
    case text(String)
    case link(Link)
    case tag(String, TagColour)
    case html(HTML)

    package init(stringLiteral words: String) {
        self = .text(words)
    }

    package static func link(_ words: String, _ address: Address) -> CellContent {
        .link(Link(words, address))
    }
}

extension HTML {
    mutating func content(_ content: CellContent) {
        switch content {
        case .text(let words): text(words)
        case .link(let link): self.link(link)
        case .tag(let words, let colour): tag(words, colour)
        case .html(let html): append(html)
        }
    }
}
