package import Values

/// A document that was made on a schedule, approved by a second person, and is kept as it was issued.
package struct Publication: Record, Equatable {
    /// Reference of the publication.
    package var id: Identifier<Publication>
    /// The schedule it was made by.
    package var schedule: String
    /// Its title when it was made.
    package var title: String
    /// First day of its period.
    package var from: Day
    /// Last day of its period, and the last day that counts.
    package var to: Day
    /// The change number it stands on.
    package var knownAt: Int
    /// The version of the definitions it was made by.
    package var definitions: String
    /// Whether anybody may read it once it is issued.
    package var isPublic: Bool
    /// Day it was made.
    package var madeOn: Day
    /// Reference of the account that made it.
    package var madeBy: String
    /// Day it was approved, and so issued.
    package var approvedOn: Day?
    /// Reference of the account that approved it.
    package var approvedBy: String?
    /// Day it was turned down instead.
    package var turnedDownOn: Day?
    /// Reference of the account that turned it down.
    package var turnedDownBy: String?
    /// The publication of the same period that it puts right; nil for the first.
    package var corrects: Identifier<Publication>?
    /// What was not right, for its readers.
    package var reason: String?

    package init(
        id: Identifier<Publication>,
        schedule: String,
        title: String,
        period: Period,
        knownAt: Int,
        definitions: String,
        isPublic: Bool,
        madeOn: Day,
        madeBy: String
    ) {
        self.id = id
        self.schedule = schedule
        self.title = title
        from = period.from
        to = period.to
        self.knownAt = knownAt
        self.definitions = definitions
        self.isPublic = isPublic
        self.madeOn = madeOn
        self.madeBy = madeBy
    }

    package var isIssued: Bool { approvedOn != nil }
    package var isTurnedDown: Bool { turnedDownOn != nil }
    /// Whether it waits for a second person.
    package var isWaiting: Bool { !isIssued && !isTurnedDown }

    package static let table = Table(
        "publications",
        "A document that was made on a schedule, approved by a second person, and is kept as it was issued.",
        [
            Field("publication_id", .text, key: true, required: true, "Reference of the publication."),
            Field("schedule", .text, required: true, "The schedule it was made by."),
            Field("title", .text, required: true, "Its title when it was made."),
            Field("from", .day, required: true, "First day of its period."),
            Field("to", .day, required: true, "Last day of its period, and the last day that counts."),
            Field("known_at", .integer, required: true, "The change number it stands on."),
            Field("definitions", .text, required: true, "The version of the definitions it was made by."),
            Field("is_public", .boolean, required: true, "Whether anybody may read it once it is issued."),
            Field("made_on", .day, required: true, "Day it was made."),
            Field("made_by", .text, required: true, "Reference of the account that made it."),
            Field("approved_on", .day, "Day it was approved, and so issued."),
            Field("approved_by", .text, "Reference of the account that approved it."),
            Field("turned_down_on", .day, "Day it was turned down instead."),
            Field("turned_down_by", .text, "Reference of the account that turned it down."),
            Field(
                "corrects",
                .text,
                refersTo: "publications",
                "The publication of the same period that it puts right; missing for the first."
            ),
            Field("reason", .text, "What was not right, for its readers."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        schedule = try row.text()
        title = try row.text()
        from = try row.day()
        to = try row.day()
        knownAt = try row.integer()
        definitions = try row.text()
        isPublic = try row.optionalBoolean() ?? false
        madeOn = try row.day()
        madeBy = try row.text()
        approvedOn = try row.optionalDay()
        approvedBy = try row.optionalText()
        turnedDownOn = try row.optionalDay()
        turnedDownBy = try row.optionalText()
        corrects = try row.optionalIdentifier()
        reason = try row.optionalText()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(schedule)
        row.append(title)
        row.append(from)
        row.append(to)
        row.append(knownAt)
        row.append(definitions)
        row.append(isPublic)
        row.append(madeOn)
        row.append(madeBy)
        row.append(approvedOn)
        row.append(approvedBy)
        row.append(turnedDownOn)
        row.append(turnedDownBy)
        row.append(corrects)
        row.append(reason)
    }

    /// Nobody approves what they made, nothing is both issued and turned down, and a correction says why.
    package var refusal: RecordRefusal? {
        if to < from { return RecordRefusal(field: "to", message: "to must be the same as or after from") }
        if let approvedBy, approvedBy == madeBy {
            return RecordRefusal(field: "approved_by", message: "approved_by must be somebody else than made_by")
        }
        if (corrects == nil) != (reason == nil) {
            return RecordRefusal(field: "reason", message: "reason must be there where corrects is, and only there")
        }
        guard approvedOn != nil, turnedDownOn != nil else { return nil }
        return RecordRefusal(field: "turned_down_on", message: "turned_down_on must be empty where approved_on is not")
    }
}

/// One form of a publication; its bytes are kept beside the register's records.
package struct PublicationFile: Record, Equatable {
    /// The publication.
    package var publicationID: Identifier<Publication>
    /// The form: html, csv, json, xlsx or pdf.
    package var format: String
    /// Size in bytes.
    package var bytes: Int
    /// SHA-256 of the bytes, in hexadecimal digits.
    package var digest: String

    package init(publicationID: Identifier<Publication>, format: String, bytes: Int, digest: String) {
        self.publicationID = publicationID
        self.format = format
        self.bytes = bytes
        self.digest = digest
    }

    package static let table = Table(
        "publication_files",
        "One form of a publication; its bytes are kept beside.",
        [
            Field(
                "publication_id",
                .text,
                key: true,
                required: true,
                refersTo: "publications",
                "The publication."
            ),
            Field("format", .text, key: true, required: true, "The form: html, csv, json, xlsx or pdf."),
            Field("bytes", .integer, required: true, "Size in bytes."),
            Field("digest", .text, required: true, "SHA-256 of the bytes, in hexadecimal digits."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        publicationID = try row.identifier()
        format = try row.text()
        bytes = try row.integer()
        digest = try row.text()
    }

    package func write(to row: inout RowWriter) {
        row.append(publicationID)
        row.append(format)
        row.append(bytes)
        row.append(digest)
    }
}
