package import Values

/// Item or scale scores; a missing item has no row.
///
/// Items are numbers or names of the instrument, or 'total'.
package struct Score: Record, Equatable {
    /// The assessment.
    package var assessmentID: Identifier<Assessment>
    /// Item number or name, or 'total'.
    package var item: String
    /// The score.
    package var value: Decimal

    package init(
        assessmentID: Identifier<Assessment>,
        item: String,
        value: Decimal
    ) {
        self.assessmentID = assessmentID
        self.item = item
        self.value = value
    }

    package static let table = Table(
        "scores",
        "Item or scale scores; a missing item has no row. Items are numbers or names of the instrument, or 'total'.",
        [
            Field("assessment_id", .text, key: true, required: true, refersTo: "assessments", "The assessment."),
            Field("item", .text, key: true, required: true, "Item number or name, or 'total'."),
            Field("value", .decimal, required: true, "The score."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        assessmentID = try row.identifier()
        item = try row.text()
        value = try row.decimal()
    }

    package func write(to row: inout RowWriter) {
        row.append(assessmentID)
        row.append(item)
        row.append(value)
    }
}
