import Documents
import Records
import Register
import Values

/// What was typed in a form, read field by field, with what is wrong with each: its fields show it all again.
struct TypedForm {
    private var values: [String: String]
    private var faults: [(field: String, words: String, wrong: Set<DateInput.Box>)] = []
    /// What is wrong with the form as a whole.
    private var general: [String] = []

    /// A form as it is opened.
    init(_ values: [String: String] = [:]) {
        self.values = values
    }

    /// A form as it was sent.
    init(_ request: PageRequest) {
        values = request.form
    }

    /// The same values, with today in the boxes of a date.
    init(_ values: [String: String] = [:], today: Day, in dates: String...) {
        self.init(values)
        for name in dates { set(name, today) }
    }

    /// Everything that was typed, by the names of the fields.
    var all: [String: String] { values }

    /// What is wrong, field by field; no field is named by what is wrong with the form as a whole.
    var problems: [(field: String?, words: String)] {
        general.map { (nil, $0) } + faults.map { ($0.field, $0.words) }
    }

    /// Whether the form asks for a day.
    func asks(_ day: String) -> Bool { values["\(day)-day"] != nil }

    /// Takes from another form what this one does not say.
    mutating func fill(from other: TypedForm) { values.merge(other.values) { own, _ in own } }

    /// Whether somebody else has saved meanwhile.
    var hasMovedOn: Bool { general.contains(Pages.movedOn) }

    /// Saves what the form says; where somebody else has saved meanwhile, that is noted and nothing is lost.
    mutating func saving(_ save: () throws -> Void) throws -> Bool {
        do {
            try save()
            return true
        } catch RegisterError.movedOn {
            refuse(Pages.movedOn)
            return false
        } catch let refusal as RecordRefusal {
            refuse(refusal.message)
            return false
        }
    }

    var isSound: Bool { faults.isEmpty && general.isEmpty }

    /// For the page's error summary.
    var errors: [FormError] {
        general.map { FormError($0) }
            + faults.map { fault in
                let box = DateInput.Box.allCases.first { fault.wrong.contains($0) }
                return FormError(fault.words, at: "field-\(fault.field)" + (box.map { "-\($0.rawValue)" } ?? ""))
            }
    }

    mutating func set(_ name: String, _ value: String?) { values[name] = value }

    mutating func set(_ name: String, _ day: Day?) {
        guard let parts = day?.parts else { return }
        values["\(name)-day"] = "\(parts.day)"
        values["\(name)-month"] = "\(parts.month)"
        values["\(name)-year"] = "\(parts.year)"
    }

    mutating func refuse(_ words: String, at field: String? = nil, wrong: Set<DateInput.Box> = []) {
        guard let field else { return general.append(words) }
        faults.append((field, words, wrong))
    }

    subscript(name: String) -> String { (values[name] ?? "").trimmingSpaces }

    // MARK: Reading

    /// Words that must be there; empty where they are not, which is noted.
    mutating func text(_ name: String, _ label: String, orSay words: String, most: Int = 200) -> String {
        if self[name].isEmpty { refuse(words, at: name) }
        return optionalText(name, label, most: most) ?? ""
    }

    mutating func optionalText(_ name: String, _ label: String, most: Int = 4000) -> String? {
        let text = self[name]
        if text.unicodeScalars.count > most {
            refuse("\(label) must be \(NumberText.count(most)) characters or fewer", at: name)
        }
        return text.isEmpty ? nil : text
    }

    mutating func code<Code: CodeList>(_ name: String, orSay words: String) -> Code? {
        let code = Code(rawValue: self[name])
        if code == nil { refuse(words, at: name) }
        return code
    }

    func optionalCode<Code: CodeList>(_ name: String) -> Code? { Code(rawValue: self[name]) }

    /// A day that must be there and not after another.
    mutating func day(_ name: String, _ label: String, upTo last: Day? = nil) -> Day? {
        let typed = DateInput.Box.allCases.map { self["\(name)-\($0.rawValue)"] }
        if typed.allSatisfy(\.isEmpty) {
            refuse("Enter the \(label.lowercasedFirst)", at: name, wrong: [.day])
            return nil
        }
        guard let day = optionalDay(name, label) else { return nil }
        if let last, day > last {
            refuse("\(label) must be today or in the past", at: name, wrong: [.day])
            return nil
        }
        return day
    }

