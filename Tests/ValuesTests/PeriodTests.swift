import Testing
import Values

@Suite struct PeriodTests {
    func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }
    func period(_ from: String, _ to: String) throws -> Period {
        try #require(Period(from: day(from), to: day(to)))
    }

    @Test func bothEndsBelong() throws {
        let period = try period("2018-04-01", "2019-03-31")
        #expect(period.days == 365)
        #expect(period.contains(period.from) && period.contains(period.to))
        #expect(!period.contains(period.from - 1) && !period.contains(period.end))
        #expect(period.end.iso == "2019-04-01")
        #expect(period.long == "1 April 2018 to 31 March 2019")
    }

    @Test func anEndBeforeTheStartIsRefused() throws {
        #expect(Period(from: try day("2019-01-02"), to: try day("2019-01-01")) == nil)
        #expect(try period("2019-01-01", "2019-01-01").days == 1)
    }

    @Test(arguments: [
        ("2019-02-14", 12, "2018-02-15"), ("2020-02-29", 12, "2019-03-01"), ("2019-05-31", 3, "2019-03-01"),
        ("2019-08-31", 6, "2019-03-01"), ("2019-01-01", 1, "2018-12-02"), ("2019-01-01", 0, "2019-01-01"),
    ])
    func theLastMonthsBeginTheDayAfter(asAt: String, months: Int, from: String) throws {
        let last = Period.last(months: months, asAt: try day(asAt))
        #expect(last.from.iso == from && last.to.iso == asAt)
    }

    @Test func anIntersectionIsWhatBothHave() throws {
        let year = try period("2018-04-01", "2019-03-31")
        #expect(year.intersection(try period("2019-03-31", "2019-05-01")) == (try period("2019-03-31", "2019-03-31")))
        #expect(year.intersection(try period("2019-04-01", "2019-05-01")) == nil)
        #expect(year.intersection(year) == year)
    }
}

@Suite struct NightsTests {
    func day(_ number: Int32) -> Day { Day(number: number) }

    @Test func theNightOfTheEndIsNotAmongThem() {
        let stay = Nights(from: day(10), until: day(12))
        #expect(!stay.contains(day(9)) && stay.contains(day(10)) && stay.contains(day(11)) && !stay.contains(day(12)))
        #expect(Nights(from: day(10), until: nil).contains(day(10_000)))
        #expect(!Nights(from: day(10), until: day(10)).contains(day(10)))
    }

    @Test func aCountIsTheNumberOfNightsContained() {
        for from in Int32(0)..<8 {
            for until in [nil] + (from..<9).map(Optional.some) {
                let nights = Nights(from: day(from), until: until.map { day($0) })
                for start in Int32(0)..<9 {
                    for end in Int32(0)..<9 {
                        let counted = stride(from: start, to: end, by: 1).count { nights.contains(day($0)) }
                        #expect(nights.count(from: day(start), until: day(end)) == counted)
                    }
                }
            }
        }
    }
}

@Suite struct QuarterTests {
    @Test func everyDayLiesInItsQuarterAndInItsFinancialYear() throws {
        var day = try #require(Day(iso: "2014-01-01"))
        while day.year < 2019 {
            let quarter = Quarter(containing: day)
            let year = FinancialYear(containing: day)
            guard quarter.period.contains(day), year.period.contains(day), quarter.period.from.dayOfMonth == 1,
                Quarter(containing: quarter.period.end) > quarter,
                FinancialYear(containing: year.period.end) == FinancialYear(startYear: year.startYear + 1)
            else {
                Issue.record("\(day)")
                return
            }
            day = day + 1
        }
    }

    @Test(arguments: [
        ("2026-01-01", "January to March 2026", "2026-01-01", "2026-03-31"),
        ("2024-02-29", "January to March 2024", "2024-01-01", "2024-03-31"),
        ("2026-09-30", "July to September 2026", "2026-07-01", "2026-09-30"),
        ("2026-12-31", "October to December 2026", "2026-10-01", "2026-12-31"),
    ])
    func quartersAreOfTheCalendar(iso: String, long: String, from: String, to: String) throws {
        let quarter = Quarter(containing: try #require(Day(iso: iso)))
        #expect(quarter.long == long && quarter.period.from.iso == from && quarter.period.to.iso == to)
    }

    @Test(arguments: [
        ("2026-03-31", "2025 to 2026", "2025-04-01", "2026-03-31"),
        ("2026-04-01", "2026 to 2027", "2026-04-01", "2027-03-31"),
    ])
    func theFinancialYearTurnsInApril(iso: String, long: String, from: String, to: String) throws {
        let year = FinancialYear(containing: try #require(Day(iso: iso)))
        #expect(year.long == long && year.period.from.iso == from && year.period.to.iso == to)
        #expect(year < FinancialYear(startYear: year.startYear + 1))
    }
}
