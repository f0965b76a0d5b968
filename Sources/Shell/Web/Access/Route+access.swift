import Access

/// What a route asks of who opens it.
enum RouteAccess {
    /// Style sheets, help, signing in and out.
    case anybody
    /// The steps of signing in, for those who have not.
    case signingIn
    /// An action on a subject, by the table of access.
    case needs(Action, RouteSubject)
}

/// How the subject of a route is found.
enum RouteSubject {
    case none
    case wholeRegister
    /// The family whose reference is `:id`.
    case family
    /// The person whose reference is `:id`, and so their family.
    case person
    /// The case whose reference is `:id`, and so its family.
    case ofCase
    /// The referral whose reference is `:id`, and so its family.
    case referral
    /// The assessment whose reference is `:id`, and so the family of its case or person.
    case assessment
}

extension Route {
    /// Every route names its action and how the record it shows is found.
    var access: RouteAccess { place?.access ?? ownAccess }

    /// What a route asks that stands in no stage's table; one that is forgotten is nobody's.
    private var ownAccess: RouteAccess {
        switch self {
        case .style, .accessibility, .cookies, .signOut: .anybody
        case .signIn, .startSession, .code, .checkCode, .newPassword, .choosePassword, .demonstrate, .setUp,
            .makeFirst:
            .signingIn
        case .home, .definitions, .account, .changePassword, .secondStep, .prepareSecondStep, .startSecondStep,
            .stopSecondStep, .endSession, .signOutEverywhere, .kept, .dropKept:
            .needs(.useService, .none)
        case .needs: .needs(.seePublished, .none)
        case .reports, .report: .needs(.seeFigures, .none)
        case .figure, .comparison: .needs(.openFigure, .wholeRegister)
        case .search, .find: .needs(.findFamily, .none)
        case .family, .readers: .needs(.readFamily, .family)
        case .person: .needs(.readFamily, .person)
        case .identify: .needs(.identify, .wholeRegister)
        case .identifyFamily: .needs(.readEvidence, .family)
        case .decideDiscretion, .withdrawDiscretion: .needs(.decideDiscretion, .family)
        case .checkNominations, .nominate: .needs(.nominate, .wholeRegister)
        case .nominations: .needs(.identify, .wholeRegister)
        case .imports, .importEntry: .needs(.seeImports, .wholeRegister)
        case .matching, .matchingReview, .matchingPair, .decidePair, .checkMerge, .mergePair, .merge, .unmerge:
            .needs(.reviewMatches, .wholeRegister)
        case .feeds, .feed: .needs(.seeFeeds, .wholeRegister)
        case .dataQuality: .needs(.seeDataQuality, .wholeRegister)
        case .changes: .needs(.seeChanges, .wholeRegister)
        case .users, .userForm, .addUser, .user, .changeUser, .setDisabled, .resetPassword:
            .needs(.administerUsers, .wholeRegister)
        default: .needs(.administerUsers, .wholeRegister)
        }
    }

    /// Whether its form, sent after the session had ended, is kept for who sent it; forms with passwords are not.
    var isKept: Bool {
        if let place { return place.isKept }
        guard isForm, case .needs = access else { return false }
        let secret: [Route] = [
            .changePassword, .prepareSecondStep, .startSecondStep, .stopSecondStep, .endSession, .signOutEverywhere,
            .dropKept, .resetPassword, .addUser,
        ]
        return !secret.contains(self)
    }
}

// MARK: Which route a path belongs to

extension Route {
    /// The route a path belongs to, a page or what a form is sent to; nil where there is none.
    static func of(_ path: [String], isForm: Bool) -> Route? {
        byBeginning[Beginning(first: path.first ?? "", isForm: isForm)]?.first { $0.pattern.fits(path) }?.route
    }

    /// What stands for `:id` and `:name` in a path; nil where the path is not this route's.
    func parameters(of path: [String]) -> [String: String]? { RoutePattern(pattern).parameters(of: path) }

    /// How the path of a route begins: no two begin with what varies.
    private struct Beginning: Hashable {
        let first: String
        let isForm: Bool
    }

    /// The routes by how their paths begin, since every link of a page is looked up; of those that fit the same path the
    /// one that is more literal comes first: `/users/new` is no user.
    private static let byBeginning: [Beginning: [(route: Route, pattern: RoutePattern)]] = Dictionary(
        grouping: allCases.map { ($0, RoutePattern($0.pattern)) }
    ) { route, pattern in Beginning(first: pattern.first, isForm: route.isForm) }
    .mapValues { routes in routes.sorted { $0.1.variables < $1.1.variables } }
}
