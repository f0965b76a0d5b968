import Access
import Actions
import Records
import Refer
import Register
import Testing
import Values
import Workshop

@testable import Web

@Suite struct `Homes and beds` {
    /// A home of three beds, and a referral to MST-FIT whose child may be booked.
    private func service() throws -> (TestedService, TestedBrowser, home: String, referral: String) {
        let service = try TestedService()
        let reference = try Partner(service).refer(["programme": ["programme": "mst-fit"]]).reference
        let gate = try service.seat([Assignment(.gateway)], named: "gate")
        try gate.open("/gateway/\(reference)")
        try gate.send("/gateway/\(reference)/decision", ["kind": "wait", "programme": "mst-fit", "tier": "high"])
        try gate.open("/homes")
        try gate.send("/homes", ["programme": "mst-fit", "name": "Elm House"])
        #expect(gate.seen.status == 422 && gate.seen.text.contains("value=\"Elm House\""))
        let start = date("opened", try Keeper.shipped(service.register).today() - 100)
        try gate.send(
            "/homes",
            start.merging(["programme": "mst-fit", "name": "Elm House", "beds": "3", "cost": "10,950"]) { $1 }
        )
        return (service, gate, try #require(gate.seen.answer.location), reference)
    }

    private func date(_ name: String, _ day: Day) -> [String: String] {
        ["\(name)-day": "\(day.dayOfMonth)", "\(name)-month": "\(day.month)", "\(name)-year": "\(day.year)"]
    }

    @Test func `a stay is booked for twelve weeks, extended and ended`() throws {
        let (service, gate, home, referral) = try service()
        let today = try Keeper.shipped(service.register).today()
        #expect(try gate.open(home).text.contains(today.long))
        gate.seen.expectSound(home)
        let bed = try #require(try service.register.held(HomeBed.self).first?.record)
        let booking = date("arrives", today - 80).merging(["referral": referral, "bed": bed.id.text]) { $1 }
        try gate.send("\(home)/stays", booking)
        #expect(gate.seen.status == 303)
        let stay = try #require(try service.register.held(HomeStay.self).first?.record)
        #expect(stay.plannedUntil == today + 4)
        // A second stay in the same bed is refused, and the same child has one bed alone.
        try gate.open(home)
        try gate.send(
            "\(home)/stays",
            date("arrives", today + 2).merging(["referral": referral, "bed": bed.id.text]) { $1 }
        )
        #expect(gate.seen.status == 422 && gate.seen.text.contains("The bed is taken on some of these nights"))
        let page = "\(home)/stays/\(stay.id.text)"
        let seen = try gate.open(page)
        #expect(seen.text.contains("Nights slept") && seen.text.contains(">80<"))
        seen.expectSound(page)
        let longer = date("until", today + 18).merging(["act": "extend", "why": "The flat is not ready."]) { $1 }
        try gate.send(page, longer)
        #expect(gate.seen.status == 303)
        #expect(try service.register.held(StayExtension.self).count == 1)
        try gate.open(page)
        try gate.send(page, date("left", today + 1).merging(["act": "depart", "departure": "return_home"]) { $1 })
        #expect(gate.seen.status == 422 && gate.seen.text.contains("must be today or in the past"))
        try gate.open(page)
        try gate.send(page, date("left", today).merging(["act": "depart", "departure": "return_home"]) { $1 })
        #expect(gate.seen.status == 303)
        #expect(try gate.open(page).text.contains("Left early"))
        #expect(try service.register.verify().problems == [])
    }

    @Test func `two who book at once do not both have the bed`() throws {
        let (service, _, home, referral) = try service()
        let keeper = try Keeper.shipped(service.register)
        let today = try keeper.today()
        let id = String(home.split(separator: "/").last ?? "")
        let one = try #require(try HomeView(id, keeper, asAt: today))
        let two = try #require(try HomeView(id, keeper, asAt: today))
        let item = try #require(try service.register.held(Referral.self, key: referral)?.record)
        let bed = one.beds[0].record.id.text
        let keep = KeepHomes(keeper, on: today)
        try keep.book(try #require(item.personID), of: item, bed: bed, from: today, in: one)
        #expect(throws: RegisterError.movedOn(table: "home_beds")) {
            try keep.book(Identifier("P1"), of: item, bed: bed, from: today + 3, in: two)
        }
        #expect(try service.register.held(HomeStay.self).count == 1)
    }

    @Test func `a bed out of use is not offered`() throws {
        let (service, gate, home, _) = try service()
        let today = try Keeper.shipped(service.register).today()
        for bed in try service.register.held(HomeBed.self).map(\.record) {
            try gate.open(home)
            let typed = date("void-from", today).merging(["void-bed": bed.id.text, "void-reason": "repairs"]) { $1 }
            try gate.send("\(home)/voids", typed.merging(date("void-until", today + 10)) { $1 })
            #expect(gate.seen.status == 303)
        }
        #expect(try gate.open(home).text.contains((today + 10).long))
        #expect(gate.seen.text.contains("Out of use"))
        let void = try #require(try service.register.held(HomeVoid.self).first?.record)
        try gate.send("\(home)/voids/\(void.id.text)")
        #expect(gate.seen.status == 303)
        #expect(try gate.open("/homes").text.contains(today.long))
        gate.seen.expectSound("/homes")
    }

    @Test func `a commissioner sees the weeks and no child`() throws {
        let (service, gate, home, referral) = try service()
        let today = try Keeper.shipped(service.register).today()
        let bed = try #require(try service.register.held(HomeBed.self).first?.record)
        try gate.open(home)
        try gate.send(
            "\(home)/stays",
            date("arrives", today).merging(["referral": referral, "bed": bed.id.text]) { $1 }
        )
        let commissioner = try service.seat([Assignment(.commissioner)], named: "buyer")
        let seen = try commissioner.open(home)
        #expect(seen.status == 200 && seen.text.contains("Staying") && !seen.text.contains("Quill"))
        #expect(!seen.links.contains { $0.contains("/stays/") })
        #expect(try commissioner.open("/capacity").status == 200)
        commissioner.seen.expectSound("/capacity")
    }
}
