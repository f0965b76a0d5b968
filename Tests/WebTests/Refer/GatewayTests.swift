import Access
import Actions
import Records
import Register
import Testing
import Values
import Workshop

@testable import Web

@Suite struct `The gateway` {
    private static let accepting = [
        "kind": "accept", "programme": "mst", "tier": "high", "provider": "P1|North", "note": "Home visits first.",
    ]

    private func service() throws -> (TestedService, String, TestedBrowser) {
        let service = try TestedService()
        let reference = try Partner(service).refer().reference
        return (service, "/gateway/\(reference)", try service.seat([Assignment(.gateway)], named: "gate"))
    }

    private func referral(_ service: TestedService) throws -> Referral {
        try #require(try service.referralsByForm().first)
    }

    @Test func `sees the referral in its queue with priority, eligibility and owner`() throws {
        let (_, address, gate) = try service()
        let seen = try gate.open("/gateway")
        #expect(seen.links.contains(address) && seen.text.contains("Robin Quill, 13"))
        #expect(seen.text.contains("the child may come into care (6)"))
        #expect(seen.text.contains("MST: Meets every rule of MST."))
        #expect(seen.text.contains("duty desk"))
        seen.expectSound("/gateway")
        let one = try gate.open(address)
        #expect(one.text.contains("Nights are hard.") && one.text.contains("The child is 13."))
        #expect(one.text.contains("jo@school.example"))
        one.expectSound(address)
    }

