package import Values

/// What the family says of a goal, beside what figures count.
package struct GoalDetail: Record, Equatable {
    /// The goal.
    package var goalID: Identifier<Goal>
    /// The case.
    package var caseID: Identifier<Case>
    /// What the family wants to be different, in its own words.
    package var familyWords: String?
    /// How everybody will know that it has been reached.
    package var measure: String?

    package init(
        goalID: Identifier<Goal>,
        caseID: Identifier<Case>,
        familyWords: String? = nil,
        measure: String? = nil
    ) {
        self.goalID = goalID
        self.caseID = caseID
        self.familyWords = familyWords
        self.measure = measure
    }

    package static let table = Table(
        "goal_details",
        "What the family says of a goal.",
        [
            Field("goal_id", .text, key: true, required: true, refersTo: "goals", "The goal."),
            Field("case_id", .text, required: true, refersTo: "cases", "The case."),
            Field("family_words", .text, personal: true, "What the family wants to be different, in its own words."),
            Field("measure", .text, personal: true, "How everybody will know that it has been reached."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        goalID = try row.identifier()
        caseID = try row.identifier()
        familyWords = try row.optionalText()
        measure = try row.optionalText()
    }

    package func write(to row: inout RowWriter) {
        row.append(goalID)
        row.append(caseID)
        row.append(familyWords)
        row.append(measure)
    }
}
