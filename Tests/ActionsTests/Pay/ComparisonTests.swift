import Actions
import Exchange
import Identify
import Pay
import Records
import Register
import Report
import Testing
import Values
import Workshop

/// A claim held against a partner's feed, from an extract received to the claim verified.
@Suite struct `A claim and a partner's feed` {
    private let folder: ScratchFolder
    private let keeper: Keeper

    private static let contract = """
        kind: contract
        id: mine
        version: "1"
        from: 2024-01-01
        source: {document: invented, section: none}
        evidence: unverified
        title: Mine
        parties: [{role: commissioner, name: A}, {role: provider, name: B}]
        term: {from: 2024-01-01, to: 2024-12-31, last_claim: 2025-12-31}
        cohort: {member: family, programmes: [mst]}
        outcomes:
          - id: calm
            label: Calm
            criteria: [{measure: antisocial_behaviour, reduced_percent: 60}]
            evidence_required: the incidents
        verification: {sample_percent: 0}
        clauses:
          - {id: calm, label: Calm, clause: outcome, outcome: calm, price: 100}

        """

    private static func feed(verifies: Bool) -> String {
        """
        kind: feed
        id: incidents
        version: "1"
        from: 2020-01-01
        source: {document: invented, section: none}
        evidence: unverified
        title: Incidents
        owner: The community safety team
        kind_of_source: asb
        extract: full
        agreement:
          reference: R1
          purpose: to try it out
          lawful_basis: none, it is invented
          signed_on: 2020-01-01
          expires_on: 2999-12-31
          retention_months: 1200
          verifies_claims: "\(verifies ? "yes" : "no")"
          fields: [forename, surname, dob, sex, postcode, event]
        mapping:
          format: csv
          encoding: utf-8
          source: asb_team
          record_id: No
          columns:
            - {field: forename, column: Forename}
            - {field: surname, column: Surname}
            - {field: dob, column: DoB}
            - {field: sex, column: Sex}
            - {field: postcode, column: Postcode}
          facts: [{fact: event, event: asb_incident, on: {column: Day}}]

        """
    }

    /// Four incidents before the start of the case on 10 January 2024 and one after it are on record.
    private static let events = """
        event_id,person_id,family_id,kind,on,source
        E1,P1,,asb_incident,2023-08-01,asb
        E2,P1,,asb_incident,2023-09-01,asb
        E3,P1,,asb_incident,2023-10-01,asb
        E4,P1,,asb_incident,2023-11-01,asb
        E5,P1,,asb_incident,2024-03-01,asb

        """

    init() throws { try self.init(verifies: true) }

    private init(verifies: Bool) throws {
        folder = try ScratchFolder()
        try folder.write("definitions/mine.yml", Self.contract)
        try folder.write("definitions/incidents.yml", Self.feed(verifies: verifies))
        let register = try Register.scratch(in: folder)
        var package = SmallPackage()
        package.cases = package.cases.replacing("2018-01-10,2018-06-10", with: "2024-01-10,2024-06-10")
        try folder.write("package/events.csv", Self.events)
        try register.take([package.write(to: folder)])
        keeper = Keeper(register, definitions: try DefinitionsInForce.load(folder: folder("definitions")))
    }

    private func work(_ person: String) -> WorkClaims { WorkClaims(keeper.acting(as: Actor(person))) }

    /// An extract with incidents of the child on these days, and one of somebody else early and late.
    private func receive(_ days: [String]) throws {
        let feed = try #require(keeper.definitions.feeds.first { $0.id == "incidents" })
        var lines = ["No,Forename,Surname,DoB,Sex,Postcode,Day"]
        for (place, day) in ["2023-01-01", "2025-01-01"].enumerated() {
            lines.append("X\(place),Ana,Quarmby,1990-01-01,F,ZZ1 1AA,\(day)")
        }
        for (place, day) in days.enumerated() {
            lines.append("J\(place),José,Ashdown-Óakes,2008-06-27,M,ZZ9 8ZZ,\(day)")
        }
        let text = lines.joined(separator: "\n") + "\n"
        let outcome = try ReceiveExtract(into: keeper.register, of: feed, on: keeper.register.workingDay()).run(
            [SourceFile(name: "incidents.csv", bytes: Array(text.utf8))],
            as: ChangeDraft(actor: "test", purpose: "test", summary: "Extract")
        )
        #expect(outcome.receipt != nil)
    }

