import Identify
import Invented
import Records
import Testing
import Values

@Suite struct `Working records` {
    private static let today = day("2026-06-30")
    private static let sources = ["school": "education", "yot": "youth_justice"]

    private static func key(_ feed: String, _ record: String) -> FeedRowKey { FeedRowKey(feed: feed, recordID: record) }

    private static func row(_ record: String, dob: String? = nil, _ facts: [FeedFact] = []) -> FeedRow {
        var identity = FeedIdentity([.surname: "Lister", .forename: "Ana", .postcode: "ZZ1 1AA"])
        identity[.dob] = dob
        return FeedRow(recordID: record, identity: identity, facts: facts)
    }

    private static func exclusion(_ on: String, reference: String? = nil) -> FeedFact {
        .event(kind: .fixedExclusion, on: day(on), proven: nil, reference: reference)
    }

    private static func working(
        _ world: World,
        _ rows: [(feed: String, row: FeedRow)],
        _ linked: [LinkedPerson],
        households: [[Int]] = []
    ) -> WorkingRecords {
        let byKey = Dictionary(rows.map { (key($0.feed, $0.row.recordID), $0.row) }, uniquingKeysWith: { $1 })
        return WorkingRecords(
            world.records,
            adding: byKey,
            of: linked,
            households: households,
            sources: sources,
            asAt: today
        )
    }

    private static var world: World {
        var world = World()
        world.family("F1")
        world.person("P1", of: "F1", born: "2012-01-01")
        world.person("P2", of: "F1", born: "1985-01-01", role: .parentCarer)
        world.event(.fixedExclusion, on: "2026-02-02", person: "P1")
        return world
    }

    @Test func `leave the register as it was where nothing is linked`() {
        let working = Self.working(Self.world, [], [])
        #expect(working.records == Self.world.records && working.people.isEmpty)
    }

    @Test func `hang what a partner says on the person of the register, once`() throws {
        let facts = [Self.exclusion("2026-02-02"), Self.exclusion("2026-03-03")]
        let link = LinkedPerson(rows: [Self.key("school", "a")], personID: Identifier("P1"))
        let working = Self.working(Self.world, [("school", Self.row("a", facts))], [link])
        #expect(working.people == [Identifier("P1")] && working.records.people == Self.world.records.people)
        let events = working.records.events
        #expect(events.map(\.on.iso) == ["2026-02-02", "2026-03-03"])
        #expect(events[1].source == "education" && events[1].personID == Identifier("P1"))
        #expect(working.origins == [events[1].id.text: Self.key("school", "a")])
    }

    @Test func `count what two partners tell of once, and two things on one day as two`() {
        let link = LinkedPerson(rows: [Self.key("school", "a"), Self.key("yot", "b")], personID: Identifier("P1"))
        let both = [Self.exclusion("2026-04-04", reference: "1"), Self.exclusion("2026-04-04", reference: "2")]
        let rows = [
            (feed: "school", row: Self.row("a", both)),
            (feed: "yot", row: Self.row("b", [Self.exclusion("2026-04-04", reference: "x")])),
        ]
        let working = Self.working(Self.world, rows, [link])
        #expect(working.records.events.count { $0.on == day("2026-04-04") } == 2)
    }

    @Test func `take a partner's word that an offence was proven`() {
        var world = Self.world
        world.event(.offence, on: "2026-05-05", person: "P1", proven: nil)
        let offence = FeedFact.event(kind: .offence, on: day("2026-05-05"), proven: true, reference: nil)
        let link = LinkedPerson(rows: [Self.key("yot", "a")], personID: Identifier("P1"))
        let working = Self.working(world, [("yot", Self.row("a", [offence]))], [link])
        #expect(working.records.events.count == 2 && working.records.events[1].proven == true)
    }

    @Test func `make people and families of those whom only partners know`() throws {
        let rows = [
            (feed: "school", row: Self.row("child", dob: "2014-05-06")),
            (feed: "yot", row: Self.row("adult", dob: "1980-05-06")), (feed: "yot", row: Self.row("alone")),
        ]
        let linked = [
            LinkedPerson(rows: [Self.key("school", "child")]), LinkedPerson(rows: [Self.key("yot", "adult")]),
            LinkedPerson(rows: [Self.key("yot", "alone")]),
        ]
        let working = Self.working(Self.world, rows, linked, households: [[0, 1]])
        let people = working.records.people.suffix(3)
        #expect(people.map(\.role) == [.child, .otherAdult, .otherAdult])
        #expect(people.map(\.familyID?.text).map { $0 ?? "" }[0] == people.map(\.familyID?.text).map { $0 ?? "" }[1])
        #expect(Set(people.map(\.familyID)).count == 2 && working.records.families.count == 3)
        #expect(working.records.families[1].postcode == "ZZ1 1AA")
    }

    @Test func `put somebody new into the family they live with`() {
        let linked = [
            LinkedPerson(rows: [Self.key("school", "a")], personID: Identifier("P2")),
            LinkedPerson(rows: [Self.key("yot", "b")]),
        ]
        let rows = [(feed: "school", row: Self.row("a")), (feed: "yot", row: Self.row("b", dob: "2013-01-01"))]
        let working = Self.working(Self.world, rows, linked, households: [[1, 0]])
        #expect(working.records.people.last?.familyID == Identifier("F1") && working.records.families.count == 1)
        #expect(working.rows(ofFamilies: [Identifier("F1")]) == [Self.key("school", "a"), Self.key("yot", "b")])
        #expect(working.rows(ofFamilies: [Identifier("F9")]).isEmpty)
    }

    @Test func `meet criteria that neither the register nor a partner meets alone`() {
        let set = CriteriaSet(
            id: "x",
            title: "x",
            looksBackMonths: 12,
            criteria: [Criterion(id: "e", label: "e", rules: [.childEvents(.fixedExclusion, atLeast: 3)])],
            needs: [[0]],
            needsWithDiscretion: nil
        )
        let rows = [
            (feed: "school", row: Self.row("a", [Self.exclusion("2026-03-03")])),
            (feed: "yot", row: Self.row("b", [Self.exclusion("2026-04-04")])),
        ]
        let link = LinkedPerson(rows: [Self.key("school", "a"), Self.key("yot", "b")], personID: Identifier("P1"))
        let before = set.identified(in: Self.world.snapshot, asAt: Self.today)
        let working = Self.working(Self.world, rows, [link])
        #expect(before.isEmpty && set.identified(in: working.snapshot(change: 1), asAt: Self.today).count == 1)
    }
}
