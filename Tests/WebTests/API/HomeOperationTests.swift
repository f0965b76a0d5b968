import Access
import Actions
import Records
import Refer
import Register
import Testing
import Values
import Workshop

@testable import Web

/// Beds booked by programs, by the same rules as on the pages.
@Suite struct `Programs that book beds` {
    private let service: TestedService
    private let programs: TestedPrograms
    private let token: String
    private let home: String
    private let bed: String
    private let referral: String
    private let today: Day

    init() throws {
        service = try TestedService()
        programs = try TestedPrograms(service)
        referral = try Partner(service).refer(["programme": ["programme": "mst-fit"]]).reference
        token = try programs.token(.gateway)
        let version = try programs.ask("getReferral", of: referral, by: token).version
        let waiting: [String: Any] = ["kind": "wait", "programme": "mst-fit", "tier": "high"]
        let decided = try programs.ask("decideReferral", waiting, of: referral, version: version, by: token)
        try #require(decided.status == 200)
        let keeper = try Keeper.shipped(service.register)
        today = try keeper.today()
        let phase = try #require(
            keeper.definitions.eligibility.first { $0.programme == "mst-fit" }?.residential
        )
        let opened = try KeepHomes(keeper, on: today).open(
            name: "Elm House",
            programme: "mst-fit",
            provider: nil,
            beds: 2,
            phase: phase,
            weeklyCost: nil,
            from: today - 100
        )
        home = opened.id.text
        bed = try #require(try service.register.held(HomeBed.self).first?.record.id.text)
    }

    private func ask(
        _ id: String,
        _ body: [String: Any]? = nil,
        version: Int64? = nil
    ) throws -> TestedPrograms.Answered {
        try programs.ask(id, body, of: home, version: version, by: token)
    }

    @Test func `book a stay, extend it and end it, each over its version`() throws {
        let booking: [String: Any] = ["referral": referral, "bed": bed, "arrives": (today - 80).iso]
        #expect(try ask("bookStay", booking.merging(["referral": "nothing"]) { $1 }).pointers == ["/referral"])
        #expect(try ask("bookStay", booking.merging(["bed": "nothing"]) { $1 }).pointers == ["/bed"])
        let booked = try ask("bookStay", booking)
        #expect(booked.status == 201 && booked.json["planned_until"] as? String == (today + 4).iso)
        #expect(try ask("bookStay", booking).pointers == ["/arrives"])
        let stay = try #require(booked.json["stay_id"] as? String)
        let longer: [String: Any] = ["stay": stay, "until": (today + 18).iso, "why": "The flat is not ready."]
        #expect(try ask("extendStay", longer).status == 428)
        #expect(try ask("extendStay", longer, version: 1_000_000).status == 412)
        let extended = try ask("extendStay", longer, version: booked.version)
        #expect(extended.status == 200 && extended.json["planned_until"] as? String == (today + 18).iso)
        #expect(try ask("cancelStay", ["stay": stay], version: extended.version).status == 422)
        let left: [String: Any] = ["stay": stay, "left": today.iso, "departure": "return_home"]
        let early = left.merging(["left": (today + 1).iso]) { $1 }
        #expect(try ask("endStay", early, version: extended.version).pointers == ["/left"])
        #expect(try ask("endStay", left, version: extended.version).json["departed_on"] as? String == today.iso)
        #expect(try ask("listStays").items.count == 1)
        #expect(try service.register.verify().problems == [])
    }

    @Test func `take a bed out of use, and into use again`() throws {
        let void: [String: Any] = ["void-bed": bed, "void-from": today.iso, "void-reason": "repairs"]
        #expect(try ask("voidBed", [:]).pointers == ["/void-reason", "/void-from"])
        let taken = try ask("voidBed", void)
        #expect(taken.status == 201)
        let booking: [String: Any] = ["referral": referral, "bed": bed, "arrives": today.iso]
        #expect(try ask("bookStay", booking).pointers == ["/arrives"])
        let item = try #require(taken.json["void_id"] as? String)
        #expect(try ask("endVoid", ["void": "nothing"], version: taken.version).pointers == ["/void"])
        #expect(try ask("endVoid", ["void": item], version: taken.version).status == 200)
        #expect(try ask("bookStay", booking).status == 201)
        #expect(try ask("listBeds").items.count == 2)
        #expect(try programs.ask("listHomes", by: token).items.count == 1)
    }

    @Test func `tell a commissioner of homes and beds, and of no child`() throws {
        let commissioner = try programs.token(.commissioner)
        #expect(try programs.ask("listHomes", by: commissioner).status == 200)
        #expect(try programs.ask("listBeds", of: home, by: commissioner).status == 200)
        #expect(try programs.ask("listStays", of: home, by: commissioner).status == 403)
    }
}
