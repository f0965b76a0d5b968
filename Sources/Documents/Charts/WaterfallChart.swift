/// How a sum comes about: each step drawn from what there was before it to what there is after, the whole below.
///
/// Steps that add and steps that take away differ in colour, and in the sign of the number after each.
package struct WaterfallChart: ChartPicture {
    package struct Step: Sendable {
        package let name: String
        /// Why it is as large as it is.
        package let finding: String
        package let change: Double

        package init(_ name: String, finding: String, _ change: Double) {
            self.name = name
            self.finding = finding
            self.change = change
        }
    }

    package let steps: [Step]
    /// What the whole is held against.
    package let mark: Histogram.Mark
    package let unit: ChartUnit
    package let stepTitle: String
    package let totalTitle: String

    package init(_ steps: [Step], mark: Histogram.Mark, unit: ChartUnit, stepTitle: String, totalTitle: String) {
        self.steps = steps
        self.mark = mark
        self.unit = unit
        self.stepTitle = stepTitle
        self.totalTitle = totalTitle
    }

    /// What there is after each step.
    private var totals: [Double] {
        steps.reduce(into: []) { $0.append(($0.last ?? 0) + $1.change) }
    }

    package func drawing() -> Drawing {
        let key = Key([
            Key.Item(sign: .fill(.darkBlue), words: "Speaks for"),
            Key.Item(sign: .fill(.orange), words: "Speaks against"),
            Key.Item(sign: .line(.target), words: mark.words),
        ])
        let totals = totals
        let names = steps.map(\.name) + [totalTitle]
        let notes = steps.map { signed($0.change) } + [signed(totals.last ?? 0)]
        let layout = RowLayout(names: names, notes: notes, top: key.height + 4)
        let reached = totals + [0, mark.value]
        let scale = layout.scale(over: (reached.min() ?? 0)...max(reached.max() ?? 1, (reached.min() ?? 0) + 1))
        var drawing = Drawing(width: chartWidth, height: layout.bottom + axisHeight(unit))
        key.draw(in: &drawing)
        drawing.bottomAxis(scale, unit, top: layout.top, bottom: layout.bottom)
        for index in names.indices {
            let isTotal = index == steps.count
            let from = isTotal || index == 0 ? 0 : totals[index - 1]
            let to = isTotal ? totals.last ?? 0 : totals[index]
            let (start, end) = (scale.position(from), scale.position(to))
            let bar = layout.bar(index, from: min(start, end), to: max(start, end))
            drawing.add(.bar(bar, fill: isTotal ? .grey : to < from ? .orange : .darkBlue, outline: nil))
        }
        let x = scale.position(mark.value)
        drawing.line(Point(x, layout.top), Point(x, layout.bottom), .target)
        layout.draw(in: &drawing)
        return drawing
    }

    package func table(caption: String) -> DataTable {
        DataTable(
            caption: caption,
            columns: [TableColumn(stepTitle), "Finding", .number("Adds"), .number("Then")],
            rows: zip(steps, totals).map { step, total in
                [.text(step.name), .text(step.finding), .text(signed(step.change)), .text(signed(total))]
            }
        )
    }

    private func signed(_ value: Double) -> String {
        (value > 0 ? "+" : "") + unit.text(value)
    }
}
