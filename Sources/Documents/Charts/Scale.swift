/// Where values stand on an axis, and the round numbers marked on it.
struct Scale: Sendable {
    /// What the axis reaches from and to, in the data's unit.
    let domain: ClosedRange<Double>
    /// Where it begins and ends in the picture, in pixels; an axis that rises begins at the larger.
    let start: Double
    let end: Double
    let ticks: [Double]

    /// An axis over at least `domain`, widened to round numbers, with about `count` of them marked.
    init(over domain: ClosedRange<Double>, from start: Double, to end: Double, ticks count: Int = 5) {
        let step = Scale.niceStep(domain.upperBound - domain.lowerBound, count: count)
        let first = (domain.lowerBound / step).rounded(.down)
        let last = max((domain.upperBound / step).rounded(.up), first + 1)
        self.domain = first * step...last * step
        self.start = start
        self.end = end
        // From whole multiples, so that rounding errors do not add up.
        ticks = (Int(first)...Int(last)).map { Double($0) * step }
        self.step = step
    }

    private let step: Double

    func position(_ value: Double) -> Double {
        let clamped = min(max(value, domain.lowerBound), domain.upperBound)
        let part = (clamped - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
        return start + part * (end - start)
    }

    /// How many decimals the marked numbers need.
    var places: Int {
        var places = 0
        var unit = step
        while places < 6, (unit - unit.rounded()).magnitude > 1e-9 * unit.magnitude {
            unit *= 10
            places += 1
        }
        return places
    }

    /// 1, 2 or 5 times a power of ten, so that about `count` of them fill the range.
    static func niceStep(_ range: Double, count: Int) -> Double {
        guard range > 0, range.isFinite else { return 1 }
        let raw = range / Double(max(1, count))
        var power = 1.0
        while power * 10 <= raw { power *= 10 }
        while power > raw { power /= 10 }
        let part = raw / power
        return power * (part <= 1.0001 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10)
    }
}

/// What an axis or a label writes after its numbers.
package enum ChartUnit: Sendable, Hashable {
    /// Whole things: `Families`.
    case count(String)
    /// 0 to 1, shown as a percentage.
    case share
    case pounds
    /// Points, days, months: the words stand on the axis.
    case number(String, places: Int)

    /// A value beside a bar or a point.
    package func text(_ value: Double) -> String {
        switch self {
        case .count: NumberText.trimmed(value, places: 2)
        case .share: NumberText.percent(value)
        case .pounds: NumberText.pounds(value)
        case .number(_, let places): NumberText.decimal(value, places: places)
        }
    }

    /// The same without zeros after the point: `Target 85%`.
    func shortText(_ value: Double) -> String {
        switch self {
        case .share: NumberText.trimmed(value * 100, places: 1) + "%"
        case .number(_, let places): NumberText.trimmed(value, places: places)
        case .count, .pounds: text(value)
        }
    }

    /// A number on the axis.
    func tick(_ value: Double, places: Int) -> String {
        switch self {
        case .share: NumberText.decimal(value * 100, places: max(0, places - 2)) + "%"
        case .pounds: NumberText.pounds(value)
        case .count, .number: NumberText.decimal(value, places: places)
        }
    }

    /// The words on the axis; nil where the sign beside each number says it.
    var axisTitle: String? {
        switch self {
        case .count(let words), .number(let words, _): words
        case .share, .pounds: nil
        }
    }

    /// What a scale from nought must reach: 100 % for shares, the largest value for the rest.
    func domain(of values: [Double]) -> ClosedRange<Double> {
        let known = values.filter(\.isFinite)
        if self == .share { return 0...max(1, known.max() ?? 1) }
        return min(0, known.min() ?? 0)...max(known.max() ?? 0, smallestReach)
    }

    private var smallestReach: Double {
        if case .count = self { 5 } else { 1 }
    }
}
