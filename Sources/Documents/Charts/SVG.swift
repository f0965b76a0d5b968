extension HTML {
    /// The drawing as SVG, read out by its title and description.
    ///
    /// Ids begin with `id`, which is unique on the page.
    package mutating func svg(_ drawing: Drawing, id: String, title: String, description: String) {
        element(
            "svg",
            .fixed("xmlns", "http://www.w3.org/2000/svg"),
            .role("img"),
            .labelledBy("\(id)-title \(id)-description"),
            Attribute("viewBox", "0 0 \(coordinate(drawing.width)) \(coordinate(drawing.height))"),
            Attribute("width", coordinate(drawing.width)),
            Attribute("height", coordinate(drawing.height)),
            .fixed("font-family", "Arial, 'Liberation Sans', Helvetica, sans-serif")
        ) { html in
            html.element("title", .id("\(id)-title"), text: title)
            html.element("desc", .id("\(id)-description"), text: description)
            html.shapes(of: drawing)
        }
    }

    /// A drawing that only repeats what is said beside it; screen readers pass it by.
    mutating func decoration(_ drawing: Drawing) {
        element(
            "svg",
            .fixed("xmlns", "http://www.w3.org/2000/svg"),
            .fixed("aria-hidden", "true"),
            .fixed("focusable", "false"),
            Attribute("viewBox", "0 0 \(coordinate(drawing.width)) \(coordinate(drawing.height))"),
            Attribute("width", coordinate(drawing.width)),
            Attribute("height", coordinate(drawing.height))
        ) { $0.shapes(of: drawing) }
    }

    private mutating func shapes(of drawing: Drawing) {
        for shape in drawing.shapes {
            switch shape {
            case .bar(let box, let fill, let outline): bar(box, fill: fill, outline: outline)
            case .line(let points, let stroke): line(points, stroke)
            case .area(let points, let fill): polygon(points, fill: fill, outline: nil)
            case .mark(let marker, let point, let fill): mark(marker, at: point, fill: fill)
            case .label(let label): self.label(label)
            }
        }
    }

    private mutating func bar(_ box: Box, fill: Colour, outline: Stroke?) {
        element(
            "rect",
            Attribute("x", coordinate(box.left)),
            Attribute("y", coordinate(box.top)),
            Attribute("width", coordinate(box.width)),
            Attribute("height", coordinate(box.height)),
            Attribute("fill", fill.hex),
            Attribute("stroke", outline?.colour.hex),
            Attribute("stroke-width", (outline?.width).map(coordinate))
        ) { _ in }
    }

    private mutating func line(_ points: [Point], _ stroke: Stroke) {
        element(
            "polyline",
            Attribute("points", coordinates(of: points)),
            .fixed("fill", "none"),
            Attribute("stroke", stroke.colour.hex),
            Attribute("stroke-width", coordinate(stroke.width)),
            Attribute("stroke-dasharray", stroke.dash == .solid ? nil : stroke.dash.rawValue)
        ) { _ in }
    }

    private mutating func polygon(_ points: [Point], fill: Colour, outline: Colour?) {
        element(
            "polygon",
            Attribute("points", coordinates(of: points)),
            Attribute("fill", fill.hex),
            Attribute("stroke", outline?.hex),
            Attribute("stroke-width", outline.map { _ in "2" })
        ) { _ in }
    }

    private mutating func mark(_ marker: Marker, at point: Point, fill: Colour) {
        guard marker != .circle else {
            return element(
                "circle",
                Attribute("cx", coordinate(point.x)),
                Attribute("cy", coordinate(point.y)),
                Attribute("r", coordinate(Marker.radius)),
                Attribute("fill", fill.hex)
            ) { _ in }
        }
        let points = marker.outline.map { Point(point.x + $0.x * Marker.radius, point.y + $0.y * Marker.radius) }
        let isOpen = marker == .openSquare
        polygon(points, fill: isOpen ? .white : fill, outline: isOpen ? fill : nil)
    }

    private mutating func label(_ label: Label) {
        element(
            "text",
            Attribute("x", coordinate(label.at.x)),
            Attribute("y", coordinate(label.at.y)),
            Attribute("font-size", coordinate(label.size)),
            Attribute("font-weight", label.isBold ? "700" : nil),
            Attribute("fill", label.colour.hex),
            Attribute("text-anchor", label.anchor == .start ? nil : label.anchor.rawValue),
            text: label.text
        )
    }
}

private func coordinates(of points: [Point]) -> String {
    points.map { "\(coordinate($0.x)),\(coordinate($0.y))" }.joined(separator: " ")
}

/// With one decimal at most, which is finer than a screen: `12.5`.
private func coordinate(_ value: Double) -> String {
    guard let tenths = Int(exactly: (value * 10).rounded()) else { return "0" }
    let sign = tenths < 0 ? "-" : ""
    let rest = tenths.magnitude % 10
    return sign + "\(tenths.magnitude / 10)" + (rest == 0 ? "" : ".\(rest)")
}

extension Marker {
    /// Its corners around the point, as parts of the radius.
    fileprivate var outline: [Point] {
        switch self {
        case .circle: []
        case .square, .openSquare: [Point(-0.8, -0.8), Point(0.8, -0.8), Point(0.8, 0.8), Point(-0.8, 0.8)]
        case .diamond: [Point(0, -1.2), Point(1.2, 0), Point(0, 1.2), Point(-1.2, 0)]
        case .triangle: [Point(0, -1.1), Point(1.1, 0.9), Point(-1.1, 0.9)]
        case .cross:
            [
                Point(-0.3, -1), Point(0.3, -1), Point(0.3, -0.3), Point(1, -0.3), Point(1, 0.3), Point(0.3, 0.3),
                Point(0.3, 1), Point(-0.3, 1), Point(-0.3, 0.3), Point(-1, 0.3), Point(-1, -0.3), Point(-0.3, -0.3),
            ]
        }
    }
}
