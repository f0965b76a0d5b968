import Values

extension PublishedFigure {
    /// The name of a count in the log as a reader says it, for the account of what is hidden and why.
    ///
    /// `tier/high.distance-travelled.worse count 2025-04-01..2026-03-31 35` becomes "tier high, worse, 1 April 2025 to 31
    /// March 2026"; a figure of a report is given by the words of its name, which break where a page is narrow. What is left
    /// of one count when another is taken from it says both. Any other name is given as it is.
    package static func words(of name: String) -> String {
        name.split(separator: " less ").map { one(String($0)) ?? String($0) }.joined(separator: ", less ")
    }

    private static func one(_ name: String) -> String? {
        var words = name.split(separator: " ")
        guard words.count > 3, let value = words.popLast().flatMap({ Int($0) }), let days = words.popLast(),
            let period = period(days), let part = words.popLast().flatMap({ Part(rawValue: String($0)) })
        else { return nil }
        let name = words.joined(separator: " ")
        let count = PublishedFigure(figure: name, part: part, period: period, grows: true, value: value, isHidden: true)
        let whole = part == .denominator ? "all it is counted in" : nil
        return [count.subject, whole, period.long].compactMap(\.self).joined(separator: ", ")
    }

    private static func period(_ text: Substring) -> Period? {
        let days = text.split(separator: "..").compactMap { Day(iso: String($0)) }
        return days.count == 2 ? Period(from: days[0], to: days[1]) : nil
    }

    /// Whom it counts and what of them.
    private var subject: String {
        guard topic != .report else { return figure.replacing(".", with: " ").replacing("_", with: " ") }
        let code = group.drop { $0 != "/" }.dropFirst()
        let group = dimension.isEmpty ? "all" : "\(dimension) \(code.isEmpty ? "not known" : code)"
        return "\(group), \(Indicator(rawValue: String(measure))?.label.lowercased() ?? String(measure))"
    }
}
