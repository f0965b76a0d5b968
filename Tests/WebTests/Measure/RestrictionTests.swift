import Access
import Actions
import Records
import Register
import Testing
import Values
import Workshop

@testable import Web

@Suite struct `A restricted family` {
    private let reason = "A parent of this family works in the team"

    /// Restricts the small family to the supervisor and one worker; gives both, signed in.
    private func restricted(_ service: TestedService) throws -> (supervisor: TestedBrowser, named: TestedBrowser) {
        let supervisor = try Cast.supervisor(service)
        let named = try Cast.worker(service)
        let user = try #require(try service.register.user(signInName: "kim"))
        let page = try supervisor.open("/families/F1/restriction")
        page.expectSound("the restriction")
        #expect(try supervisor.send("/families/F1/restriction").text.contains("Enter the reason for the restriction"))
        let answer = try supervisor.send("/families/F1/restriction", ["reason": reason, "user-\(user.id)": "yes"])
        #expect(answer.status == 303)
        return (supervisor, named)
    }

    @Test func `is hidden from everybody else, on every page about it`() throws {
        let service = try Cast.service()
        let (supervisor, named) = try restricted(service)
        let others = [
            try Cast.colleague(service), try service.seat(.everything, named: "all"),
            try service.seat([Assignment(.auditor)], named: "auditor"),
        ]
        for browser in [supervisor, named] { #expect(try browser.open("/families/F1").status == 200) }
        for browser in others {
            let viewer = try service.desk.viewer(PageRequest(secret: browser.secret))
            for route in Route.allCases {
                guard case .needs(_, let subject) = route.access else { continue }
                let id: String? =
                    switch subject {
                    case .none, .wholeRegister: nil
                    case .family: "F1"
                    case .person: "P1"
                    case .ofCase: "TC1"
                    case .referral: "TR1"
                    case .assessment: "A1"
                    }
                guard let id else { continue }
                let decided = try service.gate.decide(route, ["id": id], for: viewer)
                #expect([.hidden, .refused].contains(decided), "\(route)")
            }
            #expect(try browser.open("/families/F1").status == 404)
        }
    }

    @Test func `is not found by a search, in a list or behind a figure`() throws {
        let service = try Cast.service()
        let everything = try service.seat(.everything, named: "all")
        let members = "/figures/performance/served.families?programme=mst&from=2018-01-01&to=2020-12-31"
        func seen(_ browser: TestedBrowser) throws -> (search: Bool, figure: Bool) {
            try browser.open("/search")
            let search = try browser.send("/search", ["q": "Ashdown"]).text.contains("/families/F1")
            let figure = try browser.open(members)
            return (search, figure.text.contains("/families/F1"))
        }
        #expect(try seen(everything).search)
        _ = try restricted(service)
        #expect(try seen(everything).search == false)
        #expect(try seen(everything).figure == false)
    }

    @Test func `is opened by breaking the glass, for a while, and somebody else reviews it`() throws {
        let service = try Cast.service()
        let (supervisor, named) = try restricted(service)
        let colleague = try Cast.colleague(service)
        let page = try colleague.open("/break-glass")
        page.expectSound("breaking the glass")
        let short = try colleague.send("/break-glass", ["reference": "F1", "reason": "Must"])
        #expect(short.status == 422 && short.text.contains("Reason must be 20 characters or more"))
        // One that is not there and one that is open to them anyway are answered alike.
        let why = "The school says that the child is missing"
        #expect(
            try colleague.send("/break-glass", ["reference": "F77", "reason": why]).text
                .contains("There is no restricted record")
        )
        let opened = try colleague.send("/break-glass", ["reference": "F1", "reason": why])
        #expect(opened.answer.location == "/families/F1")
        #expect(try colleague.open("/families/F1").status == 200)
        // Those who are named are told at once; who opened it cannot review it.
        for browser in [supervisor, named] { #expect(try browser.open("/").text.contains(why)) }
        #expect(!(try colleague.open("/").text.contains(why)))
        let glass = try #require(try service.register.held(BrokenGlass.self).first?.record)
        #expect(try colleague.open("/break-glass/\(glass.id.text)").status == 404)
        let review = try supervisor.open("/break-glass/\(glass.id.text)")
        review.expectSound("the review")
        #expect(try supervisor.send("/break-glass/\(glass.id.text)").status == 422)
        #expect(try supervisor.send("/break-glass/\(glass.id.text)", ["was-right": "yes"]).status == 303)
        #expect(!(try supervisor.open("/").text.contains(why)))
        #expect(try service.register.held(BrokenGlass.self).first?.record.wasRight == true)
        let reads = try service.register.reads(ofRecord: "F1", in: "families", limit: 50)
        #expect(reads.contains { $0.what == "broke the glass" })
    }

    @Test func `closes again by itself`() throws {
        let glass = BrokenGlass(
            id: Identifier("G1"),
            familyID: Identifier("F1"),
            userID: "U1",
            reason: "Because",
            openedAt: Timestamp(seconds: 1000).iso,
            endsAt: Timestamp(seconds: 1000 + RestrictFamily.seconds).iso
        )
        #expect(glass.isOpen(at: Timestamp(seconds: 999 + RestrictFamily.seconds)))
        #expect(!glass.isOpen(at: Timestamp(seconds: 1000 + RestrictFamily.seconds)))
    }

    @Test func `is opened to all again where the restriction is lifted, and only over what was seen`() throws {
        let service = try Cast.service()
        let (supervisor, _) = try restricted(service)
        let colleague = try Cast.colleague(service)
        #expect(try colleague.open("/families/F1").status == 404)
        try supervisor.open("/families/F1/restriction")
        let tab = supervisor.tab()
        #expect(try supervisor.send("/families/F1/restriction", ["reason": "Another reason"]).status == 303)
        #expect(try tab.send("/families/F1/restriction", ["reason": "A third reason"]).status == 409)
        try supervisor.open("/families/F1/restriction")
        try supervisor.send("/families/F1/restriction/lift")
        #expect(try colleague.open("/families/F1").status == 200)
    }
}
