import Statistics

/// Shares of groups by their size, inside the limits that chance alone sets around their average (a funnel plot).
///
/// What a group says is its shape: a circle within the limits, a diamond beyond 95%, a triangle beyond 99.8%.
package struct FunnelChart: ChartPicture {
    package struct Group: Sendable {
        package let name: String
        package let counted: Int
        package let known: Int

        package init(_ name: String, _ counted: Int, of known: Int) {
            self.name = name
            self.known = max(0, known)
            self.counted = min(max(0, counted), self.known)
        }

        var share: Double? { known == 0 ? nil : Double(counted) / Double(known) }
    }

    package let groups: [Group]
    package let groupTitle: String
    package let valueTitle: String
    /// What the size is counted in: `Children`.
    package let sizeTitle: String

    package init(_ groups: [Group], groupTitle: String, valueTitle: String, sizeTitle: String) {
        self.groups = groups
        self.groupTitle = groupTitle
        self.valueTitle = valueTitle
        self.sizeTitle = sizeTitle
    }

    private var average: Double? {
        let known = groups.reduce(0) { $0 + $1.known }
        return known == 0 ? nil : Double(groups.reduce(0) { $0 + $1.counted }) / Double(known)
    }

    /// Where a group lies, in words.
    package func verdict(_ group: Group) -> String {
        guard let share = group.share, let average,
            let near = Funnel.limits(average: average, count: group.known, confidence: 0.95),
            let far = Funnel.limits(average: average, count: group.known, confidence: 0.998)
        else { return "Nothing to say" }
        if share > far.high { return "Above the 99.8% limit" }
        if share < far.low { return "Below the 99.8% limit" }
        if share > near.high { return "Above the 95% limit" }
        if share < near.low { return "Below the 95% limit" }
        return "Within the limits"
    }

    private func sign(_ group: Group) -> (marker: Marker, colour: Colour) {
        let words = verdict(group)
        if words.contains("99.8%") { return (.triangle, .darkPink) }
        return words.contains("95%") ? (.diamond, .orange) : (.circle, .darkBlue)
    }

    package func drawing() -> Drawing {
        let key = Key([
            Key.Item(sign: .mark(.circle, .darkBlue), words: "Within the limits"),
            Key.Item(sign: .mark(.diamond, .orange), words: "Beyond 95%"),
            Key.Item(sign: .mark(.triangle, .darkPink), words: "Beyond 99.8%"),
            Key.Item(sign: .line(.average), words: "Average"),
            Key.Item(sign: .line(.warning), words: "95% limits"),
            Key.Item(sign: .line(.control), words: "99.8% limits"),
        ])
        let plot = UprightPlot(unit: .share, domain: 0...1, keyHeight: key.height, right: 34)
        let most = Double(max(10, groups.map(\.known).max() ?? 0))
        let sizes = Scale(over: 0...most, from: plot.left + 8, to: plot.right)
        let unit = ChartUnit.count(sizeTitle)
        var drawing = Drawing(width: chartWidth, height: plot.bottom + axisHeight(unit) + 4)
        key.draw(in: &drawing)
        plot.draw(in: &drawing)
        drawing.bottomAxis(sizes, unit, top: plot.top, bottom: plot.bottom + 4)
        if let average { drawLimits(average, sizes, plot, in: &drawing) }
        drawGroups(sizes, plot, in: &drawing)
        return drawing
    }

    private func drawLimits(_ average: Double, _ sizes: Scale, _ plot: UprightPlot, in drawing: inout Drawing) {
        let y = plot.scale.position(average)
        drawing.line(Point(sizes.start, y), Point(sizes.end, y), .average)
        let last = Int(sizes.domain.upperBound)
        // Narrow steps where the curve bends, wide ones where it does not.
        var counts: [Int] = []
        var next = 1
        while next < last {
            counts.append(next)
            next += max(1, next / 12)
        }
        counts.append(last)
        for (confidence, stroke) in [(0.95, Stroke.warning), (0.998, .control)] {
            let limits = counts.compactMap { count in
                Funnel.limits(average: average, count: count, confidence: confidence).map { (count, $0) }
            }
            for end in [\Interval.low, \Interval.high] {
                let line = limits.map { Point(sizes.position(Double($0.0)), plot.scale.position($0.1[keyPath: end])) }
                if line.count > 1 { drawing.add(.line(line, stroke)) }
            }
        }
    }

    /// Each group with its number in the table, where there is room for it.
    private func drawGroups(_ sizes: Scale, _ plot: UprightPlot, in drawing: inout Drawing) {
        let points = groups.map { group in
            group.share.map { Point(sizes.position(Double(group.known)), plot.scale.position($0)) }
        }
        for (group, point) in zip(groups, points) {
            guard let point else { continue }
            let sign = sign(group)
            drawing.add(.mark(sign.marker, at: point, fill: sign.colour))
        }
        for (index, point) in points.enumerated() {
            guard let point else { continue }
            let label = Label("\(index + 1)", at: Point(point.x + 9, max(point.y + 5, plot.top + 5)))
            let isFree = drawing.labels.allSatisfy { !$0.box.overlaps(label.box) }
            guard isFree, label.box.right <= drawing.width else { continue }
            drawing.label(label)
        }
    }

    package func table(caption: String) -> DataTable {
        DataTable(
            caption: caption,
            columns: [
                .number("Number"), TableColumn(groupTitle), .number(valueTitle), .number("Of"), "95% interval",
                "In the funnel",
            ],
            rows: groups.enumerated().map { index, group in
                let interval = Wilson.interval(group.counted, of: group.known)
                    .map { "\(NumberText.percent($0.low)) to \(NumberText.percent($0.high))" }
                return [
                    .text("\(index + 1)"), .text(group.name), .text(group.share.map(NumberText.percent) ?? "none"),
                    .text("\(NumberText.count(group.counted)) of \(NumberText.count(group.known))"),
                    .text(interval ?? "none"), .text(verdict(group)),
                ]
            },
            hasRowHeadings: false
        )
    }
}

extension Stroke {
    /// The limits of a funnel that one in twenty, and two in a thousand, lie beyond by chance.
    fileprivate static let average = Stroke(.darkBlue, width: 2)
    fileprivate static let warning = Stroke(.grey, width: 1, dash: .dashed)
    fileprivate static let control = Stroke(.darkGrey, width: 1, dash: .dotted)
}