    /// A day, where one was typed.
    mutating func optionalDay(_ name: String, _ label: String) -> Day? {
        let typed = DateInput.Box.allCases.map { self["\(name)-\($0.rawValue)"] }
        guard typed.contains(where: { !$0.isEmpty }) else { return nil }
        let missing = zip(DateInput.Box.allCases, typed).filter { $0.1.isEmpty }.map(\.0)
        guard missing.isEmpty else {
            let what = missing.map(\.rawValue).joined(separator: " and ")
            refuse("\(label) must include a \(what)", at: name, wrong: Set(missing))
            return nil
        }
        if let day = Int(typed[0]), let month = TypedForm.month(typed[1]), let year = Int(typed[2]),
            let date = Day(year: year, month: month, day: day)
        {
            return date
        }
        refuse("\(label) must be a real date", at: name, wrong: Set(DateInput.Box.allCases))
        return nil
    }

    /// `3`, `mar` or `March`.
    private static func month(_ text: String) -> Int? {
        if let number = Int(text) { return number }
        let text = text.lowercased()
        guard text.count >= 3 else { return nil }
        return Day.monthNames.firstIndex { $0.lowercased().hasPrefix(text) }.map { $0 + 1 }
    }

    // MARK: Fields that show it all again

    private func error(_ name: String) -> String? { faults.first { $0.field == name }?.words }

    func line(_ name: String, _ label: String, hint: String? = nil, width: TextInput.Width = .full) -> FormField {
        let input = TextInput(values[name] ?? "", width: width, autocomplete: "off")
        return FormField(name, label: label, hint: hint, error: error(name), input: .text(input))
    }

    func lines(_ name: String, _ label: String, hint: String? = nil, rows: Int = 3) -> FormField {
        let input = FormField.Input.lines(value: values[name] ?? "", rows: rows)
        return FormField(name, label: label, hint: hint, error: error(name), input: input)
    }

    func date(_ name: String, _ label: String, hint: String? = nil) -> FormField {
        let boxes = DateInput.Box.allCases.map { values["\(name)-\($0.rawValue)"] ?? "" }
        let wrong = faults.first { $0.field == name }?.wrong ?? []
        let input = DateInput(day: boxes[0], month: boxes[1], year: boxes[2], wrong: wrong)
        return FormField(name, label: label, hint: hint, error: error(name), input: .date(input))
    }

    /// A choice among the codes of a list; `none` offers an empty first one.
    func select<Code: CodeList>(
        _ name: String,
        _ label: String,
        of codes: Code.Type,
        none: String? = nil,
        hint: String? = nil
    ) -> FormField {
        let choices = Code.allCases.map { ($0.rawValue, $0.label) }
        return select(name, label, among: choices, none: none, hint: hint)
    }

    func select(
        _ name: String,
        _ label: String,
        among choices: [(String, String)],
        none: String? = nil,
        hint: String? = nil
    ) -> FormField {
        let empty = none.map { [Choice("", $0)] } ?? []
        let input = FormField.Input.select(
            empty + choices.map { Choice($0.0, $0.1, isChosen: values[name] == $0.0) }
        )
        return FormField(name, label: label, hint: hint, error: error(name), input: input)
    }

    func radios<Code: CodeList>(_ name: String, _ label: String, of codes: Code.Type, hint: String? = nil) -> FormField
    {
        let choices = Code.allCases.map { Choice($0.rawValue, $0.label, isChosen: values[name] == $0.rawValue) }
        return FormField(name, label: label, hint: hint, error: error(name), input: .radios(choices))
    }

    func yesNo(_ name: String, _ label: String, hint: String? = nil) -> FormField {
        let choices = [("yes", "Yes"), ("no", "No")].map { Choice($0.0, $0.1, isChosen: values[name] == $0.0) }
        return FormField(name, label: label, hint: hint, error: error(name), input: .radios(choices))
    }

    func tick(_ name: String, _ label: String, _ words: String, hint: String? = nil) -> FormField {
        let input = FormField.Input.checkboxes([Choice("yes", words, isChosen: values[name] == "yes")])
        return FormField(name, label: label, hint: hint, error: error(name), input: input)
    }

    func file(_ name: String, _ label: String, hint: String? = nil) -> FormField {
        FormField(name, label: label, hint: hint, error: error(name), input: .file)
    }

    /// Yes or no, where one was chosen.
    func flag(_ name: String) -> Bool? {
        switch self[name] {
        case "yes": true
        case "no": false
        default: nil
        }
    }
}

extension String {
    /// With its first letter small, for the middle of a sentence.
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
