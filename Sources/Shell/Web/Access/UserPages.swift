import Access
import Actions
import Documents
import Register

extension Pages {
    private var keepUsers: KeepUsers {
        KeepUsers(keeper.register, by: keeper.actor, cost: entrance.signIn.cost)
    }

    /// Everyone who may or might sign in.
    func users(_ request: PageRequest) throws -> PageAnswer {
        let users = try keeper.register.users()
        return page(Page("Users", section: Address("users"), way: way())) { html in
            html.buttonLink(Link("Add a user", Address("users", "new")))
            html.table(
                DataTable(
                    caption: NumberText.plural(users.count, "user", "users"),
                    columns: ["Name", "Sign-in name", "May act as", "Standing", "Reference"],
                    rows: users.map { user in
                        [
                            .link(user.name, Address("users", user.id)), .text(user.signInName),
                            .text(user.roles.map(\.words).joined(separator: "; ")),
                            user.isDisabled ? .tag("Disabled", .grey) : .text("May sign in"), .text(user.id),
                        ]
                    }
                )
            )
        }
    }

    /// The form for a new user.
    func userForm(_ request: PageRequest) throws -> PageAnswer {
        newUserPage(UserForm())
    }

    private func newUserPage(_ form: UserForm) -> PageAnswer {
        let head = Page(
            "Add a user",
            section: Address("users"),
            way: way(Link("Users", Address("users"))),
            errors: form.errors,
            isWide: false
        )
        return page(head, status: form.errors.isEmpty ? 200 : 422) { html in
            html.paragraph(howTheySignIn)
            html.form(
                Form(
                    action: Address("users"),
                    method: .post(token: tokens.give()),
                    fields: form.fields,
                    button: "Add the user"
                )
            )
        }
    }

    /// Adds a user and shows their first password, once.
    func addUser(_ request: PageRequest) throws -> PageAnswer {
        var form = UserForm(request)
        if form.errors.isEmpty, !tokens.spend(request) { form.refuse(FormTokens.refusal, at: "name") }
        guard form.errors.isEmpty else { return newUserPage(form) }
        let password = KeepUsers.temporaryPassword()
        do {
            let user = try keepUsers.add(form.entry, password: password, isTemporary: true, at: entrance.now())
            if entrance.provider?.settings.isOnly == true, !user.isAdministrator {
                return .onward(to: Address("users", user.id).with("saved", "yes"))
            }
            return handOver(password, of: user, "\(user.name) was added")
        } catch let refusal as KeepUsers.Refusal {
            form.refuse(refusal.words, at: refusal.field)
            return newUserPage(form)
        }
    }

    private func handOver(_ password: String, of user: User, _ done: String) -> PageAnswer {
        let head = Page(
            "Hand over the password",
            section: Address("users"),
            way: way(Link("Users", Address("users"))),
            banner: NotificationBanner(.success, done),
            isWide: false
        )
        return page(head) { html in
            html.summaryList([SummaryRow("Sign-in name", user.signInName), SummaryRow("Password", password)])
            html.paragraph(
                "Tell them in person or by telephone, not by email. It is not shown again. At their first sign-in they choose their own."
            )
            html.links([Link("Go to the users", Address("users"))])
        }
    }

    /// One user: who they are, what they may do, and what can be done for them.
    func user(_ request: PageRequest) throws -> PageAnswer {
        guard let user = try asked(request) else { return notFound() }
        let saved = request.asked("saved").map { _ in NotificationBanner(.success, "Saved") }
        return try userPage(user, UserForm(user), banner: saved)
    }

    private func asked(_ request: PageRequest) throws -> User? {
        try keeper.register.user(request.parameters["id"] ?? "")
    }

