package import Values

/// A note on a case, with what it is for and who may read it.
package struct CaseNote: Record, Equatable {
    /// Reference of the note.
    package var id: Identifier<CaseNote>
    /// The case.
    package var caseID: Identifier<Case>
    /// Day it is about.
    package var on: Day
    /// What it is for.
    package var purpose: NotePurpose
    /// Who may read it.
    package var visibility: NoteVisibility
    /// Who wrote it, by their reference as a user.
    package var author: String
    /// What it says.
    package var words: String

    package init(
        id: Identifier<CaseNote>,
        caseID: Identifier<Case>,
        on: Day,
        purpose: NotePurpose,
        visibility: NoteVisibility,
        author: String,
        words: String
    ) {
        self.id = id
        self.caseID = caseID
        self.on = on
        self.purpose = purpose
        self.visibility = visibility
        self.author = author
        self.words = words
    }

    package static let table = Table(
        "case_notes",
        "A note on a case, with what it is for and who may read it.",
        [
            Field("note_id", .text, key: true, required: true, "Reference of the note."),
            Field("case_id", .text, required: true, refersTo: "cases", "The case."),
            Field("on", .day, required: true, "Day it is about."),
            Field("purpose", .code(NotePurpose.codes), required: true, "What it is for."),
            Field("visibility", .code(NoteVisibility.codes), required: true, "Who may read it."),
            Field("author", .text, required: true, "Who wrote it, by their reference as a user."),
            Field("words", .text, required: true, personal: true, "What it says."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        caseID = try row.identifier()
        on = try row.day()
        purpose = try row.code()
        visibility = try row.code()
        author = try row.text()
        words = try row.text()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(caseID)
        row.append(on)
        row.append(purpose)
        row.append(visibility)
        row.append(author)
        row.append(words)
    }
}
