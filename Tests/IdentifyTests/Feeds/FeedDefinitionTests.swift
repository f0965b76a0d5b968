import Definitions
import Identify
import Invented
import Records
import Testing
import Values

@Suite struct `Feeds as definitions` {
    private static let text = """
        kind: feed
        id: example
        version: "1"
        from: 2026-04-01
        source: {document: A paper, section: All}
        evidence: stated
        title: Anti-social behaviour
        owner: A partner
        kind_of_source: asb
        extract: incremental
        agreement:
          reference: ISA-1
          purpose: To try it
          lawful_basis: None
          signed_on: 2026-04-01
          expires_on: 2027-03-31
          retention_months: 6
          fields: [surname, event]
        mapping:
          format: csv
          source: asb_team
          record_id: Ref
          columns:
            - {field: surname, column: Name}
          facts:
            - fact: event
              event: asb_incident
              on: {column: On, dates: d-mmm-yyyy}
        """

    private static func feeds(_ text: String) throws -> [Feed] {
        try Feed.all(DefinitionSet(shipped: [], local: [DefinitionFile(name: "x.yml", bytes: Array(text.utf8))]))
    }

    @Test func `say whose they are, under what agreement, and how they are read`() throws {
        let feed = try #require(try Self.feeds(Self.text).first)
        #expect(feed.owner == "A partner" && feed.kind == .asb && feed.extent == .incremental && !feed.isExample)
        #expect(feed.agreement.fields == [.surname, .event] && feed.agreement.retentionMonths == 6)
        let dates = try #require(DateFormat("d-mmm-yyyy"))
        let event = EventMapping(kind: .always(.asbIncident), on: DatedColumn("On", dates: dates))
        #expect(feed.mapping.facts == [.event(event)])
    }

    @Test(arguments: [
        ("fields: [surname, event]", "fields: [surname, mood]", 18, "fields must be one of"),
        ("format: csv", "format: xlsx", 20, "format must be one of csv, savvi"),
        (
            "  source: asb_team", "  source: asb_team\n  encoding: utf-16", 22,
            "encoding must be one of utf-8, windows-1252"
        ),
        ("expires_on: 2027-03-31", "expires_on: 2025-03-31", 16, "expires_on must be the same as or after signed_on"),
        ("d-mmm-yyyy", "d-mmm-yy", 28, "dates must have a day, a month and a year of four digits"),
        ("retention_months: 6", "retention_months: 0", 17, "retention_months must be 1 to 1200"),
        ("field: surname", "field: event", 24, "field is a fact: give its columns under facts"),
        ("      event: asb_incident", "      happened: asb_incident", 26, "events is missing"),
        ("lawful_basis: None", "basis: None", 12, "lawful_basis is missing"),
        ("id: example", "id: register", 2, "id must not be register"),
    ])
    func `are refused with the line of what is wrong`(right: String, wrong: String, line: Int, reason: String) {
        let refusal = #expect(throws: DefinitionRefusal.self) {
            try Self.feeds(Self.text.replacing(right, with: wrong))
        }
        let problems = refusal?.problems ?? []
        #expect(problems.contains { $0.line == line && $0.reason.hasPrefix(reason) }, "\(problems)")
    }

    @Test func `are shipped as six examples of every field but health`() throws {
        let feeds = try Feed.all(DefinitionSet())
        #expect(feeds.map(\.id) == ["asb", "dwp", "housing", "school", "social_care", "youth_offending"])
        for feed in feeds {
            #expect(feed.isExample, "\(feed.id)")
            let mapped = Set(feed.mapping.columns.map(\.field))
            #expect(mapped == feed.agreement.fields.filter(\.isIdentity), "\(feed.id)")
        }
    }
}

@Suite struct `An agreement` {
    private static let agreement = Agreement(
        reference: "ISA-1",
        purpose: "To try it",
        lawfulBasis: "None",
        signedOn: day("2026-04-01"),
        expiresOn: day("2027-03-31"),
        withdrawnOn: nil,
        retentionMonths: 6,
        fields: []
    )

    @Test(arguments: [
        ("2026-03-31", Agreement.Standing.notYetSigned), ("2026-04-01", .inForce(daysLeft: 364)),
        ("2027-03-31", .inForce(daysLeft: 0)), ("2027-04-01", .expired),
    ])
    func `is in force from its signing to its last day`(on: String, standing: Agreement.Standing) {
        #expect(Self.agreement.standing(on: day(on)) == standing)
        if case .inForce = standing {
            #expect(Self.agreement.isInForce(on: day(on)))
        } else {
            #expect(!Self.agreement.isInForce(on: day(on)))
        }
    }

    @Test func `ends on the day it is withdrawn`() {
        let withdrawn = Agreement(
            reference: "ISA-1",
            purpose: "",
            lawfulBasis: "",
            signedOn: day("2026-04-01"),
            expiresOn: day("2027-03-31"),
            withdrawnOn: day("2026-06-01"),
            retentionMonths: 6,
            fields: []
        )
        #expect(withdrawn.isInForce(on: day("2026-05-31")) && !withdrawn.isInForce(on: day("2026-06-01")))
        #expect(withdrawn.standing(on: day("2028-01-01")) == .withdrawn)
    }

