import Exchange
import Identify
import Records
import Testing
import Values

/// What councils have besides CSV of their own: SAVVI, the school census, the children in need census, the SSDA903 header.
@Suite struct `An extract in a known format` {
    private static let savvi = FeedMapping(
        format: .savvi,
        source: "savvi",
        facts: [
            .event(
                EventMapping(
                    kind: .by(column: "Attribute", values: ["MISSING": .missingEpisode], passesOthersOver: true),
                    on: DatedColumn("AttributeDate")
                )
            )
        ]
    )

    @Test func `SAVVI attributes are joined by person`() throws {
        let text = """
            PersonReference,GivenNames,FamilyName,BirthDate,Gender,UPRN,AttributeType,Attribute,AttributeDate,AttributeScheme
            7,Ana,Lister,2011-04,Female,999,Event,Missing,2026-02-03,x
            7,Ana,Lister,2011-04,Female,999,Risk,Debt,2026-02-03,x
            8,Ben,Lister,2012,other,,Circumstance,Missing,,x

            """
        let reading = GivenFeed.read(text, Self.savvi)
        let first = try #require(reading.rows.first)
        #expect(reading.problems.isEmpty && reading.rows.map(\.recordID) == ["7", "8"])
        #expect(first.identity[.dob] == "2011-04" && first.identity[.sex] == "F" && first.identity[.uprn] == "999")
        let event = FeedFact.event(
            kind: .missingEpisode,
            on: GivenFeed.day("2026-02-03"),
            proven: nil,
            reference: nil
        )
        #expect(first.facts == [event] && reading.rows[1].facts.isEmpty && reading.rows[1].identity[.sex] == "U")
    }

    @Test(arguments: [
        ("PersonReference,GivenNames,UPRN\n", "not-this-format"),
        ("PersonReference,UPRN,AttributeType,Attribute\n7,,Guess,x\n", "unknown-code"),
    ])
    func `SAVVI that is not is refused`(text: String, rule: String) {
        #expect(GivenFeed.read(text, Self.savvi).rules == [rule])
    }

    // MARK: School census

    private static let census = FeedMapping(
        format: .schoolCensus,
        source: "education",
        periods: [
            FilePeriod(
                name: "2025_summer",
                period: .last(months: 3, asAt: GivenFeed.day("2025-07-22"))
            )
        ]
    )

    /// The figures were counted from the files with another program.
    @Test func `the school census gives pupils, their sessions and exclusions`() throws {
        let files = try Given.folder("../ExchangeTests/Fixtures/school-census").filter { $0.name.hasSuffix(".csv") }
        let reading = FeedFiles.read(files, for: GivenFeed.feed(Self.census))
        #expect(reading.isAccepted && reading.rows.count == 25)
        let facts = reading.rows.flatMap(\.facts)
        let kinds = facts.compactMap { if case .event(let kind, _, _, _) = $0 { kind } else { nil } }
        #expect(kinds.count { $0 == .permanentExclusion } == 7 && kinds.count { $0 == .fixedExclusion } == 11)
        #expect(kinds.count { $0 == .other } == 4)
        #expect(reading.problems.count { $0.rule == "fact-left-out" } == 23)
        let pupil = try #require(reading.rows.first { $0.recordID == "SCH8/09fbfa86-f49" })
        let period = Self.census.periods[0].period
        let sessions = FeedFact.attendance(
            from: period.from,
            to: period.to,
            possible: 132,
            authorised: 121,
            unauthorised: 0
        )
        #expect(pupil.facts.contains(sessions))
        #expect(reading.rows.first?.identity[.dob] == "2009-06-30")
        #expect(reading.notRead.contains { $0.column == "formersurname" && $0.reason == .notMapped })
    }

    @Test func `the school census needs the period of its files, and the pupils`() throws {
        let files = try Given.folder("../ExchangeTests/Fixtures/school-census").filter { $0.name.hasSuffix(".csv") }
        var mapping = Self.census
        mapping.periods[0].name = "2025_autumn"
        let unknown = FeedFiles.read(files, for: GivenFeed.feed(mapping))
        #expect(unknown.problems.contains { $0.rule == "period-unknown" } && unknown.rows.isEmpty)
        // Without leave to hold attendance the sessions are not read, so that no period is needed.
        let less = FeedFiles.read(files, for: GivenFeed.feed(mapping, permits: [.surname, .dob, .event]))
        #expect(less.isAccepted && less.rows.count == 25)
        let alone = FeedFiles.read(files.filter { !$0.name.contains("nolonger") }, for: GivenFeed.feed(Self.census))
        #expect(alone.rules == ["missing-parent"] && alone.rows.isEmpty)
    }

