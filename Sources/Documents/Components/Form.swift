/// Questions and the button that sends the answers.
package struct Form: Sendable {
    package enum Method: Sendable {
        /// Answers live in the address: searches and filters.
        case get
        /// Answers are sent with the form's one-time token.
        case post(token: String)
    }

    package let action: Address
    package let method: Method
    package let fields: [FormField]
    /// A verb: `Save and continue`, `Search`.
    package let button: String
    /// Values that go with the answers unseen, such as the order of a list.
    package let carried: [(name: String, value: String)]
    /// A second button, which sends its name with the answers: more rows, without saving.
    package let also: (name: String, words: String)?

    package init(
        action: Address,
        method: Method,
        fields: [FormField],
        button: String,
        carried: [(name: String, value: String)] = [],
        also: (name: String, words: String)? = nil
    ) {
        self.action = action
        self.method = method
        self.fields = fields
        self.button = button
        self.carried = carried
        self.also = also
    }

    /// Whether a file goes with the answers.
    var bringsFiles: Bool {
        fields.contains { if case .file = $0.input { true } else { false } }
    }

    /// What must be put right, for the page's error summary: each line leads to the first wrong input.
    package var errors: [FormError] {
        fields.compactMap { field in
            field.error.map { FormError($0, at: field.firstInputID) }
        }
    }
}

/// A line of the error summary.
package struct FormError: Sendable, Hashable {
    package let words: String
    /// The id of the input it is about; nil where it is about the whole form.
    package let inputID: String?

    package init(_ words: String, at inputID: String? = nil) {
        self.words = words
        self.inputID = inputID
    }
}

extension HTML {
    /// A form with its questions; nothing where the reader may not send it.
    package mutating func form(_ form: Form) {
        guard maySend(form) else { return }
        element(of: form) { html in
            for field in form.fields { html.field(field) }
        }
    }

    /// The element of a form around what it asks, with what goes unseen and its buttons.
    mutating func element(of form: Form, asking: (inout HTML) -> Void) {
        element(
            "form",
            .action(form.action),
            .method(form.method),
            Attribute("enctype", form.bringsFiles ? "multipart/form-data" : nil),
            .flag("novalidate")
        ) { html in
            html.carried(by: form)
            asking(&html)
            html.button(form.button)
            if let also = form.also { html.button(also.words, sends: also.name) }
        }
    }

    /// A search: one box with its button beside it.
    package mutating func search(_ form: Form, label: String) {
        element("search", .class("app-search"), .label(label)) { html in
            html.element("form", .action(form.action), .method(form.method), .flag("novalidate")) { html in
                html.carried(by: form)
                for field in form.fields { html.field(field) }
                html.button(form.button)
            }
        }
    }

    /// Whether the reader may send this form.
    package func maySend(_ form: Form) -> Bool {
        switch form.method {
        case .get: mayOpen(form.action)
        case .post: maySend(to: form.action)
        }
    }

    /// A second button of a form, which sends its name along.
    mutating func button(_ words: String, sends name: String) {
        element(
            "button",
            .type("submit"),
            .class("govuk-button govuk-button--secondary"),
            Attribute("name", name),
            .fixed("value", "yes"),
            text: words
        )
    }

    package mutating func button(_ words: String) {
        element("button", .type("submit"), .class("govuk-button"), text: words)
    }

    /// A link that looks like a button, for the first step of something.
    package mutating func buttonLink(_ link: Link) {
        guard mayOpen(link.address) else { return }
        element("a", .class("govuk-button"), .href(link.address), text: link.words)
    }

    mutating func carried(by form: Form) {
        if case .post(let token) = form.method { hidden("token", token) }
        for item in form.carried { hidden(item.name, item.value) }
    }

    private mutating func hidden(_ name: String, _ value: String) {
        void("input", .type("hidden"), Attribute("name", name), Attribute("value", value))
    }

    /// What is wrong with the form, at the top of the page, each line a link to its field.
    mutating func errorSummary(_ errors: [FormError]) {
        guard !errors.isEmpty else { return }
        element("div", .class("govuk-error-summary"), .id("error-summary"), .fixed("tabindex", "-1")) { html in
            html.element("div", .role("alert")) { html in
                html.element("h2", .class("govuk-error-summary__title"), text: "There is a problem")
                html.element("ul", .class("govuk-list govuk-error-summary__list")) { html in
                    for error in errors { html.element("li") { $0.errorLine(error) } }
                }
            }
        }
    }

    private mutating func errorLine(_ error: FormError) {
        guard let inputID = error.inputID else { return text(error.words) }
        element("a", .href(Address(place: inputID)), text: error.words)
    }
}

extension Attribute {
    fileprivate static func action(_ action: Address) -> Attribute {
        Attribute("action", action.text)
    }

    fileprivate static func method(_ method: Form.Method) -> Attribute {
        switch method {
        case .get: .fixed("method", "get")
        case .post: .fixed("method", "post")
        }
    }
}
