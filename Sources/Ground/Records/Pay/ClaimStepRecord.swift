package import Values

/// A step of a claim: who did what, and when.
package struct ClaimStepRecord: Record, Equatable {
    /// The claim.
    package var claimID: Identifier<ClaimRecord>
    /// Its number within the claim, from 1.
    package var step: Int
    /// What the claim became.
    package var state: ClaimState
    /// Account of the person who did it.
    package var doneBy: String
    /// Day it was done.
    package var doneOn: Day
    /// What was paid, or paid back (below 0), with this step.
    package var amount: Money
    /// Why, without a name.
    package var note: String?

    package init(
        claimID: Identifier<ClaimRecord>,
        step: Int,
        state: ClaimState,
        doneBy: String,
        doneOn: Day,
        amount: Money,
        note: String? = nil
    ) {
        self.claimID = claimID
        self.step = step
        self.state = state
        self.doneBy = doneBy
        self.doneOn = doneOn
        self.amount = amount
        self.note = note
    }

    package static let table = Table(
        "claim_steps",
        "A step of a claim: who did what, and when.",
        [
            Field("claim_id", .text, key: true, required: true, refersTo: "claims", "The claim."),
            Field("step", .integer, key: true, required: true, "Its number within the claim, from 1."),
            Field("state", .code(ClaimState.codes), required: true, "What the claim became."),
            Field("done_by", .text, required: true, "Account of the person who did it."),
            Field("done_on", .day, required: true, "Day it was done."),
            Field("amount", .money, required: true, "What was paid, or paid back (below 0), with this step."),
            Field("note", .text, "Why, without a name."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        claimID = try row.identifier()
        step = try row.integer()
        state = try row.code()
        doneBy = try row.text()
        doneOn = try row.day()
        amount = try row.money()
        note = try row.optionalText()
    }

    package func write(to row: inout RowWriter) {
        row.append(claimID)
        row.append(step)
        row.append(state)
        row.append(doneBy)
        row.append(doneOn)
        row.append(amount)
        row.append(note)
    }
}
