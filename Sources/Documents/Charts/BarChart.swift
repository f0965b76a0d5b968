/// Bars from nought to the right, one a row, with the number after each.
package struct BarChart: ChartPicture {
    package struct Row: Sendable {
        package let name: String
        package let value: Double?
        /// The row the chart is about; without one all are alike.
        package let isMain: Bool

        package init(_ name: String, _ value: Double?, isMain: Bool = false) {
            self.name = name
            self.value = value
            self.isMain = isMain
        }
    }

    package let rows: [Row]
    package let unit: ChartUnit
    /// What the rows are: `Programme`.
    package let rowTitle: String
    package let valueTitle: String

    package init(_ rows: [Row], unit: ChartUnit, rowTitle: String, valueTitle: String) {
        self.rows = rows
        self.unit = unit
        self.rowTitle = rowTitle
        self.valueTitle = valueTitle
    }

    package func drawing() -> Drawing {
        let layout = RowLayout(names: rows.map(\.name), notes: rows.map(note), top: 4)
        let scale = layout.scale(over: unit.domain(of: rows.compactMap(\.value)))
        var drawing = Drawing(width: chartWidth, height: layout.bottom + axisHeight(unit))
        drawing.bottomAxis(scale, unit, top: layout.top, bottom: layout.bottom)
        let hasMain = rows.contains(where: \.isMain)
        for (index, row) in rows.enumerated() {
            guard let value = row.value, value.isFinite else { continue }
            let (zero, end) = (scale.position(0), scale.position(value))
            let bar = layout.bar(index, from: min(zero, end), to: max(zero, end))
            drawing.add(.bar(bar, fill: hasMain && !row.isMain ? .grey : .darkBlue, outline: nil))
        }
        layout.draw(in: &drawing)
        return drawing
    }

    package func table(caption: String) -> DataTable {
        DataTable(
            caption: caption,
            columns: [TableColumn(rowTitle), .number(valueTitle)],
            rows: rows.map { [.text($0.name), .text(note($0))] }
        )
    }

    private func note(_ row: Row) -> String {
        row.value.map(unit.text) ?? "not available"
    }
}
