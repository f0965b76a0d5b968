/// Three calendar months that begin in January, April, July or October.
package struct Quarter: Hashable, Comparable, Sendable {
    package let year: Int
    /// 1 is January to March.
    package let number: Int

    /// The quarter the day lies in.
    package init(containing day: Day) {
        let (year, month, _) = day.parts
        self.year = year
        number = (month + 2) / 3
    }

    /// Its first and last day.
    package var period: Period {
        let first = Day.earliest.adding(months: (year - 1) * 12 + (number - 1) * 3)
        return Period.last(months: 3, asAt: first.adding(months: 3) - 1).startingOn(first)
    }

    package static func < (one: Quarter, other: Quarter) -> Bool {
        (one.year, one.number) < (other.year, other.number)
    }

    /// `July to September 2026`.
    package var long: String {
        "\(Day.monthNames[number * 3 - 3]) to \(Day.monthNames[number * 3 - 1]) \(year)"
    }
}

/// The English public sector's year, 1 April to 31 March.
package struct FinancialYear: Hashable, Comparable, Sendable {
    /// The calendar year it begins in.
    package let startYear: Int

    /// The financial year the day lies in.
    package init(containing day: Day) {
        let (year, month, _) = day.parts
        startYear = month >= 4 ? year : year - 1
    }

    /// The financial year that begins on 1 April of the year.
    package init(startYear: Int) {
        self.startYear = startYear
    }

    /// 1 April to 31 March.
    package var period: Period {
        let first = Day.earliest.adding(months: (startYear - 1) * 12 + 3)
        return Period.last(months: 12, asAt: first.adding(months: 12) - 1).startingOn(first)
    }

    package static func < (one: FinancialYear, other: FinancialYear) -> Bool {
        one.startYear < other.startYear
    }

    /// `2026 to 2027`.
    package var long: String { "\(startYear) to \(startYear + 1)" }
}

extension Period {
    /// The same period with another first day; unchanged where that would be after its last.
    fileprivate func startingOn(_ day: Day) -> Period {
        Period(from: day, to: to) ?? self
    }
}
