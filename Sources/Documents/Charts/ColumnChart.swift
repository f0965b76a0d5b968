/// Upright bars over an ordered row of places: ages, quarters, years.
package struct ColumnChart: ChartPicture {
    package struct Column: Sendable {
        package let name: String
        package let value: Double?

        package init(_ name: String, _ value: Double?) {
            self.name = name
            self.value = value
        }
    }

    package let columns: [Column]
    package let unit: ChartUnit
    package let columnTitle: String
    package let valueTitle: String

    package init(_ columns: [Column], unit: ChartUnit, columnTitle: String, valueTitle: String) {
        self.columns = columns
        self.unit = unit
        self.columnTitle = columnTitle
        self.valueTitle = valueTitle
    }

    /// How many people of each age in years; ages that nobody has are shown as nought.
    package static func population(_ counts: [Int: Int], ages: ClosedRange<Int>, people: String) -> ColumnChart {
        ColumnChart(
            ages.map { Column("\($0)", Double(counts[$0] ?? 0)) },
            unit: .count(people),
            columnTitle: "Age",
            valueTitle: people
        )
    }

    package func drawing() -> Drawing {
        let plot = UprightPlot(
            unit: unit,
            domain: unit.domain(of: columns.compactMap(\.value)),
            keyHeight: 0,
            right: 24
        )
        var drawing = Drawing(width: chartWidth, height: plot.titleLine + 12)
        plot.draw(in: &drawing)
        let step = (plot.right - plot.left) / Double(max(1, columns.count))
        let middles = columns.indices.map { plot.left + (Double($0) + 0.5) * step }
        for (column, x) in zip(columns, middles) {
            guard let value = column.value, value.isFinite else { continue }
            draw(value, at: x, width: step, plot, in: &drawing)
        }
        drawing.placeLabels(columns.map(\.name), at: middles, y: plot.labelLine)
        drawing.label(
            Label(
                Letters.fit(columnTitle, size: Letters.smallest, width: plot.right),
                at: Point(plot.right, plot.titleLine),
                anchor: .end,
                colour: .softInk
            )
        )
        return drawing
    }

    private func draw(_ value: Double, at x: Double, width: Double, _ plot: UprightPlot, in drawing: inout Drawing) {
        let (zero, end) = (plot.scale.position(0), plot.scale.position(value))
        let wide = min(width * 0.8, 60)
        let top = min(zero, end)
        let box = Box(left: x - wide / 2, top: top, width: wide, height: max(zero, end) - top)
        drawing.add(.bar(box, fill: .darkBlue, outline: nil))
        let words = unit.text(value)
        guard value >= 0, Letters.width(of: words, size: Letters.smallest) + 4 <= width else { return }
        drawing.label(Label(words, at: Point(x, top - 5), anchor: .middle))
    }

    package func table(caption: String) -> DataTable {
        DataTable(
            caption: caption,
            columns: [TableColumn(columnTitle), .number(valueTitle)],
            rows: columns.map { [.text($0.name), .text($0.value.map(unit.text) ?? "not available")] }
        )
    }
}
