package import Values

/// What happened to a family, newest first whatever the order it is given in.
package struct Timeline: Sendable {
    package struct Entry: Sendable {
        package let day: Day
        /// What kind of thing it is: `Assessment`.
        package let kind: String
        package let title: String
        /// Who did it or where it comes from.
        package let byline: String?
        package let words: String?
        package let link: Link?

        package init(
            day: Day,
            kind: String,
            title: String,
            byline: String? = nil,
            words: String? = nil,
            link: Link? = nil
        ) {
            self.day = day
            self.kind = kind
            self.title = title
            self.byline = byline
            self.words = words
            self.link = link
        }
    }

    package let entries: [Entry]

    /// Entries of one day keep the order they are given in.
    package init(_ entries: [Entry]) {
        self.entries = entries.enumerated()
            .sorted { one, other in (other.element.day, one.offset) < (one.element.day, other.offset) }
            .map(\.element)
    }
}

extension HTML {
    package mutating func timeline(_ timeline: Timeline, level: HeadingLevel = .three) {
        element("ol", .class("app-timeline")) { html in
            for entry in timeline.entries {
                html.element("li", .class("app-timeline__item")) { $0.timelineEntry(entry, level: level) }
            }
        }
    }

    private mutating func timelineEntry(_ entry: Timeline.Entry, level: HeadingLevel) {
        element("div", .class("app-timeline__header")) { html in
            html.element(level.element, .class("app-timeline__title"), text: entry.title)
            html.tag(entry.kind, .grey)
        }
        element("p", .class("app-timeline__date")) { html in
            html.element("time", Attribute("datetime", entry.day.iso), text: entry.day.long)
            if let byline = entry.byline { html.text(", \(byline)") }
        }
        if let words = entry.words {
            element("p", .class("app-timeline__description"), text: words)
        }
        if let link = entry.link {
            element("p", .class("app-timeline__description")) { $0.link(link, hidden: ": \(entry.title)") }
        }
    }
}
