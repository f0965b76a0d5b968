package import Statistics

/// Values of a measure over time with the limits of chance (an XmR chart): what a point says is its shape.
///
/// A usual point is a circle, an improvement a triangle, a concern a diamond; where neither way is better an unusual
/// point is a square. The mean is a line, the limits are dashed, and both begin anew where the service changed.
package struct ControlChart: ChartPicture {
    package struct Place: Sendable {
        /// `Jan 2019`.
        package let name: String
        package let value: Double?
        package let point: ProcessChart.Point?

        package init(_ name: String, _ value: Double?, point: ProcessChart.Point? = nil) {
            self.name = name
            self.value = value.flatMap { $0.isFinite ? $0 : nil }
            self.point = point
        }
    }

    /// What would have been, if nothing had changed.
    package struct Expected: Sendable {
        /// The place it is for; beyond the last it is still to come.
        package let place: Int
        package let value: Double
        package let interval: Interval?

        package init(place: Int, value: Double, interval: Interval?) {
            self.place = place
            self.value = value
            self.interval = interval
        }
    }

    package let places: [Place]
    package let limits: [ProcessLimits]
    package let expected: [Expected]
    package let target: Double?
    package let unit: ChartUnit
    package let placeTitle: String
    package let valueTitle: String

    package init(
        _ places: [Place],
        limits: [ProcessLimits],
        expected: [Expected] = [],
        target: Double?,
        unit: ChartUnit,
        placeTitle: String,
        valueTitle: String
    ) {
        self.places = places
        self.limits = limits
        self.expected = expected
        self.target = target
        self.unit = unit
        self.placeTitle = placeTitle
        self.valueTitle = valueTitle
    }

    package func drawing() -> Drawing {
        let key = Key(keyItems)
        let plot = UprightPlot(unit: unit, domain: domain, keyHeight: key.height, right: endWidth + 22)
        var drawing = Drawing(width: chartWidth, height: plot.labelLine + 10)
        key.draw(in: &drawing)
        let count = max(places.count, (expected.map(\.place).max() ?? -1) + 1)
        let step = (plot.right - plot.left) / Double(max(1, count))
        let middles = (0..<count).map { plot.left + (Double($0) + 0.5) * step }
        drawExpected(middles, plot, in: &drawing)
        plot.draw(in: &drawing)
        drawLimits(middles, step, plot, in: &drawing)
        if let target {
            let y = plot.scale.position(target)
            drawing.line(Point(plot.left, y), Point(plot.right, y), .target)
        }
        drawPoints(middles, plot, in: &drawing)
        if let last = places.last(where: { $0.value != nil }), let value = last.value {
            let y = min(max(plot.scale.position(value) + 5, plot.top + 5), plot.bottom)
            drawing.label(Label(unit.text(value), at: Point(plot.right + 10, y), isBold: true))
        }
        let ahead = (places.count..<max(places.count, count)).map { "+\($0 - places.count + 1)" }
        drawing.placeLabels(places.map(\.name) + ahead, at: middles, y: plot.labelLine)
        return drawing
    }

    /// What the axis must reach: shares and counts are not drawn beyond what they can be.
    private var domain: ClosedRange<Double> {
        var values = places.compactMap(\.value) + [target].compactMap(\.self) + expected.map(\.value)
        values += limits.flatMap { [$0.lower, $0.upper] }
        values += expected.compactMap(\.interval).flatMap { [$0.low, $0.high] }
        let known = values.filter(\.isFinite)
        guard var low = known.min(), var high = known.max() else { return unit.domain(of: []) }
        if (places.compactMap(\.value).min() ?? 0) >= 0 { low = max(0, low) }
        if unit == .share { high = min(1, high) }
        return low < high ? low...high : unit.domain(of: known)
    }

    private func drawExpected(_ middles: [Double], _ plot: UprightPlot, in drawing: inout Drawing) {
        let banded = expected.filter { $0.interval != nil && middles.indices.contains($0.place) }
        if banded.count > 1 {
            let lows = banded.map { Point(middles[$0.place], plot.scale.position($0.interval?.low ?? 0)) }
            let highs = banded.map { Point(middles[$0.place], plot.scale.position($0.interval?.high ?? 0)) }
            drawing.add(.area(lows + highs.reversed(), fill: .paleBlue))
            drawing.add(.line(lows, .bandEdge))
            drawing.add(.line(highs, .bandEdge))
        }
        let line = expected.filter { middles.indices.contains($0.place) }
            .map { Point(middles[$0.place], plot.scale.position($0.value)) }
        if line.count > 1 { drawing.add(.line(line, .forecast)) }
    }

    /// The mean and the limits of each stretch, from half a step before its first point to half a step after its last.
    private func drawLimits(_ middles: [Double], _ step: Double, _ plot: UprightPlot, in drawing: inout Drawing) {
        for (stretch, own) in limits.enumerated() {
            let inside = places.indices.filter { places[$0].point?.stretch == stretch }
            guard let first = inside.first, let last = inside.last else { continue }
            let (left, right) = (middles[first] - step / 2, middles[last] + step / 2)
            for (value, stroke) in [(own.mean, Stroke.mean), (own.lower, .limit), (own.upper, .limit)]
            where plot.scale.domain.contains(value) {
                let y = plot.scale.position(value)
                drawing.line(Point(left, y), Point(right, y), stroke)
            }
        }
    }

    private func drawPoints(_ middles: [Double], _ plot: UprightPlot, in drawing: inout Drawing) {
        var previous: (index: Int, point: Point)?
        for (index, place) in places.enumerated() {
            guard let value = place.value else { continue }
            let point = Point(middles[index], plot.scale.position(value))
            // A place without a value is a gap in the line.
            if let before = previous, before.index == index - 1 {
                drawing.line(before.point, point, Stroke(.grey, width: 1))
            }
            previous = (index, point)
        }
        for (index, place) in places.enumerated() {
            guard let value = place.value else { continue }
            let sign = (place.point?.signal ?? .usual).sign
            drawing.add(
                .mark(sign.marker, at: Point(middles[index], plot.scale.position(value)), fill: sign.colour)
            )
        }
    }

    package func table(caption: String) -> DataTable {
        let isJudged = places.contains { $0.point != nil }
        let hasExpected = !expected.isEmpty
        let later = places.count..<max(places.count, (expected.map(\.place).max() ?? -1) + 1)
        let byPlace = Dictionary(expected.map { ($0.place, $0) }, uniquingKeysWith: { first, _ in first })
        func row(_ name: String, _ place: Place?, _ index: Int) -> [CellContent] {
            let value = place.map { $0.value.map(unit.text) ?? "not available" }
            var cells: [CellContent] = [.text(name), .text(value ?? "")]
            if isJudged { cells.append(.text(place?.point?.words ?? "")) }
            if hasExpected { cells.append(.text(byPlace[index].map(words) ?? "")) }
            return cells
        }
        var columns = [TableColumn(placeTitle), TableColumn.number(valueTitle)]
        if isJudged { columns.append(TableColumn("What it says")) }
        if hasExpected { columns.append(TableColumn.number("If nothing had changed")) }
        var rows: [[CellContent]] = []
        for (index, place) in places.enumerated() { rows.append(row(place.name, place, index)) }
        for index in later { rows.append(row("\(index - places.count + 1) ahead", nil, index)) }
        return DataTable(caption: caption, columns: columns, rows: rows)
    }

    private func words(_ expected: Expected) -> String {
        let interval = expected.interval.map { ", \(unit.text($0.low)) to \(unit.text($0.high))" }
        return unit.text(expected.value) + (interval ?? "")
    }

    private var keyItems: [Key.Item] {
        let seen = Set(places.compactMap { $0.value == nil ? nil : $0.point?.signal ?? .usual })
        var items = ProcessChart.Signal.allCases.filter(seen.contains).map { signal in
            Key.Item(sign: .mark(signal.sign.marker, signal.sign.colour), words: signal.words)
        }
        if !limits.isEmpty {
            items.append(Key.Item(sign: .line(.mean), words: "Mean"))
            items.append(Key.Item(sign: .line(.limit), words: "Limits of chance"))
        }
        if let target { items.append(Key.Item(sign: .line(.target), words: "Target \(unit.shortText(target))")) }
        if !expected.isEmpty { items.append(Key.Item(sign: .line(.forecast), words: "If nothing had changed")) }
        return items
    }

    private var endWidth: Double {
        let last = places.last { $0.value != nil }?.value
        return last.map { Letters.width(of: unit.text($0), size: Letters.smallest, isBold: true) } ?? 0
    }
}

