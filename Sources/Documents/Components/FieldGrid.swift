/// Many short questions of one sheet under one heading, side by side as far as the page is wide.
package struct FieldGroup: Sendable {
    /// What they have in common; nil where the form has only one group.
    package let title: String?
    package let fields: [FormField]

    package init(_ title: String?, _ fields: [FormField]) {
        self.title = title
        self.fields = fields
    }
}

extension HTML {
    /// A form whose fields come before a sheet of many small questions, which is written by the caller; nothing where
    /// the reader may not send it.
    package mutating func sheet(_ form: Form, content: (inout HTML) -> Void) {
        guard maySend(form) else { return }
        element(of: form) { html in
            for field in form.fields { html.field(field) }
            content(&html)
        }
    }

    /// A group of short questions.
    package mutating func fieldGrid(_ group: FieldGroup) {
        guard let title = group.title else { return grid(of: group.fields) }
        element("fieldset", .class("govuk-fieldset app-grid-group")) { html in
            html.element("legend", .class("govuk-fieldset__legend govuk-fieldset__legend--m"), text: title)
            html.grid(of: group.fields)
        }
    }

    private mutating func grid(of fields: [FormField]) {
        element("div", .class("app-grid")) { html in
            for field in fields { html.field(field) }
        }
    }

    /// A box for a digit or two in the cell of a table, named for those who hear it.
    package mutating func cellInput(_ name: String, value: String, label: String, isWrong: Bool) {
        void(
            "input",
            .class("govuk-input govuk-input--width-2", and: "govuk-input--error", if: isWrong),
            .id("field-\(name)"),
            Attribute("name", name),
            .type("text"),
            Attribute("value", value.isEmpty ? nil : value),
            .fixed("inputmode", "numeric"),
            .fixed("autocomplete", "off"),
            .label(label)
        )
    }
}
