import Documents
package import Records
package import Register
package import Report
import Statistics
package import Values

/// Drafts answers from figures, keeps them, and publishes them once a second person approves.
package struct PublishAnswers: Sendable {
    /// Why an answer cannot be kept or approved, in words for the form.
    package struct Refusal: Error, Sendable {
        package let words: String
    }

    /// An answer with its questions, as kept.
    package struct Kept: Sendable {
        package let held: Held<PreparedAnswer>
        package let lines: [PreparedLine]
        package let figures: [PreparedFigure]

        package var answer: PreparedAnswer { held.record }
    }

    private let keeper: Keeper

    package init(_ keeper: Keeper) {
        self.keeper = keeper
    }

    /// The library's questions answered from live figures as at a day, held against every published answer; nil where
    /// there is no such library.
    package func draft(_ library: String, asAt day: Day, knownAt change: Int? = nil) throws -> DraftAnswer? {
        guard let library = keeper.definitions.questions.first(where: { $0.id == library }) else { return nil }
        return try keeper.picture(knownAt: change).ground.answer(
            library,
            asAt: day,
            policy: rule(library)?.policy ?? DisclosurePolicy(),
            earlier: try published(),
            write: FigureText.shortValue
        )
    }

    /// The rule for small counts of a library.
    package func rule(_ library: QuestionLibrary) -> DisclosureRules? {
        keeper.definitions.disclosure.first { $0.id == library.rule } ?? keeper.definitions.usualDisclosure
    }

    /// Every answer, the latest first.
    package func answers() throws -> [PreparedAnswer] {
        try keeper.register.held(PreparedAnswer.self).map(\.record)
            .sorted { ($0.draftedOn, $0.id) > ($1.draftedOn, $1.id) }
    }

    /// An answer with its questions; nil where there is none.
    package func answer(_ id: String) throws -> Kept? {
        guard let held = try keeper.register.held(PreparedAnswer.self, key: id) else { return nil }
        let key = Cell.text(id)
        return Kept(
            held: held,
            lines: try keeper.register.held(PreparedLine.self, where: "answer_id", is: key).map(\.record)
                .sorted { $0.place < $1.place },
            figures: try keeper.register.held(PreparedFigure.self, where: "answer_id", is: key).map(\.record)
        )
    }

    /// Keeps a draft, with the words a person has given to each question; gives its reference.
    package func keep(_ draft: DraftAnswer, words: [String: String]) throws -> String {
        guard !draft.protection.isWithheld else {
            throw Refusal(words: "Nothing of this answer can be published: earlier answers would give counts away")
        }
        let id = keeper.newReference("ANS")
        var entry = Entry()
        entry.add(
            PreparedAnswer(
                id: Identifier(id),
                library: draft.library.id,
                title: draft.library.title,
                asAt: draft.day,
                knownAt: draft.knownAt,
                rule: rule(draft.library)?.words ?? "",
                draftedOn: try keeper.today(),
                draftedBy: keeper.actor.id
            )
        )
        for (index, line) in draft.lines.enumerated() {
            entry.add(
                PreparedLine(
                    answerID: Identifier(id),
                    question: line.question.id,
                    place: index + 1,
                    asks: line.question.asks,
                    words: words[line.question.id] ?? line.words
                )
            )
        }
        for figure in draft.published { entry.add(PreparedFigure(figure, of: id)) }
        try keeper.enter(entry, purpose: "publication", summary: "Drafted an answer to questions put to the council")
        return id
    }

    /// Approves and so publishes an answer that somebody else drafted.
    ///
    /// It is held against all that was published since; where that would give a count away it is refused.
    package func approve(_ kept: Kept) throws {
        guard !kept.answer.isPublished else { throw Refusal(words: "This answer is published already") }
        guard kept.answer.draftedBy != keeper.actor.id else {
            throw Refusal(words: "Somebody else must approve what you drafted")
        }
        guard let now = try draft(kept.answer.library, asAt: kept.answer.asAt, knownAt: kept.answer.knownAt),
            !now.protection.isWithheld,
            Set(now.published) == Set(kept.figures.compactMap(\.published))
        else {
            throw Refusal(
                words: "Answers published since, or other definitions, would give counts away. Draft this answer again"
            )
        }
        var answer = kept.answer
        answer.approvedOn = try keeper.today()
        answer.approvedBy = keeper.actor.id
        var entry = Entry()
        entry.revise(answer, version: kept.held.version)
        try keeper.enter(entry, purpose: "publication", summary: "Published answer \(answer.id.text)")
    }

    /// What every published answer and every publication that anybody may read gave or hid, one list for each.
    package func published() throws -> [[PublishedFigure]] {
        let answers = try answers().filter(\.isPublished).map(\.id.text)
        let issued = try IssuePublications(keeper).publications().filter { $0.isIssued && $0.isPublic }.map(\.id.text)
        let ids = Set(answers + issued)
        let figures = try keeper.register.held(PreparedFigure.self).map(\.record)
            .filter { ids.contains($0.answerID.text) }
        return Dictionary(grouping: figures, by: \.answerID.text).sorted { $0.key < $1.key }
            .map { $0.value.compactMap(\.published) }
    }
}

extension PreparedFigure {
    init(_ figure: PublishedFigure, of answer: String) {
        self.init(
            answerID: Identifier(answer),
            figure: figure.figure,
            part: figure.part.rawValue,
            from: figure.period.from,
            to: figure.period.to,
            grows: figure.grows,
            value: figure.value,
            isHidden: figure.isHidden
        )
    }

    /// As a later answer is held against it.
    var published: PublishedFigure? {
        guard let part = PublishedFigure.Part(rawValue: part), let period = Period(from: from, to: to) else {
            return nil
        }
        return PublishedFigure(
            figure: figure,
            part: part,
            period: period,
            grows: grows,
            value: value,
            isHidden: isHidden
        )
    }
}
