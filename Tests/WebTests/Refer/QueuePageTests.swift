import Access
import Actions
import Records
import Refer
import Register
import Testing
import Values
import Workshop

@testable import Web

/// Long queues, page by page: everybody once, in one order, with counts of all.
@Suite struct `Long queues` {
    private let service: TestedService
    private let keeper: Keeper
    private let today: Day

    init() throws {
        service = try TestedService()
        keeper = try Keeper.shipped(service.register)
        today = try keeper.today()
    }

    /// So many families, each with a child and a referral that stands so; the first came first.
    private func add(_ count: Int, _ decision: ReferralDecision, programme: String? = nil) throws {
        var records = RecordSet()
        for number in 1...count {
            let id = "\(decision.rawValue.uppercased())\(programme ?? "")-\(number)"
            records.families.append(Family(id: Identifier("FAM-\(id)"), name: "Quill"))
            records.people.append(
                Person(
                    id: Identifier("PER-\(id)"),
                    familyID: Identifier("FAM-\(id)"),
                    forename: "Child",
                    surname: id,
                    role: .child
                )
            )
            var referral = Referral(
                id: Identifier(id),
                familyID: Identifier("FAM-\(id)"),
                receivedOn: today - (count - number) / 2,
                source: .school,
                route: .nomination,
                decision: decision
            )
            referral.programme = programme
            if decision == .waiting { referral.decidedOn = referral.receivedOn }
            records.referrals.append(referral)
        }
        let draft = ChangeDraft(actor: "test", purpose: "test", summary: "A queue")
        try service.register.record(records, as: draft, at: Clock.now)
    }

    /// The referrals that a page leads to, in its order.
    private func shown(_ seen: SeenPage, _ prefix: String) -> [String] {
        seen.links.filter { $0.hasPrefix("/gateway/\(prefix)") }
    }

    @Test func `the gateway's is shown page by page, with counts of all`() throws {
        try add(120, .pending)
        let gate = try service.seat([Assignment(.gateway)], named: "gate")
        var seen: [String] = []
        var address: String? = "/gateway"
        var titles: Set<String> = []
        while let next = address {
            let page = try gate.open(next)
            page.expectSound(next)
            #expect(page.text.contains("120 referrals wait for a decision"))
            seen += shown(page, "PENDING")
            titles.insert(page.title)
            let number = titles.count + 1
            address = page.links.contains("/gateway?page=\(number)") ? "/gateway?page=\(number)" : nil
        }
        #expect(seen.count == 120 && Set(seen).count == 120 && titles.count == 3)
        #expect(try gate.open("/gateway?page=2").text.contains("Showing 51 to 100 of 120 referrals"))
        #expect(gate.seen.links.contains("/gateway"))
        // Who came first stands first: points for weeks, then the day, then the reference.
        let received = try service.register.held(Referral.self).reduce(into: [:]) {
            $0["/gateway/\($1.record.id.text)"] = $1.record.receivedOn
        }
        let days = seen.compactMap { received[$0] }
        #expect(days == days.sorted())
        // Those late are counted on every page, wherever they stand.
        let within = try #require(keeper.definitions.priorities["gateway-priority"]?.decideWithinDays)
        let late = days.count { today - $0 > within }
        #expect(late > 0 && gate.seen.text.contains("\(late) longer than they should"))
        for odd in ["0", "-3", "many", "99999999999999999999", "4"] {
            #expect(try gate.open("/gateway?page=\(odd)").status == 200)
        }
    }

    @Test func `a family that is restricted is neither shown nor counted at the gateway`() throws {
        try add(3, .pending)
        let gate = try service.seat([Assignment(.gateway)], named: "gate")
        var entry = Entry()
        entry.add(
            Restriction(
                id: Identifier("RES1"),
                familyID: Identifier("FAM-PENDING-1"),
                reason: "Known to staff",
                userText: "nobody",
                setBy: "test",
                setOn: today
            )
        )
        let draft = ChangeDraft(actor: "test", purpose: "test", summary: "Restricted")
        try service.register.enter(entry, as: draft, at: Clock.now)
        let seen = try gate.open("/gateway")
        #expect(seen.text.contains("2 referrals wait") && !seen.links.contains("/gateway/PENDING-1"))
    }

