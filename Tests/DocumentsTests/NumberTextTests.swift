import Documents
import Report
import Testing
import Values

@Suite struct `Numbers for people` {
    @Test(arguments: [
        (353, 388, "91.0%"), (1, 8, "12.5%"), (1, 2000, "0.1%"), (1, 2001, "0.0%"), (999, 1000, "99.9%"),
        (2, 3, "66.7%"),
        (1999, 2000, "100.0%"), (0, 5, "0.0%"), (5, 5, "100.0%"), (-1, 8, "\u{2212}12.5%"), (-1, 16, "\u{2212}6.3%"),
    ])
    func `a share is rounded half away from zero from its fraction`(numerator: Int, denominator: Int, expected: String)
    {
        #expect(NumberText.percent(Share(numerator, of: denominator)) == expected)
    }

    @Test func `a share of nothing is none`() {
        #expect(NumberText.percent(Share(0, of: 0)) == nil)
    }

    @Test func `every share of up to 200 agrees with whole-number arithmetic`() {
        for denominator in 1...200 {
            for numerator in 0...denominator {
                let tenths = (2 * 1000 * numerator + denominator) / (2 * denominator)
                #expect(NumberText.percent(Share(numerator, of: denominator)) == "\(tenths / 10).\(tenths % 10)%")
            }
        }
    }

    @Test(arguments: [
        (22.43, 2, "22.43"), (0.125, 2, "0.13"), (-0.125, 2, "\u{2212}0.13"), (1204.5, 1, "1,204.5"),
        (2.675, 2, "2.68"),
        (0, 2, "0.00"), (1e-9, 2, "0.00"), (12, 0, "12"), (0.5, 0, "1"), (-0.001, 2, "0.00"), (9.995, 2, "10.00"),
    ])
    func `decimals are rounded as written`(number: Double, places: Int, expected: String) {
        #expect(NumberText.decimal(number, places: places) == expected)
    }

    @Test(arguments: [
        (12_000.0, "£12,000"), (75, "£75"), (75.5, "£75.50"), (999.999, "£1,000"), (1234.56, "£1,235"),
        (-75.5, "\u{2212}£75.50"), (0, "£0"),
        (-0.001, "£0"),
    ])
    func `money has pence only where there are any, below a thousand pounds`(pounds: Double, expected: String) {
        #expect(NumberText.pounds(pounds) == expected)
    }

    @Test(arguments: [
        (1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"), (21, "21st"),
        (112, "112th"),
        (1003, "1,003rd"), (0, "0th"),
    ])
    func `ordinals`(number: Int, expected: String) {
        #expect(NumberText.ordinal(number) == expected)
    }

    @Test func `numbers beyond all measure are still written`() {
        #expect(NumberText.decimal(1e20, places: 2) == "100,000,000,000,000,000,000")
        #expect(NumberText.decimal(1e300, places: 2) == "1e+300")
        #expect(NumberText.decimal(.nan, places: 2) == "not a number")
        #expect(NumberText.percent(.infinity) == "not a number")
        #expect(NumberText.decimal(.leastNonzeroMagnitude, places: 2) == "0.00")
    }

    @Test func `small p values, plurals, lists`() {
        #expect(NumberText.pStatement(0.0004) == "p < 0.001")
        #expect(NumberText.pStatement(0.0123) == "p = 0.012")
        #expect(NumberText.pValue(0.001) == "0.001")
        #expect(NumberText.plural(1, "family", "families") == "1 family")
        #expect(NumberText.plural(1204, "family", "families") == "1,204 families")
        #expect(NumberText.plural(0, "family", "families") == "0 families")
        #expect(NumberText.list([]) == "")
        #expect(NumberText.list(["a"]) == "a")
        #expect(NumberText.list(["a", "b", "c"]) == "a, b and c")
        #expect(NumberText.trimmed(3.50, places: 2) == "3.5")
        #expect(NumberText.trimmed(100, places: 2) == "100")
    }
}

@Suite struct `A figure in words` {
    private func figure(
        _ unit: FigureUnit,
        _ value: Double?,
        share: Share? = nil,
        interval: (Double, Double)? = nil,
        unknown: Int? = nil,
        id: String = "x"
    ) -> Figure {
        Figure(
            id: id,
            label: "Label",
            unit: unit,
            value: value,
            share: share,
            low: interval?.0,
            high: interval?.1,
            unknown: unknown,
            definition: "What it means."
        )
    }