extension Stroke {
    fileprivate static let mean = Stroke(.darkBlue, width: 2)
    fileprivate static let limit = Stroke(.darkGrey, width: 1.5, dash: .dashed)
    fileprivate static let forecast = Stroke(.blue, width: 2, dash: .dotted)
}

extension ProcessChart.Signal {
    fileprivate var sign: (marker: Marker, colour: Colour) {
        switch self {
        case .usual: (.circle, .darkGrey)
        case .improvement: (.triangle, .blue)
        // Darker than the orange of the palette, which hardly stands out from white.
        case .concern: (.diamond, Colour(0xB84A08))
        case .high, .low: (.square, .darkBlue)
        }
    }

    /// In a word or two, for people.
    package var words: String {
        switch self {
        case .usual: "As usual"
        case .improvement: "Improvement"
        case .concern: "Concern"
        case .high: "Unusually high"
        case .low: "Unusually low"
        }
    }
}

extension ProcessChart.Point {
    /// `Concern: below the lower limit or above the upper`.
    package var words: String {
        guard let cause else { return signal.words }
        return "\(signal.words): \(cause.words)"
    }
}

extension ProcessChart.Cause {
    package var words: String {
        switch self {
        case .outside: "outside the limits of chance"
        case .trend: "one of seven that rise or fall in a row"
        case .twoInThree: "one of two in three near a limit"
        case .shift: "one of seven in a row on one side of the mean"
        }
    }
}
