package import Values

/// What was left behind when a case closed, beside its day, reason and destination.
package struct CaseClosure: Record, Equatable {
    /// The case.
    package var caseID: Identifier<Case>
    /// Day it closed.
    package var closedOn: Day
    /// Who helps the family from now on, and what it does when things get hard.
    package var exitPlan: String?
    /// What was left open knowingly, separated by semicolons.
    package var leftOpen: String?
    /// Who closed it, by their reference as a user.
    package var author: String

    package init(
        caseID: Identifier<Case>,
        closedOn: Day,
        exitPlan: String? = nil,
        leftOpen: String? = nil,
        author: String
    ) {
        self.caseID = caseID
        self.closedOn = closedOn
        self.exitPlan = exitPlan
        self.leftOpen = leftOpen
        self.author = author
    }

    package static let table = Table(
        "case_closures",
        "What was left behind when a case closed.",
        [
            Field("case_id", .text, key: true, required: true, refersTo: "cases", "The case."),
            Field("closed_on", .day, key: true, required: true, "Day it closed."),
            Field(
                "exit_plan",
                .text,
                personal: true,
                "Who helps the family from now on, and what it does when things get hard."
            ),
            Field("left_open", .text, "What was left open knowingly, separated by semicolons."),
            Field("author", .text, required: true, "Who closed it, by their reference as a user."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        caseID = try row.identifier()
        closedOn = try row.day()
        exitPlan = try row.optionalText()
        leftOpen = try row.optionalText()
        author = try row.text()
    }

    package func write(to row: inout RowWriter) {
        row.append(caseID)
        row.append(closedOn)
        row.append(exitPlan)
        row.append(leftOpen)
        row.append(author)
    }
}
