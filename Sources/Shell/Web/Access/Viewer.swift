import Access
import Actions
import Documents
import Register

/// Who a page is for.
struct Viewer: Sendable {
    /// How far they have come.
    enum Standing: Sendable {
        /// Nobody who has shown who they are; the session they had, where it ended.
        case nobody(ended: Session?)
        /// The password was right; the code is still to come.
        case code(Session)
        /// They must choose a password of their own first.
        case newPassword(User, Session)
        case signedIn(User, Session)
    }

    let standing: Standing

    static let nobody = Viewer(standing: .nobody(ended: nil))

    /// The person, once they are signed in.
    var user: User? {
        if case .signedIn(let user, _) = standing { user } else { nil }
    }

    /// The session that holds, at whatever stage.
    var session: Session? {
        switch standing {
        case .nobody: nil
        case .code(let session), .newPassword(_, let session), .signedIn(_, let session): session
        }
    }

    var permissions: Permissions { user?.permissions ?? Permissions([]) }

    /// Whether they may see every count.
    var seesFigures: Bool { permissions.allow(.seeFigures, on: .noRecord) }

    /// Their roles in words.
    var roles: String { user?.roles.map(\.words).joined(separator: "; ") ?? "" }

    /// Whether there is anything behind a page that they might see.
    func may(open route: Route) -> Bool { might(route) }

    /// Whether there is anything for which they might send this form.
    func may(send route: Route) -> Bool { might(route) }

    private func might(_ route: Route) -> Bool {
        switch route.access {
        case .anybody: true
        case .signingIn: user == nil
        case .needs(let action, let subject):
            switch subject {
            case .none: permissions.allow(action, on: .noRecord)
            case .wholeRegister: permissions.allow(action, on: .wholeRegister)
            case .family, .person, .ofCase, .referral, .assessment: permissions.mightAllow(action)
            }
        }
    }

    /// What the links of a page may lead to.
    var reader: Reader {
        Reader(
            mayOpen: { address in
                address.isOnSamePage || Route.of(address.parts, isForm: false).map(may(open:)) ?? true
            },
            maySend: { address in Route.of(address.parts, isForm: true).map(may(send:)) ?? true }
        )
    }
}
