package import Values

/// Who came to a review and what was said, beside what figures count.
package struct ReviewDetail: Record, Equatable {
    /// The review.
    package var reviewID: Identifier<CaseReview>
    /// The case.
    package var caseID: Identifier<Case>
    /// Whether somebody of the family took part.
    package var familyCame: Bool?
    /// Agencies that took part, separated by semicolons.
    package var agencies: String?
    /// What was said and decided.
    package var summary: String?

    package init(
        reviewID: Identifier<CaseReview>,
        caseID: Identifier<Case>,
        familyCame: Bool? = nil,
        agencies: String? = nil,
        summary: String? = nil
    ) {
        self.reviewID = reviewID
        self.caseID = caseID
        self.familyCame = familyCame
        self.agencies = agencies
        self.summary = summary
    }

    package static let table = Table(
        "review_details",
        "Who came to a review and what was said.",
        [
            Field("review_id", .text, key: true, required: true, refersTo: "reviews", "The review."),
            Field("case_id", .text, required: true, refersTo: "cases", "The case."),
            Field("family_came", .boolean, "Whether somebody of the family took part."),
            Field("agencies", .text, "Agencies that took part, separated by semicolons."),
            Field("summary", .text, personal: true, "What was said and decided."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        reviewID = try row.identifier()
        caseID = try row.identifier()
        familyCame = try row.optionalBoolean()
        agencies = try row.optionalText()
        summary = try row.optionalText()
    }

    package func write(to row: inout RowWriter) {
        row.append(reviewID)
        row.append(caseID)
        row.append(familyCame)
        row.append(agencies)
        row.append(summary)
    }
}
