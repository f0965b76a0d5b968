import Definitions
import Values

extension MapReader {
    /// Pounds and pence from nothing to a thousand million.
    mutating func amount(_ key: String) -> Money? {
        decimal(key).flatMap { money($0, key) }
    }

    mutating func optionalAmount(_ key: String) -> Money? {
        optionalDecimal(key).flatMap { money($0, key) }
    }

    private func money(_ decimal: Decimal, _ key: String) -> Money? {
        // A thousand million is beyond any council's plan, and keeps every sum far from where numbers end.
        guard decimal >= .zero, decimal <= Decimal(1_000_000_000), decimal.places <= 2 else {
            refuse(key, "must be pounds from 0 to 1000000000, like 175000 or 66125.50")
            return nil
        }
        return Money(pounds: decimal)
    }

    mutating func percent(_ key: String) -> Decimal? {
        guard let decimal = decimal(key) else { return nil }
        guard decimal >= .zero, decimal <= Decimal(100) else {
            refuse(key, "must be from 0 to 100")
            return nil
        }
        return decimal
    }

    mutating func count(_ key: String, from least: Int, to most: Int) -> Int? {
        guard let number = integer(key) else { return nil }
        return checked(number, key, from: least, to: most)
    }

    mutating func optionalCount(_ key: String, from least: Int, to most: Int) -> Int? {
        guard let number = optionalInteger(key) else { return nil }
        return checked(number, key, from: least, to: most)
    }

    private func checked(_ number: Int, _ key: String, from least: Int, to most: Int) -> Int? {
        guard (least...most).contains(number) else {
            refuse(key, "must be from \(least) to \(most)")
            return nil
        }
        return number
    }

    mutating func quarter(_ key: String) -> FinancialQuarter? {
        text(key).flatMap { quarter($0, key) }
    }

    mutating func optionalQuarter(_ key: String) -> FinancialQuarter? {
        optionalText(key).flatMap { quarter($0, key) }
    }

    private func quarter(_ text: String, _ key: String) -> FinancialQuarter? {
        guard let quarter = FinancialQuarter(text) else {
            refuse(key, "must be a quarter of a financial year, like 2018/19 Q4")
            return nil
        }
        return quarter
    }

    mutating func year(_ key: String, in span: QuarterSpan) -> FinancialYear? {
        guard let text = text(key) else { return nil }
        guard let year = FinancialYear(short: text), span.years.contains(year) else {
            refuse(key, "must be a financial year of the plan, like \(span.first.year.short)")
            return nil
        }
        return year
    }

    /// `first` and `last` of this mapping.
    mutating func span() -> QuarterSpan? {
        let first = quarter("first")
        let last = quarter("last")
        guard let first, let last else { return nil }
        guard let span = QuarterSpan(first, through: last), span.count <= 400 else {
            refuse("last", "must be the same as first or after it, and within 100 years of it")
            return nil
        }
        return span
    }

    /// `first` and `last` of this mapping, each the programme's own where it is left out; must lie within the plan.
    mutating func paid(_ delivery: QuarterSpan, within span: QuarterSpan) -> QuarterSpan? {
        let first = optionalQuarter("first") ?? delivery.first
        let last = optionalQuarter("last") ?? delivery.last
        guard let paid = QuarterSpan(first, through: last), span.contains(first), span.contains(last) else {
            refuse("first", "and last must lie within span, last not before first")
            return nil
        }
        return paid
    }

    /// Notes a key whose items do not each have an id of their own.
    func distinct(_ key: String, _ ids: [String]) {
        if Set(ids).count < ids.count { refuse(key, "must each have an id of their own") }
    }

    /// Names that must be among others.
    mutating func names(_ key: String, among known: [String], of what: String) -> [String]? {
        let names = optionalTexts(key) ?? []
        guard names.allSatisfy(known.contains) else {
            refuse(key, "must name \(what) of this plan")
            return nil
        }
        return names
    }
}
