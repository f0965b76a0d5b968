/// One question of a form.
///
/// It always has a label, a name and an id; hint and error are tied to it.
package struct FormField: Sendable {
    package let name: String
    package let label: String
    package let hint: String?
    /// What must be put right, in the words of the page: `Date of birth must be a real date`.
    package let error: String?
    package let input: Input
    /// Which of several forms of a page it is in, where they ask under the same names.
    package private(set) var place: String?

    package enum Input: Sendable {
        case text(TextInput)
        case lines(value: String, rows: Int)
        case select([Choice])
        case radios([Choice])
        case checkboxes([Choice])
        /// Day, month and year in three boxes.
        case date(DateInput)
        /// A file of the reader's own machine.
        case file
    }

    package init(_ name: String, label: String, hint: String? = nil, error: String? = nil, input: Input) {
        self.name = name
        self.label = label
        self.hint = hint
        self.error = error
        self.input = input
    }

    /// The same field in one of several forms of a page that ask under the same names: ids stand once a page.
    package func within(_ place: String) -> FormField {
        var field = self
        field.place = place
        return field
    }

    /// The id of the whole field; its parts add to it.
    var id: String { place.map { "field-\($0)-\(name)" } ?? "field-\(name)" }
    var hintID: String { "\(id)-hint" }
    var errorID: String { "\(id)-error" }

    /// The ids that describe the input, for `aria-describedby`.
    var describedBy: String? {
        let ids = [hint.map { _ in hintID }, error.map { _ in errorID }].compactMap(\.self)
        return ids.isEmpty ? nil : ids.joined(separator: " ")
    }

    /// The first element that can be typed into or chosen: what a line of the error summary leads to.
    var firstInputID: String {
        switch input {
        case .text, .lines, .select, .file: id
        case .radios, .checkboxes: choiceID(0)
        case .date(let date): date.firstWrong.map { "\(id)-\($0.rawValue)" } ?? "\(id)-day"
        }
    }

    func choiceHintID(_ index: Int) -> String {
        "\(choiceID(index))-item-hint"
    }

    func choiceID(_ index: Int) -> String {
        index == 0 ? id : "\(id)-\(index + 1)"
    }
}

/// A box for one line of text.
package struct TextInput: Sendable {
    package enum Width: Sendable {
        case characters2, characters4, characters10, characters20, full
    }

    package let value: String
    package let width: Width
    package let kind: Kind
    /// What the browser may fill in: `name`, `off`.
    package let autocomplete: String?

    package enum Kind: Sendable {
        case words
        /// Digits alone: brings up the number keys, without a spinner.
        case digits
        case search
        case email
        /// Not shown while it is typed, and never written back into the page.
        case password
        /// A code of digits from an app, which the browser may fill in.
        case code
    }

    package init(_ value: String = "", width: Width = .full, kind: Kind = .words, autocomplete: String? = nil) {
        self.value = value
        self.width = width
        self.kind = kind
        self.autocomplete = autocomplete
    }
}

/// One of the answers to choose from.
package struct Choice: Sendable {
    package let value: String
    package let label: String
    package let hint: String?
    package let isChosen: Bool
    /// The name a box to tick is sent under, where several may be ticked; nil is that of the field.
    package let name: String?

    package init(
        _ value: String,
        _ label: String,
        hint: String? = nil,
        isChosen: Bool = false,
        name: String? = nil
    ) {
        self.name = name
        self.value = value
        self.label = label
        self.hint = hint
        self.isChosen = isChosen
    }
}

/// A date as it was typed, and which boxes are wrong.
package struct DateInput: Sendable {
    package enum Box: String, Sendable, CaseIterable {
        case day, month, year
    }

    package let day: String
    package let month: String
    package let year: String
    package let wrong: Set<Box>

    package init(day: String = "", month: String = "", year: String = "", wrong: Set<Box> = []) {
        self.day = day
        self.month = month
        self.year = year
        self.wrong = wrong
    }

    var firstWrong: Box? { Box.allCases.first { wrong.contains($0) } }

    func value(of box: Box) -> String {
        switch box {
        case .day: day
        case .month: month
        case .year: year
        }
    }
}
