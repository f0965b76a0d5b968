/// How often pairs are at each level of a comparison: pairs of one person beside pairs of different people.
///
/// Each step of the axis is ten times the last, so the way from one mark to the other is what the level is worth.
package struct LevelChart: ChartPicture {
    package struct Level: Sendable {
        package let name: String
        /// Share of the pairs of one person, of different people, and of different people of one household.
        package let m: Double?
        package let u: Double?
        package let h: Double?
        /// The match weight, log2 of m over u; nil where the level says nothing.
        package let weight: Double?

        package init(_ name: String, m: Double?, u: Double?, h: Double? = nil, weight: Double?) {
            self.name = name
            self.m = m
            self.u = u
            self.h = h
            self.weight = weight
        }
    }

    package let levels: [Level]

    package init(_ levels: [Level]) {
        self.levels = levels
    }

    package func drawing() -> Drawing {
        let key = Key(
            series.map { Key.Item(sign: .mark($0.marker, $0.colour), words: $0.name) }
        )
        let layout = RowLayout(
            names: levels.map(\.name),
            notes: levels.map { LevelChart.weightText($0.weight) },
            top: key.height + 4
        )
        let scale = TenfoldScale(over: values, from: layout.plotLeft + 8, to: layout.plotRight - 8)
        var drawing = Drawing(width: chartWidth, height: layout.bottom + 2 * lineHeight + 12)
        key.draw(in: &drawing)
        scale.draw(in: &drawing, top: layout.top, bottom: layout.bottom)
        for (index, level) in levels.enumerated() {
            let y = layout.middle(of: index)
            if let m = level.m, let u = level.u, m.isFinite, u.isFinite {
                drawing.line(Point(scale.position(u), y), Point(scale.position(m), y), Stroke(.grey))
            }
            for one in series {
                guard let value = one.value(level), value.isFinite else { continue }
                drawing.add(.mark(one.marker, at: Point(scale.position(value), y), fill: one.colour))
            }
        }
        layout.draw(in: &drawing)
        return drawing
    }

    package func table(caption: String) -> DataTable {
        DataTable(
            caption: caption,
            columns: ["Level"] + series.map { .number($0.name) } + [.number("Match weight")],
            rows: levels.map { level in
                [.text(level.name)]
                    + series.map { .text($0.value(level).map(NumberText.probability) ?? "none") }
                    + [.text(LevelChart.weightText(level.weight))]
            }
        )
    }

    private static func weightText(_ weight: Double?) -> String {
        weight.map(NumberText.weight) ?? "says nothing"
    }

    private struct Series {
        let name: String
        let marker: Marker
        let colour: Colour
        let value: (Level) -> Double?
    }

    private var series: [Series] {
        let all = [
            Series(name: "One person (m)", marker: .circle, colour: .darkBlue) { $0.m },
            Series(name: "Different people (u)", marker: .square, colour: .orange) { $0.u },
            Series(name: "One household (h)", marker: .diamond, colour: .turquoise) { $0.h },
        ]
        return levels.contains { $0.h != nil } ? all : Array(all.prefix(2))
    }

    private var values: [Double] {
        levels.flatMap { [$0.m, $0.u, $0.h].compactMap(\.self) }
    }
}

/// An axis of shares on which each step is ten times the last; the right end is all of them.
private struct TenfoldScale {
    private let steps: Int
    private let left: Double
    private let right: Double

    /// Shares below one in 10^12 are shown at the left end.
    private static let most = 12

    init(over values: [Double], from left: Double, to right: Double) {
        let smallest = values.filter { $0.isFinite && $0 > 0 }.min() ?? 0.1
        steps = min(TenfoldScale.most, max(1, TenfoldScale.stepsBelow(smallest)))
        self.left = left
        self.right = right
    }

    /// How many times a share must be multiplied by ten to reach 1.
    private static func stepsBelow(_ share: Double) -> Int {
        var (steps, value) = (0, share)
        while value < 1, steps < most {
            value *= 10
            steps += 1
        }
        return steps
    }

    func position(_ share: Double) -> Double {
        guard share > 0 else { return left }
        // The logarithm to base ten by halving: exact enough for a pixel, and the same on every machine.
        var value = min(share, 1)
        var power = 0.0
        while value < 0.1, power < Double(steps) {
            value *= 10
            power += 1
        }
        var (part, bit) = (0.0, 0.5)
        var rest = min(1 / value, 10)
        for _ in 0..<12 {
            rest *= rest
            if rest >= 10 {
                rest /= 10
                part += bit
            }
            bit /= 2
        }
        return right - min(1, (power + part) / Double(steps)) * (right - left)
    }

    func draw(in drawing: inout Drawing, top: Double, bottom: Double) {
        let places = (0...steps).map { right - Double($0) / Double(steps) * (right - left) }
        for (step, x) in places.enumerated() {
            drawing.line(Point(x, top), Point(x, bottom), step == 0 ? .axis : .gridLine)
        }
        let names = (0...steps).map(TenfoldScale.name)
        drawing.placeLabels(names.reversed(), at: places.reversed(), y: bottom + lineHeight, keepingLast: true)
        let words = Letters.fit("Share of pairs at the level", size: Letters.smallest, width: right)
        drawing.label(
            Label(words, at: Point(right + 8, bottom + 2 * lineHeight + 4), anchor: .end, colour: .softInk)
        )
    }

    private static func name(_ step: Int) -> String {
        var number = 1
        for _ in 0..<step { number *= 10 }
        switch step {
        case 0: return "all"
        case 6...8: return "1 in \(number / 1_000_000) million"
        case 9...: return "1 in \(number / 1_000_000_000) billion"
        default: return "1 in \(NumberText.count(number))"
        }
    }
}
