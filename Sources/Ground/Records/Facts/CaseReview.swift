package import Values

/// A review of the case, due and held.
package struct CaseReview: Record, Equatable {
    /// Reference of the review.
    package var id: Identifier<CaseReview>
    /// The case.
    package var caseID: Identifier<Case>
    /// Day it was due.
    package var dueOn: Day
    /// Day it was held.
    package var heldOn: Day?
    /// What was decided.
    package var result: ReviewResult?

    package init(
        id: Identifier<CaseReview>,
        caseID: Identifier<Case>,
        dueOn: Day,
        heldOn: Day? = nil,
        result: ReviewResult? = nil
    ) {
        self.id = id
        self.caseID = caseID
        self.dueOn = dueOn
        self.heldOn = heldOn
        self.result = result
    }

    package static let table = Table(
        "reviews",
        "A review of the case, due and held.",
        [
            Field("review_id", .text, key: true, required: true, "Reference of the review."),
            Field("case_id", .text, required: true, refersTo: "cases", "The case."),
            Field("due_on", .day, required: true, "Day it was due."),
            Field("held_on", .day, "Day it was held."),
            Field("result", .code(ReviewResult.codes), "What was decided."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        caseID = try row.identifier()
        dueOn = try row.day()
        heldOn = try row.optionalDay()
        result = try row.optionalCode()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(caseID)
        row.append(dueOn)
        row.append(heldOn)
        row.append(result)
    }
}
