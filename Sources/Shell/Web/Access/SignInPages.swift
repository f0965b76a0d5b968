import Access
import Actions
import Documents
import Register

extension Pages {
    /// The sign-in page.
    func signIn(_ request: PageRequest) throws -> PageAnswer {
        try signInPage(request, name: "", errors: [])
    }

    private func signInPage(_ request: PageRequest, name: String, errors: [FormError]) throws -> PageAnswer {
        let head = Page("Sign in", errors: errors, isWide: false)
        let invented = try DemonstrationUsers.offered(in: keeper.register)
        return page(head, status: errors.isEmpty ? 200 : 422) { html in
            if errors.isEmpty { whySignedOut(&html) }
            providerLink(request, &html)
            html.form(
                Form(
                    action: Address("sign-in"),
                    method: .post(token: tokens.give()),
                    fields: [
                        FormField(
                            "sign-in-name",
                            label: "Sign-in name",
                            error: errors.first { $0.inputID == "field-sign-in-name" }?.words,
                            input: .text(TextInput(name, autocomplete: "username"))
                        ),
                        FormField(
                            "password",
                            label: "Password",
                            error: errors.first { $0.inputID == "field-password" }?.words,
                            input: .text(TextInput(kind: .password, autocomplete: "current-password"))
                        ),
                    ],
                    button: "Sign in",
                    carried: carriedNext(request)
                )
            )
            html.details("You cannot sign in") { html in
                html.paragraph("Ask an administrator of the service: they can give you a new password to begin with.")
            }
            demonstrationUsers(invented, request, &html)
        }
    }

    private func carriedNext(_ request: PageRequest) -> [(name: String, value: String)] {
        request.next.map { [("next", $0.text)] } ?? []
    }

    /// What became of the session that this browser had.
    private func whySignedOut(_ html: inout HTML) {
        guard case .nobody(let ended?) = viewer.standing, ended.endedAt == nil, ended.stage == .signedIn else { return }
        let minutes = Session.idleLimit / 60
        html.inset { html in
            html.paragraph(
                "You were signed out, because nothing was done for \(minutes) minutes or a day's work was over."
            )
            html.paragraph("What you had typed and sent is kept: sign in and carry on with it.")
        }
    }

    /// Users of the invented authority, to look around as each of them.
    private func demonstrationUsers(_ users: [User], _ request: PageRequest, _ html: inout HTML) {
        guard !users.isEmpty else { return }
        html.heading("Look around as somebody invented")
        html.paragraph("This is a demonstration: everyone in it is invented, and these people need no password.")
        for user in users {
            html.form(
                Form(
                    action: Address("sign-in", "demonstration"),
                    method: .post(token: tokens.give()),
                    fields: [],
                    button: "Sign in as \(user.roles.first?.role.label.lowercased() ?? user.name)",
                    carried: [("user", user.id)] + carriedNext(request)
                )
            )
        }
    }

    /// Checks the name and the password.
    func startSession(_ request: PageRequest) throws -> PageAnswer {
        let name = (request.form["sign-in-name"] ?? "").trimmingSpaces
        let password = request.form["password"] ?? ""
        var errors: [FormError] = []
        if name.isEmpty { errors.append(FormError("Enter your sign-in name", at: "field-sign-in-name")) }
        if password.isEmpty { errors.append(FormError("Enter your password", at: "field-password")) }
        if errors.isEmpty, !tokens.spend(request) { errors.append(FormError(FormTokens.refusal)) }
        guard errors.isEmpty else { return try signInPage(request, name: name, errors: errors) }
        do {
            let started = try entrance.signIn.start(
                name,
                password: password,
                request.visit,
                at: entrance.now(),
                administratorsOnly: entrance.provider?.settings.isOnly == true
            )
            return try onward(started, request)
        } catch let refusal as SignIn.Refusal {
            return try signInPage(
                request,
                name: name,
                errors: [FormError(refusal.words, at: "field-sign-in-name")]
            )
        }
    }

    /// Signs in a user of the demonstration with one click.
    func demonstrate(_ request: PageRequest) throws -> PageAnswer {
        let users = try DemonstrationUsers.offered(in: keeper.register)
        guard let user = users.first(where: { $0.id == request.form["user"] }) else { return notFound() }
        guard tokens.spend(request) else {
            return try signInPage(request, name: "", errors: [FormError(FormTokens.refusal)])
        }
        return try onward(entrance.signIn.begin(user, request.visit, at: entrance.now()), request)
    }

    /// Where a session that has begun leads: to its next step, to what was kept, or to what was asked for.
    func onward(_ started: SignIn.Started, _ request: PageRequest) throws -> PageAnswer {
        let next = request.next
        switch started.stage {
        case .code:
            return .onward(to: Address("sign-in", "code").with("next", next?.text), starting: started)
        case .newPassword:
            return .onward(to: Address("sign-in", "password").with("next", next?.text), starting: started)
        case .signedIn:
            let hasKept = try !entrance.forms.kept(for: started.user.id, at: entrance.now()).isEmpty
            return .onward(to: hasKept ? Address("kept") : next ?? Address(), starting: started)
        }
    }

    // MARK: The code

