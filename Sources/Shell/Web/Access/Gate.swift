import Access
import Actions
import Records
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
    /// The clock by which a broken glass closes.
    var now: @Sendable () -> Timestamp = { Clock.now }

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
            try decide(action, subject, parameters["id"] ?? "", user)
        }
    }

    /// Whether a user may do something to what a reference names.
    func decide(
        _ action: Action,
        _ subject: RouteSubject,
        _ id: String,
        _ user: User
    ) throws -> Decision {
        let permissions = user.permissions
        switch subject {
        case .none: return permissions.allow(action, on: .noRecord) ? .admitted : .refused
        case .wholeRegister: return permissions.allow(action, on: .wholeRegister) ? .admitted : .refused
        case .family, .person, .ofCase, .referral, .assessment:
            guard permissions.mightAllow(action) else { return .refused }
            let ties = try ties(of: subject, id)
            guard let ties else { return mayBePartners(action, permissions) ? .admitted : .hidden }
            guard permissions.allow(action, on: .family(ties)) else { return .hidden }
            return try isClosed(subject, id, to: user) ? .hidden : .admitted
        }
    }

    /// Whether the page may look among the households that only partners know, which have no ties: the whole authority's.
    private func mayBePartners(_ action: Action, _ permissions: Permissions) -> Bool {
        action == .readEvidence && permissions.allow(action, on: .wholeRegister)
    }

    private func ties(of subject: RouteSubject, _ id: String) throws -> FamilyTies? {
        switch subject {
        case .none, .wholeRegister: nil
        case .family: try ties(ofFamily: id)
        case .person: try ties(ofPerson: id)
        case .ofCase: try ties(ofCase: id)
        case .referral:
            try keeper.register.held(Referral.self, key: id).flatMap { try ties(ofFamily: $0.record.familyID.text) }
        case .assessment: try ties(ofAssessment: id)
        }
    }

    /// The ties of a case's family; nil where the register has no such case.
    func ties(ofCase id: String) throws -> FamilyTies? {
        try keeper.register.held(Case.self, key: id).flatMap { try ties(ofFamily: $0.record.familyID.text) }
    }

    /// The ties of the family of an assessment's case, or of its person where it is of no case.
    private func ties(ofAssessment id: String) throws -> FamilyTies? {
        guard let assessment = try keeper.register.held(Assessment.self, key: id)?.record else { return nil }
        if let work = assessment.caseID { return try ties(ofCase: work.text) }
        return try assessment.personID.flatMap { try ties(ofPerson: $0.text) }
    }

    /// The ties of a family; nil where the register has none such.
    func ties(ofFamily id: String) throws -> FamilyTies? {
        try keeper.register.ties(ofFamily: id, on: keeper.today())
    }

    /// The ties of a person's family, or of the person they were merged into; nil where the register has no such person.
    func ties(ofPerson id: String) throws -> FamilyTies? {
        if let ties = try keeper.register.ties(ofPerson: id, on: keeper.today()) { return ties }
        return try keeper.register.merges().personKept[id].flatMap {
            try keeper.register.ties(ofPerson: $0, on: keeper.today())
        }
    }
}
