import Access
import Actions
import Foundation
import Records
import Refer
import Register
import Testing
import Values
import Workshop

@testable import Web

/// Agencies that refer by a program, by the questions and the rules of the partners' form.
@Suite struct `Programs that refer` {
    private let service: TestedService
    private let programs: TestedPrograms

    init() throws {
        service = try TestedService()
        programs = try TestedPrograms(service)
    }

    private func token(_ role: Role, in scope: Scope) throws -> String { try programs.token(role, in: scope) }

    private func ask(
        _ operation: String,
        _ body: [String: Any]? = nil,
        of id: String = "",
        key: String? = nil,
        by token: String
    ) throws
        -> TestedPrograms.Answered
    {
        try programs.ask(operation, body, of: id, key: key, by: token)
    }

    /// What the pages are sent in `Partner.typed`, as a program sends it.
    private static let whole: [String: String] = [
        "source": "school", "family-agrees": "agrees", "lawful-basis": "consent", "child-first": "Robin",
        "child-last": "Quill", "child-born": "2013-03-27", "home-postcode": "zz9 8zz", "home-area": "yes",
        "carer-first": "Ash", "carer-last": "Quill", "others": "yes", "other-1-first": "Wren",
        "other-1-last": "Quill", "other-1-role": "child", "other-1-more": "no", "living": "home",
        "protection-plan": "no", "edge-of-care": "yes", "route": "nomination", "issue": "behaviour",
        "story": "Nights are hard.", "safety": "There is a large dog.", "programme": "mst",
        "referrer-name": "Jo Reed", "referrer-job": "Head of year", "referrer-email": "jo@school.example",
        "child-ethnicity": "WBRI",
    ]

    @Test func `make the same records as the pages do`() throws {
        // What is written of the month is kept as it was sent.
        let child = Partner.typed["child", default: [:]].merging(["child-born-month": "03"]) { $1 }
        let byForm = try Partner(service).refer(["child": child]).reference
        let school = try token(.referrer, in: .organisation("S1"))
        let answer = try ask("refer", Self.whole, by: school)
        #expect(answer.status == 201)
        let byProgram = try #require(answer.json["referral_id"] as? String)
        let register = service.register
        let referrals = try [byForm, byProgram].map { try #require(try register.held(Referral.self, key: $0)?.record) }
        #expect(referrals[1].sourceOrganisationID?.text == "S1" && referrals[1].decision == .pending)
        var details = try referrals.map {
            try #require(try register.held(ReferralDetails.self, key: $0.id.text)?.record)
        }
        #expect(details[0].linkID != nil && details[1].linkID == nil)
        for place in 0...1 {
            details[place].linkID = nil
            details[place].codeDigest = ""
            details[place].referralID = Identifier("")
            details[place].personID = nil
        }
        #expect(details[0] == details[1])
        let people = try referrals.map { referral in
            try register.held(Person.self, where: "family_id", is: .text(referral.familyID.text)).map(\.record)
                .map { [$0.fullName, $0.role.rawValue, $0.birth?.iso ?? "", $0.ethnicity?.rawValue ?? ""] }
        }
        #expect(Set(people[0]) == Set(people[1]) && people[1].count == 3)
        let equalities = try referrals.map {
            try register.held(ReferralEqualities.self, key: $0.id.text)?.record.answers
        }
        #expect(equalities[0] != nil && equalities[0] == equalities[1])
        // Its code tells the referrer on the page how it stands, as the form's does.
        let progress = try ReferralProgress(
            Keeper.shipped(register),
            key: .test,
            reference: byProgram,
            code: try #require(answer.json["code"] as? String)
        )
        #expect(progress?.decision == .pending)
        #expect(try register.verify().problems == [])
    }

    @Test func `are told of every field at once, and record nothing`() throws {
        let school = try token(.referrer, in: .organisation("S1"))
        let nothing = try ask("refer", [:], by: school)
        #expect(nothing.status == 422)
        #expect(
            nothing.pointers == [
                "/carer-first", "/carer-last", "/child-first", "/child-last", "/edge-of-care", "/family-agrees",
                "/home-area", "/issue", "/lawful-basis", "/living", "/others", "/programme", "/protection-plan",
                "/referrer-email", "/referrer-job", "/referrer-name", "/route", "/source", "/story",
            ]
        )
        let examples: [([String: String], [String])] = [
            (["child-born": "2013-02-31"], ["/child-born"]), (["child-born": "27/3/2013"], ["/child-born"]),
            (["child-born": "2013"], []), (["child-born": "2999-01-01"], ["/child-born"]),
            (["issue": "behaviour; dragons"], ["/issue"]), (["programme": "sorcery"], ["/programme"]),
            (["child-nhs": "123"], ["/child-nhs"]), (["source": "dragon"], ["/source"]),
            (["child-ethnicity": "dragon"], ["/child-ethnicity"]),
            // What leads nowhere is refused, and so is what is misspelt: left out it would be lost.
            (["other-2-first": "Ada"], ["/other-2-first"]), (["without-agreement": "So"], ["/without-agreement"]),
            (["family-agrees": "not_told"], ["/without-agreement"]), (["chlid-upn": "X"], ["/chlid-upn"]),
            (["organisation": "P1"], ["/organisation"]), (["organisation": "nowhere"], ["/organisation"]),
        ]
        for (changed, expected) in examples {
            let answer = try ask("refer", Self.whole.merging(changed) { $1 }, by: school)
            #expect(answer.pointers == expected, "\(changed)")
            #expect(answer.status == (expected.isEmpty ? 201 : 422), "\(changed)")
        }
        #expect(try service.referralsByForm().count == 1)
    }

