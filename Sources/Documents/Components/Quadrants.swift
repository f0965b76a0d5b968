/// One box of a report card: its question, and a line for each thing its source asks for.
package struct Quadrant: Sendable {
    package struct Line: Sendable {
        package let title: String
        package let value: String
        package let opens: Address?

        package init(title: String, value: String, opens: Address? = nil) {
            self.title = title
            self.value = value
            self.opens = opens
        }
    }

    /// Unique on the page.
    package let id: String
    package let title: String
    package let lines: [Line]
    /// Where more of it stands.
    package let below: Link?

    package init(id: String, title: String, lines: [Line], below: Link? = nil) {
        self.id = id
        self.title = title
        self.lines = lines
        self.below = below
    }
}

extension HTML {
    /// Boxes in rows of two; one below the other on a phone.
    package mutating func quadrants(_ quadrants: [Quadrant]) {
        element("div", .class("app-quadrants")) { html in
            for quadrant in quadrants {
                html.element("section", .class("app-quadrant"), .labelledBy(quadrant.id)) { html in
                    html.heading(quadrant.title, id: quadrant.id)
                    html.element("dl", .class("app-quadrant__lines")) { html in
                        for line in quadrant.lines { html.line(line) }
                    }
                    if let below = quadrant.below { html.paragraph { $0.link(below) } }
                }
            }
        }
    }

    private mutating func line(_ line: Quadrant.Line) {
        element("div", .class("app-quadrant__line")) { html in
            html.element("dt", text: line.title)
            html.element("dd") { html in
                if let opens = line.opens {
                    html.link(Link(line.value, opens), hidden: line.title)
                } else {
                    html.text(line.value)
                }
            }
        }
    }

    /// What somebody wrote, a paragraph for each of theirs.
    package mutating func lines(_ words: String) {
        for paragraph in words.split(separator: "\n", omittingEmptySubsequences: true) {
            self.paragraph(String(paragraph))
        }
    }
}