    private func checked() throws -> Claim {
        let contract = try #require(keeper.definitions.contract("mine"))
        let claim = try work("ann").enter(contract, asAt: #require(Day(iso: "2024-12-31")))
        return try #require(try work("bob").take(.checked, of: claim.number))
    }

    private static let before = ["2023-08-01", "2023-09-01", "2023-10-01", "2023-11-01"]

    @Test func `is compared before it is verified, and keeps what was said`() throws {
        try receive(Self.before + ["2024-03-01"])
        let claim = try checked()
        #expect(throws: ClaimRefusal.notCompared) { try work("cat").take(.verified, of: claim.number) }
        let compared = try #require(try work("bob").compare(claim.number))
        #expect(compared.comparisons.map(\.verdict) == [.agrees])
        let said = try #require(compared.comparisons.first)
        #expect(said.source == "Incidents" && said.evidence.count == 5)
        #expect(said.evidence.allSatisfy { $0.hasPrefix("feed incidents ") && !$0.contains("J0") })
        // Asked again, the same is said and nothing new is kept.
        let change = try keeper.register.latestChange()
        try work("bob").compare(claim.number)
        #expect(try keeper.register.latestChange() == change)
        try work("cat").take(.verified, of: claim.number)
        // What it was compared with may go; what was said stays.
        try keeper.register.purge(
            feed: "incidents",
            note: "test",
            on: keeper.register.workingDay(),
            as: ChangeDraft(actor: "test", purpose: "test", summary: "Purge"),
            at: Clock.now
        )
        #expect(try keeper.claim(claim.number)?.comparisons == compared.comparisons)
        #expect(try keeper.register.verify().problems == [])
    }

    @Test func `is not verified before a disagreement is answered`() throws {
        try receive(Self.before + ["2024-03-01", "2024-04-01", "2024-05-01"])
        let claim = try checked()
        let compared = try #require(try work("bob").compare(claim.number))
        #expect(compared.unanswered.map(\.member) == ["F1"])
        #expect(throws: ClaimRefusal.notAnswered(members: ["F1"])) { try work("cat").take(.verified, of: claim.number) }
        let answer = VerificationFinding(
            member: "F1",
            source: "Incidents",
            agrees: true,
            note: "two were of a neighbour"
        )
        try work("bob").note(answer, of: claim.number)
        try work("cat").take(.verified, of: claim.number)
        #expect(try keeper.claim(claim.number)?.state == .verified)
        #expect(throws: ClaimRefusal.wrongStep(from: .verified, to: .verified)) {
            try work("bob").compare(claim.number)
        }
        let pack = ClaimPack(
            ClaimDocument(compared, under: try #require(keeper.definitions.contract("mine")), replay: nil)
        )
        let files = try pack.files(imprint: keeper.imprint())
        #expect(files.map(\.name).contains("comparisons.csv") && files.map(\.name).contains("claim.html"))
        let said = try #require(files.first { $0.name == "comparisons.csv" })
        #expect(String(decoding: said.bytes, as: UTF8.self).contains("4 and 3 by the partner"))
    }

    @Test func `needs no partner where none may be asked`() throws {
        let other = try Self(verifies: false)
        try other.receive(Self.before + ["2024-03-01", "2024-04-01", "2024-05-01"])
        let claim = try other.checked()
        let compared = try #require(try other.work("bob").compare(claim.number))
        #expect(compared.comparisons.map(\.verdict) == [.notCovered])
        try other.work("cat").take(.verified, of: claim.number)
    }

    @Test func `marks the family once it is verified, until it is reversed`() throws {
        let claim = try checked()
        let today = Clock.today
        #expect(try keeper.claimedFamilies(asAt: today).isEmpty)
        try work("bob").compare(claim.number)
        try work("cat").take(.verified, of: claim.number)
        #expect(try keeper.claimedFamilies(asAt: today) == ["F1": FamilyNotices.Claimed(contract: "Mine", on: today)])
        #expect(try keeper.claimedFamilies(asAt: today - 1).isEmpty)
        #expect(try keeper.notices(asAt: today).claimed.keys.sorted() == ["F1"])
        let set = try #require(keeper.definitions.criteria.first)
        let evidence = FamilyEvidence(
            of: "F1",
            set,
            in: try keeper.picture().ground.snapshot,
            asAt: today,
            notices: try keeper.notices(asAt: today)
        )
        #expect(evidence?.marks.words == "Claimed under Mine on \(today.long)")
        try work("dan").take(.approved, of: claim.number)
        try work("ann").take(.paid, of: claim.number)
        #expect(try keeper.claimedFamilies(asAt: today).keys.sorted() == ["F1"])
        try work("bob").take(.reversed, of: claim.number, note: "entered twice")
        #expect(try keeper.claimedFamilies(asAt: today).isEmpty)
    }
}
