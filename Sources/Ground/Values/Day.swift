/// A calendar date: no time, no time zone.
///
/// Held as the number of days since 1 January 1970 in the proleptic Gregorian calendar, so that two days compare and
/// subtract as integers.
package struct Day: Hashable, Comparable, Sendable {
    /// Days since 1 January 1970; negative before it.
    package let number: Int32

    /// The day with this number of days since 1 January 1970.
    @inlinable package init(number: Int32) {
        self.number = number
    }

    /// The day with this date, or nil where the calendar has no such day (31 February) or the year is not 1 to 9999.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Day.daysIn(month: month, of: year)
        else { return nil }
        self.init(validYear: year, month: month, day: day)
    }

    private init(validYear year: Int, month: Int, day: Int) {
        // Years are counted from March, so that the leap day is the last of its year.
        let marchYear = month <= 2 ? year - 1 : year
        let era = marchYear.floorDivided(by: 400)
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = Int32(era * 146_097 + dayOfEra - 719_468)
    }

    /// Year, month and day of the month.
    package var parts: (year: Int, month: Int, day: Int) {
        let shifted = Int(number) + 719_468
        let era = shifted.floorDivided(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    package var year: Int { parts.year }
    package var month: Int { parts.month }
    package var dayOfMonth: Int { parts.day }

    /// How many days the month has.
    package static func daysIn(month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Whether the year has a 29 February.
    package static func isLeap(_ year: Int) -> Bool {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    }

    @inlinable package static func < (one: Day, other: Day) -> Bool {
        one.number < other.number
    }

    @inlinable package static func - (later: Day, earlier: Day) -> Int {
        Int(later.number) - Int(earlier.number)
    }

    @inlinable package static func + (day: Day, days: Int) -> Day {
        Day(number: day.number + Int32(days))
    }

    @inlinable package static func - (day: Day, days: Int) -> Day {
        Day(number: day.number - Int32(days))
    }

    /// The same day of the month so many months later (or earlier, if negative), or that month's last day where it has
    /// no such day: 31 August and 6 months is 28 or 29 February (`figures.md`, Days).
    package func adding(months: Int) -> Day {
        let (year, month, day) = parts
        let count = year * 12 + month - 1 + months
        let newYear = count.floorDivided(by: 12)
        let newMonth = count - newYear * 12 + 1
        return Day(
            validYear: newYear,
            month: newMonth,
            day: Swift.min(day, Day.daysIn(month: newMonth, of: newYear))
        )
    }

    /// The earliest day a record can bear, 1 January 0001.
    package static let earliest = Day(number: -719_162)
    /// The latest day a record can bear, 31 December 9999.
    package static let latest = Day(number: 2_932_896)
}

extension Int {
    /// The quotient rounded towards minus infinity.
    fileprivate func floorDivided(by divisor: Int) -> Int {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
