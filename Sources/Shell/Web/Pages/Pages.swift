import Actions
import Documents
import Register
import Values

/// The pages of the service: each a function of what was asked and what the register holds.
struct Pages: Sendable {
    let keeper: Keeper
    let tokens = FormTokens()

    init(_ keeper: Keeper) {
        self.keeper = keeper
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
        case .plans: try plans(request)
        case .plan: try plan(request)
        case .planLine: try planLine(request)
        case .search: search()
        case .find: try find(request)
        case .family: try family(request)
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
        }
    }

    /// What all pages share.
    var site: Site {
        let style = { (name: String) in Address("assets", Assets.address(name)) }
        return Site(
            council: keeper.councilName,
            sections: [
                Link("Home", Address()), Link("Reports", Address("reports")), Link("Find a family", Address("search")),
                Link("Identify", Address("identify")), Link("Needs", Address("needs")), Link("Plans", Address("plans")),
                Link("Imports", Address("imports")), Link("Feeds", Address("feeds")),
                Link("Matching", Address("matching")),
                Link("Data quality", Address("data-quality")),
                Link("Changes", Address("changes")),
            ],
            notice: notice,
            footer: [
                Link("What each figure means", Address("definitions")),
                Link("Accessibility statement", Address("accessibility")), Link("Cookies", Address("cookies")),
            ],
            styles: [style("app.css")],
            printStyles: [style("print.css")],
            icon: style("icon.svg")
        )
    }

    private var notice: Site.Notice {
        let words = "There is no sign-in yet, so these pages answer this machine only."
        guard let until = keeper.demonstrationUntil else { return Site.Notice(tag: "This machine", words: words) }
        return Site.Notice(tag: "Demonstration", words: "Every person here is invented, as at \(until.long). \(words)")
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
