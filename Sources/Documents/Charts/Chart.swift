/// A chart with everything that must stand around it: the message, what is measured, a sentence, the source, and the
/// numbers as a table that everyone can see.
package struct Chart: Sendable {
    /// Unique on the page.
    package let id: String
    package let words: ChartWords
    package let drawing: Drawing
    package let table: DataTable
    /// How a spreadsheet draws it; nil where it has no such chart.
    let native: NativeChart?

    package init(_ id: String, _ words: ChartWords, _ picture: some ChartPicture) {
        self.id = id
        self.words = words
        drawing = picture.drawing()
        table = picture.table(caption: words.subtitle)
        native = picture.native
    }
}

/// The words around a chart (Analysis Function: a headline with the message, a subtitle with the measure).
package struct ChartWords: Sendable {
    /// The message: `Nine in ten children are at home`.
    package let headline: String
    /// What is measured, where and when: `Share of children at home, by quarter, 2024 to 2026`.
    package let subtitle: String
    /// What the picture shows, in a sentence or two, with its main numbers.
    package let summary: String
    /// `Register of Ambridge County Council, known at change 1,204`.
    package let source: String

    package init(headline: String, subtitle: String, summary: String, source: String) {
        self.headline = headline
        self.subtitle = subtitle
        self.summary = summary
        self.source = source
    }
}

/// Data that can be drawn and can be read as a table.
package protocol ChartPicture: Sendable {
    func drawing() -> Drawing
    func table(caption: String) -> DataTable
    /// How a spreadsheet draws it; nil where it has no such chart.
    var native: NativeChart? { get }
}

extension HTML {
    /// A chart with its table beside it; on a phone the picture scrolls by itself.
    package mutating func chart(_ chart: Chart, level: HeadingLevel = .two) {
        element("section", .class("app-chart"), .labelledBy("\(chart.id)-headline")) { html in
            html.element(
                level.element,
                .class("govuk-heading-m app-chart__headline"),
                .id("\(chart.id)-headline"),
                text: chart.words.headline
            )
            html.element("p", .class("app-chart__subtitle"), text: chart.words.subtitle)
            html.element("p", .class("govuk-body"), text: chart.words.summary)
            html.element("div", .class("app-chart__parts")) { html in
                html.element("div", .class("app-chart__picture")) { html in
                    html.scrolling(label: "Chart: \(chart.words.headline)") { html in
                        html.svg(
                            chart.drawing,
                            id: chart.id,
                            title: chart.words.headline,
                            description: chart.words.summary
                        )
                    }
                }
                html.element("div", .class("app-chart__table")) { $0.table(chart.table) }
            }
            html.element("p", .class("app-chart__source"), text: "Source: \(chart.words.source)")
        }
    }
}
