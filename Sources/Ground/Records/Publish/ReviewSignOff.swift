package import Values

/// A service review that was handed in by one person and signed off by another.
package struct ReviewSignOff: Record, Equatable {
    /// Reference: the report, its provider and its first day.
    package var id: Identifier<ReviewSignOff>
    /// The report's definition.
    package var report: String
    /// The provider it is about; none where it is about all.
    package var organisationID: Identifier<Organisation>?
    /// First day of the report's period.
    package var from: Day
    /// Last day of the report's period.
    package var to: Day
    /// The change number its figures stand on.
    package var knownAt: Int
    /// Day it was handed in.
    package var submittedOn: Day
    /// Reference of the account that handed it in.
    package var submittedBy: String
    /// Day it was signed off.
    package var signedOn: Day?
    /// Reference of the account that signed it off.
    package var signedBy: String?

    package init(
        id: Identifier<ReviewSignOff>,
        report: String,
        organisationID: Identifier<Organisation>? = nil,
        from: Day,
        to: Day,
        knownAt: Int,
        submittedOn: Day,
        submittedBy: String,
        signedOn: Day? = nil,
        signedBy: String? = nil
    ) {
        self.id = id
        self.report = report
        self.organisationID = organisationID
        self.from = from
        self.to = to
        self.knownAt = knownAt
        self.submittedOn = submittedOn
        self.submittedBy = submittedBy
        self.signedOn = signedOn
        self.signedBy = signedBy
    }

    package static let table = Table(
        "review_sign_offs",
        "A service review that was handed in by one person and signed off by another.",
        [
            Field(
                "review_id",
                .text,
                key: true,
                required: true,
                "Reference: the report, its provider and its first day."
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
            Field("known_at", .integer, required: true, "The change number its figures stand on."),
            Field("submitted_on", .day, required: true, "Day it was handed in."),
            Field("submitted_by", .text, required: true, "Reference of the account that handed it in."),
            Field("signed_on", .day, "Day it was signed off."),
            Field("signed_by", .text, "Reference of the account that signed it off."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        report = try row.text()
        organisationID = try row.optionalIdentifier()
        from = try row.day()
        to = try row.day()
        knownAt = try row.integer()
        submittedOn = try row.day()
        submittedBy = try row.text()
        signedOn = try row.optionalDay()
        signedBy = try row.optionalText()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(report)
        row.append(organisationID)
        row.append(from)
        row.append(to)
        row.append(knownAt)
        row.append(submittedOn)
        row.append(submittedBy)
        row.append(signedOn)
        row.append(signedBy)
    }

    /// Nobody signs off what they handed in.
    package var refusal: RecordRefusal? {
        guard signedBy == submittedBy else { return .ending(to, "to", before: from, "from") }
        return RecordRefusal(field: "signed_by", message: "signed_by must be somebody else than submitted_by")
    }
}
