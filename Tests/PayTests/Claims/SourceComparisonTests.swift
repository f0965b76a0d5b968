import FollowUp
import Identify
import Invented
import Pay
import Records
import Testing
import Values

/// What is claimed, held against what partners' feeds say.
@Suite struct `Partners' feeds` {
    /// A family whose result of crime and anti-social behaviour was reached on 1 November 2013: four incidents before the
    /// start on 1 May, one after; and the child's school fine.
    private static func world(after: Int = 1) -> World {
        var world = World()
        world.family("F1")
        world.person("P1", of: "F1", born: "2000-06-15")
        world.person("P2", of: "F1", born: "1970-01-01", role: .parentCarer)
        world.addCase("K1", family: "F1", child: "P1", programme: "priority-families", from: "2013-05-01")
        for month in ["2012-12-01", "2013-01-01", "2013-02-01", "2013-03-01"] {
            world.event(.asbIncident, on: month, person: "P1")
        }
        for day in 0..<after { world.event(.asbIncident, on: "2013-06-0\(day + 1)", person: "P1") }
        return world
    }

    private static func told(
        _ days: [String],
        kind: EventKind = .asbIncident,
        proven: Bool? = nil
    )
        -> [Identifier<Person>: [PartnerFacts.Told]]
    {
        let facts = days.enumerated().map { place, on in
            PartnerFacts.Told(
                row: FeedRowKey(feed: "asb", recordID: "R\(place)"),
                fact: .event(kind: kind, on: day(on), proven: proven, reference: nil)
            )
        }
        return [Identifier("P1"): facts]
    }

    private static func partner(
        _ feeds: [[Identifier<Person>: [PartnerFacts.Told]]],
        from: String = "2012-01-01",
        to: String = "2014-12-31",
        isThinned: Bool = false
    ) throws -> PartnerFacts {
        PartnerFacts(
            source: "Anti-social behaviour",
            covers: try #require(Period(from: day(from), to: day(to))),
            isThinned: isThinned,
            feeds: feeds
        )
    }

    /// The comparisons of the family's result, by the kind of partner that could confirm each criterion.
    private static func compared(_ world: World, _ partners: [FeedKind: PartnerFacts]) throws -> [SourceComparison] {
        let snapshot = world.snapshot
        let contract = try shippedContract("troubled-families-2012-pbr")
        let reader = CohortReader(contract, snapshot, care: CareHistory(snapshot), asAt: day("2014-12-31"))
        let found = try #require(reader.finding(of: 0, reader.members[0]))
        let clause = try #require(contract.clauses.first { reader.finding(of: $0.id, reader.members[0]) == found })
        let result = ClaimedResult(
            member: "F1",
            clause: clause.id,
            amount: pounds(700),
            reachedOn: found.on,
            criteria: found.criteria
        )
        return reader.comparisons(of: result, with: partners) { "\($0.feed) \($0.recordID)" }
    }

    private static func asb(_ world: World, _ facts: PartnerFacts) throws -> SourceComparison {
        try #require(compared(world, [.asb: facts]).first { $0.source == "Anti-social behaviour" })
    }

    private static let before = ["2012-12-01", "2013-01-01", "2013-02-01", "2013-03-01"]

