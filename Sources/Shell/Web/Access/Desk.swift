import Access
import Actions
import Documents
import Register

/// Takes every request: finds who it is from, decides whether they may, and only then asks for the page.
struct Desk: Sendable {
    private let keeper: Keeper
    let entrance: Entrance
    private let tokens = FormTokens()
    private let sent = SentForms()
    private let gate: Gate

    init(_ keeper: Keeper, _ entrance: Entrance) {
        self.keeper = keeper
        self.entrance = entrance
        gate = Gate(keeper: keeper, now: entrance.now)
    }

    /// The cookie that holds a session's secret.
    var cookie: SessionCookie { entrance.cookie }

    /// The pages for nobody in particular: of what goes wrong before anybody is known.
    var pages: Pages { pages(for: .nobody) }

    private func pages(for viewer: Viewer) -> Pages {
        Pages(
            viewer.user.map { keeper.acting(as: Actor($0)) } ?? keeper,
            viewer: viewer,
            tokens: SessionTokens(tokens, of: tokenOwner(viewer)),
            entrance: entrance
        )
    }

    /// Whom tokens are given to: the session, by its number.
    private func tokenOwner(_ viewer: Viewer) -> String { viewer.session.map { "\($0.id)" } ?? FormTokens.nobody }

    /// What a route answers to a request.
    func answer(_ route: Route, _ request: PageRequest) throws -> PageAnswer {
        let viewer = try viewer(request)
        let pages = pages(for: viewer)
        if try isWaitingForSetUp(route) { return .onward(to: Address("set-up")) }
        if route.isForm,
            let known = sent.answered(request, to: route, of: tokenOwner(viewer), at: entrance.now())
        {
            return known
        }
        switch try gate.decide(route, request.parameters, for: viewer) {
        case .admitted: return try admitted(route, request, viewer, pages)
        case .signIn: return try signInFirst(route, request, viewer)
        case .newPassword: return .onward(to: Address("sign-in", "password"))
        case .home: return .onward(to: request.next ?? Address())
        case .refused where route.isKept: return pages.mayNotSend(request, status: 403)
        case .hidden where route.isKept: return pages.mayNotSend(request, status: 404)
        case .refused: return pages.notAllowed()
        case .hidden: return pages.notFound()
        }
    }

    /// The page of an address that is no route: for those who have not signed in, the same as of one that is.
    func noSuchPage(_ request: PageRequest) throws -> PageAnswer {
        let viewer = try viewer(request)
        return viewer.user == nil ? .onward(to: Address("sign-in")) : pages(for: viewer).notFound()
    }

    private func admitted(_ route: Route, _ request: PageRequest, _ viewer: Viewer, _ pages: Pages) throws -> PageAnswer
    {
        let answer = try answerOnce(route, request, viewer, pages)
        // A form that was kept has been carried on with.
        if let kept = request.form[KeptFormPage.field].flatMap(Int.init), let user = viewer.user, answer.status < 400 {
            try entrance.forms.forget(kept, of: user.id)
        }
        return answer
    }

    /// What the route answers: a form sent again unchanged is answered as it was.
    ///
    /// Signing in is not: whoever goes back to its form later may be somebody else.
    private func answerOnce(
        _ route: Route,
        _ request: PageRequest,
        _ viewer: Viewer,
        _ pages: Pages
    ) throws
        -> PageAnswer
    {
        if case .signingIn = route.access { return try pages.answer(route, request) }
        guard route.isForm else { return try pages.answer(route, request) }
        return try sent.answer(request, to: route, of: tokenOwner(viewer), at: entrance.now(), pages.tokens) {
            try pages.answer(route, request)
        }
    }

    /// Who the request is from; a session in use stays open.
    func viewer(_ request: PageRequest) throws -> Viewer {
        let time = entrance.now()
        guard let secret = request.secret else { return .nobody }
        let (found, user) = try keeper.register.atOnce {
            let session = try entrance.signIn.session(secret)
            return try (session, session.flatMap { try keeper.register.user($0.userID) })
        }
        guard let session = found else { return .nobody }
        guard session.isOpen(at: time), let user, !user.isDisabled else {
            return Viewer(standing: .nobody(ended: session))
        }
        if time.seconds - session.seenAt.seconds >= Desk.notedEvery {
            try keeper.register.noteSeen(session.id, at: time)
        }
        switch session.stage {
        case .code: return Viewer(standing: .code(session))
        case .newPassword: return Viewer(standing: .newPassword(user, session))
        case .signedIn: return Viewer(standing: .signedIn(user, session))
        }
    }

    /// Seconds between two notes that a session is in use.
    private static let notedEvery: Int64 = 60

    /// Sends the browser to the sign-in page, from which it comes back to what it asked for.
    ///
    /// A form that came after its session had ended is kept for its user first, so that nothing typed is lost.
    private func signInFirst(_ route: Route, _ request: PageRequest, _ viewer: Viewer) throws -> PageAnswer {
        if case .code = viewer.standing { return .onward(to: Address("sign-in", "code")) }
        guard route.isForm else {
            let asked = route.address(request)
            return .onward(to: Address("sign-in").with("next", asked == Address() ? nil : asked.text))
        }
        if route.isKept, let ended = try former(viewer, request) {
            var fields = request.form
            fields["token"] = nil
            let typed = KeepForms.Typed(path: route.address(request).parts, fields: fields)
            try entrance.forms.keep(typed, for: ended.userID, at: entrance.now())
        }
        return .onward(to: Address("sign-in"))
    }

    /// The session a form was made in: the one that ran out, or the one that was signed out in another tab meanwhile.
    private func former(_ viewer: Viewer, _ request: PageRequest) throws -> Session? {
        guard case .nobody(let ended) = viewer.standing else { return nil }
        if let ended { return ended }
        let number = request.form["token"].flatMap { tokens.owner(of: $0) }.flatMap(Int.init)
        return try number.flatMap { try keeper.register.session(number: $0) }
    }

    private func isWaitingForSetUp(_ route: Route) throws -> Bool {
        guard entrance.setUpCode != nil, ![.setUp, .makeFirst, .style, .accessibility, .cookies].contains(route) else {
            return false
        }
        return try keeper.register.hasNoUsers()
    }
}

extension Route {
    /// The address of this route that was asked for.
    func address(_ request: PageRequest) -> Address {
        let parts = pattern.split(separator: "/").map { part in
            part.hasPrefix(":") ? request.parameters[String(part.dropFirst())] ?? "" : String(part)
        }
        return request.query.sorted { $0.key < $1.key }.reduce(Address(parts: parts)) { $0.with($1.key, $1.value) }
    }
}

extension PageRequest {
    /// Where to go on to after signing in; always a page of this service.
    var next: Address? {
        guard let text = query["next"] ?? form["next"], text.hasPrefix("/"), text.utf8.count <= 2000 else { return nil }
        let halves = text.prefix { $0 != "#" }.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let parts = halves[0].split(separator: "/").map { FormText.readPathPart(String($0)) }
        // What has no page, such as a form's address, leads home.
        guard Route.of(parts, isForm: false) != nil else { return nil }
        let items = halves.count > 1 ? FormText.read(String(halves[1])) : [:]
        return items.sorted { $0.key < $1.key }.reduce(Address(parts: parts)) { $0.with($1.key, $1.value) }
    }
}
