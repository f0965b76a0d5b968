/// A line the size of a word, beside a number.
///
/// It only repeats what the words say, so screen readers pass it by.
package struct Sparkline: Sendable {
    package let values: [Double?]

    /// Values in the order of time; gaps are left out.
    package init(_ values: [Double?]) {
        self.values = values
    }

    package func drawing() -> Drawing {
        var drawing = Drawing(width: 120, height: 36)
        let known = values.enumerated().compactMap { index, value in
            value.flatMap { $0.isFinite ? (index, $0) : nil }
        }
        guard let low = known.map(\.1).min(), let high = known.map(\.1).max() else { return drawing }
        let step = 104 / Double(max(1, values.count - 1))
        let points = known.map { index, value in
            Point(8 + Double(index) * step, high > low ? 28 - (value - low) / (high - low) * 20 : 18)
        }
        drawing.add(.line(points, Stroke(.darkBlue)))
        if let last = points.last { drawing.add(.mark(.circle, at: last, fill: .darkBlue)) }
        return drawing
    }

    var html: HTML {
        HTML { $0.decoration(drawing()) }
    }
}