    @Test func `takes it on, and holds it until the case has somebody`() throws {
        let (service, address, gate) = try service()
        try gate.open(address)
        try gate.send("\(address)/owner")
        #expect(try gate.open(address).text.contains("Terry Tester."))
        try gate.send("\(address)/decision", Self.accepting)
        #expect(gate.seen.status == 303)
        let decided = try referral(service)
        #expect(decided.decision == .accepted && decided.tier == .high)
        let made = try #require(
            try service.register.held(Case.self, where: "referral_id", is: .text(decided.id.text)).first?.record
        )
        #expect(made.organisationID?.text == "P1" && made.team == "North" && made.programme == "mst")
        #expect(made.familyID == decided.familyID && made.personID == decided.personID)
        let seen = try gate.open(address)
        #expect(seen.text.contains("Home visits first.") && seen.text.contains("Accepted: MST, North, tier high"))
        #expect(!seen.text.contains("Record the decision"))
        #expect(!(try gate.open("/gateway").links.contains(address)))
    }

    @Test func `cannot accept without a programme, a provider and a tier`() throws {
        let (service, address, gate) = try service()
        try gate.open(address)
        try gate.send("\(address)/decision", ["kind": "accept", "programme": "", "note": "Kept words."])
        #expect(gate.seen.status == 422)
        for words in ["Select a programme", "Select the tier of need", "Select who takes the family on", "Kept words."]
        {
            #expect(gate.seen.text.contains(words), "\(words)")
        }
        gate.seen.expectSound(address)
        try gate.send("\(address)/decision", ["kind": "redirect", "reason": "below_threshold"])
        #expect(gate.seen.status == 422 && gate.seen.text.contains("Enter the service the family is redirected to"))
        #expect(try referral(service).decision == .pending)
    }

    @Test func `decides once, whoever clicks twice or comes second`() throws {
        let (service, address, gate) = try service()
        try gate.open(address)
        let other = try service.seat([Assignment(.gateway)], named: "other")
        try other.open(address)
        let second = gate.tab()
        try gate.send("\(address)/decision", Self.accepting)
        try second.send("\(address)/decision", Self.accepting)
        #expect(second.seen.status == 303)
        try other.send("\(address)/decision", ["kind": "decline", "reason": "other", "note": "Too late."])
        #expect(other.seen.status == 409 && other.seen.text.contains("Too late."))
        let id = try referral(service).id.text
        #expect(try service.register.held(Case.self, where: "referral_id", is: .text(id)).count == 1)
        #expect(try service.register.held(GatewayStep.self, where: "referral_id", is: .text(id)).count == 1)
    }

    @Test func `a lost update is said, and what was typed stays`() throws {
        let (service, address, gate) = try service()
        try gate.open(address)
        let other = try service.seat([Assignment(.gateway)], named: "other")
        try other.open(address)
        try gate.send("\(address)/decision", ["kind": "wait", "programme": "mst", "tier": "low"])
        #expect(gate.seen.status == 303)
        try other.send("\(address)/decision", ["kind": "decline", "reason": "no_place", "note": "Typed with care."])
        #expect(other.seen.status == 422 && other.seen.text.contains("Somebody else changed this referral"))
        #expect(other.seen.text.contains("Typed with care."))
        #expect(try referral(service).decision == .waiting)
    }

    @Test func `a panel is recorded with the decision, and the referrer is told`() throws {
        let (service, address, gate) = try service()
        try gate.open(address)
        var typed = ["kind": "redirect", "reason": "below_threshold", "destination": "Family centre", "panel": "yes"]
        try gate.send("\(address)/decision", typed)
        #expect(gate.seen.status == 422 && gate.seen.text.contains("Enter who sat on the panel"))
        typed.merge(["met-day": "2", "met-month": "3", "met-year": "2026", "sat": "Lee Poole, police"]) { $1 }
        try gate.open(address)
        try gate.send("\(address)/decision", typed)
        #expect(gate.seen.status == 303)
        let decided = try referral(service)
        #expect(decided.decision == .declined && decided.destination == "Family centre")
        #expect(try gate.open(address).text.contains("has not been told"))
        try gate.send("\(address)/feedback", ["means": "phone", "said": "Told of the family centre."])
        let seen = try gate.open(address)
        #expect(seen.text.contains("was told of the latest decision") && seen.text.contains("Lee Poole, police"))
        #expect(try service.register.verify().problems == [])
    }

    @Test func `sees who may be known already; the referrer sees nothing of it`() throws {
        let service = try TestedService()
        let known: [String: [String: String]] = [
            "child": [
                "child-first": "Jose", "child-last": "Ashdown-Oakes", "child-born-day": "27", "child-born-month": "6",
                "child-born-year": "2008",
            ]
        ]
        let partner = try Partner(service)
        let draft = try partner.fill(known)
        for page in ["child", "check"] {
            #expect(!(try partner.browser.open("\(draft)/\(page)").text.contains("known")))
        }
        let before = try service.register.held(Person.self).count
        let reference = try partner.refer(known).reference
        let gate = try service.seat([Assignment(.gateway)], named: "gate")
        let address = "/gateway/\(reference)"
        #expect(try gate.open(address).text.contains("May be known already"))
        try gate.send("\(address)/child")
        #expect(gate.seen.status == 303)
        let moved = try #require(try service.register.held(Referral.self, key: reference)?.record)
        #expect(moved.familyID.text == "F1" && moved.personID?.text == "P1")
        // The child is once in the register; the carer and the sibling moved with the referral.
        #expect(try service.register.held(Person.self).count == before + 2)
        #expect(!(try gate.open(address).text.contains("May be known already")))
        #expect(try service.register.verify().problems == [])
    }

    @Test func `nominations from data stand in the same queue`() throws {
        let service = try TestedService()
        var records = RecordSet()
        records.referrals = [
            Referral(
                id: Identifier("DM-F1-1"),
                familyID: Identifier("F1"),
                receivedOn: Day(number: 20_000),
                source: .earlyHelp,
                route: .dataMatch,
                decision: .pending
            )
        ]
        try service.register.record(
            records,
            as: ChangeDraft(actor: "test", purpose: "test", summary: "N"),
            at: Clock.now
        )
        let gate = try service.seat([Assignment(.gateway)], named: "gate")
        let seen = try gate.open("/gateway")
        #expect(seen.links.contains("/gateway/DM-F1-1") && seen.text.contains("Overdue"))
        #expect(try gate.open("/gateway/DM-F1-1").text.contains("It did not come by the form"))
        gate.seen.expectSound("/gateway/DM-F1-1")
    }

    @Test func `a family that waits is offered a place and support`() throws {
        let (service, address, gate) = try service()
        try gate.open(address)
        try gate.send("\(address)/decision", ["kind": "wait", "programme": "mst", "tier": "high"])
        #expect(try gate.open("/waiting").text.contains("Robin Quill"))
        gate.seen.expectSound("/waiting")
        try gate.open(address)
        try gate.send("\(address)/support", ["support": "A parenting group at the family centre"])
        try gate.open(address)
        let day = ["offer-from-day": "1", "offer-from-month": "4", "offer-from-year": "2090"]
        try gate.send("\(address)/offers", day.merging(["offer-place": "P1|North"]) { $1 })
        let offer = try #require(try service.register.held(PlaceOffer.self).first?.record)
        try gate.open(address)
        try gate.send("\(address)/offers/\(offer.id.text)", ["answer": "taken"])
        #expect(gate.seen.status == 303)
        let text = try gate.open("/waiting").text
        #expect(text.contains("1 Apr 2090: taken") && text.contains("A parenting group"))
        try gate.open(address)
        try gate.send("\(address)/decision", Self.accepting)
        #expect(gate.seen.status == 303)
        #expect(try gate.open("/waiting").text.contains("0 families wait"))
    }

    @Test func `makes a link for an agency, shows it once, and withdraws it`() throws {
        let service = try TestedService()
        let gate = try service.seat([Assignment(.gateway)], named: "gate")
        try gate.open("/referral-links")
        try gate.send("/referral-links", ["agency": "S1"])
        #expect(gate.seen.status == 422 && gate.seen.text.contains("Select the kind of referrer"))
        try gate.send("/referral-links", ["agency": "S1", "source": "school"])
        let link = try #require(gate.seen.links.first { $0.hasPrefix("/refer/") })
        #expect(try TestedBrowser(service).open(link).status == 200)
        #expect(!(try gate.open("/referral-links").text.contains(link)))
        let form = try #require(
            gate.seen.text.between("action=\"", "\"").first { $0.hasPrefix("/referral-links/LINK") }
        )
        try gate.send(form)
        #expect(try TestedBrowser(service).open(link).status == 404)
    }
}
