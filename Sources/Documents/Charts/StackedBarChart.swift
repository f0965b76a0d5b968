/// Rows split into parts: worse, same and better; the bands of a score before and after.
package struct StackedBarChart: ChartPicture {
    package struct Part: Sendable {
        package let name: String
        package let colour: Colour

        package init(_ name: String, _ colour: Colour) {
            self.name = name
            self.colour = colour
        }
    }

    package struct Row: Sendable {
        package let name: String
        /// One for each part, in their order.
        package let counts: [Int]

        package init(_ name: String, _ counts: [Int]) {
            self.name = name
            self.counts = counts
        }

        var total: Int { counts.reduce(0, +) }
    }

    package let parts: [Part]
    package let rows: [Row]
    package let rowTitle: String
    /// What is counted: `cases`.
    package let things: String

    package init(parts: [Part], rows: [Row], rowTitle: String, things: String) {
        self.parts = parts
        self.rows = rows.map { row in
            Row(row.name, parts.indices.map { $0 < row.counts.count ? max(0, row.counts[$0]) : 0 })
        }
        self.rowTitle = rowTitle
        self.things = things
    }

    /// Up to four parts in the order of the palette.
    package static func parts(_ names: [String]) -> [Part] {
        let colours: [Colour] = [.darkBlue, .turquoise, .darkPink, .orange]
        return names.enumerated().map { Part($0.element, colours[$0.offset % colours.count]) }
    }

    /// The three parts of a change.
    package static let worseSameBetter = [
        Part("Worse", .orange), Part("No reliable change", .grey), Part("Better", .darkBlue),
    ]

    package func drawing() -> Drawing {
        let key = Key(parts.map { Key.Item(sign: .fill($0.colour), words: $0.name) })
        let notes = rows.map { "\(NumberText.count($0.total)) \(things)" }
        let layout = RowLayout(names: rows.map(\.name), notes: notes, top: key.height + 4)
        let scale = layout.scale(over: 0...1)
        var drawing = Drawing(width: chartWidth, height: layout.bottom + axisHeight(.share))
        key.draw(in: &drawing)
        drawing.bottomAxis(scale, .share, top: layout.top, bottom: layout.bottom)
        for index in rows.indices { draw(index, layout, scale, in: &drawing) }
        layout.draw(in: &drawing)
        return drawing
    }

    private func draw(_ index: Int, _ layout: RowLayout, _ scale: Scale, in drawing: inout Drawing) {
        let row = rows[index]
        guard row.total > 0 else { return }
        var before = 0
        for (part, count) in zip(parts, row.counts) where count > 0 {
            let left = scale.position(Double(before) / Double(row.total))
            before += count
            let right = scale.position(Double(before) / Double(row.total))
            let box = layout.bar(index, from: left, to: right, height: 28)
            // The white edge keeps parts that touch apart, whatever their colours.
            drawing.add(.bar(box, fill: part.colour, outline: Stroke(.white)))
            let words = NumberText.count(count)
            guard Letters.width(of: words, size: RowLayout.size) + 8 <= box.width else { continue }
            drawing.label(
                Label(
                    words,
                    at: Point((left + right) / 2, layout.middle(of: index) + 5),
                    anchor: .middle,
                    size: RowLayout.size,
                    colour: part.colour.ink,
                    on: part.colour
                )
            )
        }
    }

    package func table(caption: String) -> DataTable {
        DataTable(
            caption: caption,
            columns: [TableColumn(rowTitle)] + parts.map { .number($0.name) } + [.number("All \(things)")],
            rows: rows.map { row in
                [.text(row.name)] + row.counts.map { .text(NumberText.count($0)) }
                    + [.text(NumberText.count(row.total))]
            }
        )
    }
}
