import Actions
import Identify
import Records
import Register
import Report
import Testing
import Values
import Workshop

@testable import Web

@Suite struct `The pages that find families` {
    private let tested: TestedPages
    private let asked = ["as-at": "2018-06-30"]

    /// Three families: one that meets every need, one that meets two, and one that meets every need and has a case open.
    init() throws {
        tested = try TestedPages { register, folder in
            try folder.write("p/families.csv", "family_id,name,area\nF1,Ashdown,North\nF2,Birch,South\nF3,Cedar,\n")
            var people = "person_id,family_id,forename,date_of_birth,role\n"
            var work = "person_id,status,from\n"
            var events = "event_id,person_id,family_id,kind,on,source\n"
            for family in 1...3 {
                people +=
                    "C\(family),F\(family),Robin,2008-06-27,child\nA\(family),F\(family),Kim,1980-02-29,parent_carer\n"
                work += "A\(family),out_of_work_benefit,2015-01-01\n"
                events += "X\(family),C\(family),,permanent_exclusion,2018-02-01,school\n"
                if family != 2 { events += "D\(family),,F\(family),asb_incident,2018-03-01,police\n" }
            }
            try folder.write("p/people.csv", people)
            try folder.write("p/work_status.csv", work)
            try folder.write("p/events.csv", events)
            let cases = "case_id,family_id,person_id,programme,started_on\nK3,F3,C3,mst,2018-01-10\n"
            try folder.write("p/cases.csv", cases)
            try register.take([folder("p")])
            try register.set(Keeper.Setting.demonstrationUntil, to: "2018-06-30")
        }
    }

    /// The one-time token of the last form of a page.
    private func token(_ seen: SeenPage) throws -> String {
        try #require(seen.text.between("name=\"token\" value=\"", "\"").last)
    }

    private func snapshot() throws -> Snapshot { try tested.keeper.picture().ground.snapshot }

