/// The key above a chart, in the order of its series.
struct Key {
    struct Item {
        enum Sign {
            case fill(Colour)
            /// An interval behind a line.
            case band
            case mark(Marker, Colour)
            case line(Stroke)
        }

        let sign: Sign
        let words: String
    }

    private let placed: [(item: Item, at: Point)]
    /// With the gap below it; nought without items.
    let height: Double

    /// Lays the items out from left to right, in as many lines as they need.
    init(_ items: [Item], width: Double = chartWidth) {
        var placed: [(item: Item, at: Point)] = []
        var x = 0.0
        var line = 0
        for item in items {
            let words = Letters.fit(item.words, size: Letters.smallest, width: width - Key.signWidth)
            let itemWidth = Key.signWidth + Letters.width(of: words, size: Letters.smallest)
            if x > 0, x + itemWidth > width {
                x = 0
                line += 1
            }
            placed.append((Item(sign: item.sign, words: words), Point(x, Double(line) * Key.lineHeight)))
            x += itemWidth + 24
        }
        self.placed = placed
        height = items.isEmpty ? 0 : Double(line + 1) * Key.lineHeight + 10
    }

    /// Draws it at the top of the picture.
    func draw(in drawing: inout Drawing) {
        for (item, point) in placed {
            let middle = Point(point.x + 10, point.y + Key.lineHeight / 2)
            switch item.sign {
            case .fill(let colour):
                let box = Box(left: point.x + 2, top: middle.y - 8, width: 16, height: 16)
                drawing.add(.bar(box, fill: colour, outline: nil))
            case .band:
                let box = Box(left: point.x + 2, top: middle.y - 8, width: 16, height: 16)
                drawing.add(.bar(box, fill: .paleBlue, outline: .bandEdge))
            case .mark(let marker, let colour): drawing.add(.mark(marker, at: middle, fill: colour))
            case .line(let stroke):
                drawing.line(Point(point.x, middle.y), Point(point.x + 22, middle.y), stroke)
            }
            drawing.label(Label(item.words, at: Point(point.x + Key.signWidth, middle.y + 5)))
        }
    }

    private static let signWidth = 28.0
    private static let lineHeight = 24.0
}
