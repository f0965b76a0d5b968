/// Up to four series over the same row of places, to be compared with each other.
package struct LineChart: ChartPicture {
    package struct Series: Sendable {
        package let name: String
        /// One for each place; a gap in the values is a gap in the line.
        package let values: [Double?]

        package init(_ name: String, _ values: [Double?]) {
            self.name = name
            self.values = values
        }
    }

    package let places: [String]
    package let series: [Series]
    package let unit: ChartUnit
    package let placeTitle: String

    package init(_ places: [String], _ series: [Series], unit: ChartUnit, placeTitle: String) {
        self.places = places
        self.series = Array(series.prefix(LineChart.signs.count))
        self.unit = unit
        self.placeTitle = placeTitle
    }

    /// Series differ in colour, dashes and marks, so that none has to be told by colour alone.
    private static let signs: [(stroke: Stroke, marker: Marker)] = [
        (Stroke(.darkBlue, width: 3), .circle), (Stroke(.orange, width: 3, dash: .dashed), .square),
        (Stroke(.turquoise, width: 3, dash: .dotted), .triangle), (Stroke(.darkPink, width: 3), .diamond),
    ]

    package func drawing() -> Drawing {
        let key = Key(
            zip(series, LineChart.signs).flatMap { series, sign in
                [
                    Key.Item(sign: .mark(sign.marker, sign.stroke.colour), words: series.name)
                ]
            }
        )
        let values = series.flatMap { $0.values.compactMap(\.self) }
        let plot = UprightPlot(unit: unit, domain: unit.domain(of: values), keyHeight: key.height, right: 24)
        var drawing = Drawing(width: chartWidth, height: plot.labelLine + 10)
        key.draw(in: &drawing)
        plot.draw(in: &drawing)
        let step = (plot.right - plot.left) / Double(max(1, places.count))
        let middles = places.indices.map { plot.left + (Double($0) + 0.5) * step }
        let zero = plot.scale.position(0)
        drawing.line(Point(plot.left, zero), Point(plot.right, zero), .axis)
        for (series, sign) in zip(series, LineChart.signs) {
            draw(series, sign.stroke, sign.marker, middles, plot, in: &drawing)
        }
        drawing.placeLabels(places, at: middles, y: plot.labelLine, keepingLast: true)
        return drawing
    }

    private func draw(
        _ series: Series,
        _ stroke: Stroke,
        _ marker: Marker,
        _ middles: [Double],
        _ plot: UprightPlot,
        in drawing: inout Drawing
    ) {
        var run: [Point] = []
        for (index, x) in middles.enumerated() {
            guard index < series.values.count, let value = series.values[index], value.isFinite else {
                if run.count > 1 { drawing.add(.line(run, stroke)) }
                run = []
                continue
            }
            let point = Point(x, plot.scale.position(value))
            run.append(point)
            if places.count <= 40 { drawing.add(.mark(marker, at: point, fill: stroke.colour)) }
        }
        if run.count > 1 { drawing.add(.line(run, stroke)) }
    }

    package func table(caption: String) -> DataTable {
        DataTable(
            caption: caption,
            columns: [TableColumn(placeTitle)] + series.map { .number($0.name) },
            rows: places.indices.map { index in
                [.text(places[index])]
                    + series.map { series in
                        let value = index < series.values.count ? series.values[index] : nil
                        return .text(value.map(unit.text) ?? "none")
                    }
            }
        )
    }
}
