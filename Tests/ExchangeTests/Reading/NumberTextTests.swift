import Exchange
import Testing
import Values

struct NumberTextTests {
    @Test(
        arguments: [
            ("0", 0, 0), ("3", 3, 0), ("-0.61", -61, 2), (".5", 5, 1), ("5.", 5, 0), ("+7", 7, 0), ("1e3", 1000, 0),
            ("12.50", 125, 1), ("-12e-1", -12, 1), ("123456789012345678", 123_456_789_012_345_678, 0),
            ("0.123456789012345678", 123_456_789_012_345_678, 18), ("1.000000000000000000000", 1, 0),
        ] as [(String, Int64, UInt8)]
    )
    func readsNumbers(_ text: String, _ digits: Int64, _ places: UInt8) {
        let reading = NumberText.read(Array(text.utf8)[...])
        #expect(reading?.value == Decimal(digits: digits, places: places))
        #expect(reading?.isRounded == false)
    }

    @Test(arguments: ["1.2345678901234567891", "0.1234567890123456789", "123456789012345678.5", "1e-19"])
    func saysWhatIsRounded(_ text: String) {
        #expect(NumberText.read(Array(text.utf8)[...])?.isRounded == true)
    }

    @Test(arguments: [
        "", "-", ".", "1,000", "£5", "1.2.3", "e5", "1e", "0x10", "nan", "1234567890123456789", "1 2", "--1",
    ])
    func refusesOtherText(_ text: String) {
        #expect(NumberText.read(Array(text.utf8)[...]) == nil)
    }

    /// The reader of `Decimal` is the oracle for the quick way.
    @Test func agreesWithDecimal() {
        var generator = SeededGenerator(seed: 3)
        let pieces = Array("0123456789.-e")
        for _ in 0..<5000 {
            let text = String(
                (0..<Int.random(in: 1...9, using: &generator)).map { _ in
                    pieces.randomElement(using: &generator) ?? "0"
                }
            )
            #expect(NumberText.read(Array(text.utf8)[...])?.value == Decimal(text))
        }
    }
}
