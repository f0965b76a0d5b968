/// A date of birth as far as it is known: `2006-03-27`, `2006-03` or `2006`.
///
/// Read as its latest possible day (`figures.md`, Age), so that nobody is counted older than they may be.
package struct BirthDate: Hashable, Sendable {
    /// How much of the date is known.
    package enum Precision: UInt8, Sendable {
        case year, month, day
    }

    /// The latest day the date can be.
    package let latest: Day
    package let precision: Precision

    /// A date known to the day.
    package init(_ day: Day) {
        self.init(latest: day, precision: .day)
    }

    private init(latest: Day, precision: Precision) {
        self.latest = latest
        self.precision = precision
    }

    /// Reads `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; nil for anything else and for months and days that do not exist.
    package init?(iso text: String) {
        switch text.utf8.count {
        case 10:
            guard let day = Day(iso: text) else { return nil }
            self.init(day)
        case 7:
            guard let first = Day(iso: text + "-01") else { return nil }
            self.init(latest: first.adding(months: 1) - 1, precision: .month)
        case 4:
            guard let last = Day(iso: text + "-12-31") else { return nil }
            self.init(latest: last, precision: .year)
        default: return nil
        }
    }

    /// As it was given.
    package var iso: String {
        switch precision {
        case .day: latest.iso
        case .month: String(latest.iso.prefix(7))
        case .year: String(latest.iso.prefix(4))
        }
    }

    /// As people read it: `27 March 2006`, `March 2006`, `2006`.
    package var long: String {
        switch precision {
        case .day: latest.long
        case .month: "\(Day.monthNames[latest.month - 1]) \(latest.year)"
        case .year: "\(latest.year)"
        }
    }
}

extension Day {
    /// Whole years of age on this day of someone born on `birth`; negative before birth.
    ///
    /// Someone born on 29 February has the birthday on 1 March in other years.
    package func age(bornOn birth: Day) -> Int {
        let (year, month, day) = parts
        let (birthYear, birthMonth, birthDay) = birth.parts
        let hadBirthday = (month, day) >= (birthMonth, birthDay)
        return year - birthYear - (hadBirthday ? 0 : 1)
    }
}
