import Access
import Actions
import Exchange
import Identify
import Records
import Register
import Testing
import Values

@testable import Web

/// A family of the register, whose child a partner knows too, and a household that only the partner knows.
@Suite struct `Families with partners' data` {
    private static let day = Day(iso: "2026-06-30") ?? .earliest
    private static let asked = ["criteria": "troubled-families-2012", "as-at": "2026-06-30"]
    private let tested: TestedPages

    init() throws {
        tested = try TestedPages { register, _ in
            try register.set(Keeper.Setting.demonstrationUntil, to: Self.day.iso)
            var records = RecordSet()
            records.families = [Family(id: Identifier("F1"), name: "Quarmby", postcode: "ZZ1 1AA")]
            records.people = [
                Person(
                    id: Identifier("P1"),
                    familyID: Identifier("F1"),
                    forename: "Ana",
                    surname: "Quarmby",
                    birth: BirthDate(Day(iso: "2010-01-01") ?? .earliest),
                    role: .child
                )
            ]
            let draft = ChangeDraft(actor: "tester", purpose: "test", summary: "Records")
            try register.record(records, as: draft, at: Timestamp(seconds: 0))
            let feeds = try DefinitionsInForce.load(folder: nil).feeds
            for (id, text) in Self.extracts {
                let feed = try #require(feeds.first { $0.id == id })
                _ = try ReceiveExtract(into: register, of: feed, on: Self.day).run(
                    [SourceFile(name: "\(id).csv", bytes: Array(text.utf8))],
                    as: draft
                )
            }
        }
    }

    /// Ana of the register, and those whom only partners know: Tegan, and Orla with her mother, who meet every need.
    private static let extracts = [
        (
            "asb",
            """
            Incident,Forename,Surname,DoB,No,Address,Area,Postcode,Incident date
            A7001,Ana,Quarmby,1-Jan-2010,1,Mill Bank,Northgate,ZZ1 1AA,3-May-2026
            A7002,Ana,Quarmby,1-Jan-2010,1,Mill Bank,Northgate,ZZ1 1AA,4-May-2026
            B8001,Tegan,Zelah,2-Feb-2011,9,Quay Row,Northgate,ZZ9 9ZZ,5-May-2026
            C9001,Orla,Brackwater,7-Mar-2012,4,Tanner Street,Northgate,ZZ7 7ZX,6-May-2026

            """
        ),
        (
            "school",
            """
            Pupil ref,Forename,Middle names,Legal surname,Date of birth,Sex,House,Street,Town,Postcode,UPN,Address checked,\
            Term from,Term to,Sessions possible,Authorised,Unauthorised,Exclusion,Excluded on
            C9002,Orla,,Brackwater,07/03/2012,F,4,Tanner Street,,ZZ7 7ZX,,01/05/2026,,,,,,PERM,11/05/2026

            """
        ),
        (
            "dwp",
            """
            Claim,Forename,Surname,Birth,House,Street,Post code,Status,Benefit,Claim from,Claim to
            C9003,Dee,Brackwater,09.09.1985,4,Tanner Street,ZZ7 7ZX,OOW,UC,01.02.2026,

            """
        ),
    ]

    @Test func `are what is shown where a feed may be matched, unless the box is taken away`() throws {
        let seen = try tested(.identify, query: Self.asked)
        seen.expectSound()
        #expect(seen.text.contains("data: Anti-social behaviour") && seen.text.contains("that only partners know"))
        #expect(seen.text.contains("value=\"partners\" checked"))
        // The box comes after what stands where it is not ticked, so that a tick has the last word.
        let form = try #require(seen.text.between("<form", "</form>").first { $0.contains("name=\"with\"") })
        let values = form.between("name=\"with\"", ">").compactMap { $0.between("value=\"", "\"").first }
        #expect(values == ["register", "partners"])
        let alone = try tested(.identify, query: Self.asked.merging(["with": "register"]) { $1 })
        alone.expectSound()
        #expect(!alone.text.contains("that only partners know") && !alone.text.contains("value=\"partners\" checked"))
        #expect(alone.title != seen.title)
    }

    @Test func `show evidence by its feed and its own record, and nothing of who reported what`() throws {
        let seen = try tested(.identifyFamily, ["id": "F1"], query: Self.asked)
        seen.expectSound()
        #expect(seen.text.contains("Feed asb, record A7001") && seen.text.contains("Feed asb, record A7002"))
        #expect(!seen.text.contains("Mill Bank") && !seen.text.contains("Quarmby"))
        #expect(seen.anchors.contains { $0.address == "/families/F1#person-P1" })
        let alone = try tested(.identifyFamily, ["id": "F1"], query: Self.asked.merging(["with": "register"]) { $1 })
        #expect(!alone.text.contains("A7001"))
    }

