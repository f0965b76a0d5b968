import Values

/// Where the lanes of a lane chart lie: spans that overlap are put below each other, events on a line of their own.
struct LaneLayout {
    private let lanes: [LaneChart.Lane]
    private let period: Period
    private let names: [[String]]
    private let rows: [[Int]]
    private let edges: [Double]
    private let left: Double

    private static let rowHeight = 24.0
    private static let size = 15.0

    init(_ lanes: [LaneChart.Lane], period: Period, top: Double) {
        self.lanes = lanes
        self.period = period
        names = lanes.map { Letters.wrap($0.name, size: LaneLayout.size, width: 150, lines: 3) }
        left = 12 + (names.flatMap(\.self).map { Letters.width(of: $0, size: LaneLayout.size) }.max() ?? 0)
        rows = lanes.map { LaneLayout.stacked($0.spans) }
        var edges = [top]
        for (index, lane) in lanes.enumerated() {
            let spanRows = (rows[index].max() ?? -1) + 1
            let height = Double(max(1, spanRows + (lane.events.isEmpty ? 0 : 1))) * LaneLayout.rowHeight
            edges.append(edges[index] + max(height, Double(names[index].count) * lineHeight) + 12)
        }
        self.edges = edges
    }

    var bottom: Double { edges[edges.count - 1] }
    private var right: Double { chartWidth - 12 }

    /// The first row in which each span has room, in the order of their beginnings.
    private static func stacked(_ spans: [LaneChart.Span]) -> [Int] {
        var rows = [Int](repeating: 0, count: spans.count)
        var ends: [Day] = []
        for index in spans.indices.sorted(by: { spans[$0].nights.from < spans[$1].nights.from }) {
            let nights = spans[index].nights
            let row = ends.firstIndex { $0 <= nights.from } ?? ends.count
            if row == ends.count { ends.append(.latest) }
            ends[row] = nights.until ?? .latest
            rows[index] = row
        }
        return rows
    }

    private func place(_ day: Day) -> Double {
        let part = Double(day - period.from) / Double(period.days)
        return left + min(max(part, 0), 1) * (right - left)
    }

    func drawAxis(in drawing: inout Drawing) {
        let ticks = DateTicks(period, count: Int((right - left) / 90))
        let places = ticks.days.map(place)
        for x in places { drawing.line(Point(x, edges[0]), Point(x, bottom), .gridLine) }
        drawing.placeLabels(ticks.names, at: places, y: bottom + lineHeight)
        for edge in edges { drawing.line(Point(0, edge), Point(right, edge), .gridLine) }
    }

    func drawLanes(in drawing: inout Drawing) {
        for (index, lane) in lanes.enumerated() {
            for (line, words) in names[index].enumerated() where !words.isEmpty {
                let y = edges[index] + 22 + Double(line) * lineHeight
                drawing.label(Label(words, at: Point(0, y), size: LaneLayout.size))
            }
            for (span, row) in zip(lane.spans, rows[index]) { draw(span, row: row, top: edges[index], in: &drawing) }
            let below = Double((rows[index].max() ?? -1) + 1)
            for event in lane.events where period.contains(event.day) {
                let y = edges[index] + 6 + (below + 0.5) * LaneLayout.rowHeight
                drawing.add(.mark(event.kind.marker, at: Point(place(event.day), y), fill: event.kind.colour))
            }
        }
    }

    private func draw(_ span: LaneChart.Span, row: Int, top: Double, in drawing: inout Drawing) {
        let end = span.nights.until ?? period.end
        guard span.nights.from <= period.to, end > period.from else { return }
        let (from, to) = (place(span.nights.from), place(end))
        let y = top + 6 + Double(row) * LaneLayout.rowHeight
        let box = Box(left: from, top: y + 2, width: max(3, to - from), height: LaneLayout.rowHeight - 4)
        drawing.add(.bar(box, fill: span.kind.colour, outline: Stroke(.white, width: 1)))
        guard Letters.width(of: span.words, size: Letters.smallest) + 10 <= box.width else { return }
        let ink = span.kind.colour.ink
        drawing.label(Label(span.words, at: Point(from + 5, y + 17), colour: ink, on: span.kind.colour))
    }
}

/// Round dates along a level axis: years, quarters or months, whichever fit.
struct DateTicks {
    let days: [Day]
    let names: [String]

    /// About `count` dates in the period.
    init(_ period: Period, count: Int) {
        let months = max(1, period.days / 30)
        let step =
            [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 12_000].first { months / $0 <= max(1, count) } ?? 12_000
        let (year, month, _) = period.from.parts
        let first = (year * 12 + month - 1) / step * step
        var days: [Day] = []
        var next = first
        while let day = Day(year: next / 12, month: next % 12 + 1, day: 1), day <= period.to {
            if period.contains(day) { days.append(day) }
            next += step
        }
        self.days = days
        names = days.map { step.isMultiple(of: 12) ? "\($0.year)" : String($0.short.dropFirst(2)) }
    }
}
