package import Values

/// Local discretion: a named person's decision that a family may count although it meets only some of a criteria set.
package struct Discretion: Record, Equatable {
    /// The family.
    package var familyID: Identifier<Family>
    /// The criteria set.
    package var criteria: String
    /// Day of the decision.
    package var setOn: Day
    /// Who decided.
    package var setBy: String
    /// Why.
    package var reason: String
    /// Day it was withdrawn.
    package var withdrawnOn: Day?

    package init(
        familyID: Identifier<Family>,
        criteria: String,
        setOn: Day,
        setBy: String,
        reason: String,
        withdrawnOn: Day? = nil
    ) {
        self.familyID = familyID
        self.criteria = criteria
        self.setOn = setOn
        self.setBy = setBy
        self.reason = reason
        self.withdrawnOn = withdrawnOn
    }

    package static let table = Table(
        "discretion",
        "Local discretion: a named person's decision that a family may count although it meets only some of a criteria set.",
        [
            Field("family_id", .text, key: true, required: true, refersTo: "families", "The family."),
            Field("criteria", .text, key: true, required: true, "The criteria set."),
            Field("set_on", .day, key: true, required: true, "Day of the decision."),
            Field("set_by", .text, required: true, personal: true, "Who decided."),
            Field("reason", .text, required: true, personal: true, "Why."),
            Field("withdrawn_on", .day, "Day it was withdrawn."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        familyID = try row.identifier()
        criteria = try row.text()
        setOn = try row.day()
        setBy = try row.text()
        reason = try row.text()
        withdrawnOn = try row.optionalDay()
    }

    package func write(to row: inout RowWriter) {
        row.append(familyID)
        row.append(criteria)
        row.append(setOn)
        row.append(setBy)
        row.append(reason)
        row.append(withdrawnOn)
    }

    package var refusal: RecordRefusal? {
        .ending(withdrawnOn, "withdrawn_on", before: setOn, "set_on")
    }
}
