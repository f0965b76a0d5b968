import Access
import Actions
import Documents
import Register

extension Pages {
    /// Setting up the second step, or turning it off.
    func secondStep(_ request: PageRequest) throws -> PageAnswer {
        try secondStepPage(errors: [])
    }

    private func secondStepPage(errors: [FormError]) throws -> PageAnswer {
        guard let user = viewer.user, let credential = try keeper.register.credential(of: user.id) else {
            return notFound()
        }
        let prepared = try entrance.signIn.preparedSecondStep(of: user)
        let left = try keeper.register.recoveryCodes(of: user.id)
        let head = Page(
            "Second step at sign-in",
            section: Address("account"),
            way: way(Link("Your account", Address("account"))),
            errors: errors,
            isWide: false
        )
        return page(head, status: errors.isEmpty ? 200 : 422) { html in
            if credential.isSecondStepOn {
                html.paragraph(
                    "After your password, the service asks for a code from your app. You have \(NumberText.plural(left, "recovery code", "recovery codes")) left."
                )
                stopForm(errors, &html)
            } else if let prepared {
                setUpForm(prepared, user, errors, &html)
            } else {
                html.paragraph(
                    "With a second step, somebody who learns your password still cannot sign in. You need an authenticator app on your phone."
                )
                html.form(
                    Form(
                        action: Address("account", "second-step"),
                        method: .post(token: tokens.give()),
                        fields: [],
                        button: "Set up the second step"
                    )
                )
            }
        }
    }

    private func setUpForm(_ prepared: OneTimeCode, _ user: User, _ errors: [FormError], _ html: inout HTML) {
        html.steps([
            "Open your authenticator app and choose to add an account by typing a key.",
            "Type the key below. It is time-based, with six digits.",
            "Type the code that the app then shows.",
        ])
        html.summaryList([
            SummaryRow("Key", prepared.words),
            SummaryRow("As an address", prepared.address(of: user.signInName, at: keeper.councilName)),
        ])
        html.form(
            Form(
                action: Address("account", "second-step", "start"),
                method: .post(token: tokens.give()),
                fields: [
                    FormField(
                        "code",
                        label: "Code that the app shows",
                        error: errors.first { $0.inputID == "field-code" }?.words,
                        input: .text(TextInput(width: .characters10, kind: .code, autocomplete: "one-time-code"))
                    )
                ],
                button: "Turn on the second step"
            )
        )
    }

    private func stopForm(_ errors: [FormError], _ html: inout HTML) {
        html.form(
            Form(
                action: Address("account", "second-step", "stop"),
                method: .post(token: tokens.give()),
                fields: [
                    FormField(
                        "password",
                        label: "Password",
                        error: errors.first { $0.inputID == "field-password" }?.words,
                        input: .text(TextInput(kind: .password, autocomplete: "current-password"))
                    )
                ],
                button: "Turn off the second step"
            )
        )
    }

    /// Makes a key for the app.
    func prepareSecondStep(_ request: PageRequest) throws -> PageAnswer {
        guard let user = viewer.user, let credential = try keeper.register.credential(of: user.id) else {
            return notFound()
        }
        if !credential.isSecondStepOn, tokens.spend(request) { try entrance.signIn.prepareSecondStep(of: user) }
        return .onward(to: Address("account", "second-step"))
    }

    /// Turns the second step on and shows the recovery codes, once.
    func startSecondStep(_ request: PageRequest) throws -> PageAnswer {
        guard let user = viewer.user else { return notFound() }
        let code = request.form["code", default: ""].trimmingSpaces
        guard !code.isEmpty else {
            return try secondStepPage(errors: [FormError("Enter the code that the app shows", at: "field-code")])
        }
        guard tokens.spend(request) else {
            return try secondStepPage(errors: [FormError(FormTokens.refusal, at: "field-code")])
        }
        do {
            let codes = try entrance.signIn.startSecondStep(of: user, code: code, at: entrance.now())
            return recoveryCodes(codes)
        } catch let refusal as SignIn.Refusal {
            return try secondStepPage(errors: [FormError(refusal.words, at: "field-code")])
        }
    }

    private func recoveryCodes(_ codes: [String]) -> PageAnswer {
        let head = Page(
            "Keep your recovery codes",
            section: Address("account"),
            way: way(Link("Your account", Address("account"))),
            banner: NotificationBanner(.success, "The second step is on"),
            isWide: false
        )
        return page(head) { html in
            html.paragraph(
                "If you lose your phone, each of these lets you in once in place of a code. They are not shown again: print them or write them down, and keep them apart from your phone."
            )
            html.bullets(codes)
            html.links([Link("Go to your account", Address("account"))])
        }
    }

    /// Turns the second step off.
    func stopSecondStep(_ request: PageRequest) throws -> PageAnswer {
        guard let user = viewer.user else { return notFound() }
        let password = request.form["password", default: ""]
        let refused = { (words: String) in
            try secondStepPage(errors: [FormError(words, at: "field-password")])
        }
        if password.isEmpty { return try refused("Enter your password") }
        guard tokens.spend(request) else { return try refused(FormTokens.refusal) }
        do {
            try entrance.signIn.stopSecondStep(of: user, password: password)
        } catch let refusal as SignIn.Refusal {
            return try refused(refusal.words)
        }
        return .onward(to: Address("account").with("saved", "second-step"))
    }
}
