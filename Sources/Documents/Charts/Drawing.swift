/// A picture as a list of shapes: charts draw into it, `SVG` writes it, and tests measure it.
package struct Drawing: Sendable {
    package let width: Double
    package let height: Double
    package private(set) var shapes: [Shape] = []

    package init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }

    mutating func add(_ shape: Shape) {
        shapes.append(shape)
    }

    mutating func line(_ from: Point, _ to: Point, _ stroke: Stroke) {
        add(.line([from, to], stroke))
    }

    mutating func label(_ label: Label) {
        add(.label(label))
    }

    /// The words in the picture.
    package var labels: [Label] {
        shapes.compactMap { shape in
            if case .label(let label) = shape { label } else { nil }
        }
    }
}

package struct Point: Sendable, Hashable {
    package let x: Double
    package let y: Double

    package init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}

package struct Box: Sendable, Hashable {
    package let left: Double
    package let top: Double
    package let width: Double
    package let height: Double

    package var right: Double { left + width }
    package var bottom: Double { top + height }

    /// Whether the two have some area in common.
    package func overlaps(_ other: Box) -> Bool {
        left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
}

package struct Stroke: Sendable, Hashable {
    package let colour: Colour
    package let width: Double
    package let dash: Dash

    package enum Dash: String, Sendable {
        case solid = ""
        case dashed = "8 5"
        case dotted = "2 4"
    }

    init(_ colour: Colour, width: Double = 2, dash: Dash = .solid) {
        self.colour = colour
        self.width = width
        self.dash = dash
    }

    static let gridLine = Stroke(.grid, width: 1)
    static let axis = Stroke(.grey, width: 1)
}

package enum Shape: Sendable {
    case bar(Box, fill: Colour, outline: Stroke?)
    case line([Point], Stroke)
    case area([Point], fill: Colour)
    case mark(Marker, at: Point, fill: Colour)
    case label(Label)
}

/// The sign at a point: series differ in shape as well as in colour.
package enum Marker: Sendable, Hashable, CaseIterable {
    case circle, openSquare, diamond, triangle, square, cross

    /// From the point to its edge, in pixels.
    static let radius = 6.0
}

/// Words in a picture.
package struct Label: Sendable, Hashable {
    package enum Anchor: String, Sendable {
        case start, middle, end
    }

    package let text: String
    /// Where its baseline begins, has its middle, or ends.
    package let at: Point
    package let anchor: Anchor
    package let size: Double
    package let isBold: Bool
    package let colour: Colour
    /// What it stands on, for the contrast.
    package let background: Colour

    init(
        _ text: String,
        at point: Point,
        anchor: Anchor = .start,
        size: Double = Letters.smallest,
        isBold: Bool = false,
        colour: Colour = .ink,
        on background: Colour = .white
    ) {
        self.text = text
        at = point
        self.anchor = anchor
        self.size = size
        self.isBold = isBold
        self.colour = colour
        self.background = background
    }

    package var width: Double { Letters.width(of: text, size: size, isBold: isBold) }

    /// The room it takes: from the tallest letter to the tail of a `g`.
    package var box: Box {
        let left =
            switch anchor {
            case .start: at.x
            case .middle: at.x - width / 2
            case .end: at.x - width
            }
        return Box(left: left, top: at.y - size * 0.8, width: width, height: size)
    }
}
