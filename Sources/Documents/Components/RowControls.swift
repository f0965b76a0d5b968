extension HTML {
    /// A small box with its label above it, for a row of several in one question.
    package mutating func rowInput(_ name: String, label: String, value: String, error: String? = nil) {
        rowControl(name, label: label, error: error) { html in
            html.void(
                "input",
                .class("govuk-input govuk-input--width-4", and: "govuk-input--error", if: error != nil),
                .id("field-\(name)"),
                Attribute("name", name),
                .type("text"),
                Attribute("value", value.isEmpty ? nil : value),
                .fixed("autocomplete", "off"),
                Attribute("aria-describedby", error.map { _ in "field-\(name)-error" })
            )
        }
    }

    /// A small choice with its label above it.
    package mutating func rowSelect(_ name: String, label: String, choices: [Choice], error: String? = nil) {
        rowControl(name, label: label, error: error) { html in
            html.element(
                "select",
                .class("govuk-select", and: "govuk-select--error", if: error != nil),
                .id("field-\(name)"),
                Attribute("name", name),
                Attribute("aria-describedby", error.map { _ in "field-\(name)-error" })
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

    private mutating func rowControl(_ name: String, label: String, error: String?, input: (inout HTML) -> Void) {
        element("div", .class("app-row__control", and: "govuk-form-group--error", if: error != nil)) { html in
            html.element("label", .class("govuk-label"), Attribute("for", "field-\(name)"), text: label)
            if let error {
                html.element("p", .class("govuk-error-message"), .id("field-\(name)-error")) { html in
                    html.visuallyHidden("Error:")
                    html.text(" \(error)")
                }
            }
            input(&html)
        }
    }

    /// A question of several small boxes: who it is about, and the rows.
    package mutating func rowGroup(_ legend: String, hint: String?, rows: (inout HTML) -> Void) {
        element("fieldset", .class("govuk-fieldset app-rows")) { html in
            html.element("legend", .class("govuk-fieldset__legend"), text: legend)
            if let hint { html.note(hint) }
            rows(&html)
        }
    }

    /// One row of small boxes.
    package mutating func row(_ controls: (inout HTML) -> Void) {
        element("div", .class("app-row"), content: controls)
    }

    /// A value that goes with the answers unseen.
    package mutating func carry(_ name: String, _ value: String) {
        void("input", .type("hidden"), Attribute("name", name), Attribute("value", value))
    }

    /// A form of one button, for a row of a list: `Done` and, for those who hear it, what is done.
    package mutating func rowButton(_ form: Form, hidden: String) {
        guard maySend(form) else { return }
        element("form", .class("app-row-button"), .fixed("method", "post"), Attribute("action", form.action.text)) {
            html in
            html.carried(by: form)
            html.element("button", .type("submit"), .class("govuk-button govuk-button--secondary")) { html in
                html.text(form.button)
                html.visuallyHidden(" \(hidden)")
            }
        }
    }
}
