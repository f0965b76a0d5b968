import Linkage
import Testing

@Suite struct DerivationTests {
    private func derived(_ text: String, _ derivation: Derivation) -> String? {
        derivation.derive(Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test(
        arguments: [
            (Term.Part.characters(from: 1, count: 3), "OLIVER", "OLI"),
            (.characters(from: 3, count: 9), "OLIVER", "IVER"),
            (.characters(from: 9, count: 1), "OLIVER", nil), (.characters(from: 1, count: 2), "Élan", "Él"),
            (.ending(count: 4), "OLIVER", "IVER"), (.ending(count: 3), "aé", "aé"), (.ending(count: 1), "olé", "é"),
            (.postcodeArea, "LE1 4AB", "LE"), (.postcodeArea, "B1 4AB", "B"), (.postcodeDistrict, "SW1A 1AA", "SW1A"),
            (.postcodeDistrict, "LE12 1AA", "LE12"), (.postcodeSector, "LE1 4AB", "LE1 4"),
            (.postcodeSector, "LE14AB", nil),
            (.postcodeArea, "2000", nil), (.postcodeDistrict, "LE", nil),
            (.emailName, "wren@example.org", "wren"), (.emailName, "wren", "wren"), (.emailName, "@example.org", nil),
        ] as [(Term.Part, String, String?)]
    )
    func parts(part: Term.Part, text: String, value: String?) {
        #expect(derived(text, .part(part)) == value)
    }

    @Test(arguments: [
        ("SMITH-JONES", "SMITH", "JONES"), ("SMITH", "SMITH", "SMITH"), ("DE SOUZA", "DE SOUZA", "DE SOUZA"),
        ("VAN DER BERG-KHAN", "VAN DER BERG", "KHAN"), ("KHAN AL-HASSAN", "KHAN", "AL HASSAN"), ("LE", "LE", "LE"),
    ])
    func doubleBarrelledNames(name: String, first: String, last: String) {
        #expect(derived(name, .firstPart) == first)
        #expect(derived(name, .lastPart) == last)
    }

    @Test(
        arguments: [
            (Derivation.year, "2014-08-19", "2014"), (.yearAndMonth, "2014-08-19", "2014-08"), (.year, "2014", nil),
            (.dayMonthSwapped, "2014-08-09", "2014-09-08"), (.dayMonthSwapped, "2014-08-19", nil),
            (.dayMonthSwapped, "2014-08-08", nil), (.sound, "CATHERINE", "2365"), (.sound, "12", nil),
        ] as [(Derivation, String, String?)]
    )
    func datesAndSounds(derivation: Derivation, text: String, value: String?) {
        #expect(derived(text, derivation) == value)
    }

    @Test(
        arguments: [
            ("12 HIGH STREET", "12"), ("12a High Street", "12A"), ("FLAT 3, 12 HIGH STREET", "12"),
            ("FLAT 3 ROSE COURT", "3"),
            ("12-14 HIGH STREET", "12"), ("ROSE COTTAGE", nil), ("HIGH STREET 12", "12"),
        ] as [(String, String?)]
    )
    func houseNumbers(line: String, number: String?) {
        #expect(derived(line, .houseNumber) == number)
    }

    @Test(arguments: [
        ("BILL", "WILLIAM"), ("KATE", "CATHERINE"), ("KATHRYN", "CATHERINE"), ("MUHAMMAD", "MOHAMMED"),
        ("STEVEN", "STEPHEN"), ("WILLIAM", "WILLIAM"), ("QUORATULAIN", "QUORATULAIN"),
    ])
    func givenNames(name: String, canonical: String) {
        #expect(derived(name, .givenName) == canonical)
    }

    @Test(arguments: ["ALEX", "SAM", "CHRIS", "JO", "PAT", "CHARLIE", "FRANKIE", "ELSIE", "MOLLY", "THEO"])
    func namesThatCouldBeOfTwoSiblingsStandForThemselves(name: String) {
        #expect(derived(name, .givenName) == name)
    }

    @Test func everyVariantStandsForOneName() {
        var meanings: [String: String] = [:]
        for line in Nicknames.lines {
            #expect(line.count > 1, "\(line)")
            for name in line {
                #expect(meanings.updateValue(line[0], forKey: name) == nil, "\(name)")
                #expect(name.utf8.allSatisfy { $0 >= 65 && $0 <= 90 }, "\(name)")
            }
        }
        #expect(meanings.count > 1200)
        #expect(meanings.keys.allSatisfy { derived($0, .givenName) == meanings[$0] })
    }

    /// No name stands for both a boy's and a girl's name that siblings may well have.
    @Test(arguments: [("ALEXANDER", "ALEXANDRA"), ("SAMUEL", "SAMANTHA"), ("FRANCIS", "FRANCES"), ("JOHN", "JONATHAN")])
    func distinctNamesStayDistinct(one: String, other: String) {
        #expect(derived(one, .givenName) != derived(other, .givenName))
    }
}