    private func userPage(_ user: User, _ form: UserForm, banner: NotificationBanner? = nil) throws -> PageAnswer {
        let credential = try keeper.register.credential(of: user.id)
        let bindings = try keeper.register.subjects(of: user.id)
        let sessions = try keeper.register.sessions(of: user.id).count { $0.isOpen(at: entrance.now()) }
        let head = Page(
            user.name,
            caption: "User \(user.id)",
            title: "User \(user.id)",
            section: Address("users"),
            way: way(Link("Users", Address("users"))),
            banner: banner,
            errors: form.errors
        )
        return page(head, status: form.errors.isEmpty ? 200 : 422) { html in
            html.summaryList(
                [
                    SummaryRow("Standing", user.isDisabled ? "Disabled: may not sign in" : "May sign in"),
                    SummaryRow("Password", credential == nil ? "None" : "Set"),
                    SummaryRow("Second step", credential?.isSecondStepOn == true ? "On" : "Off"),
                    SummaryRow("Signed in now", NumberText.plural(sessions, "session", "sessions")),
                ] + bindingRows(bindings)
            )
            html.form(
                Form(
                    action: Address("users", user.id),
                    method: .post(token: tokens.give()),
                    fields: form.fields,
                    button: "Save",
                    carried: [("as-read", UserForm(user).digest)]
                )
            )
            help(user, &html)
            unbindForm(user, bindings, &html)
        }
    }

    private func help(_ user: User, _ html: inout HTML) {
        html.heading("A new password")
        html.paragraph(
            "For somebody who is locked out. Their sessions end, their second step is turned off, and they choose their own password at the next sign-in."
        )
        html.form(
            Form(
                action: Address("users", user.id, "password"),
                method: .post(token: tokens.give()),
                fields: [],
                button: "Make a new password"
            )
        )
        html.heading(user.isDisabled ? "Let them sign in again" : "Stop them from signing in")
        html.form(
            Form(
                action: Address("users", user.id, "standing"),
                method: .post(token: tokens.give()),
                fields: [],
                button: user.isDisabled ? "Enable the account" : "Disable the account",
                carried: [("to", user.isDisabled ? "enabled" : "disabled")]
            )
        )
    }

    /// Saves who a user is and what they may do, unless somebody else has saved since the form was read.
    func changeUser(_ request: PageRequest) throws -> PageAnswer {
        guard let user = try asked(request) else { return notFound() }
        var form = UserForm(request)
        if request.form["as-read"] != UserForm(user).digest {
            form.refuse(
                "Somebody else has changed this user since you opened the page. Check and save again",
                at: "name"
            )
        }
        if form.errors.isEmpty, !tokens.spend(request) { form.refuse(FormTokens.refusal, at: "name") }
        guard form.errors.isEmpty else { return try userPage(user, form) }
        do {
            try keepUsers.change(user, to: form.entry, at: entrance.now())
        } catch let refusal as KeepUsers.Refusal {
            form.refuse(refusal.words, at: refusal.field)
            return try userPage(user, form)
        }
        return .onward(to: Address("users", user.id).with("saved", "yes"))
    }

    /// Disables or enables an account.
    func setDisabled(_ request: PageRequest) throws -> PageAnswer {
        guard let user = try asked(request) else { return notFound() }
        guard tokens.spend(request) else { return .onward(to: Address("users", user.id)) }
        do {
            try keepUsers.setDisabled(request.form["to"] == "disabled", user, at: entrance.now())
        } catch let refusal as KeepUsers.Refusal {
            var form = UserForm(user)
            form.refuse(refusal.words, at: refusal.field)
            return try userPage(user, form)
        }
        return .onward(to: Address("users", user.id).with("saved", "yes"))
    }

    /// Gives a user a new password to begin with.
    func resetPassword(_ request: PageRequest) throws -> PageAnswer {
        guard let user = try asked(request) else { return notFound() }
        guard tokens.spend(request) else { return .onward(to: Address("users", user.id)) }
        let password = KeepUsers.temporaryPassword()
        try keepUsers.resetPassword(of: user, to: password, at: entrance.now())
        return handOver(password, of: user, "\(user.name) has a new password")
    }
}