    /// Asks for the code of the second step.
    func code(_ request: PageRequest) -> PageAnswer {
        codePage(request, errors: [])
    }

    private func codePage(_ request: PageRequest, errors: [FormError]) -> PageAnswer {
        let head = Page("Enter the code from your app", errors: errors, isWide: false)
        return page(head, status: errors.isEmpty ? 200 : 422) { html in
            html.form(
                Form(
                    action: Address("sign-in", "code"),
                    method: .post(token: tokens.give()),
                    fields: [
                        FormField(
                            "code",
                            label: "Code",
                            hint: "The six digits that your authenticator app shows, or one of your recovery codes.",
                            error: errors.first?.words,
                            input: .text(TextInput(width: .characters20, kind: .code, autocomplete: "one-time-code"))
                        )
                    ],
                    button: "Continue",
                    carried: carriedNext(request)
                )
            )
            html.form(
                Form(
                    action: Address("sign-out"),
                    method: .post(token: tokens.give()),
                    fields: [],
                    button: "Start again"
                )
            )
        }
    }

    /// Checks the code.
    func checkCode(_ request: PageRequest) throws -> PageAnswer {
        guard case .code(let session) = viewer.standing else { return .onward(to: Address("sign-in")) }
        let code = (request.form["code"] ?? "").trimmingSpaces
        let refused = { (words: String) in
            codePage(request, errors: [FormError(words, at: "field-code")])
        }
        if code.isEmpty { return refused("Enter the code") }
        guard tokens.spend(request) else { return refused(FormTokens.refusal) }
        do {
            let time = entrance.now()
            return try onward(entrance.signIn.check(code: code, of: session, request.visit, at: time), request)
        } catch let refusal as SignIn.Refusal {
            return refused(refusal.words)
        }
    }

    // MARK: A password of one's own

    /// Asks for a password of one's own, after one that somebody else gave.
    func newPassword(_ request: PageRequest) -> PageAnswer {
        newPasswordPage(request, errors: [])
    }

    private func newPasswordPage(_ request: PageRequest, errors: [FormError]) -> PageAnswer {
        let head = Page("Choose your own password", errors: errors, isWide: false)
        return page(head, status: errors.isEmpty ? 200 : 422) { html in
            html.paragraph("The password you signed in with was given to you. From now on only you should know it.")
            html.form(
                Form(
                    action: Address("sign-in", "password"),
                    method: .post(token: tokens.give()),
                    fields: Pages.newPasswordFields(errors),
                    button: "Save and continue",
                    carried: carriedNext(request)
                )
            )
        }
    }

    /// The two boxes of a new password.
    static func newPasswordFields(_ errors: [FormError]) -> [FormField] {
        [
            FormField(
                "new-password",
                label: "New password",
                hint: "\(PasswordRules.shortest) characters or more. Three words that do not go together are good.",
                error: errors.first { $0.inputID == "field-new-password" }?.words,
                input: .text(TextInput(kind: .password, autocomplete: "new-password"))
            ),
            FormField(
                "again",
                label: "New password again",
                error: errors.first { $0.inputID == "field-again" }?.words,
                input: .text(TextInput(kind: .password, autocomplete: "new-password"))
            ),
        ]
    }

    /// What is wrong with the two boxes.
    static func newPasswordErrors(_ request: PageRequest, of signInName: String) -> [FormError] {
        let password = request.form["new-password"] ?? ""
        if password.isEmpty { return [FormError("Enter a new password", at: "field-new-password")] }
        if let fault = PasswordRules.fault(in: password, of: signInName) {
            return [FormError(fault, at: "field-new-password")]
        }
        return request.form["again"] == password
            ? [] : [FormError("The two passwords must be the same", at: "field-again")]
    }

    /// Saves the password and goes on; the session gets a new secret.
    func choosePassword(_ request: PageRequest) throws -> PageAnswer {
        guard case .newPassword(let user, _) = viewer.standing else { return .onward(to: Address("sign-in")) }
        var errors = Pages.newPasswordErrors(request, of: user.signInName)
        let password = request.form["new-password"] ?? ""
        if errors.isEmpty, try entrance.signIn.isPassword(password, of: user) {
            errors = [FormError("New password must not be the one you were given", at: "field-new-password")]
        }
        if errors.isEmpty, !tokens.spend(request) { errors = [FormError(FormTokens.refusal, at: "field-new-password")] }
        guard errors.isEmpty else { return newPasswordPage(request, errors: errors) }
        let time = entrance.now()
        try entrance.signIn.choosePassword(password, of: user, keeping: nil, at: time)
        return try onward(entrance.signIn.begin(user, request.visit, at: time), request)
    }

    // MARK: Out

    /// Ends the session.
    func signOut(_ request: PageRequest) throws -> PageAnswer {
        if let session = viewer.session, tokens.spend(request) {
            try keeper.register.endSessions(of: session.userID, only: session.id, at: entrance.now())
        } else if viewer.session != nil {
            return .onward(to: Address("account"))
        }
        let isElsewhere = entrance.provider?.leaveAddress != nil && viewer.session?.stage == .signedIn
        var answer = PageAnswer.onward(to: Address("sign-in").with("out", isElsewhere ? "yes" : nil))
        answer.session = .ends
        return answer
    }
}
