import Actions
import Documents
import Press

/// What a page is asked for, apart from how it came.
struct PageRequest: Sendable {
    /// What stands for `:id` and `:name` in the path.
    var parameters: [String: String] = [:]
    var query: [String: String] = [:]
    var form: [String: String] = [:]
    /// The service as the browser reached it: `https://families.example`; empty where no browser did.
    var origin = ""
    /// Files that came with the form.
    var files: [String: SentFile] = [:]
    /// The secret of the session, as the browser sent it.
    var secret: String?
    /// What the browser carried to the council's provider and back, sealed.
    var journey: String?
    /// The secret of the partners' draft whose page it is, as the browser sent it.
    var draft: String?
    /// What came of asking the council's provider, where the route does.
    var provider: ProviderOutcome?
    /// Where it comes from.
    var visit = SignIn.Visit(address: "", device: "")

    /// A query item that is not empty.
    func asked(_ name: String) -> String? {
        guard let value = query[name], !value.isEmpty else { return nil }
        return value
    }
}

/// What a page answers, apart from how it goes.
struct PageAnswer: Sendable {
    /// What becomes of the browser's session.
    enum SessionChange: Sendable {
        case none
        /// The browser keeps this secret from now on.
        case starts(String)
        /// The browser forgets its secret.
        case ends
    }

    var status = 200
    var contentType = "text/html; charset=utf-8"
    var bytes: [UInt8]
    var isCacheable = false
    /// Where the browser goes on to, after a form that did something; nil stays.
    var location: String?
    /// The name under which the browser saves it; nil shows it.
    var fileName: String?
    var session = SessionChange.none
    /// A document that is still to be made, and is then the answer.
    var unpressed: Unpressed?
    /// What becomes of what the browser carries to the council's provider.
    var journey = ProviderCookie.Change.none
    /// What the browser keeps of a draft of the partners' form.
    var draft = DraftCookie.Change.none
}

extension PageAnswer {
    /// A document that is still to be made.
    struct Unpressed: Sendable {
        let document: Document
        /// What is answered where it cannot be.
        let refused: @Sendable (Press.Refusal) -> PageAnswer

        init(_ document: Document, refused: @escaping @Sendable (Press.Refusal) -> PageAnswer) {
            self.document = document
            self.refused = refused
        }
    }

    /// The answer with its document made.
    func pressed() async throws -> PageAnswer {
        guard let unpressed else { return self }
        var answer = self
        answer.unpressed = nil
        do {
            answer.bytes = try await Press.bytesInTurn(of: unpressed.document)
            return answer
        } catch let refusal as Press.Refusal {
            return unpressed.refused(refusal)
        }
    }

    /// Sends the browser on to a page, so that going back or loading again does not send the form again.
    static func onward(to address: Address) -> PageAnswer {
        PageAnswer(status: 303, bytes: [], location: address.text)
    }

    /// Sends the browser on with a session that has just begun.
    static func onward(to address: Address, starting session: SignIn.Started) -> PageAnswer {
        PageAnswer(status: 303, bytes: [], location: address.text, session: .starts(session.secret))
    }
}
