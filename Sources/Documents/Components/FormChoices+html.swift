extension HTML {
    mutating func radios(_ choices: [Choice], of field: FormField) {
        for (index, choice) in choices.enumerated() {
            element("div", .class("govuk-radios__item")) { html in
                html.void(
                    "input",
                    .class("govuk-radios__input"),
                    .id(field.choiceID(index)),
                    Attribute("name", field.name),
                    .type("radio"),
                    Attribute("value", choice.value),
                    .flag("checked", choice.isChosen),
                    Attribute("aria-describedby", choice.hint.map { _ in field.choiceHintID(index) })
                )
                html.choiceLabel(choice, of: field, at: index, style: .class("govuk-label govuk-radios__label"))
            }
        }
    }

    mutating func checkboxes(_ choices: [Choice], of field: FormField) {
        for (index, choice) in choices.enumerated() {
            element("div", .class("govuk-checkboxes__item")) { html in
                html.void(
                    "input",
                    .class("govuk-checkboxes__input"),
                    .id(field.choiceID(index)),
                    Attribute("name", choice.name ?? field.name),
                    .type("checkbox"),
                    Attribute("value", choice.value),
                    .flag("checked", choice.isChosen),
                    Attribute("aria-describedby", choice.hint.map { _ in field.choiceHintID(index) })
                )
                html.choiceLabel(choice, of: field, at: index, style: .class("govuk-label govuk-checkboxes__label"))
            }
        }
    }

    private mutating func choiceLabel(_ choice: Choice, of field: FormField, at index: Int, style: Attribute) {
        element("label", style, Attribute("for", field.choiceID(index)), text: choice.label)
        if let hint = choice.hint {
            element("div", .class("govuk-hint app-choice-hint"), .id(field.choiceHintID(index)), text: hint)
        }
    }

    /// The three boxes of a date, named `NAME-day`, `NAME-month` and `NAME-year`.
    mutating func boxes(_ date: DateInput, of field: FormField) {
        for box in DateInput.Box.allCases {
            let id = "\(field.id)-\(box.rawValue)"
            // Which boxes are wrong is known only sometimes; then all of them are marked.
            let isWrong = field.error != nil && (date.wrong.isEmpty || date.wrong.contains(box))
            let width = box == .year ? "4" : "2"
            element("div", .class("govuk-date-input__item")) { html in
                html.element(
                    "label",
                    .class("govuk-label govuk-date-input__label"),
                    Attribute("for", id),
                    text: box.label
                )
                html.void(
                    "input",
                    Attribute(
                        "class",
                        "govuk-input govuk-date-input__input govuk-input--width-\(width)"
                            + (isWrong ? " govuk-input--error" : "")
                    ),
                    .id(id),
                    Attribute("name", "\(field.name)-\(box.rawValue)"),
                    .type("text"),
                    .fixed("inputmode", "numeric"),
                    Attribute("value", date.value(of: box).isEmpty ? nil : date.value(of: box))
                )
            }
        }
    }
}

extension DateInput.Box {
    fileprivate var label: String {
        switch self {
        case .day: "Day"
        case .month: "Month"
        case .year: "Year"
        }
    }
}

extension HTML {
    /// A box to tick in a row of a table: `label` is said to those who hear it alone, `words` to everybody.
    package mutating func tick(_ name: String, value: String, id: String, label: String, words: String, isTicked: Bool)
    {
        element("div", .class("govuk-checkboxes__item app-tick")) { html in
            html.void(
                "input",
                .class("govuk-checkboxes__input"),
                .id(id),
                Attribute("name", name),
                .type("checkbox"),
                Attribute("value", value),
                .flag("checked", isTicked)
            )
            html.element("label", .class("govuk-label govuk-checkboxes__label"), Attribute("for", id)) { html in
                html.visuallyHidden("\(label) ")
                html.text(words)
            }
        }
    }

    /// A form around content of its own, such as a table of boxes to tick, before its fields and button.
    package mutating func form(_ form: Form, around content: (inout HTML) -> Void) {
        element(of: form) { html in
            content(&html)
            for field in form.fields { html.field(field) }
        }
    }
}
