import Documents
import Foundation

/// Words that leave the picture, meet others, are small, or cannot be read on what they stand on.
func faultsOfLabels(_ drawing: Drawing) -> [String] {
    let labels = drawing.labels
    let boxes = labels.map(\.box)
    var faults: [String] = []
    for (index, label) in labels.enumerated() {
        let box = boxes[index]
        if box.left < -0.01 || box.right > drawing.width + 0.01 || box.top < 0 || box.bottom > drawing.height {
            faults.append("\(label.text) is outside")
        }
        if label.size < 14 { faults.append("\(label.text) is small") }
        if contrast(label.colour, label.background) < 4.5 { faults.append("\(label.text) is faint") }
        for other in 0..<index where box.overlaps(boxes[other]) {
            faults.append("\(label.text) meets \(labels[other].text)")
        }
    }
    return faults
}

/// Shapes that leave the picture or are faint on white.
func faultsOfShapes(_ drawing: Drawing) -> [String] {
    var faults: [String] = []
    for shape in drawing.shapes {
        for point in points(of: shape)
        where !(-0.01...drawing.width + 0.01).contains(point.x) || !(-0.01...drawing.height + 0.01).contains(point.y) {
            faults.append("outside: \(shape)")
        }
        switch shape {
        case .mark(_, at: _, let fill) where contrast(fill, .white) < 3: faults.append("faint: \(shape)")
        case .bar(_, let fill, let outline):
            // An interval's pale fill is told by its edge.
            let edge = outline.map { $0.colour == .white ? fill : $0.colour } ?? fill
            if contrast(edge, .white) < 3 { faults.append("faint: \(shape)") }
        case .mark, .line, .area, .label: continue
        }
    }
    return faults
}

/// Where a shape reaches to; words are measured apart.
private func points(of shape: Shape) -> [Point] {
    switch shape {
    case .bar(let box, _, _): [Point(box.left, box.top), Point(box.right, box.bottom)]
    case .line(let points, _), .area(let points, _): points
    case .mark(_, let point, _): [Point(point.x - 6, point.y - 6), Point(point.x + 6, point.y + 6)]
    case .label: []
    }
}

/// WCAG 2.2, contrast ratio.
func contrast(_ one: Colour, _ other: Colour) -> Double {
    func luminance(_ colour: Colour) -> Double {
        let parts = [colour.red, colour.green, colour.blue].map { channel in
            let value = Double(channel) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    let values = [luminance(one), luminance(other)].sorted()
    return (values[1] + 0.05) / (values[0] + 0.05)
}
