import Access
import Actions
import Documents
import Register

/// What is kept of forms that came after their session had ended.
enum KeptFormPage {
    /// The hidden value by which a form that is carried on with says which one it was.
    static let field = "kept-form"
}

extension Pages {
    /// What was typed before the session ended, each with a button that carries on with it.
    func kept(_ request: PageRequest) throws -> PageAnswer {
        guard let user = viewer.user else { return notFound() }
        let kept = try entrance.forms.kept(for: user.id, at: entrance.now())
        let head = Page(kept.isEmpty ? "Nothing is kept" : "You were signed out. What you typed is kept", way: way())
        return page(head) { html in
            guard !kept.isEmpty else {
                return html.paragraph("There is no form of yours that came after you had been signed out.")
            }
            html.paragraph(
                "It was sent after your session had ended. Nothing was done with it, and nobody else can see it. It is kept for \(KeptForm.limit / 3600) hours."
            )
            for (form, typed) in kept { entry(form, typed, &html) }
        }
    }

    private func entry(_ form: KeptForm, _ typed: KeepForms.Typed, _ html: inout HTML) {
        html.heading("Sent \(form.keptAt.words)")
        html.summaryCard("What you typed, form \(form.id)", Pages.typed(typed.fields), level: .three)
        let action = Address(parts: typed.path)
        if Route.of(typed.path, isForm: true).map(viewer.may(send:)) == true {
            html.form(
                Form(
                    action: action,
                    method: .post(token: tokens.give()),
                    fields: [],
                    button: "Carry on with form \(form.id)",
                    carried: typed.fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
                        + [(KeptFormPage.field, "\(form.id)")]
                )
            )
        } else {
            html.paragraph("Your role no longer lets you send this form.")
        }
        html.form(
            Form(
                action: Address("kept", "\(form.id)"),
                method: .post(token: tokens.give()),
                fields: [],
                button: "Throw form \(form.id) away"
            )
        )
    }

    /// Forgets a form that is not wanted.
    func dropKept(_ request: PageRequest) throws -> PageAnswer {
        guard let user = viewer.user, let id = request.parameters["id"].flatMap(Int.init) else { return notFound() }
        if tokens.spend(request) { try entrance.forms.forget(id, of: user.id) }
        return .onward(to: Address("kept"))
    }
}
