import Actions
import Records
import Testing
import Values
import Workshop

@Suite struct `Finding people` {
    private static let index: SearchIndex = {
        var records = RecordSet()
        records.families = [
            Family(id: Identifier("F0012"), name: "Ashdown", postcode: "ZZ5 5ZZ"),
            Family(id: Identifier("F2"), name: "O'Brien"),
        ]
        records.people = [
            Person(
                id: Identifier("P1"),
                familyID: Identifier("F0012"),
                forename: "José",
                surname: "Ashdown-Øakes",
                birth: BirthDate(iso: "2008-06-27"),
                role: .child,
                nhsNumber: "9434765919",
                childID: "C900"
            ),
            Person(
                id: Identifier("P2"),
                familyID: Identifier("F0012"),
                forename: "Maria",
                surname: "Ashdown",
                role: .parentCarer
            ),
            Person(
                id: Identifier("P3"),
                familyID: Identifier("F2"),
                forename: "Siân",
                surname: "O’Brien",
                birth: BirthDate(iso: "2010-02"),
                role: .child
            ),
            Person(
                id: Identifier("P4"),
                forename: "Catherine",
                surname: "Zielińska",
                birth: BirthDate(iso: "2009"),
                role: .child,
                upn: "A123456789012"
            ),
            Person(id: Identifier("P5"), role: .otherAdult),
        ]
        return SearchIndex(records)
    }()

    private func found(_ text: String) -> [String] {
        Self.index.find(text).people.map(\.personID)
    }

    @Test(arguments: [
        // Names: whole, in part, in any order and case.
        ("maria", ["P2"]), ("MARIA ASHDOWN", ["P2"]), ("Ashdown, Maria", ["P2"]), ("mar", ["P2"]),
        // Accents either way, letters that do not decompose, apostrophes of both kinds.
        ("jose", ["P1"]), ("José", ["P1"]), ("oakes", ["P1"]), ("Øakes", ["P1"]), ("zielinska", ["P4"]),
        ("sian", ["P3"]), ("obrien", ["P3"]), ("O'Brien", ["P3"]), ("O’Brien", ["P3"]),
        // Double-barrelled, whole and by halves.
        ("Ashdown-Oakes", ["P1"]), ("ashdown oakes", ["P1"]), ("Ashdown", ["P1", "P2"]),
        // Slips: left out, added, changed, exchanged; two in a long name, none in a short one.
        ("mara", ["P2"]), ("marria", ["P2"]), ("mafia", ["P2"]), ("amria", ["P2"]), ("katharine", ["P4"]),
        ("katharyne", []), ("joe", []),
        // Dates of birth as people write them.
        ("27 6 2008", ["P1"]), ("27/06/2008", ["P1"]), ("27.6.2008", ["P1"]), ("2008-06-27", ["P1"]),
        ("27 June 2008", ["P1"]), ("27 jun 2008", ["P1"]), ("2008", ["P1"]), ("February 2010", ["P3"]),
        ("2 2010", ["P3"]), ("2009", ["P4"]), ("31 2 2008", []), ("28 6 2008", []),
        // References, however written.
        ("F0012", ["P1", "P2"]), ("f0012", ["P1", "P2"]), ("p4", ["P4"]), ("c900", ["P1"]), ("A123456789012", ["P4"]),
        ("9434765919", ["P1"]), ("943 476 5919", ["P1"]), ("ZZ5 5ZZ", ["P1", "P2"]), ("zz55zz", ["P1", "P2"]),
        // Several things must all be met.
        ("jose 2008", ["P1"]), ("maria 2008", []), ("ashdown ZZ5 5ZZ", ["P1", "P2"]), ("maria zz55zz", ["P2"]),
        ("jose 27 June 2008 zz5 5zz", ["P1"]),
        // Nothing, and what is no search at all.
        ("", []), ("   ", []), ("nobody", []), ("' OR 1=1 --", []), ("\"; DROP TABLE people; --", []), ("%", []),
        ("*", []), ("<script>alert(1)</script>", []), ("\u{0}", []), (String(repeating: "a", count: 10_000), []),
    ])
    func `by what is typed`(text: String, people: [String]) {
        #expect(Set(found(text)) == Set(people))
    }

    @Test func `the nearest come first, and the count is of all`() {
        #expect(found("ashdown") == ["P1", "P2"], "by name among those equally near")
        #expect(found("mar") == ["P2"])
        #expect(found("asdown maria") == ["P2"])
        let result = Self.index.find("ashdown", limit: 1)
        #expect(result.people.count == 1)
        #expect(result.count == 2)
    }

    @Test func `someone without a name is found by reference and named as such`() throws {
        let person = try #require(Self.index.find("P5").people.first)
        #expect(person.name == "Name not recorded")
        #expect(person.familyID == nil)
    }

    /// Whatever is typed, searching comes to an end and finds nobody twice.
    @Test func `any text can be searched for`() {
        var generator = Repeatable(state: 7)
        let letters = Array("abzéß 0129-/'\u{0301}.,%\"<日😀\n\u{0}")
        for _ in 0..<2000 {
            let text = String((0..<Int(generator.next() % 24)).map { _ in letters[Int(generator.next() % 20)] })
            let people = found(text)
            #expect(Set(people).count == people.count, "\(text.debugDescription)")
        }
    }
}

/// Numbers that look random and are the same every time.
private struct Repeatable {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 33
    }
}
