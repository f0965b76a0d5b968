import Linkage
import Testing

@Suite struct ValueMeasureTests {
    @Test(arguments: [
        ("2014-08-19", "2014-08-19", 0), ("2014-08-19", "2014-08-20", 1), ("2015-08-19", "2014-08-19", 365),
        ("2016-02-28", "2016-03-01", 2),
    ])
    func daysApart(a: String, b: String, days: Int) {
        #expect(onBytes(a, b, ValueMeasure.daysApart) == days)
        #expect(onBytes(b, a, ValueMeasure.daysApart) == days)
    }

    @Test(arguments: ["", "2014-02-30", "19/08/2014", "2014-8-19"])
    func whatIsNoDateHasNoDays(text: String) {
        #expect(onBytes(text, "2014-08-19", ValueMeasure.daysApart) == nil)
        #expect(onBytes("2014-08-19", text) { Measure.daysApart.value($0, $1) } == nil)
    }

    @Test(arguments: [
        ("17", "12", 5), ("-3", "4", 7), ("0.5", "2", 1.5), ("1234567890123456", "1", 1_234_567_890_123_455),
    ])
    func numberApart(a: String, b: String, distance: Double) {
        #expect(onBytes(a, b, ValueMeasure.numberApart) == distance)
    }

    @Test(arguments: ["", "x", "12a"])
    func whatIsNoNumberHasNoDistance(text: String) {
        #expect(onBytes(text, "1", ValueMeasure.numberApart) == nil)
    }

    @Test(arguments: [
        ("CATHERINE", "2365"), ("KATHRYN", "2365"), ("PHILIP", "1410"), ("FILIP", "1410"), ("OLIVER", "0416"),
        ("HANNAH", "0500"), ("ANNA", "0500"), ("O", "0000"), ("ASHCRAFT", "0261"), ("lee", "4000"),
    ])
    func sounds(name: String, code: String) {
        #expect(SoundCode.code(Array(name.utf8)) == Array(code.utf8))
    }

    @Test(arguments: ["", "12", " -"])
    func whatHasNoLetterHasNoSound(name: String) {
        #expect(SoundCode.code(Array(name.utf8)) == nil)
    }
}
