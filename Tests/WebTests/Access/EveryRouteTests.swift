import Access
import Register
import Actions
import Testing
import Workshop

@testable import Web

@Suite struct `Every route, for every role in every relation` {
    private static let good: [String: String] = ["id": "F1", "name": "key-information"]

    private static func parameters(_ route: Route) -> [String: String] {
        switch route {
        case .person: ["id": "P1"]
        case .figure: ["name": "key-information", "id": "home.now"]
        case .importEntry: ["id": "1"]
        case .feed: ["id": "school"]
        case .user, .changeUser, .setDisabled, .resetPassword: ["id": "U1"]
        case .nominations, .endSession, .dropKept: ["id": "1"]
        default: ["id": reference(route), "name": "key-information"]
        }
    }

    /// A record of the small register of the kind the route is about.
    private static func reference(_ route: Route) -> String {
        guard case .needs(_, let subject) = route.access else { return "F1" }
        return switch subject {
        case .ofCase: "K1"
        case .referral: "TR1"
        case .assessment: "A1"
        case .none, .wholeRegister, .family, .person: "F1"
        }
    }

    /// What the table says.
    private static func expected(_ access: RouteAccess, _ role: Role, _ relation: Relation) -> Gate.Decision {
        switch access {
        case .anybody: return .admitted
        case .signingIn: return .home
        case .needs(let action, let subject):
            let relations = AccessTable.relations(role, action)
            switch subject {
            case .none: return relations.contains(.noRecord) ? .admitted : .refused
            case .wholeRegister:
                return relation == .ownAuthority && relations.contains(.ownAuthority) ? .admitted : .refused
            case .family, .person, .ofCase, .referral, .assessment:
                return relations.contains(relation) ? .admitted : .hidden
            }
        }
    }

    @Test func `is as the table says`() throws {
        let service = try TestedService()
        try service.add("first", [Assignment(.administrator)])
        var admitted: Set<Route> = []
        var answered: Set<String> = []
        for role in Role.allCases {
            for relation in Relation.allCases {
                let (scope, worker) = relation.standing
                let name = "\(role)-\(relation)".lowercased()
                let browser = try service.seat([Assignment(role, in: scope)], named: name, worker: worker)
                let viewer = try service.desk.viewer(PageRequest(secret: browser.secret))
                for route in Route.allCases {
                    let expected = Self.expected(route.access, role, relation)
                    let request = PageRequest(parameters: Self.parameters(route), secret: browser.secret)
                    let decided = try service.gate.decide(route, request.parameters, for: viewer)
                    let place = "\(route), \(role), \(relation)"
                    // A record that may never be read and one that may not be read by them are refused alike.
                    let refusals: [Gate.Decision] = [.refused, .hidden]
                    #expect(refusals.contains(expected) ? refusals.contains(decided) : decided == expected, "\(place)")
                    if decided == .admitted { admitted.insert(route) }
                    // Each decision once a route: what is on the page is for other tests.
                    guard answered.insert("\(route) \(decided)").inserted else { continue }
                    let seen = SeenPage(try service.desk.answer(route, request))
                    switch decided {
                    case .refused: #expect(seen.status == 403, "\(place)")
                    case .hidden: #expect(seen.status == 404, "\(place)")
                    case .home: #expect(seen.answer.location == "/", "\(place)")
                    default: #expect(seen.status != 403, "\(place)")
                    }
                    if decided != .admitted {
                        for word in ["Ashdown", "Maria", "F1", "José", "Terry"] {
                            #expect(!seen.text.contains(word), "\(place) says \(word)")
                        }
                    }
                }
            }
        }
        // Every route was tried by somebody who may.
        for route in Route.allCases {
            if case .signingIn = route.access { continue }
            #expect(admitted.contains(route), "\(route)")
        }
    }

    @Test func `answers nothing but the way to sign in to who has not`() throws {
        let service = try TestedService()
        let user = try service.seat(.everything)
        let ended = try service.seat(.everything, named: "ended")
        try ended.open("/account")
        try ended.send("/account/sessions")
        let disabled = try service.seat(.everything, named: "disabled")
        var account = try #require(try service.register.user(signInName: "disabled"))
        account.isDisabled = true
        try service.register.save(
            account,
            as: ChangeDraft(actor: "test", purpose: "test", summary: "Disabled"),
            at: service.now
        )
        service.wait(Session.idleLimit)
        let secrets = [nil, "", "nonsense", user.secret, "secret-U2-ended", disabled.secret]
        for route in Route.allCases {
            for secret in secrets {
                guard case .needs = route.access else { continue }
                let request = PageRequest(parameters: Self.parameters(route), form: ["q": "Ashdown"], secret: secret)
                let answer = try service.desk.answer(route, request)
                #expect(answer.status == 303, "\(route)")
                #expect(answer.location?.hasPrefix("/sign-in") == true, "\(route): \(answer.location ?? "")")
                #expect(answer.bytes.isEmpty, "\(route)")
            }
        }
        #expect(try service.desk.noSuchPage(PageRequest()).location == "/sign-in")
        #expect(try service.desk.noSuchPage(PageRequest(secret: user.secret)).location == "/sign-in")
    }

    @Test func `shows half-signed-in people their next step alone`() throws {
        let service = try TestedService()
        let user = try service.add("sam", .everything, isTemporary: true)
        for (stage, next) in [(Session.Stage.code, "/sign-in/code"), (.newPassword, "/sign-in/password")] {
            let secret = "half-\(stage.rawValue)"
            try service.register.startSession(
                Array(secret.utf8).sha256,
                of: user.id,
                stage: stage,
                device: "",
                at: service.now
            )
            for route in Route.allCases {
                guard case .needs = route.access else { continue }
                let answer = try service.desk.answer(
                    route,
                    PageRequest(parameters: Self.parameters(route), secret: secret)
                )
                #expect(answer.status == 303 && answer.location == next, "\(route) at \(stage)")
            }
        }
    }

    @Test(arguments: Role.allCases) func `links to nothing that its reader may not open`(role: Role) throws {
        let service = try TestedService()
        let (scope, worker): (Scope, String?) =
            switch role.scopes[0] {
            case .authority: (.authority, nil)
            case .organisation: (.organisation("S1"), nil)
            case .provider: (.provider("P1"), nil)
            case .team: (.team("North"), "W1")
            case .contract: (.contract("C1"), nil)
            }
        let browser = try service.seat([Assignment(role, in: scope)], worker: worker)
        var waiting = ["/"]
        var pages: Set<String> = []
        while let address = waiting.popLast() {
            guard pages.insert(address).inserted else { continue }
            let seen = try browser.open(address)
            #expect(seen.status == 200, "\(role) is led to \(address), which answers \(seen.status)")
            if seen.isPage { seen.expectSound(address) }
            for link in seen.links where !link.hasPrefix("#") {
                let place = String(link.prefix { $0 != "#" })
                // One page of each kind is enough here.
                let kind = { (text: String) in text.prefix { $0 != "?" } }
                if !pages.contains(where: { kind($0) == kind(place) }) { waiting.append(place) }
            }
            for action in seen.text.between("<form ", ">").compactMap({ $0.between("action=\"", "\"").first }) {
                let path = action.prefix { $0 != "?" }.split(separator: "/").map { String($0).decoded }
                guard let route = Route.of(path, isForm: true), case .needs(let wanted, _) = route.access else {
                    continue
                }
                #expect(
                    !AccessTable.relations(role, wanted).isEmpty,
                    "\(role) is shown a form to \(action) on \(address)"
                )
            }
        }
        #expect(pages.count >= 5)
    }
}
