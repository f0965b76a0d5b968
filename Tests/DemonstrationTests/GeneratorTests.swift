import Testing
import Values

@testable import Demonstration

struct GeneratorTests {
    /// The first numbers from seed 0, as published with SplitMix64.
    @Test func `the numbers are those published`() {
        var numbers = SeededGenerator(state: 0)
        #expect(numbers.next() == 0xE220_A839_7B1D_CDAF)
        #expect(numbers.next() == 0x6E78_9E6A_A1B9_65F4)
        #expect(numbers.next() == 0x06C4_5D18_8009_454F)
    }

    @Test(arguments: [0...0, 1...2, -3...3, 0...100])
    func `whole numbers fill their range and stay in it`(range: ClosedRange<Int>) {
        var numbers = SeededGenerator(state: 7)
        let drawn = (0..<5_000).map { _ in numbers.whole(range) }
        #expect(drawn.min() == range.lowerBound)
        #expect(drawn.max() == range.upperBound)
    }

    @Test func `draws are as likely as their weights`() {
        var numbers = SeededGenerator(state: 11)
        var counts = [0, 0, 0]
        for _ in 0..<20_000 { counts[numbers.pick([(0, 70), (1, 30), (2, 0)])] += 1 }
        #expect((13_600...14_400).contains(counts[0]))
        #expect(counts[2] == 0)
    }

    @Test func `normal draws have mean 0 and standard deviation 1`() {
        var numbers = SeededGenerator(state: 3)
        let drawn = (0..<20_000).map { _ in numbers.normal() }
        let mean = drawn.reduce(0, +) / 20_000
        let variance = drawn.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 19_999
        #expect(abs(mean) < 0.03)
        #expect(abs(variance - 1) < 0.04)
    }

    @Test func `subjects have numbers of their own`() {
        let setting = Setting(seed: 1, families: 2_000, until: Demonstration.defaultUntil)
        var first = setting.stream(.care, 1)
        var again = setting.stream(.care, 1)
        var other = setting.stream(.care, 2)
        var subject = setting.stream(.events, 1)
        let number = first.next()
        #expect(again.next() == number)
        #expect(other.next() != number)
        #expect(subject.next() != number)
    }

    @Test(arguments: 0...400)
    func `NHS numbers are of the test range with the right check digit`(number: Int) {
        guard let text = PersonNumbers.nhs(number) else { return }
        #expect(text.hasPrefix("999"))
        #expect(NHSNumber(text)?.digits == text)
    }

    @Test(arguments: [(2026, 10, 30, 30), (2026, 10, 31, 30), (2026, 11, 1, 30), (2026, 11, 2, 2), (1969, 12, 28, 26)])
    func `weekends go back to Friday`(year: Int, month: Int, day: Int, expected: Int) throws {
        let day = try #require(Day(year: year, month: month, day: day))
        #expect(day.weekdayOrFridayBefore.dayOfMonth == expected)
    }
}
