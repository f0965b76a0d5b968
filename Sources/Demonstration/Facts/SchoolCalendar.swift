import Values

/// The half-terms of the schools of Westmere; the same days every year.
enum SchoolCalendar {
    struct HalfTerm {
        let from: Day
        let to: Day
        /// Sessions possible, two a school day.
        let sessions: Int
    }

    private static let halfTerms: [(from: (month: Int, day: Int), to: (month: Int, day: Int), sessions: Int)] = [
        ((1, 5), (2, 12), 56), ((2, 22), (3, 27), 50), ((4, 13), (5, 22), 56), ((6, 1), (7, 20), 70),
        ((9, 3), (10, 23), 72), ((11, 2), (12, 18), 70),
    ]

    /// Half-terms whose last day lies from one day to another, in order.
    static func halfTerms(endingFrom first: Day, to last: Day) -> [HalfTerm] {
        guard first <= last else { return [] }
        return (first.year...last.year).flatMap { year in
            halfTerms.compactMap { term -> HalfTerm? in
                guard let from = Day(year: year, month: term.from.month, day: term.from.day),
                    let to = Day(year: year, month: term.to.month, day: term.to.day), first <= to, to <= last
                else { return nil }
                return HalfTerm(from: from, to: to, sessions: term.sessions)
            }
        }
    }

    /// The half-term the day lies in; nil in the holidays.
    static func term(holding day: Day) -> HalfTerm? {
        halfTerms(endingFrom: day, to: day + 60).first { $0.from <= day }
    }
}
