package import Definitions
package import Values

/// Questions that people ask of a council under the Freedom of Information Act, and the figures that answer them: a
/// definition.
package struct QuestionLibrary: Sendable {
    /// A figure that an answer names, by a name in curly brackets: `{families-12}`.
    package struct Named: Sendable {
        package let name: String
        package let source: Scorecard.Source
        /// The figure's id, as the report has it.
        package let figure: String
        /// How many months it looks back from the day of the answer, where its report is of a period.
        package let months: Int
        /// How many months before the day of the answer the period ends: 12 for the year before.
        package let ago: Int
        package let programme: String?
        package let criteria: String?
        /// Whether a longer period counts everybody a shorter one does, so that taking away gives the others.
        package let grows: Bool

        /// The question whose answer has the figure, as at a day.
        package func question(asAt day: Day) -> ReportQuestion {
            let end = day.adding(months: -ago)
            return switch source {
            case .keyInformation: .keyInformation(asAt: end, programme: programme)
            case .performance: .performance(during: Period.last(months: months, asAt: end))
            case .familySupport: .familySupport(during: Period.last(months: months, asAt: end))
            case .intelligence: .intelligence(asAt: end, criteria: criteria ?? "")
            }
        }
    }

    package struct Question: Sendable {
        package let id: String
        /// As it was asked.
        package let asks: String
        /// The answer with names of figures in curly brackets; a person completes what is in square ones.
        package let answer: String
        package let figures: [Named]
    }

    package let id: String
    package let title: String
    /// The rule for small counts by which answers are published.
    package let rule: String
    package let questions: [Question]
    package let provenance: Provenance
}

extension QuestionLibrary {
    /// The libraries among the definitions; throws everything that is wrong with any of them.
    package static func all(_ definitions: DefinitionSet) throws(DefinitionRefusal) -> [QuestionLibrary] {
        try definitions.read(.questions) { QuestionLibrary($0, reading: &$1) }
    }

    private init?(_ definition: Definition, reading map: inout MapReader) {
        let title = map.text("title")
        let rule = map.optionalText("disclosure") ?? DisclosureRules.usual
        let questions = map.maps("questions") { Question(reading: &$0) }
        guard let title, let questions else { return nil }
        let names = questions.flatMap { $0.figures.map(\.name) }
        guard Set(names).count == names.count, Set(questions.map(\.id)).count == questions.count else {
            map.refuse("questions", "must have ids and names of figures that stand there once each")
            return nil
        }
        self.init(
            id: definition.id,
            title: title,
            rule: rule,
            questions: questions,
            provenance: definition.provenance
        )
    }
}

extension QuestionLibrary.Question {
    fileprivate init?(reading map: inout MapReader) {
        let id = map.text("id")
        let asks = map.text("asks")
        let answer = map.text("answer")
        let figures = map.optionalMaps("figures") { QuestionLibrary.Named(reading: &$0) }
        guard let id, let asks, let answer, let figures else { return nil }
        for name in AnswerText.names(answer) where !figures.contains(where: { $0.name == name }) {
            map.refuse("answer", "names {\(name)}, which is none of its figures")
            return nil
        }
        self.init(id: id, asks: asks, answer: answer, figures: figures)
    }
}

extension QuestionLibrary.Named {
    fileprivate init?(reading map: inout MapReader) {
        let name = map.text("name")
        let source: Scorecard.Source? = map.code("report")
        let figure = map.text("figure")
        let months = map.optionalInteger("months") ?? 12
        let ago = map.optionalInteger("ago") ?? 0
        let programme = map.optionalText("programme")
        let criteria = map.optionalText("criteria")
        let grows = map.optionalFlag("grows") ?? false
        guard let name, let source, let figure else { return nil }
        guard months > 0, ago >= 0 else {
            map.refuse("months", "must be 1 or more, and ago 0 or more")
            return nil
        }
        self.init(
            name: name,
            source: source,
            figure: figure,
            months: months,
            ago: ago,
            programme: programme,
            criteria: criteria,
            grows: grows
        )
    }
}

/// The names of figures in the text of an answer.
enum AnswerText {
    /// The text cut at its names: words and names by turns, words first.
    static func parts(_ text: String) -> [Substring] {
        text.split(omittingEmptySubsequences: false) { $0 == "{" || $0 == "}" }
    }

    static func names(_ text: String) -> [String] {
        parts(text).enumerated().filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
    }

    /// The text with a value for every name.
    static func filled(_ text: String, _ value: (String) -> String) -> String {
        parts(text).enumerated()
            .map { $0.offset.isMultiple(of: 2) ? String($0.element) : value(String($0.element)) }
            .joined()
    }
}
