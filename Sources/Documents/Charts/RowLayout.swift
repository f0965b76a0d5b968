/// The rows of a horizontal chart: their names to the left, the plot, and a note to the right of each.
struct RowLayout {
    let names: [[String]]
    let notes: [String]
    let plotLeft: Double
    let plotRight: Double
    /// The top of each row, and the bottom of the last.
    let edges: [Double]

    static let size = 15.0
    private static let widestName = 190.0
    private static let widestNote = 190.0

    init(names: [String], notes: [String], top: Double) {
        self.names = names.map { Letters.wrap($0, size: RowLayout.size, width: RowLayout.widestName, lines: 3) }
        self.notes = notes.map { Letters.fit($0, size: RowLayout.size, width: RowLayout.widestNote) }
        plotLeft = 12 + RowLayout.widest(self.names.flatMap(\.self))
        // Room for half of the last number on the axis.
        plotRight = chartWidth - max(32, 12 + RowLayout.widest(self.notes))
        var edges = [top]
        for lines in self.names {
            edges.append(edges[edges.count - 1] + max(36, Double(lines.count) * lineHeight + 12))
        }
        self.edges = edges
    }

    var top: Double { edges[0] }
    var bottom: Double { edges[edges.count - 1] }

    func middle(of row: Int) -> Double {
        (edges[row] + edges[row + 1]) / 2
    }

    /// The bar of a row between two places on the axis.
    func bar(_ row: Int, from left: Double, to right: Double, height: Double = 22) -> Box {
        Box(left: left, top: middle(of: row) - height / 2, width: max(0, right - left), height: height)
    }

    /// A scale over the plot, with as many numbers as it has room for.
    func scale(over domain: ClosedRange<Double>) -> Scale {
        Scale(over: domain, from: plotLeft, to: plotRight, ticks: plotRight - plotLeft > 280 ? 5 : 3)
    }

    func draw(in drawing: inout Drawing) {
        for (row, lines) in names.enumerated() {
            let first = middle(of: row) - Double(lines.count - 1) * lineHeight / 2 + 5
            for (line, words) in lines.enumerated() where !words.isEmpty {
                drawing.label(Label(words, at: Point(0, first + Double(line) * lineHeight), size: RowLayout.size))
            }
            guard !notes[row].isEmpty else { continue }
            drawing.label(Label(notes[row], at: Point(plotRight + 12, middle(of: row) + 5), size: RowLayout.size))
        }
    }

    private static func widest(_ texts: [String]) -> Double {
        texts.map { Letters.width(of: $0, size: size) }.max() ?? 0
    }
}

/// The height below a plot that the numbers and words of its axis take.
func axisHeight(_ unit: ChartUnit) -> Double {
    unit.axisTitle == nil ? lineHeight + 8 : 2 * lineHeight + 12
}
