import Testing
import Values

@Suite struct DecimalTests {
    @Test(arguments: [
        ("0.61", "0.61"), ("-0.61", "-0.61"), ("+3", "3"), (".5", "0.5"), ("5.", "5"), ("007", "7"), ("1.500", "1.5"),
        ("-0", "0"), ("-0.000", "0"), ("1e3", "1000"), ("1.5E-3", "0.0015"), ("12e+2", "1200"), ("6.1e-1", "0.61"),
        ("100", "100"), ("0.6071428571428571", "0.6071428571428571"), ("0.12345678901234567", "0.12345678901234567"),
        ("22.426900584795323", "22.426900584795323"), ("999999999999999999", "999999999999999999"),
        ("0.000000000000000001", "0.000000000000000001"), ("0.0000000000000000006", "0.000000000000000001"),
        ("0.0000000000000000004", "0"), ("1e-40", "0"), ("0.1234567890123456785", "0.123456789012345679"),
        ("0.9999999999999999999", "1"), ("123456789.1234567890123", "123456789.123456789"), ("0e999", "0"),
        ("0.00000000000000000000000000000000000000000001", "0"), ("17.0", "17"),
    ])
    func textComesBackInItsShortestForm(text: String, plain: String) throws {
        let value = try #require(Decimal(text))
        #expect(value.plain == plain)
        #expect(Decimal(value.plain) == value)
    }

    @Test(arguments: [
        "", "-", ".", "1.2.3", "1,5", "0x10", "1e", "1e+", "e3", " 1", "1 ", "--1", "NaN", "inf", "1_000",
        "1000000000000000000", "1e18", "1e40", "9999999999999999999999999999999999999999", "999999999999999999.9",
    ])
    func whatIsNoNumberOrTooLargeIsRefused(text: String) {
        #expect(Decimal(text) == nil)
    }

    @Test func theSameNumberIsEqualHoweverItIsWritten() {
        #expect(Decimal("0.610") == Decimal("61e-2"))
        #expect(Decimal(digits: 6100, places: 4) == Decimal(digits: 61, places: 2))
        #expect(Decimal(17) == Decimal("17.000"))
    }

    @Test func aMeanOfFourIsExactlyTheThreshold() throws {
        let readings = try ["0.52", "0.59", "0.57", "0.76"].map { try #require(Decimal($0)) }
        let threshold = try #require(Decimal("0.61"))
        let sum = readings.reduce(Int128(0)) { $0 + $1.scaled }
        #expect(sum == threshold.scaled * 4)
        #expect(readings.reduce(0) { $0 + $1.double } / 4 != 0.61)
    }

    @Test(arguments: [
        "0.61", "0.6071428571428571", "0.12345678901234567", "22.426900584795323", "17.81286549707602",
        "9007199254740993", "0.1000000000000000055", "-123456.789012345678", "123456789012345678", "0", "4.35",
    ])
    func theNearestFloatingPointNumberIsTheOneOfTheText(text: String) throws {
        #expect(try #require(Decimal(text)).double == Double(text))
    }

    @Test func sixteenDigitsOfAnyShareComeBackAsTheSameFloatingPointNumber() throws {
        for denominator in 1...120 {
            for numerator in 0...denominator {
                let share = Double(numerator) / Double(denominator)
                #expect(Decimal("\(share)")?.double == share)
            }
        }
    }

    @Test(arguments: [
        ("2.5", 0, 3), ("-2.5", 0, -3), ("2.4999", 0, 2), ("-2.4999", 0, -2), ("0.125", 2, 13), ("0.124", 2, 12),
        ("17", 2, 1700), ("0.61", 4, 6100), ("0", 3, 0), ("0.5", 0, 1), ("-0.5", 0, -1),
    ])
    func roundingIsHalfAwayFromNought(text: String, places: Int, rounded: Int) throws {
        #expect(try #require(Decimal(text)).rounded(places: places) == Int128(rounded))
    }

    @Test func placesOutsideTheDigitsAreNotRoundedTo() {
        #expect(Decimal(1).rounded(places: -1) == nil)
        #expect(Decimal(1).rounded(places: 19) == nil)
        #expect(Decimal(digits: 1, places: 18).rounded(places: 18) == 1)
    }

    @Test func orderIsTheOrderOfTheNumbers() throws {
        let texts = ["-10", "-2.5", "-0.01", "0", "0.001", "0.6", "0.61", "0.7", "7", "16", "100"]
        let values = try texts.map { try #require(Decimal($0)) }
        #expect(values.shuffled().sorted() == values)
    }
}
