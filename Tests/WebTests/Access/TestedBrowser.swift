import Access
import Actions
import Foundation
import Records
import Register
import Synchronization
import Testing
import Values
import Workshop

@testable import Web

/// A whole service without a server, over a register of one small family, with a clock that the test sets.
final class TestedService: Sendable {
    static let password = "violet tractor nine"
    static let setUpCode = "abcd-efgh-ijkl-mnop"

    let folder: ScratchFolder
    let register: Register
    let desk: Desk
    let gate: Gate
    private let clock: Clockwork

    private final class Clockwork: Sendable {
        let time = Mutex(Clock.now)
    }

    /// The council's provider, where it has one.
    let provider: TestedProvider?

    init(
        setUpCode: String? = nil,
        provider settings: ProviderSettings? = nil,
        _ fill: (Register, ScratchFolder) throws -> Void = TestedService.family
    ) throws {
        folder = try ScratchFolder()
        register = try Register.scratch(in: folder)
        try fill(register, folder)
        let clock = Clockwork()
        self.clock = clock
        let keeper = try Keeper.shipped(register)
        gate = Gate(keeper: keeper)
        let tested = settings.map { _ in TestedProvider { clock.time.withLock { $0 } } }
        provider = tested
        desk = Desk(
            keeper,
            try Entrance(
                register,
                key: .test,
                cost: .cheap,
                setUpCode: setUpCode,
                provider: settings.flatMap { settings in
                    tested.map { Provider(settings, key: .test, fetch: $0) }
                },
                now: { clock.time.withLock { $0 } }
            )
        )
    }

    /// The small family, tied to somebody in every way there is.
    static func family(_ register: Register, _ folder: ScratchFolder) throws {
        try register.take([SmallPackage().write(to: folder)])
        var records = RecordSet()
        records.organisations = [
            Organisation(id: Identifier("P1"), name: "A provider", kind: .provider),
            Organisation(id: Identifier("S1"), name: "A school", kind: .school),
        ]
        records.workers = [Worker(id: Identifier("W1"), name: "Kim Worker", role: .keyWorker)]
        records.referrals = [
            Referral(
                id: Identifier("TR1"),
                familyID: Identifier("F1"),
                receivedOn: Day(number: 18_000),
                sourceOrganisationID: Identifier("S1"),
                source: .school,
                route: .dataMatch,
                decision: .accepted
            )
        ]
        var open = Case(
            id: Identifier("TC1"),
            familyID: Identifier("F1"),
            programme: "mst",
            startedOn: Day(number: 18_001)
        )
        open.organisationID = Identifier("P1")
        open.team = "North"
        open.contractID = "C1"
        records.cases = [open]
        records.allocations = [
            Allocation(
                caseID: Identifier("TC1"),
                workerID: Identifier("W1"),
                role: .keyWorker,
                from: Day(number: 18_001)
            )
        ]
        records.assessments = [
            Assessment(
                id: Identifier("A1"),
                caseID: Identifier("TC1"),
                instrument: "sdq",
                informant: .parent,
                occasion: "baseline",
                completedOn: Day(number: 18_010)
            )
        ]
        records.scores = [Score(assessmentID: Identifier("A1"), item: "total", value: Decimal(20))]
        try register.record(records, as: ChangeDraft(actor: "test", purpose: "test", summary: "Ties"), at: Clock.now)
    }

    var now: Timestamp { clock.time.withLock { $0 } }

    /// Lets time pass.
    func wait(_ seconds: Int64) {
        clock.time.withLock { $0 = Timestamp(seconds: $0.seconds + seconds) }
    }

    /// Somebody with these roles, signed in.
    func seat(_ roles: [Assignment], named name: String = "tester", worker: String? = nil) throws -> TestedBrowser {
        TestedBrowser(self, secret: try register.seat(roles, named: name, worker: worker, at: now).secret)
    }

    /// Somebody with a password, who is not signed in.
    @discardableResult
    func add(_ name: String, _ roles: [Assignment], isTemporary: Bool = false) throws -> User {
        try KeepUsers(register, by: Actor("test"), cost: .cheap).add(
            KeepUsers.Entry(name: "Sam Example", signInName: name, roles: roles),
            password: Self.password,
            isTemporary: isTemporary,
            at: now
        )
    }
}

/// A browser: it keeps the cookie and remembers the page it is on.
final class TestedBrowser {
    let service: TestedService
    var secret: String?
    /// What it carries to the council's provider.
    var journey: String?
    /// The secrets of the partners' drafts it keeps, by the path they are sent to.
    var drafts: [String: String] = [:]
    var address = "10.0.0.1"
    /// The page it is on.
    private(set) var seen = SeenPage(PageAnswer(bytes: []))

