package import Report
import Values

/// A figure in words and numbers for people (`figures.md`, Values).
package enum FigureText {
    /// Stands where there is no value: the denominator is nought or nothing was measured.
    package static let notAvailable = "not available: nothing to measure"

    /// `91.0%`, `458`, `£12,000`, `4.51 months`.
    package static func value(of figure: Figure) -> String {
        guard let value = figure.value else { return notAvailable }
        if figure.unit == .share, let share = figure.share, let percent = NumberText.percent(share) { return percent }
        return number(value, of: figure)
    }

    /// The same, with `not available` alone where a table has no room for the reason.
    package static func shortValue(of figure: Figure) -> String {
        figure.value == nil ? "not available" : value(of: figure)
    }

    /// `87.7% to 93.4%`, in the figure's own unit; nil where it has none.
    package static func interval(of figure: Figure) -> String? {
        guard let low = figure.low, let high = figure.high else { return nil }
        return "\(number(low, of: figure)) to \(number(high, of: figure))"
    }

    /// `353 of 388`; nil for all but shares.
    package static func fraction(of figure: Figure) -> String? {
        guard figure.unit == .share, let share = figure.share else { return nil }
        return "\(share.numerator.grouped) of \(share.denominator.grouped)"
    }

    /// `12 not known`; nil where everything is, or where the figure does not say.
    package static func unknown(of figure: Figure) -> String? {
        guard let unknown = figure.unknown, unknown > 0 else { return nil }
        return "\(unknown.grouped) not known"
    }

    /// What stands beside the value: the fraction, the interval and what is not known, in this order.
    package static func details(of figure: Figure) -> [String] {
        [fraction(of: figure), interval(of: figure).map { "95% interval \($0)" }, unknown(of: figure)]
            .compactMap(\.self)
    }

    /// A number in the figure's unit.
    package static func number(_ value: Double, of figure: Figure) -> String {
        switch figure.unit {
        case .count: NumberText.trimmed(value, places: 2)
        case .share: NumberText.percent(value)
        case .days: units(value, places: 1, "day", "days")
        case .months: units(value, places: 2, "month", "months")
        case .hours: units(value, places: 1, "hour", "hours")
        case .pounds: NumberText.pounds(value)
        case .score: NumberText.decimal(value, places: 2)
        case .wte: NumberText.trimmed(value, places: 2)
        case .caseload: NumberText.decimal(value, places: 1)
        case .statistic where figure.isProbability: NumberText.pValue(value)
        case .statistic: NumberText.decimal(value, places: 2)
        }
    }

    private static func units(_ value: Double, places: Int, _ one: String, _ many: String) -> String {
        "\(NumberText.trimmed(value, places: places)) \(value == 1 ? one : many)"
    }
}

extension Figure {
    /// p values end in `.p` (`sdq.change.p`).
    fileprivate var isProbability: Bool { id.hasSuffix(".p") }
}
