import Actions
import Synchronization

/// One-time tokens for forms that do something: each is given out with a page, to one session, and can be spent once by
/// that session, so that a double click does nothing twice and a page elsewhere, which cannot know one, does nothing at
/// all.
final class FormTokens: Sendable {
    private struct Given {
        let token: String
        let session: String
    }

    /// Who has not signed in.
    static let nobody = "nobody"

    /// The oldest go beyond this many: pages left open for very long.
    private static let most = 20_000
    /// In the order they were given out; those of people who have not signed in apart, so that nobody can drive out the
    /// tokens of those who have.
    private let given = Mutex<[Bool: [Given]]>([:])

    /// A token nobody can guess.
    func give(to session: String) -> String {
        let token = Base32.text(ServiceKey.random(20)).lowercased()
        given.withLock { given in
            given[session == FormTokens.nobody, default: []].append(Given(token: token, session: session))
            for known in given.keys where given[known, default: []].count > FormTokens.most {
                given[known]?.removeFirst(FormTokens.most / 10)
            }
        }
        return token
    }

    /// Whether the token was given to the session and not spent yet; it is spent by this.
    func spend(_ token: String, of session: String) -> Bool {
        given.withLock { given in
            let isAnonymous = session == FormTokens.nobody
            guard let place = given[isAnonymous]?.lastIndex(where: { $0.token == token && $0.session == session })
            else {
                return false
            }
            given[isAnonymous]?.remove(at: place)
            return true
        }
    }

    /// The session that was given the token and has not spent it; nil where nobody signed in was.
    func owner(of token: String) -> String? {
        given.withLock { given in given[false]?.last { $0.token == token }?.session }
    }

    /// Whether the token was given to the session and not spent yet; it stays as it is.
    func holds(_ token: String, of session: String) -> Bool {
        given.withLock { given in
            given[session == FormTokens.nobody]?.contains { $0.token == token && $0.session == session } ?? false
        }
    }

    /// What to say where it does not.
    static let refusal = "This form was sent already, or its page is too old. Check what it says and send it again"
}

/// The tokens of one session.
struct SessionTokens: Sendable {
    private let tokens: FormTokens
    private let session: String

    init(_ tokens: FormTokens, of session: String) {
        self.tokens = tokens
        self.session = session
    }

    /// A token for a form.
    func give() -> String { tokens.give(to: session) }

    /// Whether this session was given the token and has not spent it yet.
    func holds(_ token: String) -> Bool { tokens.holds(token, of: session) }

    /// Whether the form bears a token that this session was given and has not spent yet; it is spent by this.
    func spend(_ request: PageRequest) -> Bool {
        guard let token = request.form["token"], !token.isEmpty else { return false }
        return tokens.spend(token, of: session)
    }
}