    // MARK: Children in need census

    private static let cin = FeedMapping(
        format: .cin,
        source: "social_care",
        facts: [
            .event(
                EventMapping(
                    kind: .by(
                        column: "AssessmentFactors",
                        values: ["3A": .domesticAbuseIncident, "10A": .missingEpisode],
                        passesOthersOver: true
                    ),
                    on: DatedColumn("AssessmentActualStartDate")
                )
            )
        ]
    )

    private static let census2026 = """
        <Message><Header><CollectionDetails><Collection>CIN</Collection></CollectionDetails></Header><Children>
        <Child><ChildIdentifiers><LAchildID>L1</LAchildID><UPN>A123456789123</UPN>
        <PersonBirthDate>2015-03-27</PersonBirthDate><Sex>M</Sex></ChildIdentifiers>
        <ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>
        <CINdetails><CINreferralDate>2025-10-06</CINreferralDate><Assessments>
        <AssessmentActualStartDate>2025-11-01</AssessmentActualStartDate><FactorsIdentifiedAtAssessment>
        <AssessmentFactors>3A</AssessmentFactors><AssessmentFactors>1C</AssessmentFactors>
        <AssessmentFactors>10A</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments></CINdetails></Child>
        <Child><ChildIdentifiers><LAchildID>L2</LAchildID><UPNunknown>UN1</UPNunknown><UPN>UN1</UPN>
        <PersonBirthDate>2020-09-25</PersonBirthDate><GenderCurrent>2</GenderCurrent></ChildIdentifiers></Child>
        </Children></Message>
        """

    @Test func `the children in need census gives children and what assessments found`() throws {
        let reading = GivenFeed.read(Self.census2026, Self.cin)
        #expect(reading.problems.isEmpty && reading.rows.map(\.recordID) == ["L1", "L2"])
        let first = try #require(reading.rows.first)
        #expect(first.identity[.dob] == "2015-03-27" && first.identity[.upn] == "A123456789123")
        let on = GivenFeed.day("2025-11-01")
        #expect(
            Set(first.facts) == [
                .event(kind: .domesticAbuseIncident, on: on, proven: nil, reference: nil),
                .event(kind: .missingEpisode, on: on, proven: nil, reference: nil),
            ]
        )
        #expect(reading.rows[1].identity[.sex] == "F" && reading.rows[1].identity[.upn] == nil)
        #expect(reading.notRead.contains { $0.column == "Ethnicity" })
    }

    @Test(arguments: ["<Message><Children>", "<EXPSSDA903></EXPSSDA903>", "CHILD,SEX\n"])
    func `the children in need census that is not is refused`(text: String) {
        #expect(GivenFeed.read(text, Self.cin).rules == ["not-this-format"])
    }

    // MARK: SSDA903

    @Test func `the header of a return gives children`() throws {
        let mapping = FeedMapping(format: .ssda903, source: "social_care")
        let text = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nC1,1,01/02/2010,WBRI,UN1,,\nC2,F,03/04/2012,WBRI,B12,1,\n"
        let reading = GivenFeed.read(text, mapping)
        #expect(reading.problems.isEmpty && reading.rows.map { $0.identity[.sex] } == ["M", "F"])
        #expect(reading.rows.map { $0.identity[.upn] } == [nil, "B12"])
        #expect(reading.notRead.map(\.column) == ["ETHNIC", "MOTHER", "MC_DOB"])
        let xml =
            "<EXPSSDA903><CHILD><HEADER><CHILDID>C1</CHILDID><SEX>1</SEX><DOB>01/02/2010</DOB></HEADER></CHILD></EXPSSDA903>"
        #expect(GivenFeed.read(xml, mapping).rows.map { $0.identity[.dob] } == ["2010-02-01"])
    }
}