    @Test func `list who qualifies, who falls short of it, and whose case is open`() throws {
        let seen = try tested(.identify, query: asked)
        seen.expectSound()
        #expect(
            seen.text.contains("2 of 3 families are identified, 0 of them by local discretion; 1 is one need short.")
        )
        #expect(seen.text.contains("Case open"))
        #expect(seen.text.contains("Youth crime: cannot be assessed, since the register does not hold offences"))
        #expect(!seen.text.contains("Ashdown") && !seen.text.contains("Robin"))
        #expect(seen.count("type=\"checkbox\"") == 1)
        let north = try tested(.identify, query: asked.merging(["area": "North"]) { $1 })
        #expect(north.text.contains("1 of 1 family is identified"))
    }

    @Test(arguments: [
        (["as-at": "2018-02-30"], "The day must be a real date"),
        (["known-at": "later"], "Known at must be a change number, a date or a time that the register has"),
    ])
    func `say what to put right in the question`(query: [String: String], words: String) throws {
        let seen = try tested(.identify, query: query)
        #expect(seen.status == 422 && seen.text.contains(words))
        seen.expectSound()
    }

    @Test func `know no other criteria`() throws {
        #expect(try tested(.identify, query: ["criteria": "nothing"]).status == 404)
        #expect(try tested(.identifyFamily, ["id": "F1"], query: ["criteria": "nothing"]).status == 404)
    }

    @Test func `show a family's evidence row by row and log that it was read`() throws {
        let seen = try tested(.identifyFamily, ["id": "F1"], query: asked)
        seen.expectSound()
        for words in ["events X1", "events D1", "work status A1 out_of_work_benefit 2015-01-01", "3 of 3 needs met"] {
            #expect(seen.text.contains(words), "\(words)")
        }
        #expect(seen.anchors.contains { $0.address == "/families/F1#person-C1" })
        let read = try tested.keeper.register.reads(ofRecord: "F1", in: "families", limit: 1).first
        #expect(read?.what == "identification of the family")
    }

    @Test func `nominate the families ticked, once, in one change, with their evidence`() throws {
        let list = asked.merging(["criteria": "troubled-families-2012"]) { $1 }
        let form = list.merging(["family:F1": "yes", "family:F3": "yes", "family:F9": "yes"]) { $1 }
        let check = try tested(.checkNominations, form: form)
        check.expectSound()
        #expect(check.text.contains("To be nominated: 1 family"))
        #expect(check.text.contains("a case is open already") && check.text.contains("the register has no such family"))
        let chosen = list.merging(["family:F1": "yes", "token": try token(check)]) { $1 }
        #expect(try tested(.nominate, form: chosen).text.contains("Select a programme"))
        let before = try tested.keeper.register.latestChange()
        let done = try tested(.nominate, form: chosen.merging(["programme": "priority-families"]) { $1 })
        #expect(done.status == 303 && done.answer.location == "/nominations/\(before + 1)")
        let page = try tested.follow("/nominations/\(before + 1)")
        page.expectSound()
        #expect(page.text.contains("1 family sent to the gateway") && page.text.contains("DM-F1-20180630"))
        let again = try tested(.nominate, form: chosen.merging(["programme": "priority-families"]) { $1 })
        #expect(again.status == 422)
        #expect(try tested.keeper.register.latestChange() == before + 1)
        let referral = try #require(tested.keeper.register.records().referrals.first)
        #expect(
            referral.route == .dataMatch && referral.decision == .pending && referral.programme == "priority-families"
        )
        #expect(referral.receivedOn == Day(iso: "2018-06-30"))
        let basis = try #require(NominationBasis(presentingIssues: referral.presentingIssues))
        #expect(basis.change == before && basis.evidence.map(\.criterion) == ["education", "asb", "work"])
        let family = try tested(.identifyFamily, ["id": "F1"], query: asked)
        #expect(family.text.contains("Nominated on this evidence"))
        let then = try #require(family.anchors.first { $0.address.contains("known-at=\(before)") }?.address)
        #expect(try tested.follow(then).status == 200)
    }

    @Test func `ask for families when none is ticked, and take no form without its token`() throws {
        let seen = try tested(.checkNominations, form: asked)
        #expect(seen.status == 422 && seen.text.contains("Select the families to nominate"))
        seen.expectSound()
        for token in ["", "made-up"] {
            let form = asked.merging(["family:F1": "yes", "programme": "priority-families", "token": token]) { $1 }
            #expect(try tested(.nominate, form: form).status == 422)
        }
        #expect(try snapshot().referrals.isEmpty)
    }

    @Test func `record local discretion by name and reason, and withdraw it`() throws {
        let page = try tested(.identifyFamily, ["id": "F2"], query: asked)
        #expect(page.text.contains("One need short"))
        let empty = try tested(.decideDiscretion, ["id": "F2"], form: asked)
        #expect(empty.status == 422)
        empty.expectSound()
        #expect(
            empty.anchors.contains { $0.address == "#field-decided-by" && $0.words.contains("Enter the full name") }
        )
        #expect(empty.anchors.contains { $0.address == "#field-reason" && $0.words.contains("Enter the reason") })
        let said = ["decided-by": "Ash Invented", "reason": "Costs <many>"]
        let form = asked.merging(said) { $1 }.merging(["token": try token(page)]) { $1 }
        let done = try tested(.decideDiscretion, ["id": "F2"], form: form)
        #expect(done.status == 303 && done.answer.location?.contains("Invented") == false)
        let decided = try tested.follow(#require(done.answer.location))
        #expect(decided.text.contains("By local discretion") && decided.text.contains("Costs &lt;many&gt;"))
        let change = try tested.keeper.register.change(tested.keeper.register.latestChange())
        #expect(change.purpose == "identification" && !change.summary.contains("Invented"))
        let withdrawal = asked.merging(["token": try token(decided)]) { $1 }
        #expect(try tested(.withdrawDiscretion, ["id": "F2"], form: withdrawal).status == 303)
        #expect(try tested(.withdrawDiscretion, ["id": "F2"], form: withdrawal).status == 422)
        #expect(try tested(.identifyFamily, ["id": "F2"], query: asked).text.contains("One need short"))
    }

    @Test(arguments: [("F1", "needs no decision"), ("F9", "is nobody")])
    func `take no decision that would change nothing`(family: String, why: String) throws {
        let page = try tested(.identifyFamily, ["id": "F2"], query: asked)
        let said = ["decided-by": "Ash Invented", "reason": "Why not", "token": try token(page)]
        let seen = try tested(.decideDiscretion, ["id": family], form: asked.merging(said) { $1 })
        #expect(seen.status == (family == "F9" ? 404 : 422), "\(why)")
        #expect(try snapshot().discretion.isEmpty)
    }

    @Test func `hide small counts in what may be published`() throws {
        let query = ["from": "2018-01-01", "to": "2018-06-30"]
        let own = try tested(.needs, query: query)
        own.expectSound()
        #expect(own.text.contains("Permanent exclusion") && !own.text.contains(">c<"))
        let published = try tested(.needs, query: query.merging(["audience": "public"]) { $1 })
        published.expectSound()
        #expect(published.text.contains(">c<") && !published.text.contains("First time"))
        let json = try tested(.needs, query: query.merging(["audience": "public", "format": "json"]) { $1 })
        #expect(json.text.contains("\"hidden\": true") && !json.text.contains("first_time"))
        #expect(try tested(.needs, query: ["from": "2018-06-30", "to": "2018-01-01"]).status == 422)
    }
}
