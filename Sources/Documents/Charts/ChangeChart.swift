/// From start to latest, one row an area: an open square, a line, a round point (a dumbbell).
///
/// Rows stand in the order of their change, the largest rise first.
package struct ChangeChart: ChartPicture {
    package struct Row: Sendable {
        package let name: String
        package let start: Double
        package let latest: Double

        package init(_ name: String, start: Double, latest: Double) {
            self.name = name
            self.start = start
            self.latest = latest
        }

        var change: Double { latest - start }
    }

    package let rows: [Row]
    package let unit: ChartUnit
    /// From the lowest score of the instrument to the highest, the same for every row.
    package let range: ClosedRange<Double>
    package let rowTitle: String

    package init(_ rows: [Row], unit: ChartUnit, range: ClosedRange<Double>, rowTitle: String) {
        self.rows = rows.enumerated()
            .sorted { one, other in (other.element.change, one.offset) < (one.element.change, other.offset) }
            .map(\.element)
        self.unit = unit
        self.range = range
        self.rowTitle = rowTitle
    }

    package func drawing() -> Drawing {
        let key = Key([
            Key.Item(sign: .mark(.openSquare, .darkBlue), words: "Start"),
            Key.Item(sign: .mark(.circle, .darkBlue), words: "Latest"),
        ])
        let layout = RowLayout(names: rows.map(\.name), notes: rows.map(note), top: key.height + 4)
        let scale = layout.scale(over: range)
        var drawing = Drawing(width: chartWidth, height: layout.bottom + axisHeight(unit))
        key.draw(in: &drawing)
        drawing.bottomAxis(scale, unit, top: layout.top, bottom: layout.bottom)
        for (index, row) in rows.enumerated() {
            let y = layout.middle(of: index)
            let (start, latest) = (scale.position(row.start), scale.position(row.latest))
            drawing.line(Point(start, y), Point(latest, y), Stroke(.darkBlue, width: 3))
            drawing.add(.mark(.openSquare, at: Point(start, y), fill: .darkBlue))
            drawing.add(.mark(.circle, at: Point(latest, y), fill: .darkBlue))
        }
        layout.draw(in: &drawing)
        return drawing
    }

    package func table(caption: String) -> DataTable {
        DataTable(
            caption: caption,
            columns: [TableColumn(rowTitle), .number("Start"), .number("Latest"), "Change"],
            rows: rows.map { row in
                [.text(row.name), .text(unit.text(row.start)), .text(unit.text(row.latest)), .text(change(row))]
            }
        )
    }

    private func note(_ row: Row) -> String {
        "\(unit.text(row.start)) to \(unit.text(row.latest)), \(change(row))"
    }

    private func change(_ row: Row) -> String {
        let size = unit.text(row.change.magnitude)
        return row.change > 0 ? "up \(size)" : row.change < 0 ? "down \(size)" : "no change"
    }
}