    @Test func `refer once with a key, and only for an agency of theirs`() throws {
        let school = try token(.referrer, in: .organisation("S1"))
        let first = try ask("refer", Self.whole, key: "one", by: school)
        let again = try ask("refer", Self.whole, key: "one", by: school)
        #expect(again.json["referral_id"] as? String == first.json["referral_id"] as? String)
        #expect(again.json["code"] as? String == first.json["code"] as? String)
        #expect(try service.referralsByForm().count == 1)
        let gate = try token(.gateway, in: .authority)
        #expect(try ask("refer", Self.whole, by: gate).pointers == ["/organisation"])
        let taken = try ask("refer", Self.whole.merging(["organisation": "S1"]) { $1 }, by: gate)
        #expect(taken.status == 201)
        #expect(try ask("refer", Self.whole, by: token(.analyst, in: .authority)).status == 403)
    }

    @Test func `ask how their own referrals stand, and nobody else's`() throws {
        let school = try token(.referrer, in: .organisation("S1"))
        let made = try ask("refer", Self.whole, by: school)
        let id = try #require(made.json["referral_id"] as? String)
        let seen = try ask("getProgress", of: id, by: school)
        #expect(seen.status == 200 && seen.json["decision"] as? String == "pending")
        #expect(seen.json["decided_on"] is NSNull && seen.json["presenting_issues"] == nil)
        #expect(try ask("getReferral", of: id, by: school).status == 403)
        // Another agency that referred the same family is told nothing of this referral.
        var other = try #require(try service.register.held(Referral.self, key: id)?.record)
        other.id = Identifier("REF-OTHER")
        other.sourceOrganisationID = Identifier("P1")
        var entry = Entry()
        entry.add(other)
        try service.register.enter(
            entry,
            as: ChangeDraft(actor: "test", purpose: "test", summary: "Other"),
            at: Clock.now
        )
        #expect(try ask("getProgress", of: "REF-OTHER", by: school).status == 404)
        #expect(try ask("getProgress", of: id, by: token(.referrer, in: .organisation("P1"))).status == 404)
        #expect(try ask("getProgress", of: "nonsense", by: school).status == 404)
        #expect(try ask("getProgress", of: "REF-OTHER", by: token(.gateway, in: .authority)).status == 200)
    }
}
