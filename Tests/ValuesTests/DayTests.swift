import Testing
import Values

@Suite struct DayTests {
    /// Days since 1970 as Python's `datetime.date` has them.
    @Test(arguments: [
        ("0001-01-01", -719_162), ("1600-02-29", -135_081), ("1900-01-01", -25_567), ("1900-03-01", -25_508),
        ("1969-12-31", -1), ("1970-01-01", 0), ("2000-02-29", 11_016), ("2024-02-29", 19_782), ("2100-12-31", 47_846),
        ("9999-12-31", 2_932_896),
    ])
    func knownDaysHaveTheirNumbers(iso: String, number: Int) throws {
        let day = try #require(Day(iso: iso))
        #expect(day.number == Int32(number))
        #expect(day.iso == iso)
    }

    @Test func everyDayOfTwoCenturiesGoesThereAndBack() throws {
        var expected = Int32(-25_567)
        for year in 1900...2100 {
            for month in 1...12 {
                for dayOfMonth in 1...Day.daysIn(month: month, of: year) {
                    let day = try #require(Day(year: year, month: month, day: dayOfMonth))
                    guard day.number == expected, day.parts == (year, month, dayOfMonth), Day(iso: day.iso) == day
                    else {
                        Issue.record("\(year)-\(month)-\(dayOfMonth) does not come back")
                        return
                    }
                    expected += 1
                }
            }
        }
        #expect(expected == 47_847)
    }

    @Test(arguments: [
        "2006-13-01", "2006-00-10", "2006-02-31", "2023-02-29", "1900-02-29", "2006-04-31", "2006-01-00", "0000-01-01",
        "2006-1-01", "06-01-2006", "2006/01/01", "2006-01-01 ", " 2006-01-01", "", "2006-01", "２００６-01-01",
        "+006-01-01",
    ])
    func whatIsNoDayIsRefused(text: String) {
        #expect(Day(iso: text) == nil)
    }

    @Test func theReturnsFormIsDayMonthYear() {
        #expect(Day(dayMonthYear: "31/01/2019") == Day(year: 2019, month: 1, day: 31))
        for text in ["1/1/2019", "31/02/2019", "2019-01-31", "01/13/2019", "31/01/19", ""] {
            #expect(Day(dayMonthYear: text) == nil)
        }
    }

    @Test func peopleReadTheMonthInWords() throws {
        let day = try #require(Day(iso: "2019-01-05"))
        #expect(day.long == "5 January 2019")
        #expect(day.short == "5 Jan 2019")
    }

    @Test func theEndsOfTheCalendar() {
        #expect(Day.earliest.iso == "0001-01-01")
        #expect(Day.latest.iso == "9999-12-31")
        #expect(Day(year: 10_000, month: 1, day: 1) == nil)
    }
}

@Suite struct MonthArithmeticTests {
    @Test(arguments: [
        ("2018-08-31", 6, "2019-02-28"), ("2019-08-31", 6, "2020-02-29"), ("2020-02-29", 12, "2021-02-28"),
        ("2020-02-29", 48, "2024-02-29"), ("2019-12-31", 2, "2020-02-29"), ("2019-01-31", 1, "2019-02-28"),
        ("2019-03-31", -1, "2019-02-28"), ("2020-03-31", -1, "2020-02-29"), ("2019-01-15", -12, "2018-01-15"),
        ("2019-01-15", -13, "2017-12-15"), ("2019-05-31", 30, "2021-11-30"), ("2013-04-01", 30, "2015-10-01"),
        ("2019-06-30", 0, "2019-06-30"), ("2019-12-01", 1, "2020-01-01"), ("2000-01-31", -1, "1999-12-31"),
    ])
    func keepTheDayOrFallBackToTheMonthsLast(from: String, months: Int, to: String) throws {
        let day = try #require(Day(iso: from))
        #expect(day.adding(months: months).iso == to)
    }

    @Test func addingMonthsKeepsTheOrderAndTheMonth() throws {
        var day = try #require(Day(iso: "2015-01-01"))
        while day.year < 2021 {
            for months in [-30, -1, 0, 1, 6, 30] {
                let moved = day.adding(months: months)
                let count = day.year * 12 + day.month - 1 + months
                guard moved.year * 12 + moved.month - 1 == count,
                    moved.dayOfMonth == min(day.dayOfMonth, Day.daysIn(month: moved.month, of: moved.year)),
                    moved <= (day + 1).adding(months: months)
                else {
                    Issue.record("\(day) and \(months) months")
                    return
                }
            }
            day = day + 1
        }
    }
}
