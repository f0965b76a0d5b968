/// A value over time with its 95 % interval, against a target.
package struct TrendChart: ChartPicture {
    package struct Place: Sendable {
        /// `Jul to Sep 2026`.
        package let name: String
        package let value: Double?
        package let low: Double?
        package let high: Double?

        package init(_ name: String, _ value: Double?, low: Double? = nil, high: Double? = nil) {
            self.name = name
            self.value = value
            self.low = low
            self.high = high
        }
    }

    package let places: [Place]
    package let unit: ChartUnit
    package let target: Double?
    /// Whether the axis begins at nought; a line may be read closer up, where the words say so.
    package let fromZero: Bool
    package let placeTitle: String
    package let valueTitle: String

    package init(
        _ places: [Place],
        unit: ChartUnit,
        target: Double? = nil,
        fromZero: Bool = true,
        placeTitle: String,
        valueTitle: String
    ) {
        self.places = places
        self.unit = unit
        self.target = target
        self.fromZero = fromZero
        self.placeTitle = placeTitle
        self.valueTitle = valueTitle
    }

    package func drawing() -> Drawing {
        let key = Key(keyItems)
        let values = places.flatMap { [$0.value, $0.low, $0.high].compactMap(\.self) } + [target].compactMap(\.self)
        let plot = UprightPlot(unit: unit, domain: domain(of: values), keyHeight: key.height, right: endWidth + 22)
        var drawing = Drawing(width: chartWidth, height: plot.labelLine + 10)
        key.draw(in: &drawing)
        let step = (plot.right - plot.left) / Double(max(1, places.count))
        let middles = places.indices.map { plot.left + (Double($0) + 0.5) * step }
        drawBand(middles, plot, in: &drawing)
        plot.draw(in: &drawing)
        if let target {
            let y = plot.scale.position(target)
            drawing.line(Point(plot.left, y), Point(plot.right, y), .target)
        }
        drawLine(middles, plot, in: &drawing)
        if let last = places.last(where: { $0.value != nil }), let value = last.value {
            let y = min(max(plot.scale.position(value) + 5, plot.top + 5), plot.bottom)
            drawing.label(Label(unit.text(value), at: Point(plot.right + 10, y), isBold: true))
        }
        drawing.placeLabels(places.map(\.name), at: middles, y: plot.labelLine, keepingLast: true)
        return drawing
    }

    private func domain(of values: [Double]) -> ClosedRange<Double> {
        let known = values.filter(\.isFinite)
        guard !fromZero, let low = known.min(), let high = known.max(), low < high else {
            return unit.domain(of: values)
        }
        return low...high
    }

    /// The interval behind the line; a place by itself gets an upright bar.
    private func drawBand(_ middles: [Double], _ plot: UprightPlot, in drawing: inout Drawing) {
        for run in runs(where: { $0.low != nil && $0.high != nil }) {
            let lows = run.map { Point(middles[$0], plot.scale.position(places[$0].low ?? 0)) }
            let highs = run.map { Point(middles[$0], plot.scale.position(places[$0].high ?? 0)) }
            if run.count == 1 {
                drawing.add(.line([lows[0], highs[0]], Stroke(.blue, width: 2)))
            } else {
                drawing.add(.area(lows + highs.reversed(), fill: .paleBlue))
                drawing.add(.line(lows, .bandEdge))
                drawing.add(.line(highs, .bandEdge))
            }
        }
    }

    private func drawLine(_ middles: [Double], _ plot: UprightPlot, in drawing: inout Drawing) {
        for run in runs(where: { $0.value?.isFinite ?? false }) {
            let points = run.map { Point(middles[$0], plot.scale.position(places[$0].value ?? 0)) }
            if points.count > 1 { drawing.add(.line(points, Stroke(.darkBlue, width: 3))) }
            // Many points would hide the line; a lone one has nothing else to show it.
            if places.count <= 20 || points.count == 1 {
                for point in points { drawing.add(.mark(.circle, at: point, fill: .darkBlue)) }
            }
        }
    }

    /// The stretches of places, one after the other, that satisfy the condition: a gap in the data is a gap in the line.
    private func runs(where condition: (Place) -> Bool) -> [[Int]] {
        var runs: [[Int]] = []
        var previous = -2
        for index in places.indices where condition(places[index]) {
            if index == previous + 1 {
                runs[runs.count - 1].append(index)
            } else {
                runs.append([index])
            }
            previous = index
        }
        return runs
    }

    package func table(caption: String) -> DataTable {
        let hasInterval = places.contains { $0.low != nil && $0.high != nil }
        return DataTable(
            caption: caption,
            columns: [TableColumn(placeTitle), .number(valueTitle)] + (hasInterval ? [.number("95% interval")] : []),
            rows: places.map { place in
                let interval = place.low.flatMap { low in place.high.map { "\(unit.text(low)) to \(unit.text($0))" } }
                let cells: [CellContent] = [.text(place.name), .text(place.value.map(unit.text) ?? "not available")]
                return cells + (hasInterval ? [.text(interval ?? "none")] : [])
            }
        )
    }

    private var keyItems: [Key.Item] {
        var items = [Key.Item(sign: .line(Stroke(.darkBlue, width: 3)), words: valueTitle)]
        if places.contains(where: { $0.low != nil && $0.high != nil }) {
            items.append(Key.Item(sign: .band, words: "95% interval"))
        }
        if let target { items.append(Key.Item(sign: .line(.target), words: "Target \(unit.shortText(target))")) }
        return items
    }

    private var endWidth: Double {
        let last = places.last { $0.value != nil }?.value
        return last.map { Letters.width(of: unit.text($0), size: Letters.smallest, isBold: true) } ?? 0
    }
}

extension Stroke {
    /// The edges of an interval behind a line.
    static let bandEdge = Stroke(.blue, width: 1)
}
