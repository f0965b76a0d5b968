#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The outline of one family over a few areas, at the start and now: for the room, never for comparing families.
///
/// Every axis has the same range; the shape has no filling, since areas of shapes mislead, and the numbers stand at
/// every spoke.
package struct RadarChart: ChartPicture {
    package struct Spoke: Sendable {
        package let name: String
        package let start: Double
        package let latest: Double

        package init(_ name: String, start: Double, latest: Double) {
            self.name = name
            self.start = start
            self.latest = latest
        }
    }

    /// More make a picture that nobody can read.
    package static let most = 12

    package let spokes: [Spoke]
    package let unit: ChartUnit
    package let range: ClosedRange<Double>
    package let spokeTitle: String

    package init(_ spokes: [Spoke], unit: ChartUnit, range: ClosedRange<Double>, spokeTitle: String) {
        self.spokes = Array(spokes.prefix(RadarChart.most))
        self.unit = unit
        self.range = range
        self.spokeTitle = spokeTitle
    }

    private static let radius = 130.0
    private static let labelLine = 17.0

    package func drawing() -> Drawing {
        let key = Key([
            Key.Item(sign: .line(Stroke(.darkGrey, dash: .dashed)), words: "Start"),
            Key.Item(sign: .line(Stroke(.darkBlue)), words: "Latest"),
        ])
        let middle = Point(chartWidth / 2, key.height + 4 * RadarChart.labelLine + RadarChart.radius)
        var drawing = Drawing(
            width: chartWidth,
            height: middle.y + RadarChart.radius + 4 * RadarChart.labelLine
        )
        key.draw(in: &drawing)
        for part in [0.25, 0.5, 0.75, 1.0] {
            drawing.add(.line(ring(spokes.map { _ in part }, around: middle), .gridLine))
        }
        for place in spokes.indices {
            drawing.line(middle, point(place, 1, around: middle), .gridLine)
        }
        outline(spokes.map(\.start), .openSquare, Stroke(.darkGrey, dash: .dashed), around: middle, &drawing)
        outline(spokes.map(\.latest), .circle, Stroke(.darkBlue, width: 3), around: middle, &drawing)
        label(around: middle, &drawing)
        return drawing
    }

    package func table(caption: String) -> DataTable {
        DataTable(
            caption: caption,
            columns: [TableColumn(spokeTitle), .number("Start"), .number("Latest")],
            rows: spokes.map { [.text($0.name), .text(unit.text($0.start)), .text(unit.text($0.latest))] }
        )
    }

    private func part(_ value: Double) -> Double {
        let clamped = min(max(value, range.lowerBound), range.upperBound)
        let width = range.upperBound - range.lowerBound
        // The best level is not the middle itself, so that its point can be seen.
        return 0.12 + 0.88 * (width > 0 ? (clamped - range.lowerBound) / width : 0)
    }

    private func angle(_ place: Int) -> Double {
        2 * Double.pi * Double(place) / Double(max(1, spokes.count)) - Double.pi / 2
    }

    private func point(_ place: Int, _ part: Double, around middle: Point) -> Point {
        let reach = RadarChart.radius * part
        return Point(middle.x + reach * cos(angle(place)), middle.y + reach * sin(angle(place)))
    }

    /// A closed line through one point a spoke.
    private func ring(_ parts: [Double], around middle: Point) -> [Point] {
        let points = parts.enumerated().map { point($0.offset, $0.element, around: middle) }
        return points + points.prefix(1)
    }

    private func outline(
        _ values: [Double],
        _ marker: Marker,
        _ stroke: Stroke,
        around middle: Point,
        _ drawing: inout Drawing
    ) {
        let parts = values.map(part)
        drawing.add(.line(ring(parts, around: middle), stroke))
        for (place, part) in parts.enumerated() {
            drawing.add(.mark(marker, at: point(place, part, around: middle), fill: stroke.colour))
        }
    }

    /// The words of one spoke: its name and the two numbers, outside the ring, inside the picture.
    private struct Words {
        let lines: [String]
        let anchor: Label.Anchor
        /// Their upper edge, below nought where it is above the middle of the picture.
        var top: Double

        var height: Double { Double(lines.count) * RadarChart.labelLine }
        var bottom: Double { top + height }
    }

    /// How far from the middle words begin.
    private static let reach = 1.12 * radius

    /// Words at the top and the bottom stand over and under the ring; those of each side are pushed apart between them.
    private func label(around middle: Point, _ drawing: inout Drawing) {
        let words = spokes.indices.map(words)
        for anchor in [Label.Anchor.start, .end] {
            var side = words.filter { $0.anchor == anchor }.sorted { $0.top < $1.top }
            RadarChart.spread(&side)
            for block in side { draw(block, around: middle, &drawing) }
        }
        for block in words where block.anchor == .middle { draw(block, around: middle, &drawing) }
    }

    private func words(_ place: Int) -> Words {
        let (across, down) = (cos(angle(place)), sin(angle(place)))
        let anchor: Label.Anchor = across.magnitude < 0.2 ? .middle : across > 0 ? .start : .end
        let room = anchor == .middle ? chartWidth / 3 : chartWidth / 2 - RadarChart.reach
        let spoke = spokes[place]
        let numbers = "\(unit.text(spoke.start)) to \(unit.text(spoke.latest))"
        let lines = Letters.wrap(spoke.name, size: Letters.smallest, width: room, lines: 2) + [numbers]
        var words = Words(lines: lines, anchor: anchor, top: RadarChart.reach * down)
        switch anchor {
        case .middle: words.top = down < 0 ? -RadarChart.reach - words.height : RadarChart.reach
        case .start, .end: words.top -= words.height / 2
        }
        return words
    }

    /// Moves words of one side, the highest first, so far apart that none meets another or those over and under the ring.
    private static func spread(_ side: inout [Words]) {
        var free = -reach
        for place in side.indices {
            side[place].top = max(side[place].top, free)
            free = side[place].bottom
        }
        free = reach
        for place in side.indices.reversed() {
            side[place].top = min(side[place].top, free - side[place].height)
            free = side[place].top
        }
    }

    private func draw(_ words: Words, around middle: Point, _ drawing: inout Drawing) {
        // Beside the ring where it is widest along the lines.
        let near = words.top > 0 ? words.top : min(0, words.bottom)
        let beside = (RadarChart.reach * RadarChart.reach - near * near).squareRoot()
        let x =
            switch words.anchor {
            case .middle: middle.x
            case .start: middle.x + beside
            case .end: middle.x - beside
            }
        for (index, line) in words.lines.enumerated() {
            let y = middle.y + words.top + Double(index) * RadarChart.labelLine + 13
            let isNumbers = index == words.lines.count - 1
            drawing.label(Label(line, at: Point(x, y), anchor: words.anchor, isBold: isNumbers))
        }
    }
}
