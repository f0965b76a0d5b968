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

    private static let radius = 120.0
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
        for place in spokes.indices { label(place, around: middle, &drawing) }
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
        // The best level is not the middle itself, so that its point can be seen.
        return 0.12 + 0.88 * (clamped - range.lowerBound) / (range.upperBound - range.lowerBound)
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

    /// The name and the two numbers, outside the ring, inside the picture.
    private func label(_ place: Int, around middle: Point, _ drawing: inout Drawing) {
        let at = point(place, 1.12, around: middle)
        let side = cos(angle(place))
        let anchor: Label.Anchor = side.magnitude < 0.2 ? .middle : side > 0 ? .start : .end
        let room =
            switch anchor {
            case .middle: chartWidth / 3
            case .start: chartWidth - at.x
            case .end: at.x
            }
        let spoke = spokes[place]
        let numbers = "\(unit.text(spoke.start)) to \(unit.text(spoke.latest))"
        let lines = Letters.wrap(spoke.name, size: Letters.smallest, width: room, lines: 2) + [numbers]
        // Above the ring the last line stands nearest to it, below it the first.
        let height = Double(lines.count - 1) * RadarChart.labelLine
        let top = at.y + 5 - height * (1 - sin(angle(place))) / 2
        for (index, line) in lines.enumerated() {
            let y = top + Double(index) * RadarChart.labelLine
            drawing.label(Label(line, at: Point(at.x, y), anchor: anchor, isBold: index == lines.count - 1))
        }
    }
}
