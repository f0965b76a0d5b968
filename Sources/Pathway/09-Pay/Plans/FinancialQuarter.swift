package import Values

/// A quarter of a financial year: the first is April to June.
package struct FinancialQuarter: Hashable, Comparable, Sendable {
    package let year: FinancialYear
    /// 1 is April to June, 4 is January to March.
    package let number: Int

    private init(year: FinancialYear, number: Int) {
        self.year = year
        self.number = number
    }

    /// The quarter so many after the first quarter of the year 0.
    fileprivate init(index: Int) {
        self.init(year: FinancialYear(startYear: index / 4), number: index % 4 + 1)
    }

    /// The quarter the day lies in.
    package init(containing day: Day) {
        self.init(year: FinancialYear(containing: day), number: (day.month + 8) % 12 / 3 + 1)
    }

    /// The first quarter of the year.
    package init(firstOf year: FinancialYear) {
        self.init(year: year, number: 1)
    }

    /// Reads `2018/19 Q4`; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2, let year = FinancialYear(short: parts[0]), parts[1].count == 2,
            parts[1].first == "Q", let number = parts[1].last?.wholeNumberValue, (1...4).contains(number)
        else { return nil }
        self.init(year: year, number: number)
    }

    /// `2018/19 Q4`.
    package var text: String { "\(year.short) Q\(number)" }

    /// `January to March 2019`.
    package var long: String { Quarter(containing: firstDay).long }

    /// Its first day.
    package var firstDay: Day { year.period.from.adding(months: (number - 1) * 3) }

    private var index: Int { year.startYear * 4 + number - 1 }

    package static func < (one: FinancialQuarter, other: FinancialQuarter) -> Bool {
        one.index < other.index
    }

    package static func + (quarter: FinancialQuarter, count: Int) -> FinancialQuarter {
        FinancialQuarter(index: quarter.index + count)
    }

    package static func - (later: FinancialQuarter, earlier: FinancialQuarter) -> Int {
        later.index - earlier.index
    }
}

/// Quarters one after the other, at least one.
package struct QuarterSpan: Hashable, Sendable {
    package let first: FinancialQuarter
    package let last: FinancialQuarter

    /// Nil where the last is before the first.
    package init?(_ first: FinancialQuarter, through last: FinancialQuarter) {
        guard first <= last else { return nil }
        self.first = first
        self.last = last
    }

    package var count: Int { last - first + 1 }

    /// Every quarter, in order.
    package var quarters: [FinancialQuarter] { (0..<count).map { first + $0 } }

    /// Every financial year that any of them lies in, in order.
    package var years: [FinancialYear] {
        (first.year.startYear...last.year.startYear).map { FinancialYear(startYear: $0) }
    }

    /// The quarters that lie in the year.
    package func quarters(in year: FinancialYear) -> [FinancialQuarter] {
        let firstOfYear = FinancialQuarter(firstOf: year)
        return (0..<4).map { firstOfYear + $0 }.filter(contains)
    }

    package func contains(_ quarter: FinancialQuarter) -> Bool {
        first <= quarter && quarter <= last
    }
}

extension FinancialYear {
    /// Reads `2018/19`; nil for anything else, and where the second year does not follow the first.
    package init?(short text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 4, parts[1].count == 2, let start = Int(parts[0]),
            let end = Int(parts[1]), (1900...2199).contains(start), end == (start + 1) % 100
        else { return nil }
        self.init(startYear: start)
    }

    /// `2018/19`, as budgets have it.
    package var short: String {
        let end = (startYear + 1) % 100
        return "\(startYear)/\(end < 10 ? "0" : "")\(end)"
    }
}

extension Money {
    /// A quarter's part of an annual amount: 1 is the first.
    ///
    /// Each quarter ends at the whole pence below its part of the year so far, so that four quarters are always exactly
    /// the year.
    package func quarter(_ number: Int) -> Money {
        Money(pence: upToQuarter(number) - upToQuarter(number - 1))
    }

    private func upToQuarter(_ number: Int) -> Int64 {
        let (quotient, rest) = pence.quotientAndRemainder(dividingBy: 4)
        let scaled = rest * Int64(number)
        return quotient * Int64(number) + (scaled >= 0 ? scaled / 4 : (scaled - 3) / 4)
    }

    package static prefix func - (money: Money) -> Money {
        Money(pence: -money.pence)
    }
}

extension Sequence<Money> {
    /// Their sum.
    package var total: Money { reduce(.zero, +) }
}
