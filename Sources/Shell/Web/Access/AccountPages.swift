import Access
import Actions
import Documents
import Register

extension Pages {
    /// One's own account: who one is, the password, the second step, and where one is signed in.
    func account(_ request: PageRequest) throws -> PageAnswer {
        let saved = request.asked("saved").map { what in
            NotificationBanner(.success, what == "password" ? "Your password was changed" : "Saved")
        }
        return try accountPage(errors: [], banner: saved)
    }

    private func accountPage(errors: [FormError], banner: NotificationBanner? = nil) throws -> PageAnswer {
        guard let user = viewer.user, let session = viewer.session else { return notFound() }
        let credential = try keeper.register.credential(of: user.id)
        let sessions = try keeper.register.sessions(of: user.id).filter { $0.isOpen(at: entrance.now()) }
        let kept = try entrance.forms.kept(for: user.id, at: entrance.now()).count
        let head = Page("Your account", section: Address("account"), way: way(), banner: banner, errors: errors)
        return page(head, status: errors.isEmpty ? 200 : 422) { html in
            if kept > 0 { html.links([Link("What you typed before you were signed out is kept", Address("kept"))]) }
            html.summaryList([
                SummaryRow("Name", user.name), SummaryRow("Sign-in name", user.signInName),
                SummaryRow("What you may do as", user.roles.map(\.words).joined(separator: "; ")),
                SummaryRow(
                    "Second step",
                    .text(credential?.isSecondStepOn == true ? "A code from your app is asked for" : "Off"),
                    action: credential == nil ? nil : Link("Change", Address("account", "second-step"))
                ),
            ])
            html.form(
                Form(action: Address("sign-out"), method: .post(token: tokens.give()), fields: [], button: "Sign out")
            )
            if credential != nil { passwordForm(errors, &html) }
            sessionTable(sessions, current: session.id, &html)
        }
    }

    private func passwordForm(_ errors: [FormError], _ html: inout HTML) {
        html.heading("Change your password")
        let old = FormField(
            "password",
            label: "Password you have now",
            error: errors.first { $0.inputID == "field-password" }?.words,
            input: .text(TextInput(kind: .password, autocomplete: "current-password"))
        )
        html.form(
            Form(
                action: Address("account", "password"),
                method: .post(token: tokens.give()),
                fields: [old] + Pages.newPasswordFields(errors),
                button: "Change password"
            )
        )
    }

    private func sessionTable(_ sessions: [Session], current: Int, _ html: inout HTML) {
        html.heading("Where you are signed in")
        html.table(
            DataTable(
                caption: "Your sessions",
                columns: ["Browser", "Since", "Last used", "End it"],
                rows: sessions.map { session in
                    let end = HTML { html in
                        html.form(
                            Form(
                                action: Address("account", "sessions", "\(session.id)"),
                                method: .post(token: tokens.give()),
                                fields: [],
                                button: "End session \(session.id)"
                            )
                        )
                    }
                    return [
                        .text(Pages.browser(session.device)), .text(session.startedAt.words),
                        .text(session.seenAt.words), session.id == current ? "This one" : .html(end),
                    ]
                }
            )
        )
        html.form(
            Form(
                action: Address("account", "sessions"),
                method: .post(token: tokens.give()),
                fields: [],
                button: "Sign out everywhere"
            )
        )
    }

    /// A browser in a word or two, from what it says of itself.
    private static func browser(_ device: String) -> String {
        let known = [("Edg/", "Edge"), ("Firefox/", "Firefox"), ("Chrom", "Chrome"), ("Safari/", "Safari")]
        let systems = [
            ("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS", "Mac"),
            ("Linux", "Linux"),
        ]
        let name = known.first { device.contains($0.0) }?.1 ?? "A browser"
        return systems.first { device.contains($0.0) }.map { "\(name) on \($0.1)" } ?? name
    }

    /// Changes the password, and ends the other sessions.
    func changePassword(_ request: PageRequest) throws -> PageAnswer {
        guard let user = viewer.user, let session = viewer.session,
            try keeper.register.credential(of: user.id) != nil
        else { return notFound() }
        var errors: [FormError] = []
        if request.form["password", default: ""].isEmpty {
            errors.append(FormError("Enter the password you have now", at: "field-password"))
        }
        errors += Pages.newPasswordErrors(request, of: user.signInName)
        if errors.isEmpty, !tokens.spend(request) { errors = [FormError(FormTokens.refusal, at: "field-password")] }
        guard errors.isEmpty else { return try accountPage(errors: errors) }
        guard try entrance.signIn.isPassword(request.form["password"] ?? "", of: user) else {
            return try accountPage(errors: [FormError("The password is not right", at: "field-password")])
        }
        try entrance.signIn.choosePassword(
            request.form["new-password"] ?? "",
            of: user,
            keeping: session.id,
            at: entrance.now()
        )
        return .onward(to: Address("account").with("saved", "password"))
    }

    /// Ends one of one's other sessions.
    func endSession(_ request: PageRequest) throws -> PageAnswer {
        guard let user = viewer.user, let id = request.parameters["id"].flatMap(Int.init),
            try keeper.register.sessions(of: user.id).contains(where: { $0.id == id })
        else { return notFound() }
        if tokens.spend(request) { try keeper.register.endSessions(of: user.id, only: id, at: entrance.now()) }
        return .onward(to: Address("account"))
    }

    /// Ends all of one's sessions.
    func signOutEverywhere(_ request: PageRequest) throws -> PageAnswer {
        guard let user = viewer.user else { return notFound() }
        guard tokens.spend(request) else { return .onward(to: Address("account")) }
        try keeper.register.endSessions(of: user.id, at: entrance.now())
        let isElsewhere = entrance.provider?.leaveAddress != nil
        var answer = PageAnswer.onward(to: Address("sign-in").with("out", isElsewhere ? "yes" : nil))
        answer.session = .ends
        return answer
    }
}