    @Test func `agree where the same rule comes to the same on what they say`() throws {
        let same = try Self.asb(Self.world(), Self.partner([Self.told(Self.before + ["2013-06-01"])]))
        #expect(
            same.verdict == .agrees
                && same.words.contains("4 before and 1 since by the register, 4 and 1 by the partner")
        )
        #expect(same.evidence.count == 5)
        // Other figures with the same standing still agree, and both are told.
        let more = try Self.asb(Self.world(), Self.partner([Self.told(Self.before + ["2013-01-05"])]))
        #expect(more.verdict == .agrees && more.words.contains("5 and 0 by the partner"))
    }

    @Test func `disagree where it comes to another standing`() throws {
        let days = Self.before + ["2013-06-01", "2013-07-01", "2013-08-01"]
        let worse = try Self.asb(Self.world(), Self.partner([Self.told(days)]))
        #expect(worse.verdict == .disagrees && worse.words.hasSuffix("by the partner, it is not met"))
        let silent = try Self.asb(Self.world(), Self.partner([[:]]))
        #expect(silent.verdict == .disagrees && silent.words.hasSuffix("by the partner, it did not apply at the start"))
        #expect(silent.evidence.isEmpty)
    }

    @Test func `leave the register's count of a time they do not go back to`() throws {
        let later = try Self.asb(
            Self.world(),
            Self.partner([Self.told(["2013-06-01", "2013-07-01"])], from: "2013-05-01")
        )
        #expect(later.verdict == .disagrees && later.words.contains("2 since by the partner, who does not go back"))
        let fewer = try Self.asb(Self.world(), Self.partner([Self.told(["2013-06-01"])], from: "2013-05-01"))
        #expect(fewer.verdict == .agrees && fewer.evidence == ["asb R0"])
    }

    @Test func `do not cover what they cannot know`() throws {
        let early = try Self.asb(Self.world(), Self.partner([Self.told(Self.before)], to: "2013-09-30"))
        #expect(early.verdict == .notCovered && early.words.contains("1 January 2012 to 30 September 2013"))
        let thinned = try Self.asb(Self.world(), Self.partner([[:]], isThinned: true))
        #expect(thinned.verdict == .notCovered && thinned.words.contains("were deleted"))
        // Three criteria can be confirmed; no feed of the other two kinds is there.
        let all = try Self.compared(Self.world(), [.asb: Self.partner([Self.told(Self.before + ["2013-06-01"])])])
        #expect(all.map(\.criterion) == [1, 2, 3] && all.map(\.verdict) == [.notCovered, .agrees, .notCovered])
        #expect(all[0].words == "no feed of this kind may be used to verify claims")
    }

    @Test func `count once what two of them tell`() throws {
        let one = Self.told(Self.before + ["2013-06-01"])
        let two = Self.told(["2013-06-01", "2013-02-01"])
        let both = try Self.asb(Self.world(), Self.partner([one, two]))
        #expect(both.words.contains("4 and 1 by the partner"))
        // One feed that tells of two on a day means two.
        let twice = try Self.asb(Self.world(), Self.partner([Self.told(Self.before + ["2013-06-01", "2013-06-01"])]))
        #expect(twice.words.contains("4 and 2 by the partner") && twice.verdict == .disagrees)
    }

    @Test(arguments: [(true, 1), (false, 0)])
    func `of offending count what is proven, by those under 18`(proven: Bool, counted: Int) throws {
        var world = Self.world()
        world.event(.offence, on: "2013-02-01", person: "P1", proven: true)
        let facts = try Self.partner([Self.told(["2013-02-02"], kind: .offence, proven: proven)])
        let found = try #require(Self.compared(world, [.youthOffending: facts]).last)
        #expect(found.words.contains("1 before and 0 since by the register, \(counted) and 0 by the partner"))
        #expect(found.verdict == (counted == 1 ? .agrees : .disagrees))
    }

    private static func school(
        _ terms: [(from: String, to: String, missed: Int)]
    )
        -> [Identifier<Person>: [PartnerFacts.Told]]
    {
        let facts = terms.enumerated().map { place, term in
            PartnerFacts.Told(
                row: FeedRowKey(feed: "school", recordID: "S\(place)"),
                fact: .attendance(
                    from: day(term.from),
                    to: day(term.to),
                    possible: 100,
                    authorised: 0,
                    unauthorised: term.missed
                )
            )
        }
        return [Identifier("P1"): facts]
    }

    @Test(arguments: [(10, ComparisonVerdict.agrees), (15, .disagrees)])
    func `of school are held to the limits of the contract`(missed: Int, verdict: ComparisonVerdict) throws {
        var world = Self.world()
        world.attendance("P1", from: "2012-09-01", to: "2012-12-20", possible: 100, unauthorised: 40)
        world.attendance("P1", from: "2014-01-05", to: "2014-04-01", possible: 100, unauthorised: 10)
        let terms = [("2012-09-01", "2012-12-20", 41), ("2014-01-05", "2014-04-01", missed)]
        let facts = try Self.partner([Self.school(terms.map { (from: $0.0, to: $0.1, missed: $0.2) })])
        let found = try #require(Self.compared(world, [.education: facts]).first)
        #expect(found.verdict == verdict)
        #expect(found.words.contains("10 of 100 sessions missed by the register"))
        #expect(found.words.contains("\(missed) of 100 sessions missed by the partner, who has 1 of 1 children"))
    }

    @Test func `of school without the child cover nothing`() throws {
        var world = Self.world()
        world.attendance("P1", from: "2012-09-01", to: "2012-12-20", possible: 100, unauthorised: 40)
        world.attendance("P1", from: "2014-01-05", to: "2014-04-01", possible: 100, unauthorised: 10)
        let terms = [(from: "2013-09-01", to: "2013-12-20", missed: 0)]
        let found = try #require(Self.compared(world, [.education: Self.partner([Self.school(terms)])]).first)
        #expect(found.verdict == .notCovered)
    }

    @Test func `must be answered before a claim that they disagree with is verified`() throws {
        let comparison = SourceComparison(
            member: "F1",
            clause: "result",
            criterion: 2,
            source: "Anti-social behaviour",
            verdict: .disagrees,
            words: "",
            evidence: []
        )
        func claim(_ findings: [VerificationFinding]) -> Claim {
            let record = ClaimRecord(
                id: Identifier("c-1"),
                contractID: "c",
                contractVersion: "1",
                knownAt: 1,
                asAt: day("2014-01-01"),
                sampleKey: "k",
                samplePercent: 10
            )
            let steps = [ClaimState.entered, .checked].map { ClaimStep($0, by: $0.rawValue, on: day("2014-01-02")) }
            return Claim(record, results: [], sample: [], findings: findings, comparisons: [comparison], steps: steps)
        }
        func verified(_ findings: [VerificationFinding]) throws {
            var claim = claim(findings)
            try claim.take(ClaimStep(.verified, by: "cat", on: day("2014-01-03")))
        }
        func finding(_ source: String, agrees: Bool = true, note: String = "asked") -> VerificationFinding {
            VerificationFinding(member: "F1", source: source, agrees: agrees, note: note)
        }
        #expect(throws: ClaimRefusal.notAnswered(members: ["F1"])) { try verified([]) }
        #expect(throws: ClaimRefusal.notAnswered(members: ["F1"])) { try verified([finding("the case file")]) }
        #expect(throws: ClaimRefusal.notAnswered(members: ["F1"])) {
            try verified([finding("Anti-social behaviour", note: "")])
        }
        #expect(throws: ClaimRefusal.notConfirmed(members: ["F1"])) {
            try verified([finding("Anti-social behaviour", agrees: false)])
        }
        try verified([finding("Anti-social behaviour")])
    }
}
