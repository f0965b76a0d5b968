/// How values are spread: bars that touch, each over its own range.
package struct Histogram: ChartPicture {
    package struct Mark: Sendable {
        package let value: Double
        /// `Mean 22.4`.
        package let words: String

        package init(_ value: Double, _ words: String) {
            self.value = value
            self.words = words
        }
    }

    /// The edges of the bins, rising; one more than there are bins.
    package let edges: [Double]
    package let counts: [Int]
    /// Means and thresholds to be shown as lines.
    package let marks: [Mark]
    package let valueUnit: ChartUnit
    package let valueTitle: String
    /// What is counted: `Cases`.
    package let things: String

    /// Nil unless the edges rise and are one more than the counts.
    package init?(
        edges: [Double],
        counts: [Int],
        marks: [Mark] = [],
        valueUnit: ChartUnit,
        valueTitle: String,
        things: String
    ) {
        guard edges.count == counts.count + 1, counts.count > 0, zip(edges, edges.dropFirst()).allSatisfy(<),
            edges.allSatisfy(\.isFinite)
        else { return nil }
        self.edges = edges
        self.counts = counts
        self.marks = marks
        self.valueUnit = valueUnit
        self.valueTitle = valueTitle
        self.things = things
    }

    package func drawing() -> Drawing {
        // A line at the edge would say that the mark is there.
        let marks = marks.filter { $0.value >= edges[0] && $0.value <= edges[edges.count - 1] }
        let key = Key(marks.enumerated().map { Key.Item(sign: .line(stroke($0.offset)), words: $0.element.words) })
        let unit = ChartUnit.count(things)
        let plot = UprightPlot(
            unit: unit,
            domain: unit.domain(of: counts.map(Double.init)),
            keyHeight: key.height,
            right: 24
        )
        var drawing = Drawing(width: chartWidth, height: plot.titleLine + 12)
        key.draw(in: &drawing)
        plot.draw(in: &drawing)
        for (bin, count) in counts.enumerated() where count > 0 {
            let top = plot.scale.position(Double(count))
            let (left, right) = (place(edges[bin], plot), place(edges[bin + 1], plot))
            let box = Box(left: left, top: top, width: right - left, height: plot.bottom - top)
            drawing.add(.bar(box, fill: .darkBlue, outline: Stroke(.white, width: 1)))
        }
        for (index, mark) in marks.enumerated() {
            let x = place(mark.value, plot)
            drawing.line(Point(x, plot.top), Point(x, plot.bottom), Stroke(.white, width: 5))
            drawing.line(Point(x, plot.top), Point(x, plot.bottom), stroke(index))
        }
        let names = edges.map { valueUnit.tick($0, places: places) }
        drawing.placeLabels(names, at: edges.map { place($0, plot) }, y: plot.labelLine)
        drawing.label(
            Label(
                Letters.fit(valueTitle, size: Letters.smallest, width: plot.right),
                at: Point(plot.right, plot.titleLine),
                anchor: .end,
                colour: .softInk
            )
        )
        return drawing
    }

    package func table(caption: String) -> DataTable {
        DataTable(
            caption: caption,
            columns: [TableColumn(valueTitle), .number(things)],
            rows: counts.indices.map { bin in
                let low = valueUnit.tick(edges[bin], places: places)
                let high = valueUnit.tick(edges[bin + 1], places: places)
                return [.text("\(low) to under \(high)"), .text(NumberText.count(counts[bin]))]
            }
        )
    }

    private func place(_ value: Double, _ plot: UprightPlot) -> Double {
        let part = (value - edges[0]) / (edges[edges.count - 1] - edges[0])
        return plot.left + part * (plot.right - plot.left)
    }

    private func stroke(_ index: Int) -> Stroke {
        index == 0 ? .target : Stroke(.ink, width: 2, dash: .dotted)
    }

    private var places: Int {
        edges.allSatisfy { $0 == $0.rounded() } ? 0 : 1
    }
}
