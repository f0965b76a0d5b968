import Testing
import Values

@Suite struct MoneyTests {
    @Test(arguments: [
        ("2950", "2950.00", "£2,950"), ("2950.5", "2950.50", "£2,950.50"), ("0.005", "0.01", "£0.01"),
        ("0.0049", "0.00", "£0"), ("-0.005", "-0.01", "\u{2212}£0.01"), ("17920000", "17920000.00", "£17,920,000"),
        ("999.995", "1000.00", "£1,000"), ("-1234567.89", "-1234567.89", "\u{2212}£1,234,567.89"), ("0", "0.00", "£0"),
    ])
    func poundsAreRoundedToThePenny(pounds: String, plain: String, long: String) throws {
        let money = try #require(Decimal(pounds).flatMap(Money.init(pounds:)))
        #expect(money.plain == plain)
        #expect(money.long == long)
    }

    @Test func sumsAreExact() {
        let tenth = Money(pence: 10)
        let sum = (0..<10).reduce(Money.zero) { sum, _ in sum + tenth }
        #expect(sum == Money(pence: 100) && sum - tenth == Money(pence: 90) && tenth < sum)
        #expect(sum.pounds == 1)
    }

    @Test func morePoundsThanFitAreRefused() throws {
        #expect(Money(pounds: try #require(Decimal("999999999999999999"))) == nil)
    }

    @Test(arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (-12_450, "\u{2212}12,450"), (1_000_000, "1,000,000")])
    func thousandsHaveCommas(value: Int, text: String) {
        #expect(value.grouped == text)
    }
}

@Suite struct ShareTests {
    @Test func aShareOfNothingHasNoValue() {
        #expect(Share(0, of: 0).value == nil)
        #expect(Share(353, of: 388).value == 353.0 / 388)
        #expect(Share(0, of: 12).value == 0)
    }
}
