package import Values

/// Words that belong to an assessment: why it was corrected, what a family said, what an audit asks for.
package struct AssessmentNote: Record, Equatable {
    /// Reference of the note.
    package var id: Identifier<AssessmentNote>
    /// The case.
    package var caseID: Identifier<Case>
    /// The assessment.
    package var assessmentID: Identifier<Assessment>
    /// The index child of the case.
    package var personID: Identifier<Person>?
    /// What the words are.
    package var kind: AssessmentNoteKind
    /// Day they were written.
    package var on: Day
    /// Who wrote them: a user, or the link of a family.
    package var by: String
    /// What was written.
    package var words: String

    package init(
        id: Identifier<AssessmentNote>,
        caseID: Identifier<Case>,
        assessmentID: Identifier<Assessment>,
        personID: Identifier<Person>? = nil,
        kind: AssessmentNoteKind,
        on: Day,
        by: String,
        words: String
    ) {
        self.id = id
        self.caseID = caseID
        self.assessmentID = assessmentID
        self.personID = personID
        self.kind = kind
        self.on = on
        self.by = by
        self.words = words
    }

    package static let table = Table(
        "assessment_notes",
        "Words that belong to an assessment: why it was corrected, what a family said, what an audit asks for.",
        [
            Field("note_id", .text, key: true, required: true, "Reference of the note."),
            Field("case_id", .text, required: true, refersTo: "cases", "The case."),
            Field("assessment_id", .text, required: true, refersTo: "assessments", "The assessment."),
            Field("person_id", .text, refersTo: "people", "The index child of the case."),
            Field("kind", .code(AssessmentNoteKind.codes), required: true, "What the words are."),
            Field("on", .day, required: true, "Day they were written."),
            Field("by", .text, required: true, "Who wrote them: a user, or the link of a family."),
            Field("words", .text, required: true, personal: true, "What was written."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        caseID = try row.identifier()
        assessmentID = try row.identifier()
        personID = try row.optionalIdentifier()
        kind = try row.code()
        on = try row.day()
        by = try row.text()
        words = try row.text()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(caseID)
        row.append(assessmentID)
        row.append(personID)
        row.append(kind)
        row.append(on)
        row.append(by)
        row.append(words)
    }
}

/// What the words of a note are.
package enum AssessmentNoteKind: String, CodeList {
    /// Why scores were corrected.
    case correction
    /// What the family said in its own words.
    case familyWords = "family_words"
    /// What must be put right after an audit.
    case auditAction = "audit_action"

    package var label: String {
        switch self {
        case .correction: "Correction"
        case .familyWords: "The family's words"
        case .auditAction: "To be put right"
        }
    }
}
