/// The width every chart is drawn at, in pixels; a narrower screen scrolls it.
let chartWidth = 600.0

/// The height of a line of words in a chart.
let lineHeight = 18.0

extension Drawing {
    /// Grid lines from `top` to `bottom`, numbers below them, and the words of the axis below those.
    mutating func bottomAxis(_ scale: Scale, _ unit: ChartUnit, top: Double, bottom: Double) {
        let places = scale.places
        for tick in scale.ticks {
            let x = scale.position(tick)
            line(Point(x, top), Point(x, bottom), tick == 0 ? .axis : .gridLine)
        }
        let texts = scale.ticks.map { unit.tick($0, places: places) }
        placeLabels(texts, at: scale.ticks.map(scale.position), y: bottom + lineHeight)
        if let title = unit.axisTitle {
            let end = max(scale.start, scale.end)
            let words = Letters.fit(title, size: Letters.smallest, width: end)
            label(Label(words, at: Point(end, bottom + 2 * lineHeight + 4), anchor: .end, colour: .softInk))
        }
    }

    /// Grid lines from `left` to `right`, numbers before them, and the words of the axis above, where they need no
    /// turning of the head.
    mutating func leftAxis(_ scale: Scale, _ unit: ChartUnit, left: Double, right: Double, top: Double) {
        let places = scale.places
        let every = max(1, Int((lineHeight / scale.spacing).rounded(.up)))
        for (index, tick) in scale.ticks.enumerated() {
            let y = scale.position(tick)
            line(Point(left, y), Point(right, y), tick == 0 ? .axis : .gridLine)
            guard index.isMultiple(of: every) else { continue }
            let text = unit.tick(tick, places: places)
            label(Label(text, at: Point(left - 8, y + 5), anchor: .end, colour: .softInk))
        }
        if let title = unit.axisTitle {
            let words = Letters.fit(title, size: Letters.smallest, width: width)
            label(Label(words, at: Point(0, top - 12), colour: .softInk))
        }
    }

    /// Words under a row of places: all of them, or every second or third where they would not fit side by side.
    mutating func placeLabels(_ texts: [String], at places: [Double], y: Double, keepingLast: Bool = false) {
        let words = texts.map { Letters.fit($0, size: Letters.smallest, width: width) }
        let labels = zip(words, places).map { words, place in
            let half = width(words) / 2
            let inside = min(max(place, half), width - half)
            return Label(words, at: Point(inside, y), anchor: .middle, colour: .softInk)
        }
        let all = Array(labels.indices)
        for every in 1...max(1, all.count) {
            let chosen = all.filter { (keepingLast ? all.count - 1 - $0 : $0).isMultiple(of: every) }
            let fits = zip(chosen, chosen.dropFirst()).allSatisfy { labels[$0].box.right + 8 <= labels[$1].box.left }
            guard fits else { continue }
            for index in chosen { label(labels[index]) }
            return
        }
    }

    private func width(_ text: String) -> Double {
        Letters.width(of: text, size: Letters.smallest)
    }
}

extension Scale {
    /// Pixels between two marked numbers.
    var spacing: Double {
        ticks.count > 1 ? (position(ticks[1]) - position(ticks[0])).magnitude : (end - start).magnitude
    }

    /// The room the numbers of the axis take to its left.
    func labelWidth(_ unit: ChartUnit) -> Double {
        ticks.map { Letters.width(of: unit.tick($0, places: places), size: Letters.smallest) }.max() ?? 0
    }
}
