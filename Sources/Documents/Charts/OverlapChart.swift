/// Which things come together: a column for each combination, its size above, and below it a dot in the row of each thing
/// that is part of it (Lex and others 2014, UpSet).
///
/// Everything counted is in one column alone. The picture has as many of the largest as there is room for; the table has
/// them all.
package struct OverlapChart: ChartPicture {
    /// One of the things that can come together, such as a criterion.
    package struct Part: Sendable {
        package let name: String
        /// How many have it, whatever else they have.
        package let count: Int

        package init(_ name: String, _ count: Int) {
            self.name = name
            self.count = count
        }
    }

    package struct Combination: Sendable {
        /// Positions among the parts.
        package let parts: [Int]
        package let count: Int

        package init(_ parts: [Int], _ count: Int) {
            self.parts = parts
            self.count = count
        }
    }

    package let parts: [Part]
    /// The largest first.
    package let combinations: [Combination]
    /// What is counted: `Families`.
    package let things: String
    /// What a combination is: `Criteria met`.
    package let combinationTitle: String

    package init(_ parts: [Part], _ combinations: [Combination], things: String, combinationTitle: String) {
        self.parts = parts
        self.combinations = combinations.filter { $0.parts.allSatisfy(parts.indices.contains) }
        self.things = things
        self.combinationTitle = combinationTitle
    }

    private static let barsTop = 2 * lineHeight
    private static let barsHeight = 130.0
    private static let mostColumns = 12

    package func drawing() -> Drawing {
        let bottomOfBars = OverlapChart.barsTop + OverlapChart.barsHeight
        let notes = parts.map { NumberText.count($0.count) }
        let layout = RowLayout(names: parts.map(\.name), notes: notes, top: bottomOfBars + 10)
        var drawing = Drawing(width: chartWidth, height: layout.bottom + 4)
        let shown = columns(over: layout)
        let step = (layout.plotRight - layout.plotLeft) / Double(max(1, shown.count))
        let most = Double(shown.map(\.count).max() ?? 1)
        let title = Letters.fit(things, size: Letters.smallest, width: chartWidth)
        drawing.label(Label(title, at: Point(0, lineHeight - 4), colour: .softInk))
        for row in parts.indices {
            let y = layout.middle(of: row)
            drawing.line(Point(layout.plotLeft, y), Point(layout.plotRight, y), .gridLine)
        }
        drawing.line(Point(layout.plotLeft, bottomOfBars), Point(layout.plotRight, bottomOfBars), .axis)
        for (index, combination) in shown.enumerated() {
            let x = layout.plotLeft + step * (Double(index) + 0.5)
            let height = OverlapChart.barsHeight * Double(combination.count) / max(1, most)
            let width = min(28, step * 0.7)
            let bar = Box(left: x - width / 2, top: bottomOfBars - height, width: width, height: height)
            drawing.add(.bar(bar, fill: .darkBlue, outline: nil))
            let words = NumberText.count(combination.count)
            drawing.label(Label(words, at: Point(x, bottomOfBars - height - 5), anchor: .middle))
            dots(combination, at: x, layout, in: &drawing)
        }
        layout.draw(in: &drawing)
        return drawing
    }

    /// As many combinations as their numbers have room side by side.
    private func columns(over layout: RowLayout) -> [Combination] {
        let widest =
            combinations.map { Letters.width(of: NumberText.count($0.count), size: Letters.smallest) }.max() ?? 0
        let room = Int((layout.plotRight - layout.plotLeft) / (widest + 8))
        return Array(combinations.prefix(max(1, min(OverlapChart.mostColumns, room))))
    }

    private func dots(_ combination: Combination, at x: Double, _ layout: RowLayout, in drawing: inout Drawing) {
        if let first = combination.parts.min(), let last = combination.parts.max(), first < last {
            drawing.line(
                Point(x, layout.middle(of: first)),
                Point(x, layout.middle(of: last)),
                Stroke(.darkBlue, width: 2)
            )
        }
        for row in combination.parts {
            drawing.add(.mark(.circle, at: Point(x, layout.middle(of: row)), fill: .darkBlue))
        }
    }

    package func table(caption: String) -> DataTable {
        DataTable(
            caption: caption,
            columns: [TableColumn(combinationTitle), .number(things)],
            rows: combinations.map { combination in
                let names = combination.parts.map { parts[$0].name }
                return [
                    .text(names.isEmpty ? "None" : names.joined(separator: " + ")),
                    .text(NumberText.count(combination.count)),
                ]
            }
        )
    }
}
