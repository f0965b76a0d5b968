import Records
package import Statistics
package import Values

/// The questions of a library answered as at a day, as they may be published, and an account of what was hidden.
package struct DraftAnswer: Sendable {
    package struct Line: Sendable {
        package let question: QuestionLibrary.Question
        /// The answer in words; `c` stands for a hidden count.
        package let words: String
        package let figures: [Value]
    }

    package struct Value: Sendable {
        package let named: QuestionLibrary.Named
        /// Nil where the report has no such figure.
        package let figure: Figure?
        /// Places of the counts it is made of.
        let places: [Int]
        /// As it may be published: `136`, `90.0%`, `c`.
        package let words: String
        /// Whether it is hidden, or withheld with all the rest.
        package let isHidden: Bool
    }

    package let library: QuestionLibrary
    package let day: Day
    package let knownAt: Int
    package let lines: [Line]
    package let protection: Protection
    /// What this answer publishes or hides, for the log.
    package let published: [PublishedFigure]

    /// What readers could work out from this answer and earlier ones by taking one count from another.
    package var implied: [(id: String, value: Int)] { protection.implied }
}

extension ReportGround {
    /// Answers a library's questions as at a day by a rule for small counts, held against what earlier answers gave or
    /// hid; `write` gives a figure's value for people.
    package func answer(
        _ library: QuestionLibrary,
        asAt day: Day,
        policy: DisclosurePolicy,
        earlier: [[PublishedFigure]],
        write: (Figure) -> String
    ) -> DraftAnswer {
        var linking = AnswerLinks(earlier)
        let found = library.questions.map { question in
            question.figures.map { named -> (QuestionLibrary.Named, Figure?, [Int]) in
                let asked = named.question(asAt: day)
                let figure = answer(asked, opening: named.figure)?.figures.first
                return (named, figure, figure.map { linking.add(named, $0, asked.time) } ?? [])
            }
        }
        let counts = linking.linked()
        let protection = DisclosureControl(policy).protect(counts)
        let lines = zip(library.questions, found).map { question, values in
            let figures = values.map { named, figure, places in
                AnswerLinks.value(named, figure, places, protection, write)
            }
            let words = AnswerText.filled(question.answer) { name in
                figures.first { $0.named.name == name }?.words ?? "{\(name)}"
            }
            return DraftAnswer.Line(question: question, words: words, figures: figures)
        }
        return DraftAnswer(
            library: library,
            day: day,
            knownAt: snapshot.change,
            lines: lines,
            protection: protection,
            published: linking.published(protection)
        )
    }
}
