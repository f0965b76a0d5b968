import Actions
import Exchange
import Identify
import Linkage
import Records
import Register
import Report
import Testing
import Values
import Workshop

/// The invented authority with its partners' extracts.
@Suite struct `Matching partners` {
    private let folder: ScratchFolder
    private let register: Register
    private let definitions: DefinitionsInForce
    private let keeper: Keeper

    init() throws {
        folder = try ScratchFolder()
        try MakeDemonstration.register(at: folder("demonstration.db"), families: 150)
        register = try OpenRegister.open(folder("demonstration.db"), create: false)
        definitions = try DefinitionsInForce.load(folder: nil)
        keeper = Keeper(register, definitions: definitions)
    }

    private func match() throws -> MatchPartners {
        try MatchPartners(register, definitions, asAt: register.workingDay())
    }

    private func decide(_ pair: RecordPair, _ verdict: PairVerdict, by actor: String) throws {
        let draft = ChangeDraft(actor: actor, purpose: "test", summary: "a decision")
        try register.decide(PairOpinion(pair, verdict), as: draft, at: Clock.now)
    }

    /// One more extract of incidents about people whom other partners know.
    private func receiveMore(_ rows: String) throws -> Int {
        let feed = try #require(definitions.feeds.first { $0.id == "asb" })
        let head = "Incident,Forename,Surname,DoB,No,Address,Area,Postcode,Incident date\n"
        let outcome = try ReceiveExtract(into: register, of: feed, on: register.workingDay()).run(
            [SourceFile(name: "asb.csv", bytes: Array((head + rows).utf8))],
            as: ChangeDraft(actor: "test", purpose: "test", summary: "Extract")
        )
        return outcome.receipt?.tally.new ?? 0
    }

    @Test func `lists each doubtful question once, the most doubtful first, a page at a time`() throws {
        let kept = try keeper.matching()
        let list = kept.review.list(.undecided)
        try #require(list.count > 3)
        let distances = list.map { abs(($0.weight ?? 99) - kept.review.threshold) }
        #expect(zip(distances, distances.dropFirst()).allSatisfy { $0 <= $1 + 0.001 })
        #expect(distances.allSatisfy { $0 <= MatchReview.reach })
        #expect(Set(list.map(\.pair)).count == list.count && Set(list.map(\.id)).count == list.count)
        var seen: [String] = []
        var place: String?
        repeat {
            let page = kept.review.page(of: .undecided, after: place, limit: 2)
            seen += page.items.map(\.id)
            place = page.next
        } while place != nil
        #expect(seen == list.map(\.id))
        #expect(try keeper.matching().review.item(list[0].id)?.pair == list[0].pair)
    }

