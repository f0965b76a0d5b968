/// A reporting period: both days belong to it.
package struct Period: Hashable, Sendable {
    package let from: Day
    package let to: Day

    /// Nil where it would end before it begins.
    package init?(from: Day, to: Day) {
        guard from <= to else { return nil }
        self.from = from
        self.to = to
    }

    private init(_ from: Day, _ to: Day) {
        self.from = from
        self.to = to
    }

    /// The last so many months as at a day, `(day - months, day]`.
    package static func last(months: Int, asAt day: Day) -> Period {
        Period(min(day.adding(months: -months) + 1, day), day)
    }

    /// How many days it has, both ends counted.
    package var days: Int { to - from + 1 }

    /// The day after its last.
    package var end: Day { to + 1 }

    @inlinable package func contains(_ day: Day) -> Bool {
        from <= day && day <= to
    }

    /// The days it shares with another, if any.
    package func intersection(_ other: Period) -> Period? {
        Period(from: max(from, other.from), to: min(to, other.to))
    }

    /// `1 April 2018 to 31 March 2019`.
    package var long: String { "\(from.long) to \(to.long)" }
}
