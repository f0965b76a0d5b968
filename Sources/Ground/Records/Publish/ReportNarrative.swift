package import Values

/// What somebody wrote in one part of a report: the story behind the figures, partners, what works.
package struct ReportNarrative: Record, Equatable {
    /// Reference: the report, its part and its first day.
    package var id: Identifier<ReportNarrative>
    /// The report's definition.
    package var report: String
    /// The provider it is about; none where it is about all.
    package var organisationID: Identifier<Organisation>?
    /// First day of the report's period.
    package var from: Day
    /// Last day of the report's period.
    package var to: Day
    /// The part of the report.
    package var part: String
    /// What was written, without anybody's name.
    package var words: String
    /// Day it was written.
    package var writtenOn: Day
    /// Reference of the account that wrote it.
    package var writtenBy: String

    package init(
        id: Identifier<ReportNarrative>,
        report: String,
        organisationID: Identifier<Organisation>? = nil,
        from: Day,
        to: Day,
        part: String,
        words: String,
        writtenOn: Day,
        writtenBy: String
    ) {
        self.id = id
        self.report = report
        self.organisationID = organisationID
        self.from = from
        self.to = to
        self.part = part
        self.words = words
        self.writtenOn = writtenOn
        self.writtenBy = writtenBy
    }

    package static let table = Table(
        "report_narratives",
        "What somebody wrote in one part of a report: the story behind the figures, partners, what works.",
        [
            Field(
                "narrative_id",
                .text,
                key: true,
                required: true,
                "Reference: the report, its part and its first day."
            ),
            Field("report", .text, required: true, "The report's definition."),
            Field(
                "organisation_id",
                .text,
                refersTo: "organisations",
                "The provider it is about; none where it is about all."
            ),
            Field("from", .day, required: true, "First day of the report's period."),
            Field("to", .day, required: true, "Last day of the report's period."),
            Field("part", .text, required: true, "The part of the report."),
            Field("words", .text, required: true, "What was written, without anybody's name."),
            Field("written_on", .day, required: true, "Day it was written."),
            Field("written_by", .text, required: true, "Reference of the account that wrote it."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        report = try row.text()
        organisationID = try row.optionalIdentifier()
        from = try row.day()
        to = try row.day()
        part = try row.text()
        words = try row.text()
        writtenOn = try row.day()
        writtenBy = try row.text()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(report)
        row.append(organisationID)
        row.append(from)
        row.append(to)
        row.append(part)
        row.append(words)
        row.append(writtenOn)
        row.append(writtenBy)
    }

    package var refusal: RecordRefusal? {
        .ending(to, "to", before: from, "from")
    }
}
