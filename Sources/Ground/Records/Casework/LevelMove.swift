package import Values

/// That a family moved from one tier of need to another during a case.
package struct LevelMove: Record, Equatable {
    /// The case.
    package var caseID: Identifier<Case>
    /// Day of the move.
    package var on: Day
    /// Which way.
    package var direction: LevelDirection
    /// The tier before.
    package var from: Tier?
    /// The tier after.
    package var to: Tier
    /// Why.
    package var reason: String

    package init(
        caseID: Identifier<Case>,
        on: Day,
        direction: LevelDirection,
        from: Tier? = nil,
        to: Tier,
        reason: String
    ) {
        self.caseID = caseID
        self.on = on
        self.direction = direction
        self.from = from
        self.to = to
        self.reason = reason
    }

    package static let table = Table(
        "level_moves",
        "That a family moved from one tier of need to another during a case.",
        [
            Field("case_id", .text, key: true, required: true, refersTo: "cases", "The case."),
            Field("on", .day, key: true, required: true, "Day of the move."),
            Field("direction", .code(LevelDirection.codes), required: true, "Which way."),
            Field("from", .code(Tier.codes), "The tier before."),
            Field("to", .code(Tier.codes), required: true, "The tier after."),
            Field("reason", .text, required: true, personal: true, "Why."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        caseID = try row.identifier()
        on = try row.day()
        direction = try row.code()
        from = try row.optionalCode()
        to = try row.code()
        reason = try row.text()
    }

    package func write(to row: inout RowWriter) {
        row.append(caseID)
        row.append(on)
        row.append(direction)
        row.append(from)
        row.append(to)
        row.append(reason)
    }
}
