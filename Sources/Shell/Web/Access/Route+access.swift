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
}

extension Route {
    /// Every route names its action and how the record it shows is found.
    var access: RouteAccess {
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
        case .feeds, .feed: .needs(.seeFeeds, .wholeRegister)
        case .dataQuality: .needs(.seeDataQuality, .wholeRegister)
        case .changes: .needs(.seeChanges, .wholeRegister)
        case .users, .userForm, .addUser, .user, .changeUser, .setDisabled, .resetPassword:
            .needs(.administerUsers, .wholeRegister)
        }
    }

    /// Whether its form, sent after the session had ended, is kept for who sent it; forms with passwords are not.
    var isKept: Bool {
        guard isForm, case .needs = access else { return false }
        let secret: [Route] = [
            .changePassword, .prepareSecondStep, .startSecondStep, .stopSecondStep, .endSession, .signOutEverywhere,
            .dropKept, .resetPassword, .addUser,
        ]
        return !secret.contains(self)
    }

    /// The route a path belongs to, a page or what a form is sent to; nil where there is none.
    static func of(_ path: [String], isForm: Bool) -> Route? {
        let fitting = allCases.filter { $0.isForm == isForm && $0.parameters(of: path) != nil }
        // A literal goes before what varies: `/users/new` is no user.
        return fitting.min { $0.variables < $1.variables }
    }

    private var variables: Int { parts.count { $0.hasPrefix(":") } }

    private var parts: [Substring] { pattern.split(separator: "/") }

    /// What stands for `:id` and `:name` in a path; nil where the path is not this route's.
    func parameters(of path: [String]) -> [String: String]? {
        let parts = parts
        guard parts.count == path.count else { return nil }
        var parameters: [String: String] = [:]
        for (wanted, part) in zip(parts, path) {
            if wanted.hasPrefix(":") {
                parameters[String(wanted.dropFirst())] = part
            } else if wanted != part {
                return nil
            }
        }
        return parameters
    }
}
