import Actions
import Documents
import Register

extension Pages {
    /// The pages of signing in with the council's provider.
    func providerPage(of route: Route, _ request: PageRequest) throws -> PageAnswer? {
        switch route {
        case .askProvider: askProvider(request)
        case .hearProvider: try hearProvider(request)
        case .leaveProvider: leaveProvider()
        case .unbindUser: try unbindUser(request)
        default: nil
        }
    }

    private var providerName: String { entrance.provider?.settings.name ?? "" }

    // MARK: On the sign-in page

    /// The way to the provider, above the form for passwords.
    func providerLink(_ request: PageRequest, _ html: inout HTML) {
        guard let provider = entrance.provider else { return }
        let name = provider.settings.name
        if request.query["out"] != nil, provider.leaveAddress != nil {
            html.inset { html in
                html.paragraph("You are signed out here. You may still be signed in at \(name).")
                html.links([Link("Sign out at \(name) too", Address("sign-in", "provider", "end"))])
            }
        }
        html.buttonLink(
            Link("Sign in with \(name)", Address("sign-in", "provider").with("next", request.next?.text))
        )
        html.heading(provider.settings.isOnly ? "Administrators can use a password" : "Or use a password")
    }

    // MARK: There and back

    /// Sends the browser to the provider.
    private func askProvider(_ request: PageRequest) -> PageAnswer {
        switch request.provider {
        case .onward(let address, let journey):
            var answer = PageAnswer(status: 303, bytes: [], location: address)
            answer.journey = .carries(journey)
            return answer
        case .refused(let refusal): return refused(refusal)
        case .identified, nil: return notFound()
        }
    }

    /// Signs in whoever the provider says it is.
    private func hearProvider(_ request: PageRequest) throws -> PageAnswer {
        var answer: PageAnswer
        switch request.provider {
        case .identified(let identity, let next):
            do {
                let started = try entrance.signIn.start(by: identity, request.visit, at: entrance.now())
                var asked = request
                asked.query = next.map { ["next": $0] } ?? [:]
                answer = try onward(started, asked)
            } catch let refusal as ProviderRefusal {
                answer = refused(refusal)
            }
        case .refused(let refusal): answer = refused(refusal)
        case .onward, nil: return notFound()
        }
        answer.journey = .forgets
        return answer
    }

    /// Sends the browser to where its session at the provider ends.
    private func leaveProvider() -> PageAnswer {
        guard let address = entrance.provider?.leaveAddress else { return notFound() }
        return PageAnswer(status: 303, bytes: [], location: address)
    }

    private func refused(_ refusal: ProviderRefusal) -> PageAnswer {
        let words = refusal.words(of: providerName)
        return page(Page(words.heading, isWide: false), status: refusal.status) { html in
            for paragraph in words.paragraphs { html.paragraph(paragraph) }
            html.links([Link("Go to the sign-in page", Address("sign-in"))])
        }
    }

    // MARK: On a user's page

    /// How a user who is being added will sign in.
    var howTheySignIn: String {
        let password = "They get a password for their first sign-in, and then choose their own."
        guard let settings = entrance.provider?.settings else { return password }
        let there = "To sign in with \(settings.name), their sign-in name must be the name they have there."
        return settings.isOnly ? there : "\(there) \(password)"
    }

    /// Whether a user is bound to an account at the provider.
    func bindingRows(_ bindings: [OpenIDSubject]) -> [SummaryRow] {
        guard entrance.provider != nil || !bindings.isEmpty else { return [] }
        return [SummaryRow("Account at the council's provider", bindings.isEmpty ? "None yet" : "Known")]
    }

    /// The form by which an administrator lets go of it.
    func unbindForm(_ user: User, _ bindings: [OpenIDSubject], _ html: inout HTML) {
        guard !bindings.isEmpty else { return }
        html.heading("Another account at the council's provider")
        html.paragraph(
            "For somebody who has been given a new account there. Their sessions end. At the next sign-in, their account is again the one whose name there is their sign-in name."
        )
        html.form(
            Form(
                action: Address("users", user.id, "provider"),
                method: .post(token: tokens.give()),
                fields: [],
                button: "Forget their account there"
            )
        )
    }

    private func unbindUser(_ request: PageRequest) throws -> PageAnswer {
        guard let user = try keeper.register.user(request.parameters["id"] ?? "") else { return notFound() }
        let back = Address("users", user.id)
        guard tokens.spend(request) else { return .onward(to: back) }
        try KeepUsers(keeper.register, by: keeper.actor, cost: entrance.signIn.cost).unbind(user, at: entrance.now())
        return .onward(to: back.with("saved", "yes"))
    }
}

extension ProviderRefusal {
    /// The status of its page.
    var status: Int {
        switch self {
        case .cancelled: 200
        case .stale: 400
        case .outOfReach: 502
        case .notTaken, .noAccount, .boundToAnother, .disabled: 403
        }
    }

    /// What to say to who was not signed in.
    func words(of provider: String) -> (heading: String, paragraphs: [String]) {
        switch self {
        case .cancelled:
            ("You did not sign in", ["You stopped at \(provider), or it did not let you go on. You can try again."])
        case .stale:
            (
                "Start again to sign in",
                [
                    "This page can be used once, within ten minutes, in the browser that you began in.",
                    "Nothing went wrong with your account.",
                ]
            )
        case .outOfReach:
            (
                "Sign-in with \(provider) is not working",
                ["Try again in a few minutes. If it goes on, tell an administrator of the service."]
            )
        case .notTaken:
            (
                "Sign-in with \(provider) did not work",
                ["Try again. If it goes on, tell an administrator of the service: its settings there may be wrong."]
            )
        case .noAccount:
            (
                "You have no account here",
                [
                    "You are signed in at \(provider), but nobody here has your name.",
                    "Ask an administrator of the service to add you, with the sign-in name that you have at \(provider).",
                ]
            )
        case .boundToAnother:
            (
                "Your account here is known under another account at \(provider)",
                ["If you were given a new account there, ask an administrator of the service to let you in with it."]
            )
        case .disabled:
            ("Your account is disabled", ["If you need it for your work, ask an administrator of the service."])
        }
    }
}
