package import Statistics

/// A report as it may be published: its figures with small counts hidden, held against everything published before.
package struct PublicReport: Sendable {
    package struct Line: Sendable {
        package let figure: Figure
        /// As it may be published: `136`, `90.0%`, `c`.
        package let words: String
        /// The two numbers of a share; nil where they are hidden, or it is none.
        package let of: (numerator: String, denominator: String)?
        package let isHidden: Bool
    }

    package let answer: ReportAnswer
    package let lines: [Line]
    package let protection: Protection
    /// What it publishes or hides, for the log.
    package let published: [PublishedFigure]
}

extension ReportGround {
    /// The answer to a question as it may be published by a rule for small counts; nil where the question names criteria
    /// that are not defined.
    ///
    /// - Parameters:
    ///   - question: the question.
    ///   - policy: the rule for small counts.
    ///   - earlier: everything published before, by publication.
    ///   - write: gives a figure's value for people.
    /// - Returns: the report with what it hides; nil without such criteria.
    package func publicReport(
        _ question: ReportQuestion,
        policy: DisclosurePolicy,
        earlier: [[PublishedFigure]],
        write: (Figure) -> String
    ) -> PublicReport? {
        guard let whole = answer(question) else { return nil }
        var linking = AnswerLinks(earlier)
        let found = whole.figures.map { figure -> (QuestionLibrary.Named, Figure, [Int]) in
            let named = QuestionLibrary.Named(figure, of: question)
            let counted = figure.needsMembers ? answer(question, opening: figure.id)?[id: figure.id] ?? figure : figure
            return (named, figure, linking.add(named, counted, question.time))
        }
        let protection = DisclosureControl(policy).protect(linking.linked())
        let lines = found.map { named, figure, places in
            let value = AnswerLinks.value(named, figure, places, protection, write)
            let isShare = figure.unit == .share && places.count == 2 && !value.isHidden
            return PublicReport.Line(
                figure: figure,
                words: value.words,
                of: isShare ? (protection.text(places[0]), protection.text(places[1])) : nil,
                isHidden: value.isHidden
            )
        }
        return PublicReport(
            answer: whole,
            lines: lines,
            protection: protection,
            published: linking.published(protection)
        )
    }
}

extension Figure {
    /// Whether only its members say how many people it is of.
    fileprivate var needsMembers: Bool {
        switch unit {
        case .days, .months, .hours, .score, .statistic: value != nil
        case .count, .share, .pounds, .wte, .caseload: false
        }
    }
}

extension QuestionLibrary.Named {
    /// A figure of a report, as an answer would name it.
    fileprivate init(_ figure: Figure, of question: ReportQuestion) {
        let programme: String?
        let source: Scorecard.Source
        switch question {
        case .performance: (source, programme) = (.performance, nil)
        case .keyInformation(_, let asked): (source, programme) = (.keyInformation, asked)
        case .intelligence: (source, programme) = (.intelligence, nil)
        case .familySupport: (source, programme) = (.familySupport, nil)
        }
        self.init(
            name: figure.id,
            source: source,
            figure: figure.id,
            months: 12,
            ago: 0,
            programme: programme,
            criteria: question.criteria,
            // What happened in a period happened in every longer one; what stands on a day does not.
            grows: source == .performance || source == .familySupport
        )
    }
}
