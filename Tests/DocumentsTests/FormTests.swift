import Documents
import Testing

/// One field of each kind.
private func inputs(wrong: Set<DateInput.Box> = []) -> [FormField.Input] {
    [
        .text(TextInput("a", width: .characters10, kind: .digits)),
        .lines(value: "a\nb", rows: 5),
        .select([Choice("m", "MST", isChosen: true), Choice("f", "FFT")]),
        .radios([Choice("y", "Yes", hint: "All of it"), Choice("n", "No", isChosen: true)]),
        .checkboxes([Choice("i", "Interpreter"), Choice("w", "Wheelchair access")]),
        .date(DateInput(day: "31", month: "2", year: "2015", wrong: wrong)),
    ]
}

@Suite struct `A field` {
    @Test(arguments: [true, false], [true, false])
    func `always has its label, and ties hint and error to its input`(hasHint: Bool, hasError: Bool) {
        for input in inputs() {
            let field = FormField(
                "q",
                label: "Question",
                hint: hasHint ? "A hint" : nil,
                error: hasError ? "Enter an answer" : nil,
                input: input
            )
            let tags = Tags(HTML { $0.field(field) })
            #expect(tags.fault == nil)
            #expect(Set(tags.ids).count == tags.ids.count)
            expectLabels(tags)
            let described = tags.elements.compactMap { $0.attributes["aria-describedby"] }.flatMap {
                $0.split(separator: " ")
            }
            #expect(described.allSatisfy { tags.ids.contains(String($0)) })
            #expect(described.contains("field-q-hint") == hasHint)
            #expect(described.contains("field-q-error") == hasError)
            #expect(
                tags.all("div").contains { $0.attributes["class"] == "govuk-form-group govuk-form-group--error" }
                    == hasError
            )
        }
    }

    private func expectLabels(_ tags: Tags) {
        let labels = Set(tags.all("label").compactMap { $0.attributes["for"] })
        for name in ["input", "select", "textarea"] {
            for input in tags.all(name) {
                #expect(labels.contains(input.attributes["id"] ?? "no id"))
                #expect(input.attributes["name"]?.isEmpty == false)
            }
        }
        #expect(tags.all("fieldset").count == tags.all("legend").count)
    }

    @Test func `keeps what was typed`() {
        for input in inputs() {
            let html = HTML { $0.field(FormField("q", label: "Question", input: input)) }.string
            let kept = [
                "value=\"a\"", ">\na\nb<", "value=\"m\" selected", "value=\"n\" checked", "Interpreter", "value=\"31\"",
            ]
            #expect(kept.contains { html.contains($0) })
        }
    }

    @Test func `marks the wrong boxes of a date, or all where it is not known which`() {
        func wrongBoxes(_ wrong: Set<DateInput.Box>) -> [String] {
            let date = DateInput(day: "31", month: "2", year: "2015", wrong: wrong)
            let field = FormField(
                "dob",
                label: "Date of birth",
                error: "Date of birth must be a real date",
                input: .date(date)
            )
            return Tags(HTML { $0.field(field) }).all("input")
                .filter { $0.attributes["class"]?.contains("govuk-input--error") ?? false }
                .compactMap { $0.attributes["name"] }
        }
        #expect(wrongBoxes([.month]) == ["dob-month"])
        #expect(wrongBoxes([]) == ["dob-day", "dob-month", "dob-year"])
    }
}

@Suite struct `A form` {
    private let wrong = Form(
        action: Address("families"),
        method: .post(token: "t\"1"),
        fields: inputs(wrong: [.year]).enumerated().map { index, input in
            FormField("q\(index)", label: "Question \(index)", error: "Enter answer \(index)", input: input)
        },
        button: "Save and continue",
        carried: [("sort", "name")]
    )

    @Test func `sends its summary's links to inputs that exist`() {
        let tags = Tags(HTML.page(Page("Form", errors: wrong.errors), of: sampleSite) { $0.form(wrong) })
        #expect(tags.fault == nil)
        #expect(Set(tags.ids).count == tags.ids.count)
        #expect(wrong.errors.count == 6)
        let inputs = tags.elements.filter { ["input", "select", "textarea"].contains($0.name) }
        for error in wrong.errors {
            #expect(tags.all("a", ["href": "#\(error.inputID ?? "")"]).count == 1)
            #expect(inputs.contains { $0.attributes["id"] == error.inputID })
        }
        #expect(wrong.errors.last?.inputID == "field-q5-year")
    }

    @Test func `carries its token and unseen values, and leaves checking to the server`() {
        let tags = Tags(HTML { $0.form(wrong) })
        #expect(tags.all("form", ["method": "post", "action": "/families", "novalidate": ""]).count == 1)
        #expect(tags.all("input", ["type": "hidden", "name": "token", "value": "t&quot;1"]).count == 1)
        #expect(tags.all("input", ["type": "hidden", "name": "sort", "value": "name"]).count == 1)
        #expect(tags.elements.allSatisfy { $0.attributes["required"] == nil })
    }

    @Test func `of filters offers to take each away`() {
        let filter = FilterForm(
            form: Form(action: Address("families"), method: .get, fields: [], button: "Apply filters"),
            chosen: [Link("Programme: MST", Address("families").with("state", "open"))],
            clear: Address("families")
        )
        let html = HTML { $0.filter(filter) }.string
        #expect(html.contains("Remove this filter: </span>Programme: MST"))
        #expect(html.contains("href=\"/families?state=open\""))
        #expect(html.contains("method=\"get\""))
    }
}
