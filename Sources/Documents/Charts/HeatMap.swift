/// Numbers in rows and columns, the darker the more: levels by area and occasion, moves from level to level.
///
/// Every cell has its number written in it, so that no shade needs to be told from another.
package struct HeatMap: ChartPicture {
    package struct Row: Sendable {
        package let name: String
        /// One for each column; nil where there is none.
        package let values: [Double?]

        package init(_ name: String, _ values: [Double?]) {
            self.name = name
            self.values = values
        }
    }

    package let columns: [String]
    package let rows: [Row]
    package let unit: ChartUnit
    /// From the palest to the darkest.
    package let range: ClosedRange<Double>
    package let rowTitle: String

    package init(
        columns: [String],
        rows: [Row],
        unit: ChartUnit,
        range: ClosedRange<Double>,
        rowTitle: String
    ) {
        self.columns = columns
        self.rows = rows.map { row in
            Row(
                row.name,
                columns.indices.map { index in
                    guard index < row.values.count, let value = row.values[index], value.isFinite else { return nil }
                    return value
                }
            )
        }
        self.unit = unit
        self.range = range
        self.rowTitle = rowTitle
    }

    private static let shades = [
        Colour.white, .paleBlue, Colour(0x8FB8DE), .blue, .darkBlue,
    ]
    private static let rowHeight = 34.0
    private static let widestName = 210.0

    package func drawing() -> Drawing {
        let names = rows.map { Letters.wrap($0.name, size: RowLayout.size, width: HeatMap.widestName, lines: 3) }
        let left = 14 + (names.flatMap(\.self).map { Letters.width(of: $0, size: RowLayout.size) }.max() ?? 0)
        let width = (chartWidth - left) / Double(max(1, columns.count))
        let heads = columns.map { Letters.wrap($0, size: Letters.smallest, width: width - 10, lines: 3) }
        let top = 8 + Double(heads.map(\.count).max() ?? 0) * lineHeight + 4
        var tops = [top]
        for lines in names {
            tops.append(tops[tops.count - 1] + max(HeatMap.rowHeight, Double(lines.count) * lineHeight + 10))
        }
        var drawing = Drawing(width: chartWidth, height: tops[tops.count - 1] + 6)
        for (column, lines) in heads.enumerated() {
            let middle = left + (Double(column) + 0.5) * width
            for (line, words) in lines.enumerated() where !words.isEmpty {
                let y = top - 8 - Double(lines.count - 1 - line) * lineHeight
                drawing.label(Label(words, at: Point(middle, y), anchor: .middle))
            }
        }
        for (index, row) in rows.enumerated() {
            let middle = (tops[index] + tops[index + 1]) / 2
            let first = middle - Double(names[index].count - 1) * lineHeight / 2 + 5
            for (line, words) in names[index].enumerated() where !words.isEmpty {
                drawing.label(Label(words, at: Point(0, first + Double(line) * lineHeight), size: RowLayout.size))
            }
            for (column, value) in row.values.enumerated() {
                let box = Box(
                    left: left + Double(column) * width + 1,
                    top: tops[index] + 1,
                    width: max(0, width - 2),
                    height: tops[index + 1] - tops[index] - 2
                )
                draw(value, in: box, &drawing)
            }
        }
        return drawing
    }

    private func draw(_ value: Double?, in box: Box, _ drawing: inout Drawing) {
        let shade = value.map(shade) ?? .white
        drawing.add(.bar(box, fill: shade, outline: .axis))
        let words = Letters.fit(value.map(unit.text) ?? "–", size: Letters.smallest, width: box.width - 6)
        guard words != "…" else { return }
        let middle = Point((box.left + box.right) / 2, (box.top + box.bottom) / 2 + 5)
        drawing.label(Label(words, at: middle, anchor: .middle, colour: shade.ink, on: shade))
    }

    private func shade(_ value: Double) -> Colour {
        let reach = range.upperBound - range.lowerBound
        let part = reach > 0 ? min(max((value - range.lowerBound) / reach, 0), 1) : 0
        return HeatMap.shades[min(HeatMap.shades.count - 1, Int(part * Double(HeatMap.shades.count)))]
    }

    package func table(caption: String) -> DataTable {
        DataTable(
            caption: caption,
            columns: [TableColumn(rowTitle)] + columns.map { .number($0) },
            rows: rows.map { row in [.text(row.name)] + row.values.map { .text($0.map(unit.text) ?? "none") } }
        )
    }
}