    init(_ service: TestedService, secret: String? = nil) {
        self.service = service
        self.secret = secret
    }

    /// Another tab of the same browser.
    func tab() -> TestedBrowser {
        let tab = TestedBrowser(service, secret: secret)
        tab.drafts = drafts
        tab.seen = seen
        return tab
    }

    /// Opens an address without going on to where it leads.
    @discardableResult
    func open(_ address: String) throws -> SeenPage {
        try ask(address, form: nil)
    }

    /// Opens an address and goes on to where it leads.
    @discardableResult
    func follow(_ address: String) throws -> SeenPage {
        try open(address)
        for _ in 0..<5 {
            guard let next = seen.answer.location else { return seen }
            try open(next)
        }
        return seen
    }

    /// Sends the form of this page that leads to an address, with what its hidden fields hold and what is typed.
    @discardableResult
    func send(_ address: String, _ typed: [String: String] = [:]) throws -> SeenPage {
        try ask(address, form: hidden(address).merging(typed) { $1 })
    }

    /// What the hidden fields of a form of this page hold.
    func hidden(_ address: String) -> [String: String] {
        let escaped = address.replacing("&", with: "&amp;")
        let forms = seen.text.between("<form ", "</form>").filter { $0.contains("action=\"\(escaped)\"") }
        // A page may have a form that only asks, and so bears no token, beside the one that does something.
        let form = forms.first { $0.contains("name=\"token\"") } ?? forms.first ?? ""
        return form.between("<input type=\"hidden\" ", ">").reduce(into: [:]) { fields, input in
            let name = input.between("name=\"", "\"").first ?? ""
            fields[name] = input.between("value=\"", "\"").first?.unescaped ?? ""
        }
    }

    private func ask(_ address: String, form: [String: String]?) throws -> SeenPage {
        guard let (route, request) = request(address, form: form) else { return seen }
        return try take(service.desk.answer(route, request))
    }

    /// Opens an address for which the council's provider is asked.
    @discardableResult
    func openWaiting(_ address: String) async throws -> SeenPage {
        guard let (route, request) = request(address, form: nil) else { return seen }
        return try take(service.desk.answer(route, await service.desk.askedProvider(route, request)))
    }

    private func take(_ answer: PageAnswer) -> SeenPage {
        switch answer.session {
        case .none: break
        case .starts(let secret): self.secret = secret
        case .ends: secret = nil
        }
        switch answer.journey {
        case .none: break
        case .carries(let sealed): journey = sealed
        case .forgets: journey = nil
        }
        switch answer.draft {
        case .none: break
        case .carries(let secret, let handle), .confirms(let secret, let handle): drafts["referral/\(handle)"] = secret
        case .forgets(let handle): drafts["referral/\(handle)"] = nil
        }
        seen = SeenPage(answer)
        return seen
    }

    private func request(_ address: String, form: [String: String]?) -> (Route, PageRequest)? {
        let halves = address.prefix { $0 != "#" }.split(separator: "?", maxSplits: 1)
        let path = (halves.first ?? "").split(separator: "/").map { String($0).decoded }
        var request = PageRequest()
        request.query = halves.count > 1 ? FormText.read(String(halves[1])) : [:]
        request.form = form ?? [:]
        request.secret = secret
        request.journey = journey
        request.draft = drafts[path.prefix(2).joined(separator: "/")]
        request.visit = SignIn.Visit(address: self.address, device: "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0")
        guard let route = Route.of(path, isForm: form != nil) else {
            Issue.record("\(address) leads to no route")
            return nil
        }
        request.parameters = route.parameters(of: path) ?? [:]
        return (route, request)
    }

    /// Signs in by the page.
    @discardableResult
    func signIn(_ name: String, _ password: String = TestedService.password) throws -> SeenPage {
        try follow("/sign-in")
        return try send("/sign-in", ["sign-in-name": name, "password": password])
    }
}

extension String {
    /// Without the marks that HTML puts for characters.
    var unescaped: String {
        replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}

extension Relation {
    /// A scope and a worker that stand in this relation alone to the small family.
    var standing: (scope: Scope, worker: String?) {
        switch self {
        case .ownCase: (.team("South"), "W1")
        case .ownTeam: (.team("North"), nil)
        case .ownProvider: (.provider("P1"), nil)
        case .ownReferral: (.organisation("S1"), nil)
        case .ownContract: (.contract("C1"), nil)
        case .ownAuthority: (.authority, nil)
        case .noRecord: (.team("South"), nil)
        }
    }
}
