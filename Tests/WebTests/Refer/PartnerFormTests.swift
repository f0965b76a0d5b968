import Access
import Actions
import Records
import Register
import Testing
import Values
import Workshop

@testable import Web

@Suite struct `A partner refers by a link` {
    @Test func `from the link to the confirmation, one question a page`() throws {
        let service = try TestedService()
        let partner = try Partner(service)
        let numbers = try partner.refer()
        let referral = try #require(try service.referralsByForm().first)
        #expect(referral.id.text == numbers.reference)
        #expect(referral.source == .school && referral.route == .nomination && referral.decision == .pending)
        #expect(referral.sourceOrganisationID?.text == "S1" && referral.programme == "mst")
        #expect(referral.presentingIssues == "Behaviour at home")
        let people = try service.register.held(Person.self, where: "family_id", is: .text(referral.familyID.text))
        #expect(Set(people.map(\.record.fullName)) == ["Robin Quill", "Ash Quill", "Wren Quill"])
        let child = try #require(people.first { $0.record.id == referral.personID }?.record)
        #expect(child.birth?.iso == "2013-03-27" && child.ethnicity == .wbri)
        let details = try #require(try service.register.held(ReferralDetails.self, key: numbers.reference)?.record)
        #expect(details.basis == .consent && details.agreed == true && details.edgeOfCare == true)
        #expect(AnswersText.read(details.answers)["safety"] == "There is a large dog.")
        #expect(AnswersText.read(details.answers)["child-ethnicity"] == nil)
        #expect(try service.register.held(ReferralEqualities.self, key: numbers.reference) != nil)
        #expect(try service.register.verify().problems == [])
    }

    @Test func `the register holds the digests of link and code alone`() throws {
        let service = try TestedService()
        let partner = try Partner(service)
        let numbers = try partner.refer()
        let secret = String(partner.link.split(separator: "/").last ?? "")
        let link = try #require(try service.register.held(ReferralLink.self).first?.record)
        let details = try #require(try service.register.held(ReferralDetails.self).first?.record)
        for row in [link.row, details.row] {
            #expect(!row.contains { $0.plain.contains(secret) || $0.plain.contains(numbers.code) })
        }
        let summaries = try service.register.changes(limit: 50).map(\.summary)
        #expect(!summaries.contains { $0.contains("Quill") || $0.contains(secret) })
    }

    @Test func `sending twice records once`() throws {
        let service = try TestedService()
        let partner = try Partner(service)
        let draft = try partner.fill()
        try partner.browser.open("\(draft)/check")
        try partner.browser.send("\(draft)/check")
        try partner.browser.open("\(draft)/equalities")
        let other = partner.browser.tab()
        try partner.browser.send("\(draft)/equalities")
        let first = try #require(partner.browser.seen.answer.location)
        try other.send("\(draft)/equalities")
        #expect(other.seen.answer.location == first)
        #expect(try service.referralsByForm().count == 1)
        // Back, and every page of the draft, lead to the confirmation.
        #expect(try partner.browser.open("\(draft)/child").answer.location == "\(draft)/sent")
        let numbers = try Partner.numbers(partner.browser.open("\(draft)/sent"))
        #expect(try Partner.numbers(partner.browser.open("\(draft)/sent")) == numbers)
    }

    @Test func `what is missing is said at its field, and what was typed stays`() throws {
        let partner = try Partner(TestedService())
        let first = try partner.begin()
        try partner.browser.open(first)
        #expect(try partner.browser.send(first).status == 422)
        #expect(partner.browser.seen.title.hasPrefix("Error: "))
        #expect(partner.browser.seen.text.contains("Select whether the family agrees"))
        let child = first.replacing("agreement", with: "child")
        try partner.browser.open(child)
        try partner.browser.send(
            child,
            ["child-first": "Robin", "child-born-day": "31", "child-born-month": "2", "child-born-year": "2013"]
        )
        let text = partner.browser.seen.text
        #expect(text.contains("Enter the child’s last name") && text.contains("Date of birth must be a real date"))
        #expect(text.contains("value=\"Robin\"") && text.contains("value=\"31\""))
        partner.browser.seen.expectSound(child)
    }

