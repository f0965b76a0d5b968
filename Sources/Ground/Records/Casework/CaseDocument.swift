package import Values

/// A document of a case; its content is kept sealed beside the register's records.
package struct CaseDocument: Record, Equatable {
    /// Reference of the document.
    package var id: Identifier<CaseDocument>
    /// The case.
    package var caseID: Identifier<Case>
    /// What it is.
    package var title: String
    /// What its content is.
    package var kind: DocumentKind
    /// Size in bytes.
    package var bytes: Int
    /// SHA-256 of its content, in hexadecimal digits.
    package var digest: String
    /// Day it was added.
    package var addedOn: Day
    /// Who added it, by their reference as a user.
    package var author: String
    /// Day its content was removed.
    package var removedOn: Day?

    package init(
        id: Identifier<CaseDocument>,
        caseID: Identifier<Case>,
        title: String,
        kind: DocumentKind,
        bytes: Int,
        digest: String,
        addedOn: Day,
        author: String,
        removedOn: Day? = nil
    ) {
        self.id = id
        self.caseID = caseID
        self.title = title
        self.kind = kind
        self.bytes = bytes
        self.digest = digest
        self.addedOn = addedOn
        self.author = author
        self.removedOn = removedOn
    }

    package static let table = Table(
        "case_documents",
        "A document of a case; its content is kept sealed beside.",
        [
            Field("document_id", .text, key: true, required: true, "Reference of the document."),
            Field("case_id", .text, required: true, refersTo: "cases", "The case."),
            Field("title", .text, required: true, personal: true, "What it is."),
            Field("kind", .code(DocumentKind.codes), required: true, "What its content is."),
            Field("bytes", .integer, required: true, "Size in bytes."),
            Field("digest", .text, required: true, "SHA-256 of its content, in hexadecimal digits."),
            Field("added_on", .day, required: true, "Day it was added."),
            Field("author", .text, required: true, "Who added it, by their reference as a user."),
            Field("removed_on", .day, "Day its content was removed."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        caseID = try row.identifier()
        title = try row.text()
        kind = try row.code()
        bytes = try row.integer()
        digest = try row.text()
        addedOn = try row.day()
        author = try row.text()
        removedOn = try row.optionalDay()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(caseID)
        row.append(title)
        row.append(kind)
        row.append(bytes)
        row.append(digest)
        row.append(addedOn)
        row.append(author)
        row.append(removedOn)
    }

    package var refusal: RecordRefusal? {
        .ending(removedOn, "removed_on", before: addedOn, "added_on")
    }
}