    @Test(arguments: [
        (FigureUnit.count, 12_450.0, "12,450"), (.share, 0.91, "91.0%"), (.days, 12.5, "12.5 days"),
        (.days, 1, "1 day"),
        (.months, 4.512, "4.51 months"), (.pounds, 12_000, "£12,000"), (.score, 22.4, "22.40"), (.wte, 3.5, "3.5"),
        (.caseload, 4.25, "4.3"),
        (.statistic, 7.456, "7.46"),
    ])
    func `is written in its unit`(unit: FigureUnit, value: Double, expected: String) {
        #expect(FigureText.value(of: figure(unit, value)) == expected)
    }

    @Test func `without a value says why`() {
        #expect(
            FigureText.value(of: figure(.share, nil, share: Share(0, of: 0))) == "not available: nothing to measure"
        )
        #expect(FigureText.shortValue(of: figure(.score, nil)) == "not available")
    }

    @Test func `takes its percentage from the fraction, not from the quotient`() {
        // 0.0005 as a quotient is a little less than a half of a thousandth.
        #expect(FigureText.value(of: figure(.share, 0.000_499_999_999, share: Share(1, of: 2000))) == "0.1%")
    }

    @Test func `a p value is written as one`() {
        #expect(FigureText.value(of: figure(.statistic, 0.00001, id: "sdq.change.p")) == "less than 0.001")
    }

    @Test func `says what stands beside it`() {
        let home = figure(.share, 353.0 / 388, share: Share(353, of: 388), interval: (0.8771, 0.9344), unknown: 12)
        #expect(FigureText.details(of: home) == ["353 of 388", "95% interval 87.7% to 93.4%", "12 not known"])
        #expect(FigureText.details(of: figure(.count, 3, unknown: 0)).isEmpty)
        #expect(FigureText.fraction(of: figure(.pounds, 3, share: Share(3, of: 1))) == nil)
    }
}

@Suite struct `A verdict` {
    @Test(arguments: [
        (0.86, 0.93, true, Verdict.meetsTarget), (0.80, 0.84, true, .missesTarget), (0.80, 0.90, true, .mayMeetTarget),
        (0.86, 0.93, false, .missesTarget), (0.80, 0.84, false, .meetsTarget), (0.85, 0.85, true, .meetsTarget),
        (0.85, 0.85, false, .meetsTarget),
        (0.85, 0.90, true, .meetsTarget), (0.85, 0.90, false, .missesTarget),
    ])
    func `against a target of 85 % needs the whole interval on one side`(
        low: Double,
        high: Double,
        higherIsBetter: Bool,
        expected: Verdict
    ) {
        #expect(Verdict.against(target: 0.85, low: low, high: high, higherIsBetter: higherIsBetter) == expected)
    }

    @Test func `is a change only where the intervals keep apart`() {
        #expect(Verdict.change(from: 0.5...0.6, to: 0.7...0.8) == .improving)
        #expect(Verdict.change(from: 0.5...0.6, to: 0.7...0.8, higherIsBetter: false) == .worsening)
        #expect(Verdict.change(from: 0.7...0.8, to: 0.5...0.6) == .worsening)
        #expect(Verdict.change(from: 0.5...0.65, to: 0.6...0.8) == .noSignificantChange)
        #expect(Verdict.change(from: nil, to: 0.6...0.8) == .tooFewToSay)
        #expect(Verdict.against(target: 0.5, low: nil, high: 1) == .tooFewToSay)
    }
}
