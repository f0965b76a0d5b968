import Synchronization

/// One-time tokens for forms that do something: each is given out with a page and can be spent once, so that a double
/// click does nothing twice and a page elsewhere, which cannot know one, does nothing at all.
final class FormTokens: Sendable {
    private struct Given {
        /// In the order they were given out.
        var tokens: [String] = []
    }

    /// The oldest go beyond this many: pages left open for very long.
    private static let most = 2000
    private let given = Mutex(Given())

    /// A token nobody can guess.
    func give() -> String {
        let token = (0..<4).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }.joined(separator: "-")
        given.withLock { given in
            given.tokens.append(token)
            if given.tokens.count > FormTokens.most { given.tokens.removeFirst() }
        }
        return token
    }

    /// Whether the form bears a token that was given out and not spent yet; it is spent by this.
    func spend(_ request: PageRequest) -> Bool {
        guard let token = request.form["token"], !token.isEmpty else { return false }
        return given.withLock { given in
            guard let place = given.tokens.firstIndex(of: token) else { return false }
            given.tokens.remove(at: place)
            return true
        }
    }

    /// What to say where it does not.
    static let refusal = "This form was sent already, or its page is too old. Check what it says and send it again"
}
