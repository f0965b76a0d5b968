import Access
import Actions
import Register
import Values

/// Decides, before anything is loaded, whether a viewer may have what they ask for.
struct Gate: Sendable {
    enum Decision: Equatable {
        case admitted
        /// They must sign in first.
        case signIn
        /// They must choose a password of their own first.
        case newPassword
        /// They are signed in already.
        case home
        /// Their roles never allow it.
        case refused
        /// Nothing is there, or nothing that they may know of.
        case hidden
    }

    let keeper: Keeper

    func decide(_ route: Route, _ parameters: [String: String], for viewer: Viewer) throws -> Decision {
        switch (route.access, viewer.standing) {
        case (.anybody, _): .admitted
        case (.signingIn, .signedIn): .home
        case (.signingIn, .newPassword): [.newPassword, .choosePassword].contains(route) ? .admitted : .newPassword
        case (.signingIn, .code): [.newPassword, .choosePassword].contains(route) ? .signIn : .admitted
        case (.signingIn, .nobody):
            [.newPassword, .choosePassword, .code, .checkCode].contains(route) ? .signIn : .admitted
        case (.needs, .nobody), (.needs, .code): .signIn
        case (.needs, .newPassword): .newPassword
        case (.needs(let action, let subject), .signedIn(let user, _)):
            try decide(action, subject, parameters["id"] ?? "", user.permissions)
        }
    }

    private func decide(
        _ action: Action,
        _ subject: RouteSubject,
        _ id: String,
        _ permissions: Permissions
    ) throws -> Decision {
        switch subject {
        case .none: return permissions.allow(action, on: .noRecord) ? .admitted : .refused
        case .wholeRegister: return permissions.allow(action, on: .wholeRegister) ? .admitted : .refused
        case .family, .person:
            guard permissions.mightAllow(action) else { return .refused }
            let ties = try subject == .family ? ties(ofFamily: id) : ties(ofPerson: id)
            guard let ties else { return mayBePartners(action, permissions) ? .admitted : .hidden }
            return permissions.allow(action, on: .family(ties)) ? .admitted : .hidden
        }
    }

    /// Whether the page may look among the households that only partners know, which have no ties: the whole authority's.
    private func mayBePartners(_ action: Action, _ permissions: Permissions) -> Bool {
        action == .readEvidence && permissions.allow(action, on: .wholeRegister)
    }

    /// The ties of a family; nil where the register has none such.
    func ties(ofFamily id: String) throws -> FamilyTies? {
        try keeper.register.ties(ofFamily: id, on: keeper.today())
    }

    /// The ties of a person's family, or of the person they were merged into; nil where the register has no such person.
    func ties(ofPerson id: String) throws -> FamilyTies? {
        if let ties = try keeper.register.ties(ofPerson: id, on: keeper.today()) { return ties }
        let merge = try keeper.register.merges().first { $0.stands && $0.other.text == id }
        return try merge.flatMap { try keeper.register.ties(ofPerson: $0.kept.text, on: keeper.today()) }
    }
}
