import Linkage
import Testing

@Suite struct CleaningTests {
    private func cleaned(_ text: String, _ steps: [Cleaning], dates: [DateForm] = DateForm.usual) -> String? {
        LinkageField(name: "x", origin: .columns(["x"]), cleaning: steps).value(of: Array(text.utf8), dates: dates)
            .map { String(decoding: $0, as: UTF8.self) }
    }

    @Test(
        arguments: [
            ("  Ann\t", "Ann"), ("\u{A0}Ann\u{A0}", "Ann"), ("", nil), (" \r\n", nil), ("\u{A0}", nil), ("à", "à"),
        ] as [(String, String?)]
    )
    func whiteSpaceAlwaysGoes(text: String, value: String?) {
        #expect(cleaned(text, []) == value)
    }

    @Test(
        arguments: [
            (Cleaning.upper, "Zoë", "ZOË"), (.lower, "ZOË", "zoë"),
            (.plain, "Zoë Łukasz Sørensen Weiß", "Zoe Lukasz Sorensen Weiss"),
            (.plain, "Zoe\u{308}", "Zoe"), (.plain, "Æþelstan Œuvre Ștefan", "AEthelstan OEuvre Stefan"),
            (.letters, "O'Neill-Smith  (Ann)", "ONeill-Smith Ann"), (.letters, "12", nil),
            (.letters, "Мария 3", "Мария"),
            (.alphanumeric, "12 A/B", "12AB"), (.digits, "07700 900-123", "07700900123"),
            (.number, "000100 0023", "1000023"),
            (.number, "0000", nil), (.digits, "none", nil),
        ] as [(Cleaning, String, String?)]
    )
    func aStep(step: Cleaning, text: String, value: String?) {
        #expect(cleaned(text, [step]) == value)
    }

    @Test(
        arguments: [
            (" o’brien ", "OBRIEN"), ("Smith - Jones", "SMITH-JONES"), ("SMITH-JONES", "SMITH-JONES"), ("Zoë", "ZOE"),
            ("Mary  Ann.", "MARY ANN"), ("Unknown", nil), ("N/K", nil), ("n/a", nil), ("BABY", nil), ("Baby Girl", nil),
            ("-", nil), ("Babyface", "BABYFACE"), ("محمد", "محمد"),
        ] as [(String, String?)]
    )
    func names(text: String, value: String?) {
        #expect(cleaned(text, [.name]) == value)
    }

    @Test(
        arguments: [
            ("2014-08-19", "2014-08-19"), ("2014-08-19T10:15:00", "2014-08-19"), ("2014-08-19 00:00:00", "2014-08-19"),
            ("19/08/2014", "2014-08-19"), ("9/8/2014", "2014-08-09"), ("19.08.2014", "2014-08-19"),
            ("20140819", "2014-08-19"),
            ("19-Aug-2014", "2014-08-19"), ("19 August 2014", "2014-08-19"), ("1 sept 2014", "2014-09-01"),
            ("2014/08/19", "2014-08-19"), ("19/08/2014 09:30", "2014-08-19"),
            ("9/8/14", nil), ("19/08/14", nil), ("2014-02-30", nil), ("31/06/2014", nil), ("08/19/2014", nil),
            ("unknown", nil),
            ("1900-01-01", nil), ("31/12/9999", nil), ("2014", nil), ("19 Foo 2014", nil), ("//", nil),
            ("2014-08-", nil),
        ] as [(String, String?)]
    )
    func dates(text: String, value: String?) {
        #expect(cleaned(text, [.date]) == value)
    }

    @Test func datesAreReadInTheFormsThatAMappingNames() {
        #expect(cleaned("08/09/2014", [.date], dates: [.monthDayYear]) == "2014-08-09")
        #expect(cleaned("08/09/2014", [.date], dates: [.dayMonthYear]) == "2014-09-08")
        #expect(cleaned("2014-08-09", [.date], dates: [.dayMonthYear]) == nil)
    }

    @Test(
        arguments: [
            ("le14ab", "LE1 4AB"), ("LE1 4AB.", "LE1 4AB"), ("SW1A1AA", "SW1A 1AA"), ("ZZ99 3VZ", nil), ("LE1", nil),
            ("2000", nil),
        ] as [(String, String?)]
    )
    func postcodes(text: String, value: String?) {
        #expect(cleaned(text, [.postcode]) == value)
    }

    @Test(arguments: [
        ("12 High St.", "12 HIGH STREET"), ("St. John's Rd", "SAINT JOHNS ROAD"), ("QUEEN'S  AVE", "QUEENS AVENUE"),
        ("Flt 2, 14 Mill-Lane", "FLAT 2 14 MILL LANE"), ("ST", "STREET"),
    ])
    func streets(text: String, value: String) {
        #expect(cleaned(text, [.street]) == value)
    }

    @Test(
        arguments: [
            ("943 476 5919", "9434765919"), ("943-476-5919", "9434765919"), ("9434765918", nil), ("0000000000", nil),
            ("1111111111", nil), ("943476591", nil),
        ] as [(String, String?)]
    )
    func nhsNumbers(text: String, value: String?) {
        #expect(cleaned(text, [.nhsNumber]) == value)
    }

    @Test(
        arguments: [("m", "M"), ("Female", "F"), ("1", "M"), ("2", "F"), ("9", nil), ("U", nil)] as [(String, String?)]
    )
    func sexes(text: String, value: String?) {
        #expect(cleaned(text, [.sex]) == value)
    }

    /// What is clean stays as it is, so that a file that was cleaned before is read alike.
    @Test(arguments: Cleaning.allCases)
    func cleaningTwiceIsCleaningOnce(step: Cleaning) {
        var generator = SeededGenerator(seed: 21)
        let pieces = [
            "Ann", "o'neill", "ST", "st.", " ", "-", "12", "/", "08", "2014", "Zoë", "LE1", "4ab", "m", "é", "ß",
            "9434765919",
        ]
        for _ in 0..<400 {
            let text = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
                pieces.randomElement(using: &generator) ?? ""
            }
            .joined()
            guard let once = cleaned(text, [step]) else { continue }
            #expect(cleaned(once, [step]) == once, "\(text)")
        }
    }

    @Test func noBytesStopACleaning() {
        var generator = SeededGenerator(seed: 22)
        for _ in 0..<3000 {
            let bytes = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            for step in Cleaning.allCases {
                let value = LinkageField(name: "x", origin: .columns([]), cleaning: [step]).value(of: bytes)
                #expect(value?.isEmpty != true)
            }
        }
    }
}
