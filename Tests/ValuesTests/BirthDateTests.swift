import Testing
import Values

@Suite struct BirthDateTests {
    @Test(arguments: [
        ("2006-03-27", "2006-03-27", "27 March 2006"), ("2006-02", "2006-02-28", "February 2006"),
        ("2004-02", "2004-02-29", "February 2004"), ("2006-12", "2006-12-31", "December 2006"),
        ("2006", "2006-12-31", "2006"),
    ])
    func isReadAsItsLatestPossibleDay(text: String, latest: String, long: String) throws {
        let birth = try #require(BirthDate(iso: text))
        #expect(birth.latest.iso == latest)
        #expect(birth.iso == text)
        #expect(birth.long == long)
    }

    @Test(arguments: ["2006-13", "2006-02-31", "2006-00", "0000", "200", "2006-1", "2006-", "20061", "abcd", ""])
    func whatCannotBeADateIsRefused(text: String) {
        #expect(BirthDate(iso: text) == nil)
    }

    @Test func precisionTellsApartDatesWithTheSameLatestDay() throws {
        let year = try #require(BirthDate(iso: "2006"))
        let month = try #require(BirthDate(iso: "2006-12"))
        let day = try #require(BirthDate(iso: "2006-12-31"))
        #expect(Set([year, month, day]).count == 3)
        #expect([year.precision, month.precision, day.precision] == [.year, .month, .day])
    }
}

@Suite struct AgeTests {
    @Test(arguments: [
        ("2006-03-27", "2019-03-26", 12), ("2006-03-27", "2019-03-27", 13), ("2004-02-29", "2022-02-28", 17),
        ("2004-02-29", "2022-03-01", 18), ("2004-02-29", "2024-02-29", 20), ("2004-02-29", "2024-02-28", 19),
        ("2019-01-01", "2019-01-01", 0), ("2019-01-01", "2018-12-31", -1), ("2000-12-31", "2018-12-30", 17),
    ])
    func isWholeYearsOnTheDay(born: String, on: String, age: Int) throws {
        let birth = try #require(Day(iso: born))
        let day = try #require(Day(iso: on))
        #expect(day.age(bornOn: birth) == age)
    }

    @Test func risesByOneAYearAndOnlyOnTheBirthday() throws {
        for text in ["2004-02-29", "2005-12-31", "2006-01-01", "2007-07-15"] {
            let birth = try #require(Day(iso: text))
            var day = birth
            var birthdays = 0
            while day.age(bornOn: birth) < 18 {
                let next = day + 1
                birthdays += next.age(bornOn: birth) - day.age(bornOn: birth)
                day = next
            }
            #expect(birthdays == 18)
            #expect(day.year == birth.year + 18)
        }
    }
}
