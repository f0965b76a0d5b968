package import Values

/// That a family agreed to its plan on a day, in its own words.
package struct PlanAgreement: Record, Equatable {
    /// The case.
    package var caseID: Identifier<Case>
    /// Day it was agreed.
    package var agreedOn: Day
    /// Who agreed.
    package var agreedBy: String
    /// What the family says of the plan.
    package var familyWords: String?
    /// What they do not agree with.
    package var disagreement: String?

    package init(
        caseID: Identifier<Case>,
        agreedOn: Day,
        agreedBy: String,
        familyWords: String? = nil,
        disagreement: String? = nil
    ) {
        self.caseID = caseID
        self.agreedOn = agreedOn
        self.agreedBy = agreedBy
        self.familyWords = familyWords
        self.disagreement = disagreement
    }

    package static let table = Table(
        "plan_agreements",
        "That a family agreed to its plan on a day, in its own words.",
        [
            Field("case_id", .text, key: true, required: true, refersTo: "cases", "The case."),
            Field("agreed_on", .day, key: true, required: true, "Day it was agreed."),
            Field("agreed_by", .text, required: true, personal: true, "Who agreed."),
            Field("family_words", .text, personal: true, "What the family says of the plan."),
            Field("disagreement", .text, personal: true, "What they do not agree with."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        caseID = try row.identifier()
        agreedOn = try row.day()
        agreedBy = try row.text()
        familyWords = try row.optionalText()
        disagreement = try row.optionalText()
    }

    package func write(to row: inout RowWriter) {
        row.append(caseID)
        row.append(agreedOn)
        row.append(agreedBy)
        row.append(familyWords)
        row.append(disagreement)
    }
}