    @Test func `keeps rows so many months`() {
        #expect(Self.agreement.keptUntil(receivedOn: day("2026-08-31")) == day("2027-02-28"))
    }
}

@Suite struct `Dates as partners write them` {
    @Test(arguments: [
        ("dd/mm/yyyy", "09/03/2014", "2014-03-09"), ("d/m/yyyy", "9/3/2014", "2014-03-09"),
        ("d/m/yyyy", "09/03/2014", "2014-03-09"), ("mm/dd/yyyy", "03/09/2014", "2014-03-09"),
        ("yyyy-mm-dd", "2014-03-09T10:00:00", "2014-03-09"), ("yyyy-mmm-dd", "2014-Mar-09 00:00:00", "2014-03-09"),
        ("d mmmm yyyy", "9 march 2014", "2014-03-09"), ("yyyymmdd", "20140309", "2014-03-09"),
        ("ddmmyyyy", "09032014", "2014-03-09"), ("d-mmm-yyyy", "29-FEB-2016", "2016-02-29"),
        ("dd/mm/yyyy", "9/3/2014", nil), ("dd/mm/yyyy", "30/02/2014", nil), ("dd/mm/yyyy", "09/03/14", nil),
        ("dd/mm/yyyy", "09/03/20145", nil), ("dd/mm/yyyy", "09-03-2014", nil), ("yyyy-mmm-dd", "2014-Mai-09", nil),
        ("dd/mm/yyyy", "", nil), ("d/m/yyyy", "/3/2014", nil),
    ])
    func `are read by their pattern`(pattern: String, text: String, expected: String?) throws {
        let format = try #require(DateFormat(pattern))
        #expect(format.day(text)?.iso == expected)
    }

    @Test(arguments: ["dd/mm/yy", "mm/yyyy", "dd/mm", "", "dd/mm/yyyy hh:mm", "ddd/mm/yyyy", "dd/dd/yyyy", "yyyy"])
    func `have a day, a month and a whole year`(pattern: String) {
        #expect(DateFormat(pattern) == nil)
    }

    @Test(arguments: ["dd/mm/yyyy", "d.m.yyyy", "yyyy-mmm-dd", "d mmmm yyyy", "yyyymmdd"])
    func `no text stops the reading`(pattern: String) throws {
        let format = try #require(DateFormat(pattern))
        var numbers = Seeded(5)
        for _ in 0..<2_000 {
            let bytes = (0..<Int.random(in: 0...14, using: &numbers)).map { _ in
                UInt8.random(in: 40...122, using: &numbers)
            }
            if let found = format.day(String(decoding: bytes, as: UTF8.self)) { #expect(found >= .earliest) }
        }
    }
}

@Suite struct `Facts of a feed` {
    @Test func `are the same after they were kept as JSON`() {
        var numbers = Seeded(9)
        for _ in 0..<2_000 {
            let facts = (0..<Int.random(in: 0...4, using: &numbers)).map { _ in Self.fact(&numbers) }.canonical
            #expect([FeedFact](json: facts.json) == facts)
            #expect(facts.shuffled(using: &numbers).canonical == facts)
        }
    }

    @Test(arguments: [
        "", "[", "[]]", "[[]]", "{}", "[[\"event\"]]", "[[\"event\",\"offence\",\"2026-02-30\",null,null]]",
        "[[\"event\",\"fire\",\"2026-02-20\",null,null]]", "[[\"work\",\"employed\",null,null,null]]",
        "[[\"attendance\",\"2026-01-01\",\"2026-02-01\",1,2]]", "[[\"event\",\"offence\",\"2026-02-20\",null,\"\\q\"]]",
    ])
    func `are not read from anything else`(text: String) {
        #expect([FeedFact](json: text) == nil)
    }

    private static func fact(_ numbers: inout Seeded) -> FeedFact {
        let on = Day(number: Int32.random(in: 15_000...20_000, using: &numbers))
        let texts: [String?] = [nil, "A-1", "quote \" and \\", "line\nend\tand\u{1}", "Zoë €"]
        let text = texts.randomElement(using: &numbers) ?? nil
        switch Int.random(in: 0...2, using: &numbers) {
        case 0:
            let proven: Bool? = [nil, true, false].randomElement(using: &numbers) ?? nil
            let kind = EventKind.allCases.randomElement(using: &numbers) ?? .other
            return .event(kind: kind, on: on, proven: proven, reference: text)
        case 1:
            let possible = Int.random(in: 0...140, using: &numbers)
            return .attendance(from: on, to: on + 40, possible: possible, authorised: 0, unauthorised: possible / 2)
        default:
            let end: Day? = Bool.random(using: &numbers) ? on + 30 : nil
            return .work(WorkState.allCases.randomElement(using: &numbers) ?? .other, benefit: text, from: on, to: end)
        }
    }
}