    @Test func `that only partners know have addresses that say nothing, and no page of the register`() throws {
        let ground = try tested.keeper.partnersGround(asAt: Self.day)
        let unknown = try #require(try household(of: "Tegan", ground))
        #expect(unknown.hasPrefix("household-") && !unknown.contains("B8001"))
        let seen = try tested(.identifyFamily, ["id": unknown], query: Self.asked)
        seen.expectSound()
        #expect(seen.text.contains("Only partners know this household") && seen.text.contains("Feed asb, record B8001"))
        #expect(!seen.links.contains { $0.hasPrefix("/families/") })
        let form = Self.asked.merging(["family:\(unknown)": "yes"]) { $1 }
        let check = try tested(.checkNominations, form: form)
        #expect(check.text.contains("it does not meet the criteria"))
        #expect(
            try tested(.identifyFamily, ["id": unknown], query: Self.asked.merging(["with": "register"]) { $1 }).status
                == 404
        )
    }

    private func viewer(_ role: Role, _ scope: Scope) -> Viewer {
        let user = User(id: "U2", name: "Robin Reader", signInName: "reader", roles: [Assignment(role, in: scope)])
        let session = Session(
            id: 2,
            userID: user.id,
            stage: .signedIn,
            device: "",
            startedAt: Clock.now,
            seenAt: Clock.now,
            endedAt: nil
        )
        return Viewer(standing: .signedIn(user, session))
    }

    @Test func `that only partners know are for those who find families in the whole authority`() throws {
        let gate = Gate(keeper: tested.keeper)
        let ground = try tested.keeper.partnersGround(asAt: Self.day)
        let unknown = try #require(ground.snapshot.familyIDs.first { ground.isOnlyPartners($0) })
        for (role, scope, decision) in [
            (Role.analyst, Scope.authority, Gate.Decision.admitted), (.gateway, .authority, .admitted),
            (.analyst, .provider("P1"), .hidden), (.practitioner, .team("North"), .hidden),
            (.administrator, .authority, .refused),
        ] {
            let viewer = viewer(role, scope)
            #expect(try gate.decide(.identifyFamily, ["id": unknown], for: viewer) == decision, "\(role)")
            #expect(try gate.decide(.decideDiscretion, ["id": unknown], for: viewer) != .admitted, "\(role)")
        }
    }

    /// The household of somebody whom only partners know.
    private func household(of forename: String, _ ground: PartnersGround) throws -> String? {
        ground.working.records.people.first { $0.forename == forename }?.familyID?.text
    }

    @Test func `that only partners know are recorded when they are nominated, and nothing of what happened`() throws {
        let before = try tested.keeper.partnersGround(asAt: Self.day)
        let unknown = try #require(try household(of: "Orla", before))
        #expect(before.isOnlyPartners(unknown))
        let form = Self.asked.merging(["family:\(unknown)": "yes"]) { $1 }
        let check = try tested(.checkNominations, form: form)
        check.expectSound()
        #expect(check.text.contains("Only partners know 1 household of these"))
        #expect(!check.text.contains("Brackwater"))
        let sent = form.merging(["programme": "mst", "token": tested.pages.tokens.give()]) { $1 }
        #expect(try tested(.nominate, form: sent).status == 303)
        let register = tested.keeper.register
        let referral = try #require(try register.held(Referral.self).first?.record)
        #expect(referral.route == .dataMatch && referral.decision == .pending)
        let family = referral.familyID.text
        #expect(family.hasPrefix("F-"))
        let people = try register.held(Person.self, where: "family_id", is: .text(family)).map(\.record)
        #expect(people.compactMap(\.forename).sorted() == ["Dee", "Orla"])
        #expect(people.first { $0.forename == "Orla" }?.role == .child)
        #expect(try register.held(Event.self).isEmpty && register.held(WorkStatus.self).isEmpty)
        // From now on the register knows them: the partners' facts hang on the family, which is marked.
        let after = try tested.keeper.partnersGround(asAt: Self.day)
        #expect(try household(of: "Orla", after) == family && !after.isOnlyPartners(family))
        #expect(try tested(.checkNominations, form: form).text.contains("the register has no such family"))
        let again = Self.asked.merging(["family:\(family)": "yes"]) { $1 }
        #expect(try tested(.checkNominations, form: again).text.contains("nominated already"))
    }

    @Test func `that object are marked, and nominated only once the objection has ended`() throws {
        let asked = Self.asked.merging(["family:F1": "yes"]) { $1 }
        let words = ["words": "We want no part in this", "token": tested.pages.tokens.give()]
        #expect(try tested(.recordObjection, ["id": "F1"], form: words).status == 303)
        // A second click finds its token spent, and says so.
        #expect(try tested(.recordObjection, ["id": "F1"], form: words).status == 422)
        let page = try tested(.objections, ["id": "F1"])
        page.expectSound()
        #expect(page.text.contains("We want no part in this") && page.text.contains("Stands"))
        #expect(try tested(.identifyFamily, ["id": "F1"], query: Self.asked).text.contains("Objects"))
        #expect(try tested(.checkNominations, form: asked).text.contains("the family objects"))
        let held = try #require(try tested.keeper.register.held(Objection.self).first)
        let end = ["version": "\(held.version)", "reason": "They asked for help after all"]
        #expect(try tested(.endObjection, ["id": "F1"], form: end.merging(["reason": ""]) { $1 }).status == 422)
        #expect(
            try tested(.endObjection, ["id": "F1"], form: end.merging(["token": tested.pages.tokens.give()]) { $1 })
                .status == 303
        )
        #expect(try !tested(.checkNominations, form: asked).text.contains("the family objects"))
    }

    @Test func `are named on no list`() throws {
        for page in [try tested(.identify, query: Self.asked), try tested(.matching), try tested(.matchingReview)] {
            for value in ["Ana", "Quarmby", "Orla", "Brackwater", "Tegan", "Zelah", "A7001", "B8001", "Mill Bank"] {
                #expect(!page.text.contains(value), "\(value)")
            }
        }
    }
}