    @Test func `respects what people decided, and puts two apart about whom they disagree`() throws {
        let first = try keeper.matching().review.list(.undecided)
        try #require(first.count > 3)
        let (same, different, asked) = (first[0].pair, first[1].pair, first[2].pair)
        try decide(same, .same, by: "ann")
        try decide(different, .different, by: "ann")
        try decide(asked, .ask, by: "ann")
        var kept = try keeper.matching()
        func areTogether(_ pair: RecordPair) throws -> Bool {
            try PairView(#require(kept.review.item(id(pair))), in: kept, register).areTogether
        }
        func id(_ pair: RecordPair) throws -> String { try register.opaqueNames().name(of: pair) }
        #expect(try areTogether(same) && !areTogether(different))
        #expect(kept.review.list(.asked).map(\.pair) == [asked])
        #expect(Set(kept.review.list(.decided).map(\.pair)) == [same, different])
        #expect(!kept.review.list(.undecided).contains { [same, different, asked].contains($0.pair) })
        try decide(same, .different, by: "ben")
        kept = try keeper.matching()
        #expect(kept.review.list(.disagreed).map(\.pair) == [same])
        #expect(try !areTogether(same))
        try decide(same, .same, by: "ben")
        kept = try keeper.matching()
        #expect(try areTogether(same) && kept.review.list(.disagreed).isEmpty)
        let view = try PairView(#require(kept.review.item(id(same))), in: kept, register)
        #expect(view.decisions.map(\.by) == ["ben", "ben", "ann"])
        // The steps are those of what is recorded: deciding does not change them.
        #expect(abs((view.waterfall?.weight ?? 999) - (first[0].weight ?? 0)) < 30)
        #expect(try register.verify().isSound)
    }

    @Test func `compares only what is new, and comes to the same as from nothing`() throws {
        let first = try match()
        let again = try match()
        #expect(again.linkage.compared < first.linkage.compared / 4)
        #expect(again.linkage.clusters == first.linkage.clusters)
        let row = try #require(register.feedRows(of: definitions.feeds[0], on: register.workingDay()).first)
        let name = "\(row.identity[.forename] ?? "Ana"),\(row.identity[.surname] ?? "Quarmby")"
        #expect(try receiveMore("NEW1,\(name),1-Jan-2010,1,Mill Bank,Northgate,ZZ1 1AA,3-May-2026\n") == 1)
        let more = try match()
        #expect(more.linkage.compared < first.linkage.compared / 4)
        #expect(more.linkage.clusters.count == first.linkage.clusters.count + 1)
        try register.forgetMatching()
        let whole = try match()
        #expect(whole.linkage.clusters == more.linkage.clusters)
        #expect(whole.linkage.compared > more.linkage.compared * 4)
    }

    @Test func `remembers nothing once rows are gone`() throws {
        _ = try match()
        #expect(try register.remembered("pairs") != nil)
        try register.purge(
            feed: "housing",
            note: "test",
            on: register.workingDay(),
            as: ChangeDraft(actor: "test", purpose: "test", summary: "Purge"),
            at: Clock.now
        )
        #expect(try register.remembered("pairs") == nil && register.remembered("scale") == nil)
        #expect(try !match().feeds.contains { $0.id == "housing" })
    }

    @Test func `is worked out once for a change and shared`() throws {
        let one = try keeper.matching()
        #expect(one.change == (try register.latestChangeOfRecords()))
        // A second matching would have found everything remembered and compared less.
        #expect(try keeper.matching().match.linkage.compared == one.match.linkage.compared)
        let day = try register.workingDay()
        #expect(try keeper.partnersGround(asAt: day).match.linkage.compared == one.match.linkage.compared)
        let families = try keeper.partnersGround(asAt: day).snapshot.familyIDs
        let unknown = families.filter { $0.hasPrefix("household-") }
        #expect(!unknown.isEmpty && unknown.allSatisfy { $0.count == 22 })
        #expect(!families.contains { $0.contains("/") })
    }

    @Test func `names the feed and the record behind partners' evidence, and not in a nomination`() throws {
        let day = try register.workingDay()
        let set = try #require(definitions.criteriaSet("troubled-families-2012"))
        let ground = try keeper.partnersGround(asAt: day)
        let own = Cohort(set, in: try keeper.picture().ground.snapshot, asAt: day)
        let both = Cohort(set, in: ground.snapshot, asAt: day)
        #expect(both.identified.count > own.identified.count)
        var met = 0
        for member in both.identified {
            let id = ground.snapshot.id(member.family)
            let evidence = try #require(FamilyEvidence(of: id, set, in: ground.snapshot, asAt: day))
            let rows = set.criteria.indices.flatMap { evidence.rows(for: $0) }
            for row in rows where ground.origin(of: row) != nil { met += 1 }
            if ground.isOnlyPartners(id) {
                #expect(
                    rows.filter { ["events", "attendance", "work_status"].contains($0.table) }
                        .allSatisfy { ground.origin(of: $0) != nil }
                )
            }
        }
        #expect(met > 0)
        let plan = try NominateFamilies(keeper, by: set, asAt: day, on: day, with: ground)
            .plan(both.identified.map { ground.snapshot.id($0.family) }, programme: nil)
        #expect(plan.nominees.contains { !$0.recorded.families.isEmpty })
        let texts = plan.nominees.compactMap(\.referral.presentingIssues)
        #expect(texts.contains { $0.contains("feed%20") })
        let records = try definitions.feeds.flatMap { try register.feedRows(of: $0, on: day) }.map(\.recordID)
        for text in texts {
            #expect(!records.contains { $0.utf8.count > 4 && text.contains($0) })
            #expect(NominationBasis(presentingIssues: text) != nil)
        }
    }
}