    @Test func `Back and a second click change nothing and lose nothing`() throws {
        let partner = try Partner(TestedService())
        let first = try partner.begin()
        try partner.browser.open(first)
        let back = partner.browser.tab()
        try partner.browser.send(first, ["family-agrees": "agrees"])
        let next = partner.browser.seen.answer.location
        try back.send(first, ["family-agrees": "agrees"])
        #expect(back.seen.answer.location == next)
        #expect(try partner.browser.open(first).text.contains("value=\"agrees\" checked"))
    }

    @Test func `two tabs do not overwrite each other unseen`() throws {
        let partner = try Partner(TestedService())
        let first = try partner.begin()
        let child = first.replacing("agreement", with: "child")
        try partner.browser.open(child)
        let other = partner.browser.tab()
        try other.open(child)
        try partner.browser.send(child, ["child-first": "Robin", "child-last": "Quill"])
        try other.send(child, ["child-first": "Rowan", "child-last": "Quill"])
        #expect(other.seen.status == 422)
        #expect(other.seen.text.contains("in another tab") && other.seen.text.contains("value=\"Rowan\""))
        // Other pages of the same draft are not in each other's way.
        let home = first.replacing("agreement", with: "home")
        try other.open(home)
        try partner.browser.open(first)
        try partner.browser.send(first, ["family-agrees": "agrees"])
        try other.send(home, ["home-area": "yes"])
        #expect(other.seen.status == 303)
    }

    @Test func `the address of a page opens nothing without the browser's cookie`() throws {
        let service = try TestedService()
        let partner = try Partner(service)
        let first = try partner.begin()
        try partner.browser.open(first)
        try partner.browser.send(first, ["family-agrees": "agrees"])
        let secret = try #require(partner.browser.drafts.values.first)
        #expect(!first.contains(secret) && !partner.browser.seen.text.contains(secret))
        // Who has the address from a log or a history has nothing of it, nor by another draft's cookie.
        let stranger = TestedBrowser(service)
        #expect(try stranger.open(first).status == 404)
        let other = try Partner(service).begin()
        let place = other.split(separator: "/").prefix(2).joined(separator: "/")
        stranger.drafts[place] = secret
        #expect(try stranger.open(other).status == 404)
        stranger.drafts[String(first.split(separator: "/").prefix(2).joined(separator: "/"))] = "nonsense"
        #expect(try stranger.open(first).status == 404)
    }

    @Test func `two referrals typed side by side in one browser do not mix`() throws {
        let partner = try Partner(TestedService())
        let first = try partner.begin()
        let second = try partner.begin()
        #expect(first != second)
        let child = first.replacing("agreement", with: "child")
        let other = second.replacing("agreement", with: "child")
        try partner.browser.open(child)
        try partner.browser.send(child, ["child-first": "Robin", "child-last": "Quill"])
        #expect(!(try partner.browser.open(other).text.contains("Robin")))
        try partner.browser.send(other, ["child-first": "Wren", "child-last": "Reed"])
        #expect(partner.browser.seen.status == 303)
        let text = try partner.browser.open(child).text
        #expect(text.contains("value=\"Robin\"") && !text.contains("Wren"))
    }

