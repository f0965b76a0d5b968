import Actions
import Documents
import Register
import Values

/// The pages of the service: each a function of what was asked and what the register holds.
struct Pages: Sendable {
    let keeper: Keeper
    /// Who they are for.
    let viewer: Viewer
    let tokens: SessionTokens
    let entrance: Entrance

    init(_ keeper: Keeper, viewer: Viewer, tokens: SessionTokens, entrance: Entrance) {
        self.keeper = keeper
        self.viewer = viewer
        self.tokens = tokens
        self.entrance = entrance
    }

    /// The page of a route; what was never known is not found.
    func answer(_ route: Route, _ request: PageRequest) throws -> PageAnswer {
        do {
            return try page(of: route, request)
        } catch RegisterError.noSuchChange, RegisterError.notATime {
            return notFound()
        }
    }

    private func page(of route: Route, _ request: PageRequest) throws -> PageAnswer {
        switch route {
        case .home: try home(request)
        case .reports: reports(request)
        case .report: try report(request)
        case .figure: try figure(request)
        case .identify: try identify(request)
        case .identifyFamily: try identifyFamily(request)
        case .decideDiscretion: try decideDiscretion(request)
        case .withdrawDiscretion: try withdrawDiscretion(request)
        case .checkNominations: try checkNominations(request)
        case .nominate: try nominate(request)
        case .nominations: try nominations(request)
        case .needs: try needs(request)
        case .search: search()
        case .find: try find(request)
        case .family: try family(request)
        case .readers: try readers(request)
        case .person: try person(request)
        case .imports: try imports(request)
        case .importEntry: try importEntry(request)
        case .feeds: try feeds(request)
        case .feed: try feed(request)
        case .matching: try matching(request)
        case .matchingReview: try matchingReview(request)
        case .matchingPair: try matchingPair(request)
        case .decidePair: try decidePair(request)
        case .checkMerge: try checkMerge(request)
        case .mergePair: try mergePair(request)
        case .merge: try merge(request)
        case .unmerge: try unmerge(request)
        case .dataQuality: try dataQuality(request)
        case .changes: try changes(request)
        case .comparison: try comparison(request)
        case .definitions: try definitions(request)
        case .accessibility: accessibility()
        case .cookies: cookies()
        case .style: asset(request)
        default: try stagePage(of: route, request) ?? accessPage(of: route, request)
        }
    }

    /// The pages of the stages that have a table of routes; nil for any other.
    private func stagePage(of route: Route, _ request: PageRequest) throws -> PageAnswer? {
        if let page = try objectionPage(of: route, request) { return page }
        if let page = try referPage(of: route, request) { return page }
        if let page = try caseworkPage(of: route, request) { return page }
        if let page = try measurePage(of: route, request) { return page }
        if let page = try payPage(of: route, request) { return page }
        if let page = try publishPage(of: route, request) { return page }
        if let page = try reportingPage(of: route, request) { return page }
        return try providerPage(of: route, request)
    }

    /// The pages of signing in, of one's own account and of the accounts of others.
    private func accessPage(of route: Route, _ request: PageRequest) throws -> PageAnswer {
        switch route {
        case .setUp: setUp(request)
        case .makeFirst: try makeFirst(request)
        case .signIn: try signIn(request)
        case .startSession: try startSession(request)
        case .demonstrate: try demonstrate(request)
        case .code: code(request)
        case .checkCode: try checkCode(request)
        case .newPassword: newPassword(request)
        case .choosePassword: try choosePassword(request)
        case .signOut: try signOut(request)
        case .account: try account(request)
        case .changePassword: try changePassword(request)
        case .endSession: try endSession(request)
        case .signOutEverywhere: try signOutEverywhere(request)
        case .secondStep: try secondStep(request)
        case .prepareSecondStep: try prepareSecondStep(request)
        case .startSecondStep: try startSecondStep(request)
        case .stopSecondStep: try stopSecondStep(request)
        case .kept: try kept(request)
        case .dropKept: try dropKept(request)
        case .users: try users(request)
        case .userForm: try userForm(request)
        case .addUser: try addUser(request)
        case .user: try user(request)
        case .changeUser: try changeUser(request)
        case .setDisabled: try setDisabled(request)
        case .resetPassword: try resetPassword(request)
        default: notFound()
        }
    }

    /// What all pages share.
    var site: Site {
        let style = { (name: String) in Address("assets", Assets.address(name)) }
        let asked = try? keeper.register.atOnce { (council: keeper.councilName, notice: notice) }
        return Site(
            council: asked?.council ?? "Homeward",
            sections: sections(Pages.sections),
            notice: asked?.notice,
            footer: sections(Pages.footer),
            styles: [style("app.css")],
            printStyles: [style("print.css")],
            icon: style("icon.svg"),
            reader: viewer.reader
        )
    }

    private static let sections: [(route: Route, words: String)] = [
        (.home, "Home"), (.caseload, "Caseload"), (.week, "The week"), (.supervision, "Supervision"),
        (.audits, "Audits"),
        (.gateway, "Gateway"), (.waiting, "Waiting list"), (.capacity, "Capacity"), (.homes, "Homes"),
        (.search, "Find a family"), (.identify, "Identify"), (.needs, "Needs"),
        (.reports, "Reports"), (.scorecards, "Scorecards"), (.reportCards, "Report cards"),
        (.cohortDistance, "Distance travelled"), (.serviceReviews, "Service reviews"), (.frameworks, "Evaluation"),
        (.serviceRecords, "Complaints and feedback"), (.pathway, "Pathway"), (.answers, "Answers"),
        (.publications, "Publications"),
        (.youSaid, "You said, we did"),
        (.plans, "Plans"), (.contracts, "Contracts"), (.demand, "Demand"),
        (.imports, "Imports"), (.feeds, "Feeds"), (.matching, "Matching"), (.dataQuality, "Data quality"),
        (.changes, "Changes"), (.users, "Users"), (.account, "Your account"),
    ]

    private static let footer: [(route: Route, words: String)] = [
        (.definitions, "What each figure means"), (.accessibility, "Accessibility statement"), (.cookies, "Cookies"),
    ]

    /// Links to the pages among these that the viewer may open.
    private func sections(_ list: [(route: Route, words: String)]) -> [Link] {
        list.filter { viewer.may(open: $0.route) }
            .map { Link($0.words, Address(parts: $0.route.pattern.split(separator: "/").map(String.init))) }
    }

    /// The sections the viewer may open beside home, for a home page without figures.
    var ownSections: [Link] {
        sections(Pages.sections.filter { $0.route != .home })
    }

    private var notice: Site.Notice? {
        keeper.demonstrationUntil.map { until in
            Site.Notice(tag: "Demonstration", words: "Every person here is invented, as at \(until.long).")
        }
    }

    /// A whole page.
    func page(_ page: Page, status: Int = 200, main: (inout HTML) -> Void) -> PageAnswer {
        PageAnswer(status: status, bytes: HTML.page(page, of: site, main: main).bytes)
    }

    /// Breadcrumbs from the home page to the one above this.
    func way(_ links: Link...) -> Page.Way {
        .breadcrumbs([Link("Home", Address())] + links)
    }
}
