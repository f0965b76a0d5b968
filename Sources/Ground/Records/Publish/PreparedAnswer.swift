package import Values

/// An answer to questions put to the council: drafted from figures by one person, approved and published by another.
package struct PreparedAnswer: Record, Equatable {
    /// Reference of the answer.
    package var id: Identifier<PreparedAnswer>
    /// The library of questions.
    package var library: String
    /// Its title when the answer was drafted.
    package var title: String
    /// The last day that counts.
    package var asAt: Day
    /// The change number it stands on.
    package var knownAt: Int
    /// The rule for small counts it is published by, in words.
    package var rule: String
    /// Day it was drafted.
    package var draftedOn: Day
    /// Reference of the account that drafted it.
    package var draftedBy: String
    /// Day it was approved, and so published.
    package var approvedOn: Day?
    /// Reference of the account that approved it.
    package var approvedBy: String?

    package init(
        id: Identifier<PreparedAnswer>,
        library: String,
        title: String,
        asAt: Day,
        knownAt: Int,
        rule: String,
        draftedOn: Day,
        draftedBy: String
    ) {
        self.id = id
        self.library = library
        self.title = title
        self.asAt = asAt
        self.knownAt = knownAt
        self.rule = rule
        self.draftedOn = draftedOn
        self.draftedBy = draftedBy
    }

    package var isPublished: Bool { approvedOn != nil }

    package static let table = Table(
        "answers",
        "An answer to questions put to the council: drafted by one person, approved and published by another.",
        [
            Field("answer_id", .text, key: true, required: true, "Reference of the answer."),
            Field("library", .text, required: true, "The library of questions."),
            Field("title", .text, required: true, "Its title when the answer was drafted."),
            Field("as_at", .day, required: true, "The last day that counts."),
            Field("known_at", .integer, required: true, "The change number it stands on."),
            Field("rule", .text, required: true, "The rule for small counts it is published by, in words."),
            Field("drafted_on", .day, required: true, "Day it was drafted."),
            Field("drafted_by", .text, required: true, "Reference of the account that drafted it."),
            Field("approved_on", .day, "Day it was approved, and so published."),
            Field("approved_by", .text, "Reference of the account that approved it."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        library = try row.text()
        title = try row.text()
        asAt = try row.day()
        knownAt = try row.integer()
        rule = try row.text()
        draftedOn = try row.day()
        draftedBy = try row.text()
        approvedOn = try row.optionalDay()
        approvedBy = try row.optionalText()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(library)
        row.append(title)
        row.append(asAt)
        row.append(knownAt)
        row.append(rule)
        row.append(draftedOn)
        row.append(draftedBy)
        row.append(approvedOn)
        row.append(approvedBy)
    }

    /// Nobody approves what they drafted.
    package var refusal: RecordRefusal? {
        guard approvedBy == draftedBy else { return nil }
        return RecordRefusal(field: "approved_by", message: "approved_by must be somebody else than drafted_by")
    }
}

/// One question of an answer, with the words it is answered in.
package struct PreparedLine: Record, Equatable {
    /// The answer.
    package var answerID: Identifier<PreparedAnswer>
    /// The question's id in its library.
    package var question: String
    /// Its place in the answer, from 1.
    package var place: Int
    /// The question as it was asked.
    package var asks: String
    /// The answer in words, as issued.
    package var words: String

    package init(
        answerID: Identifier<PreparedAnswer>,
        question: String,
        place: Int,
        asks: String,
        words: String
    ) {
        self.answerID = answerID
        self.question = question
        self.place = place
        self.asks = asks
        self.words = words
    }

    package static let table = Table(
        "answer_lines",
        "One question of an answer, with the words it is answered in.",
        [
            Field("answer_id", .text, key: true, required: true, "The answer."),
            Field("question", .text, key: true, required: true, "The question's id in its library."),
            Field("place", .integer, required: true, "Its place in the answer, from 1."),
            Field("asks", .text, required: true, "The question as it was asked."),
            Field("words", .text, required: true, "The answer in words, as issued."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        answerID = try row.identifier()
        question = try row.text()
        place = try row.integer()
        asks = try row.text()
        words = try row.text()
    }

    package func write(to row: inout RowWriter) {
        row.append(answerID)
        row.append(question)
        row.append(place)
        row.append(asks)
        row.append(words)
    }
}

/// A count that an answer gave or hid, so that later answers can be held against it.
package struct PreparedFigure: Record, Equatable {
    /// The answer.
    package var answerID: Identifier<PreparedAnswer>
    /// The figure, with its programme or criteria.
    package var figure: String
    /// Its part: count, numerator or denominator.
    package var part: String
    /// First day it counts.
    package var from: Day
    /// Last day it counts.
    package var to: Day
    /// Whether a longer period counts everybody a shorter one does.
    package var grows: Bool
    /// The count, whether or not it was shown.
    package var value: Int
    /// Whether it was hidden.
    package var isHidden: Bool

    package init(
        answerID: Identifier<PreparedAnswer>,
        figure: String,
        part: String,
        from: Day,
        to: Day,
        grows: Bool,
        value: Int,
        isHidden: Bool
    ) {
        self.answerID = answerID
        self.figure = figure
        self.part = part
        self.from = from
        self.to = to
        self.grows = grows
        self.value = value
        self.isHidden = isHidden
    }

    package static let table = Table(
        "answer_figures",
        "A count that an answer gave or hid, so that later answers can be held against it.",
        [
            Field("answer_id", .text, key: true, required: true, "The answer or publication."),
            Field("figure", .text, key: true, required: true, "The figure, with its programme or criteria."),
            Field("part", .text, key: true, required: true, "Its part: count, numerator or denominator."),
            Field("from", .day, key: true, required: true, "First day it counts."),
            Field("to", .day, key: true, required: true, "Last day it counts."),
            Field("grows", .boolean, required: true, "Whether a longer period counts everybody a shorter one does."),
            Field("value", .integer, required: true, "The count, whether or not it was shown."),
            Field("is_hidden", .boolean, required: true, "Whether it was hidden."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        answerID = try row.identifier()
        figure = try row.text()
        part = try row.text()
        from = try row.day()
        to = try row.day()
        grows = try row.optionalBoolean() ?? false
        value = try row.integer()
        isHidden = try row.optionalBoolean() ?? true
    }

    package func write(to row: inout RowWriter) {
        row.append(answerID)
        row.append(figure)
        row.append(part)
        row.append(from)
        row.append(to)
        row.append(grows)
        row.append(value)
        row.append(isHidden)
    }
}