    @Test func `the cookie of a draft goes to its pages alone, and no script reads it`() {
        let plain = DraftCookie(isSecure: false)
        #expect(
            plain.header(.carries(secret: "abc", handle: "h1"))
                == "homeward-referral=abc; Max-Age=1209600; Path=/referral/h1; HttpOnly; SameSite=Strict"
        )
        #expect(
            plain.header(.confirms(secret: "abc", handle: "h1"))
                == "homeward-referral=abc; Max-Age=600; Path=/referral/h1; HttpOnly; SameSite=Strict"
        )
        let secure = DraftCookie(isSecure: true)
        #expect(
            secure.header(.forgets(handle: "h1"))
                == "__Secure-homeward-referral=; Max-Age=0; Path=/referral/h1; HttpOnly; SameSite=Strict; Secure"
        )
        #expect(secure.header(.none) == nil)
        #expect(secure.secret(in: "__Host-homeward=x; __Secure-homeward-referral=abc") == "abc")
        #expect(secure.secret(in: "homeward-referral=abc") == nil)
    }

    @Test func `what opens a referral is kept for ten minutes after it was sent, and then forgotten`() throws {
        let service = try TestedService()
        let partner = try Partner(service)
        let draft = try partner.fill()
        try partner.browser.open("\(draft)/check")
        try partner.browser.send("\(draft)/check")
        try partner.browser.open("\(draft)/equalities")
        let sending = try partner.browser.send("\(draft)/equalities")
        guard case .confirms = sending.answer.draft else {
            Issue.record("The browser keeps the secret as before")
            return
        }
        service.wait(9 * 60)
        #expect(try partner.browser.open("\(draft)/sent").status == 200)
        service.wait(60)
        #expect(partner.browser.drafts.count == 1)
        #expect(try partner.browser.open("\(draft)/sent").status == 404)
        #expect(partner.browser.seen.text.contains("no longer kept") && partner.browser.drafts.isEmpty)
        #expect(try service.referralsByForm().count == 1)
    }

    @Test func `a draft is kept for fourteen days`() throws {
        let service = try TestedService()
        let partner = try Partner(service)
        let first = try partner.begin()
        service.wait(13 * 24 * 3600)
        #expect(try partner.browser.open(first).status == 200)
        service.wait(2 * 24 * 3600)
        #expect(try partner.browser.open(first).status == 404)
        #expect(partner.browser.drafts.isEmpty)
        #expect(partner.browser.seen.text.contains("no longer kept"))
    }

    @Test func `a link that was withdrawn begins nothing and sends nothing`() throws {
        let service = try TestedService()
        let partner = try Partner(service)
        let draft = try partner.fill()
        try partner.browser.open("\(draft)/check")
        try partner.browser.send("\(draft)/check")
        let keeper = try Keeper.shipped(service.register)
        let links = KeepLinks(keeper, key: .test)
        try links.withdraw(try #require(try links.links().first), on: keeper.today())
        #expect(try partner.browser.open(partner.link).status == 404)
        try partner.browser.open("\(draft)/equalities")
        #expect(try partner.browser.send("\(draft)/equalities").status == 422)
        #expect(try service.referralsByForm().isEmpty)
    }

    @Test func `guessing at links is slowed down`() throws {
        let service = try TestedService()
        let partner = try Partner(service)
        for number in 0..<30 { try partner.browser.open("/refer/nonsense\(number)") }
        #expect(try partner.browser.open(partner.link).status == 404)
        service.wait(20 * 60)
        #expect(try partner.browser.open(partner.link).status == 200)
    }
}

@Suite struct `How a referral stands` {
    @Test func `is told to who has its reference and code, without a name`() throws {
        let service = try TestedService()
        let numbers = try Partner(service).refer()
        let browser = TestedBrowser(service)
        try browser.open("/referral-progress")
        try browser.send(
            "/referral-progress",
            ["reference": numbers.reference.lowercased(), "code": numbers.code.uppercased()]
        )
        #expect(browser.seen.status == 200 && browser.seen.text.contains("The gateway is looking at the referral"))
        #expect(!browser.seen.text.contains("Quill") && !browser.seen.text.contains(numbers.code))
    }

    @Test func `is told to nobody else, and tries run out`() throws {
        let service = try TestedService()
        let numbers = try Partner(service).refer()
        let browser = TestedBrowser(service)
        for _ in 0..<5 {
            try browser.open("/referral-progress")
            try browser.send("/referral-progress", ["reference": numbers.reference, "code": "aaaa-bbbb-cccc-dddd"])
            #expect(browser.seen.status == 422 && browser.seen.text.contains("do not belong together"))
        }
        try browser.open("/referral-progress")
        try browser.send("/referral-progress", ["reference": numbers.reference, "code": numbers.code])
        #expect(browser.seen.status == 422 && browser.seen.text.contains("too many tries"))
        try browser.open("/referral-progress")
        try browser.send("/referral-progress", ["reference": "TR1", "code": numbers.code])
        #expect(browser.seen.status == 422)
    }
}
