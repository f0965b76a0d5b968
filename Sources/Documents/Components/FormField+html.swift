extension HTML {
    /// A field with its label, hint and error.
    package mutating func field(_ field: FormField) {
        let isWrong = field.error != nil
        element("div", .class("govuk-form-group", and: "govuk-form-group--error", if: isWrong)) { html in
            switch field.input {
            case .text(let input): html.labelled(field) { $0.textInput(input, of: field) }
            case .lines(let value, let rows): html.labelled(field) { $0.lines(value, rows: rows, of: field) }
            case .file: html.labelled(field) { $0.fileInput(of: field) }
            case .select(let choices): html.labelled(field) { $0.select(choices, of: field) }
            case .radios(let choices):
                html.grouped(field, role: nil) { html in
                    html.element("div", .class("govuk-radios")) { $0.radios(choices, of: field) }
                }
            case .checkboxes(let choices):
                html.grouped(field, role: nil) { html in
                    html.element("div", .class("govuk-checkboxes")) { $0.checkboxes(choices, of: field) }
                }
            case .date(let date):
                html.grouped(field, role: "group") { html in
                    html.element("div", .class("govuk-date-input"), .id(field.id)) { $0.boxes(date, of: field) }
                }
            }
        }
    }

    private mutating func labelled(_ field: FormField, input: (inout HTML) -> Void) {
        element("label", .class("govuk-label"), Attribute("for", field.id), text: field.label)
        hintAndError(of: field)
        input(&self)
    }

    private mutating func grouped(_ field: FormField, role: String?, inputs: (inout HTML) -> Void) {
        element(
            "fieldset",
            .class("govuk-fieldset"),
            Attribute("role", role),
            Attribute("aria-describedby", field.describedBy)
        ) { html in
            html.element("legend", .class("govuk-fieldset__legend"), text: field.label)
            html.hintAndError(of: field)
            inputs(&html)
        }
    }

    private mutating func hintAndError(of field: FormField) {
        if let hint = field.hint {
            element("div", .class("govuk-hint"), .id(field.hintID), text: hint)
        }
        if let error = field.error {
            element("p", .class("govuk-error-message"), .id(field.errorID)) { html in
                html.visuallyHidden("Error:")
                html.text(" \(error)")
            }
        }
    }

    private mutating func textInput(_ input: TextInput, of field: FormField) {
        let isDigits = input.kind == .digits || input.kind == .code
        let isSecret = input.kind == .password || input.kind == .code
        void(
            "input",
            Attribute("class", classes("govuk-input", input.width.style, wrong: field.error == nil ? nil : "input")),
            .id(field.id),
            Attribute("name", field.name),
            Attribute("type", input.kind.type),
            Attribute("value", input.value.isEmpty || isSecret ? nil : input.value),
            Attribute("inputmode", isDigits ? "numeric" : nil),
            Attribute("spellcheck", isDigits || isSecret || input.kind == .email ? "false" : nil),
            Attribute("autocomplete", input.autocomplete),
            Attribute("aria-describedby", field.describedBy)
        )
    }

    private mutating func fileInput(of field: FormField) {
        void(
            "input",
            .class("govuk-file-upload"),
            .id(field.id),
            Attribute("name", field.name),
            .type("file"),
            Attribute("aria-describedby", field.describedBy)
        )
    }

    private mutating func lines(_ value: String, rows: Int, of field: FormField) {
        element(
            "textarea",
            Attribute("class", classes("govuk-textarea", nil, wrong: field.error == nil ? nil : "textarea")),
            .id(field.id),
            Attribute("name", field.name),
            Attribute("rows", "\(rows)"),
            Attribute("aria-describedby", field.describedBy),
            // A browser drops the first line end of a text area.
            text: "\n" + value
        )
    }

    private mutating func select(_ choices: [Choice], of field: FormField) {
        element(
            "select",
            Attribute("class", classes("govuk-select", nil, wrong: field.error == nil ? nil : "select")),
            .id(field.id),
            Attribute("name", field.name),
            Attribute("aria-describedby", field.describedBy)
        ) { html in
            for choice in choices {
                html.element(
                    "option",
                    Attribute("value", choice.value),
                    .flag("selected", choice.isChosen),
                    text: choice.label
                )
            }
        }
    }
}

private func classes(_ base: String, _ more: String?, wrong: String?) -> String {
    [base, more, wrong.map { "govuk-\($0)--error" }].compactMap(\.self).joined(separator: " ")
}

extension TextInput.Width {
    fileprivate var style: String? {
        switch self {
        case .characters2: "govuk-input--width-2"
        case .characters4: "govuk-input--width-4"
        case .characters10: "govuk-input--width-10"
        case .characters20: "govuk-input--width-20"
        case .full: nil
        }
    }
}

extension TextInput.Kind {
    fileprivate var type: String {
        switch self {
        case .words, .digits, .code: "text"
        case .search: "search"
        case .email: "email"
        case .password: "password"
        }
    }
}