    @Test func `the waiting list shows the first of each programme, and one programme page by page`() throws {
        try add(60, .waiting, programme: "mst")
        try add(2, .waiting, programme: "fft")
        let gate = try service.seat([Assignment(.gateway)], named: "gate")
        let all = try gate.open("/waiting")
        all.expectSound("/waiting")
        #expect(all.text.contains("62 families wait") && shown(all, "WAITINGmst").count == 50)
        #expect(shown(all, "WAITINGfft").count == 2 && !all.links.contains("/waiting?programme=fft"))
        let first = try gate.open("/waiting?programme=mst")
        first.expectSound("/waiting?programme=mst")
        #expect(shown(first, "WAITINGmst") == shown(all, "WAITINGmst") && shown(first, "WAITINGfft").isEmpty)
        let second = try gate.open("/waiting?programme=mst&page=2")
        second.expectSound("/waiting?programme=mst&page=2")
        #expect(shown(second, "WAITINGmst").count == 10 && second.title != first.title)
        #expect(second.text.contains("Showing 51 to 60 of 60 places") && second.text.contains("62 families wait"))
        // The place stands on every page as it is in the whole queue, and on the referral's own page.
        let place = try #require(shown(second, "WAITINGmst").first)
        let id = String(place.split(separator: "/").last ?? "")
        #expect(try WaitingList.entry(Identifier(id), keeper, asAt: today)?.place == 51)
        #expect(try gate.open("/waiting?programme=sorcery").status == 404)
    }

    private static func child(_ number: Int) -> Identifier<Person> { Identifier("PER-PENDING-\(number)") }

    /// An event of a child, of a family, or of a child that is filed under another family.
    private static func event(_ id: String, _ person: Int?, _ family: Int?, _ kind: EventKind, _ on: Day) -> Event {
        Event(
            id: Identifier(id),
            personID: person.map { child($0) },
            familyID: family.map { Identifier("FAM-PENDING-\($0)") },
            kind: kind,
            on: on,
            source: "test"
        )
    }

    @Test func `what brings a referral forward is found around it`() throws {
        try add(9, .pending)
        var records = RecordSet()
        records.events = [
            Self.event("E1", 9, nil, .missingEpisode, today - 3),
            Self.event("E2", nil, 8, .domesticAbuseIncident, today - 5),
            // An event of one's own family alone, in the past alone, and lately.
            Self.event("E3", 7, 6, .missingEpisode, today - 3), Self.event("E4", 5, nil, .missingEpisode, today + 2),
            Self.event("E5", 4, nil, .missingEpisode, today - 1000),
        ]
        records.placements = [
            Placement(personID: Self.child(3), startedOn: today - 9, legalStatus: .j1, type: .r5),
            Placement(personID: Self.child(2), startedOn: today - 9, endedOn: today - 1, legalStatus: .j1, type: .r5),
        ]
        let draft = ChangeDraft(actor: "test", purpose: "test", summary: "Around")
        try service.register.record(records, as: draft, at: Clock.now)
        let queue = try GatewayQueue(keeper, asAt: today)
        let reasons = Dictionary(
            queue.entries.map { ($0.referral.id.text, $0.priority.reasons.map(\.words)) },
            uniquingKeysWith: { first, _ in first }
        )
        let words = { (number: Int, part: String) in
            reasons["PENDING-\(number)", default: []].contains { $0.lowercased().contains(part) }
        }
        #expect((1...9).filter { words($0, "missing") } == [6, 9])
        #expect((1...9).filter { words($0, "domestic abuse") } == [8])
        #expect((1...9).filter { words($0, "custody") } == [3])
    }
}
