package import Report

/// Values with their 95 % intervals, one a row, against a target.
package struct IntervalChart: ChartPicture {
    package struct Row: Sendable {
        package let name: String
        package let value: Double?
        package let low: Double?
        package let high: Double?
        /// The value written out.
        package let words: String

        package init(_ name: String, value: Double?, low: Double?, high: Double?, words: String) {
            self.name = name
            self.value = value
            self.low = low
            self.high = high
            self.words = words
        }

        /// A figure with its interval.
        package init(_ name: String, _ figure: Figure) {
            self.init(
                name,
                value: figure.value,
                low: figure.low,
                high: figure.high,
                words: FigureText.shortValue(of: figure)
            )
        }
    }

    package let rows: [Row]
    package let unit: ChartUnit
    package let target: Double?
    package let rowTitle: String
    package let valueTitle: String

    package init(_ rows: [Row], unit: ChartUnit = .share, target: Double? = nil, rowTitle: String, valueTitle: String) {
        self.rows = rows
        self.unit = unit
        self.target = target
        self.rowTitle = rowTitle
        self.valueTitle = valueTitle
    }

    package func drawing() -> Drawing {
        let key = Key(keyItems)
        let layout = RowLayout(names: rows.map(\.name), notes: rows.map(\.words), top: key.height + 4)
        let values = rows.flatMap { [$0.value, $0.low, $0.high].compactMap(\.self) } + [target].compactMap(\.self)
        let scale = layout.scale(over: unit.domain(of: values))
        var drawing = Drawing(width: chartWidth, height: layout.bottom + axisHeight(unit))
        key.draw(in: &drawing)
        drawing.bottomAxis(scale, unit, top: layout.top, bottom: layout.bottom)
        if let target {
            let x = scale.position(target)
            drawing.line(Point(x, layout.top), Point(x, layout.bottom), .target)
        }
        for (index, row) in rows.enumerated() {
            let y = layout.middle(of: index)
            if let low = row.low, let high = row.high {
                drawing.whisker(from: scale.position(low), to: scale.position(high), y: y)
            }
            if let value = row.value, value.isFinite {
                drawing.add(.mark(.circle, at: Point(scale.position(value), y), fill: .darkBlue))
            }
        }
        layout.draw(in: &drawing)
        return drawing
    }

    package func table(caption: String) -> DataTable {
        DataTable(
            caption: caption,
            columns: [TableColumn(rowTitle), .number(valueTitle), .number("95% interval")],
            rows: rows.map { row in
                let interval = row.low.flatMap { low in row.high.map { "\(unit.text(low)) to \(unit.text($0))" } }
                return [.text(row.name), .text(row.words), .text(interval ?? "none")]
            }
        )
    }

    private var keyItems: [Key.Item] {
        let interval = Key.Item(sign: .mark(.circle, .darkBlue), words: "\(valueTitle), with 95% interval")
        guard let target else { return [interval] }
        return [interval, Key.Item(sign: .line(.target), words: "Target \(unit.shortText(target))")]
    }
}

extension Stroke {
    /// The line of a target, in every chart.
    static let target = Stroke(.darkPink, width: 2, dash: .dashed)
}

extension Drawing {
    /// An interval: a line with a short bar across each end.
    fileprivate mutating func whisker(from left: Double, to right: Double, y: Double) {
        line(Point(left, y), Point(right, y), Stroke(.darkBlue))
        for x in [left, right] { line(Point(x, y - 6), Point(x, y + 6), Stroke(.darkBlue)) }
    }
}
