/// One question of the partners' form, and what an answer to it must be.
package struct ReferralQuestion: Hashable, Sendable {
    /// One of the answers to choose from.
    package struct Answer: Hashable, Sendable {
        package let value: String
        package let label: String
        package let hint: String?

        package init(_ value: String, _ label: String, hint: String? = nil) {
            self.value = value
            self.label = label
            self.hint = hint
        }
    }

    /// What kind of answer it takes.
    package enum Ask: Hashable, Sendable {
        case line(most: Int)
        case lines(most: Int)
        case choice([Answer])
        /// Any number of answers; each is sent under `NAME-VALUE`.
        case several([Answer])
        /// A date in the past as far as it is known: the day, or the day and the month, may be left out.
        case pastDate
        case email
        case postcode
        case nhsNumber
    }

    /// The name its answer is kept under, once in the whole form.
    package let name: String
    package let label: String
    package let hint: String?
    package let ask: Ask
    /// What to say where there is no answer: `Enter the child’s first name`; nil where it may be left out.
    package let needed: String?

    package init(_ name: String, _ label: String, hint: String? = nil, _ ask: Ask, needed: String? = nil) {
        self.name = name
        self.label = label
        self.hint = hint
        self.ask = ask
        self.needed = needed
    }

    /// The names under which a browser sends its answer.
    package var names: [String] {
        switch ask {
        case .several(let answers): answers.map { "\(name)-\($0.value)" }
        case .pastDate: ["\(name)-day", "\(name)-month", "\(name)-year"]
        default: [name]
        }
    }
}

/// A page of the partners' form: one thing asked.
package struct ReferralStep: Hashable, Sendable {
    /// As it stands in the address.
    package let id: String
    package let title: String
    /// Sentences before the questions.
    package let words: [String]
    package let questions: [ReferralQuestion]

    package init(_ id: String, _ title: String, words: [String] = [], _ questions: [ReferralQuestion]) {
        self.id = id
        self.title = title
        self.words = words
        self.questions = questions
    }
}
