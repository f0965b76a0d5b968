import Testing
import Values

@Suite struct PostcodeTests {
    @Test(arguments: [
        ("LE1 4AB", "LE1 4AB", "LE1"), ("le14ab", "LE1 4AB", "LE1"), (" sw1a 1aa ", "SW1A 1AA", "SW1A"),
        ("m11ae", "M1 1AE", "M1"), ("B33 8TH", "B33 8TH", "B33"), ("W1A 0AX", "W1A 0AX", "W1A"),
        ("CR2  6XH", "CR2 6XH", "CR2"), ("DN551PT", "DN55 1PT", "DN55"),
    ])
    func anyCaseAndSpacingIsAccepted(text: String, usual: String, district: String) throws {
        let postcode = try #require(Postcode(text))
        #expect(postcode.text == usual && postcode.district == district)
        #expect(Postcode(usual) == postcode)
    }

    @Test(arguments: [
        "", "LE1", "LE1 4A", "LE1 4ABC", "1LE 4AB", "LEI 4AB", "LE1 AAB", "LE1-4AB", "ABC1 4AB", "LE123 4AB", "LÉ1 4AB",
    ])
    func whatHasAnotherShapeIsRefused(text: String) {
        #expect(Postcode(text) == nil)
    }
}

/// Numbers of the range 999, which is kept for tests.
@Suite struct NHSNumberTests {
    static let valid = ["9990000018", "999 000 0182", "999 111 2227"]

    @Test(arguments: valid)
    func theCheckDigitIsModulusEleven(text: String) throws {
        let number = try #require(NHSNumber(text))
        #expect(number.digits == text.filter { $0 != " " })
    }

    @Test func anyOtherCheckDigitIsRefused() {
        for text in Self.valid {
            let digits = text.filter { $0 != " " }
            let right = digits.last
            for check in "0123456789" where check != right {
                #expect(NHSNumber(digits.dropLast() + String(check)) == nil)
            }
        }
    }

    @Test func swappingTwoNeighboursIsNoticed() throws {
        for text in Self.valid {
            let digits = Array(text.filter { $0 != " " })
            for place in 0..<9 where digits[place] != digits[place + 1] {
                var swapped = digits
                swapped.swapAt(place, place + 1)
                #expect(NHSNumber(String(swapped)) == nil)
            }
        }
    }

    @Test(arguments: ["", "999", "99900000", "99900000181", "999-000-0018", "99900000lB", "９９９０００００１８"])
    func onlyTenDigitsAreANumber(text: String) {
        #expect(NHSNumber(text) == nil)
    }
}

@Suite struct IdentifierTests {
    private enum Family {}

    @Test func comparesByItsText() {
        #expect(Identifier<Family>("F1") == Identifier<Family>("F1"))
        #expect(Identifier<Family>("F1") < Identifier<Family>("F2"))
    }
}
