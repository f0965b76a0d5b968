package import Values

/// That a closed case was opened again, and why.
package struct CaseReopening: Record, Equatable {
    /// The case.
    package var caseID: Identifier<Case>
    /// Day it was opened again.
    package var reopenedOn: Day
    /// Day it had closed.
    package var closedOn: Day
    /// Why.
    package var reason: String
    /// Who opened it, by their reference as a user.
    package var author: String

    package init(
        caseID: Identifier<Case>,
        reopenedOn: Day,
        closedOn: Day,
        reason: String,
        author: String
    ) {
        self.caseID = caseID
        self.reopenedOn = reopenedOn
        self.closedOn = closedOn
        self.reason = reason
        self.author = author
    }

    package static let table = Table(
        "case_reopenings",
        "That a closed case was opened again, and why.",
        [
            Field("case_id", .text, key: true, required: true, refersTo: "cases", "The case."),
            Field("reopened_on", .day, key: true, required: true, "Day it was opened again."),
            Field("closed_on", .day, required: true, "Day it had closed."),
            Field("reason", .text, required: true, personal: true, "Why."),
            Field("author", .text, required: true, "Who opened it, by their reference as a user."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        caseID = try row.identifier()
        reopenedOn = try row.day()
        closedOn = try row.day()
        reason = try row.text()
        author = try row.text()
    }

    package func write(to row: inout RowWriter) {
        row.append(caseID)
        row.append(reopenedOn)
        row.append(closedOn)
        row.append(reason)
        row.append(author)
    }
}
