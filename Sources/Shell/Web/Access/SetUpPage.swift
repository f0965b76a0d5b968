import Access
import Actions
import Documents
import Register

extension Pages {
    /// The page on which the first administrator is made, on a register that nobody signs in to yet.
    func setUp(_ request: PageRequest) -> PageAnswer {
        guard isUnclaimed else { return notFound() }
        return setUpPage(request, errors: [])
    }

    private var isUnclaimed: Bool {
        entrance.setUpCode != nil && (try? keeper.register.hasNoUsers()) == true
    }

    private func setUpPage(_ request: PageRequest, errors: [FormError]) -> PageAnswer {
        let error = { (id: String) in errors.first { $0.inputID == "field-\(id)" }?.words }
        let typed = { (name: String) in TextInput(request.form[name] ?? "", autocomplete: "off") }
        let fields = [
            FormField(
                "code",
                label: "Set-up code",
                hint: "It was printed where the service was started.",
                error: error("code"),
                input: .text(TextInput(width: .characters20, autocomplete: "off"))
            ),
            FormField("name", label: "Your full name", error: error("name"), input: .text(typed("name"))),
            FormField(
                "sign-in-name",
                label: "Sign-in name",
                hint: "What you will type to sign in, such as your email address at work.",
                error: error("sign-in-name"),
                input: .text(TextInput(request.form["sign-in-name"] ?? "", autocomplete: "username"))
            ),
        ]
        let also = FormField(
            "also",
            label: "What else you do",
            hint: "An administrator keeps accounts and sees no family's record. You can change this later.",
            input: .checkboxes([
                Choice(
                    "analyst",
                    "I also keep the data: let me see reports and records",
                    isChosen: request.form["also"] == "analyst"
                )
            ])
        )
        let head = Page("Make the first administrator", errors: errors, isWide: false)
        return page(head, status: errors.isEmpty ? 200 : 422) { html in
            html.paragraph("Nobody can sign in to this register yet. This page is shown until somebody can.")
            html.form(
                Form(
                    action: Address("set-up"),
                    method: .post(token: tokens.give()),
                    fields: fields + Pages.newPasswordFields(errors) + [also],
                    button: "Make the administrator"
                )
            )
        }
    }

    /// Makes the first administrator and signs them in.
    func makeFirst(_ request: PageRequest) throws -> PageAnswer {
        guard isUnclaimed, let code = entrance.setUpCode else { return notFound() }
        let typed = request.form["code", default: ""].filter { !$0.isWhitespace }.lowercased()
        let entry = KeepUsers.Entry(
            name: request.form["name", default: ""].trimmingSpaces,
            signInName: request.form["sign-in-name", default: ""],
            roles: [Assignment(.administrator)] + (request.form["also"] == "analyst" ? [Assignment(.analyst)] : [])
        )
        var errors: [FormError] = []
        if Array(typed.utf8).sha256 != Array(code.utf8).sha256 {
            errors.append(FormError("Set-up code must be the one that was printed", at: "field-code"))
        }
        errors += Pages.newPasswordErrors(request, of: entry.signInName)
        if errors.isEmpty, !tokens.spend(request) { errors.append(FormError(FormTokens.refusal, at: "field-code")) }
        guard errors.isEmpty else { return setUpPage(request, errors: errors) }
        do {
            let user = try KeepUsers(keeper.register, by: keeper.actor, cost: entrance.signIn.cost).add(
                entry,
                password: request.form["new-password", default: ""],
                isTemporary: false,
                at: entrance.now(),
                asFirst: true
            )
            let started = try entrance.signIn.begin(user, request.visit, at: entrance.now())
            return .onward(to: Address("users"), starting: started)
        } catch let refusal as KeepUsers.Refusal {
            return setUpPage(request, errors: [FormError(refusal.words, at: "field-\(refusal.field)")])
        }
    }
}
